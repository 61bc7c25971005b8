//! The meaning of the columns of an export, by common headings.

use jiff::tz::TimeZone;

use base::zones;

/// The meaning of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Start,
    End,
    Name,
    Services,
    Severity,
}

/// Common headings, in lower case and with single spaces, in order of preference.
const WORDINGS: [(Column, &[&str]); 5] = [
    (
        Column::Start,
        &[
            "started at",
            "start time",
            "started",
            "start",
            "start date",
            "starts at",
            "incident start",
            "impact start",
            "begin",
            "begins at",
            "began",
            "from",
            "opened at",
            "opened",
            "occurred at",
            "detected at",
            "created at",
            "created",
            "date",
            "day",
            "time",
            "timestamp",
            "published at",
            "pubdate",
            "datum",
            "beginn",
        ],
    ),
    (
        Column::End,
        &[
            "resolved at",
            "ended at",
            "end time",
            "ended",
            "end",
            "end date",
            "ends at",
            "incident end",
            "impact end",
            "resolved",
            "until",
            "to",
            "closed at",
            "closed",
            "completed at",
            "ende",
        ],
    ),
    (
        Column::Name,
        &["name", "title", "incident", "incident name", "subject", "summary", "headline", "description", "message"],
    ),
    (
        Column::Services,
        &[
            "services",
            "service",
            "components",
            "component",
            "affected components",
            "affected services",
            "components affected",
            "service name",
            "product",
            "products",
            "system",
            "systems",
            "area",
        ],
    ),
    (Column::Severity, &["severity", "impact", "priority", "level", "impact level", "sev"]),
];

/// The index of a column; `None` if no heading names it.
pub(super) fn place(headings: &[&str], wanted: Column) -> Option<usize> {
    let wordings = WORDINGS.iter().find(|(column, _)| *column == wanted).map_or(&[][..], |(_, words)| *words);
    let plain: Vec<String> = headings.iter().map(|heading| folded(heading)).collect();
    wordings.iter().find_map(|words| plain.iter().position(|heading| heading == words))
}

/// The time zone in a heading: `Start time (UTC)`.
pub(super) fn zone_of(heading: &str) -> Option<TimeZone> {
    heading
        .split(|c: char| !c.is_alphanumeric() && c != '/' && c != '_')
        .filter(|word| word.len() > 1)
        .find_map(zones::named)
}

/// Normalises a heading: `Started_At (UTC)` becomes `started at`.
fn folded(heading: &str) -> String {
    let bare = heading.split(['(', '[']).next().unwrap_or_default();
    let mut out = String::new();
    let mut small_before = false;
    for c in bare.chars() {
        if small_before && c.is_uppercase() {
            out.push(' ');
        }
        small_before = c.is_lowercase();
        out.extend(if c.is_alphanumeric() { c.to_lowercase().collect::<Vec<_>>() } else { vec![' '] });
    }
    let words: Vec<&str> = out.split_whitespace().filter(|word| zones::named(&word.to_uppercase()).is_none()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Column, place, zone_of};

    #[test]
    fn usual_headings_are_known() {
        for heading in ["Start", "start_time", "Started At (UTC)", "startTime", "Created at", "Date", "Start Time UTC"]
        {
            assert_eq!(place(&["x", heading], Column::Start), Some(1), "{heading}");
        }
        for heading in ["resolved_at", "End", "Resolved"] {
            assert_eq!(place(&[heading], Column::End), Some(0), "{heading}");
        }
        assert_eq!(place(&["Date", "Started at"], Column::Start), Some(1), "the better one");
        assert_eq!(place(&["Affected components"], Column::Services), Some(0));
        assert_eq!(place(&["colour"], Column::Start), None);
        assert!(zone_of("Start (PST)").is_some() && zone_of("Start").is_none());
    }
}
