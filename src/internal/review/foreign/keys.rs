//! Keys of other generators and of incident tools: Hugo, Jekyll, Zola, Docusaurus, cState, exports of incidents.
//!
//! In: a key that no field of a review has. Out: its meaning, if it always has the same.

/// The meaning of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::review) enum Meaning {
    /// The day of the incident, or only of the text about it.
    Date,
    Title,
    /// The day of the incident.
    IncidentDate,
    Started,
    Detected,
    Acknowledged,
    Identified,
    Mitigated,
    Resolved,
    Published,
    /// The zone of all times.
    Zone,
    Duration,
    /// A number of minutes.
    Minutes,
    Severity,
    Services,
    Teams,
    Tags,
    Owner,
    Commander,
    Responders,
    Summary,
    Factors,
    Draft,
    /// The current or a former address of the page.
    Address,
    /// A mapping with further keys.
    Group,
}

impl Meaning {
    /// The field of a review for it.
    pub(in crate::review) fn field(self) -> &'static str {
        match self {
            Self::Date | Self::IncidentDate | Self::Started => "times.started",
            Self::Title => "title",
            Self::Detected => "times.detected",
            Self::Acknowledged => "times.acknowledged",
            Self::Identified => "times.identified",
            Self::Mitigated => "times.mitigated",
            Self::Resolved => "times.resolved",
            Self::Published => "published",
            Self::Zone => "timezone",
            Self::Duration | Self::Minutes => "impact.summary",
            Self::Severity => "severity",
            Self::Services => "services",
            Self::Teams => "teams",
            Self::Tags => "tags",
            Self::Owner => "people.owner",
            Self::Commander => "people.incident_commander",
            Self::Responders => "people.responders",
            Self::Summary => "summary",
            Self::Factors => "contributing_factors",
            Self::Draft => "status: draft",
            Self::Address => "aliases",
            Self::Group => "extra",
        }
    }
}

/// Keys by meaning, in lower case and without punctuation: `started_at`, `startedAt` and `Started at` are the same.
const KEYS: [(Meaning, &[&str]); 25] = [
    (Meaning::Title, &["name", "incidenttitle", "incidentname", "headline"]),
    (Meaning::Date, &["date", "datetime"]),
    (Meaning::IncidentDate, &["incidentdate", "dateofincident", "outagedate", "eventdate", "occurredon", "happenedon"]),
    (
        Meaning::Started,
        &[
            "start",
            "started",
            "startedat",
            "starttime",
            "startdate",
            "startsat",
            "begin",
            "began",
            "beganat",
            "incidentstart",
            "incidentstarttime",
            "incidentstartedat",
            "outagestart",
            "impactstart",
            "occurredat",
        ],
    ),
    (Meaning::Detected, &["detected", "detectedat", "detectiontime", "timedetected", "discoveredat"]),
    (Meaning::Acknowledged, &["acknowledged", "acknowledgedat", "ackedat", "ackat"]),
    (Meaning::Identified, &["identified", "identifiedat"]),
    (Meaning::Mitigated, &["mitigated", "mitigatedat", "mitigationtime"]),
    (
        Meaning::Resolved,
        &[
            "resolved",
            "resolvedwhen",
            "resolvedat",
            "resolveddate",
            "end",
            "ended",
            "endedat",
            "endtime",
            "enddate",
            "endsat",
            "incidentend",
            "incidentendtime",
            "incidentresolvedat",
            "outageend",
            "impactend",
        ],
    ),
    (Meaning::Published, &["publishdate", "publicationdate", "publishedat", "publishedon", "pubdate"]),
    (Meaning::Zone, &["zone", "timezone", "tz", "timezonename"]),
    (Meaning::Duration, &["duration", "incidentduration", "outageduration", "totalduration", "downtime"]),
    (Meaning::Minutes, &["durationminutes", "durationmins", "durationmin", "durationinminutes", "downtimeminutes"]),
    (Meaning::Severity, &["severity", "sev", "severitylevel", "incidentseverity"]),
    (
        Meaning::Services,
        &[
            "affected",
            "affectedservice",
            "affectedservices",
            "affectedsystems",
            "affectedcomponents",
            "impactedservices",
            "impactedsystems",
            "servicesaffected",
            "systemsaffected",
            "service",
            "components",
        ],
    ),
    (Meaning::Teams, &["team", "owningteam", "responsibleteam"]),
    (Meaning::Tags, &["tag", "tags", "categories", "category", "keywords", "labels"]),
    (Meaning::Owner, &["author", "authors", "owner", "owners", "writtenby", "postmortemowner", "incidentowner"]),
    (Meaning::Commander, &["incidentcommander", "commander", "ic"]),
    (Meaning::Responders, &["responder", "responders"]),
    (Meaning::Summary, &["description", "excerpt", "abstract", "synopsis"]),
    (Meaning::Factors, &["rootcause", "rootcauses", "contributingfactors", "causes"]),
    (Meaning::Draft, &["draft"]),
    (Meaning::Address, &["redirectfrom", "permalink", "url", "slug"]),
    (Meaning::Group, &["taxonomies", "params", "extra", "incident", "metadata"]),
];

/// The meaning of a key.
pub(in crate::review) fn meaning(key: &str) -> Option<Meaning> {
    let plain: String = key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    KEYS.iter().find(|(_, keys)| keys.contains(&plain.as_str())).map(|(meaning, _)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::{Meaning, meaning};

    #[test]
    fn a_key_is_known_however_it_is_spelt() {
        for key in ["started_at", "startedAt", "Started-At", "start time"] {
            assert_eq!(meaning(key), Some(Meaning::Started), "{key}");
        }
        for key in ["layout", "weight", "created_at", "priority", "restarted", ""] {
            assert_eq!(meaning(key), None, "{key}");
        }
    }
}
