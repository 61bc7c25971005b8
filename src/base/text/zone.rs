//! Zones as people abbreviate them.

use jiff::tz::{Offset, TimeZone};

/// Zones that people abbreviate without doubt about which is meant; hours from UTC.
const ABBREVIATIONS: [(&str, i8); 18] = [
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("WET", 0),
    ("CET", 1),
    ("CEST", 2),
    ("BST", 1),
    ("EET", 2),
    ("EEST", 3),
    ("EST", -5),
    ("EDT", -4),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
    ("JST", 9),
    ("AEST", 10),
];

/// The zone of an abbreviation or an IANA name.
#[must_use]
pub fn zone(word: &str) -> Option<TimeZone> {
    let known = ABBREVIATIONS.iter().find(|(name, _)| *name == word);
    if let Some((_, hours)) = known {
        return Some(if *hours == 0 { TimeZone::UTC } else { TimeZone::fixed(Offset::constant(*hours)) });
    }
    if word.contains('/') { TimeZone::get(word).ok() } else { None }
}
