//! The kinds of reviews.

use super::keys::{key_of, mappings, repeated};
use base::diagnostics::Diagnostic;
use base::phases::Measure;
use base::yaml::Node;

/// A kind of review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// `near_miss`, as in front matter; `near-miss` in addresses.
    pub key: String,
    /// `Near miss`.
    pub label: String,
    /// `near misses`, for counts.
    pub plural: String,
    /// What belongs here.
    pub description: String,
    /// What the duration of such a review measures.
    pub measure: Measure,
}

/// The kind of a review that gives none, and the only one that counts as an incident.
pub const INCIDENT: &str = "incident";

impl Kind {
    /// `1 near miss`, `3 near misses`.
    #[must_use]
    pub fn count(&self, n: usize) -> String {
        base::text::count(n, &self.label.to_lowercase(), &self.plural.to_lowercase())
    }

    /// Whether reviews of this kind count as incidents. Weak signals and exercises do not, and pages say so.
    #[must_use]
    pub fn is_incident(&self) -> bool {
        self.key == INCIDENT
    }
}

/// The default kinds.
pub(super) fn default_kinds() -> Vec<Kind> {
    [
        (INCIDENT, "Incident", "incidents", "Something that our users depend on was disrupted."),
        ("near_miss", "Near miss", "near misses", "Something nearly was: a weak signal, and a cheap lesson."),
        ("game_day", "Game day", "game days", "We broke something on purpose, to learn how it breaks."),
        ("drill", "Drill", "drills", "We rehearsed the response; nothing was broken."),
    ]
    .map(|(key, label, plural, description)| Kind {
        key: key.to_owned(),
        label: label.to_owned(),
        plural: plural.to_owned(),
        description: description.to_owned(),
        measure: Measure::of_kind(key),
    })
    .into()
}

const EXAMPLE: &str = "{key: outage, label: Outage, plural: Outages}";

/// `kinds:` a list of `{key, label, plural, description, measure}`. `incident` always exists, as the default.
pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::new();
    let Some(items) = mappings(node, "a kind", EXAMPLE, problems) else { return default_kinds() };
    for (_, item) in items {
        let Some(fields) = item.fields(&["key", "label", "plural", "description", "measure"], problems) else {
            continue;
        };
        let Some(key) = key_of(&item, &fields, problems) else { continue };
        let key = canonical(&key);
        if kinds.iter().any(|kind| kind.key == key) {
            problems.push(repeated(&item, &key));
            continue;
        }
        let label = fields.text("label", problems).unwrap_or_else(|| key.replace('_', " "));
        kinds.push(Kind {
            plural: fields.text("plural", problems).unwrap_or_else(|| format!("{}s", label.to_lowercase())),
            description: fields.text("description", problems).unwrap_or_default(),
            measure: fields.choice("measure", &Measure::ALL, problems).unwrap_or_else(|| Measure::of_kind(&key)),
            label,
            key,
        });
    }
    if !kinds.iter().any(Kind::is_incident) {
        kinds.splice(0..0, default_kinds().into_iter().filter(Kind::is_incident));
    }
    kinds
}

/// The canonical form of a key: `Near miss` and `near-miss` become `near_miss`.
pub fn canonical(key: &str) -> String {
    key.trim().to_lowercase().replace(['-', ' '], "_")
}
