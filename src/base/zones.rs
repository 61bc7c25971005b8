//! The zone of a written time: an offset, an IANA name, or an abbreviation.
//!
//! In: a text. Out: one zone, or an ambiguous name as written. Ambiguous abbreviations are never guessed.

mod offsets;

use std::ops::Range;
use std::sync::LazyLock;

pub use crate::cities::of_city;
use crate::cities::{self, NATIVE, is_offset_of};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
pub use offsets::offset;
use offsets::{AfterUtc, Place, after_utc, fixed};

/// A zone as given in a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Zone {
    /// One zone, by its offset or its place.
    One(TimeZone),
    /// As written: `CST`, `Pacific Time`.
    Several(String),
}

/// Abbreviations that mean one offset, in minutes from UTC.
const ONE: [(&str, i32); 23] = [
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("WAT", 60),
    ("SAST", 120),
    ("EAT", 180),
    ("TRT", 180),
    ("MSK", 180),
    ("PKT", 300),
    ("WIB", 420),
    ("ICT", 420),
    ("SGT", 480),
    ("HKT", 480),
    ("PHT", 480),
    ("AWST", 480),
    ("JST", 540),
    ("KST", 540),
    ("ACST", 570),
    ("AEST", 600),
    ("BRT", -180),
    ("COT", -300),
    ("MST", -420),
    ("HST", -600),
];

/// Abbreviations of summer or winter time: their zone as a POSIX rule, and a place that uses it in that season.
const SEASONAL: [(&str, &str, &str); 17] = [
    ("WET", "WET0", "Europe/Lisbon"),
    ("WEST", "WEST-1", "Europe/Lisbon"),
    ("CET", "CET-1", "Europe/Berlin"),
    ("MEZ", "CET-1", "Europe/Berlin"),
    ("CEST", "CEST-2", "Europe/Berlin"),
    ("MESZ", "CEST-2", "Europe/Berlin"),
    ("EET", "EET-2", "Europe/Athens"),
    ("EEST", "EEST-3", "Europe/Athens"),
    ("AEDT", "AEDT-11", "Australia/Sydney"),
    ("NZST", "NZST-12", "Pacific/Auckland"),
    ("NZDT", "NZDT-13", "Pacific/Auckland"),
    ("EST", "EST5", "America/New_York"),
    ("EDT", "EDT4", "America/New_York"),
    ("CDT", "CDT5", "America/Chicago"),
    ("MDT", "MDT6", "America/Denver"),
    ("PST", "PST8", "America/Los_Angeles"),
    ("PDT", "PDT7", "America/Los_Angeles"),
];

/// A zone in words, to be shown after a time; empty for a text that names more than one.
#[must_use]
pub fn words(zone: &Zone) -> String {
    let zone = match zone {
        Zone::Several(name) if name.split_whitespace().count() > 2 => return String::new(),
        Zone::Several(name) => return name.clone(),
        Zone::One(zone) => zone,
    };
    if let Some((name, _)) = seasonal(zone) {
        return name.to_owned();
    }
    if let Some(name) = zone.iana_name() {
        return name.to_owned();
    }
    match zone.to_offset(Timestamp::UNIX_EPOCH) {
        Offset::UTC => "UTC".to_owned(),
        offset => format!("UTC{offset}"),
    }
}

/// Whether a zone is in use at a moment: people who write `PST` in July usually mean local time.
#[must_use]
pub fn holds(zone: &TimeZone, at: Timestamp) -> bool {
    let Some((_, place)) = seasonal(zone) else { return true };
    TimeZone::get(place).is_ok_and(|place| place.to_offset(at) == zone.to_offset(at))
}

/// Whether a zone is one of summer or winter time.
#[must_use]
pub fn is_seasonal(zone: &TimeZone) -> bool {
    seasonal(zone).is_some()
}

/// The abbreviation of a zone of summer or winter time, and a place that uses it.
pub(crate) fn seasonal(zone: &TimeZone) -> Option<(&'static str, &'static str)> {
    // This is called for each entry of a timeline, so the rules are parsed once.
    static ZONES: LazyLock<Vec<(TimeZone, &str, &str)>> = LazyLock::new(|| {
        SEASONAL.iter().filter_map(|(name, rule, place)| Some((TimeZone::posix(rule).ok()?, *name, *place))).collect()
    });
    ZONES.iter().find(|(seasonal, ..)| seasonal == zone).map(|(_, name, place)| (*name, *place))
}

/// Whether an offset other than UTC is the one of summer at the place of a zone of winter time: `PST (UTC-7)`. Nobody says the name
/// of summer in winter: `CEST (UTC+1)` contradicts itself.
fn is_summer_of(named: &TimeZone, offset: &TimeZone) -> bool {
    let place = seasonal(named).and_then(|(_, place)| TimeZone::get(place).ok());
    let is_later = offset.to_offset(Timestamp::UNIX_EPOCH) > named.to_offset(Timestamp::UNIX_EPOCH);
    is_later
        && *offset != TimeZone::UTC
        && !is_seasonal(offset)
        && place.is_some_and(|place| is_offset_of(offset, &place))
}

/// Whether two zones without a place are the same offset: `CET (UTC+1)`.
fn is_same(a: &TimeZone, b: &TimeZone) -> bool {
    let epoch = Timestamp::UNIX_EPOCH;
    a == b || (a.iana_name().is_none() && b.iana_name().is_none() && a.to_offset(epoch) == b.to_offset(epoch))
}

/// Zones of one season by their full names, and their abbreviations. `Central Standard Time` is not among them, nor is any other whose
/// abbreviation means several.
const FULL_NAMES: [(&str, &str); 8] = [
    ("eastern standard time", "EST"),
    ("eastern daylight time", "EDT"),
    ("central daylight time", "CDT"),
    ("mountain daylight time", "MDT"),
    ("pacific standard time", "PST"),
    ("pacific daylight time", "PDT"),
    ("central european time", "CET"),
    ("central european summer time", "CEST"),
];

/// Abbreviations that mean several.
const SEVERAL: [&str; 12] = ["CST", "IST", "BST", "PT", "ET", "CT", "MT", "AST", "ADT", "GST", "WST", "AMT"];

/// Words before `time` that mean a region, whose offset depends on a place or a season.
const REGIONS: [&str; 6] = ["pacific", "eastern", "central", "mountain", "local", "european"];

/// The zone that a whole word means, by name or by offset; `None` if it is ambiguous or not a zone.
#[must_use]
pub fn named(word: &str) -> Option<TimeZone> {
    match leading(word) {
        Some((Zone::One(zone), "")) => Some(zone),
        Some(_) => None,
        None => offset(word).filter(|(_, rest)| rest.is_empty()).map(|(zone, _)| zone),
    }
}

/// The zone at the start of a text, and the rest of it. A dash with a space after it is no sign of an offset: after a time it parts the
/// time from what happened.
#[must_use]
pub fn leading(text: &str) -> Option<(Zone, &str)> {
    leading_in(text, Place::Row)
}

fn leading_in(text: &str, place: Place) -> Option<(Zone, &str)> {
    if let Some((name, minutes)) = NATIVE.iter().find(|(name, _)| text.starts_with(name)) {
        return Some((Zone::One(fixed(*minutes)?), &text[name.len()..]));
    }
    if let Some((zone, rest)) = cities::leading(text) {
        return Some((Zone::One(zone), rest));
    }
    let is_full = |name: &str| text.get(..name.len()).is_some_and(|lead| lead.eq_ignore_ascii_case(name));
    if let Some((name, short)) = FULL_NAMES.iter().find(|(name, _)| is_full(name)) {
        let rest = &text[name.len()..];
        return if rest.starts_with(char::is_alphanumeric) { None } else { Some((leading_in(short, place)?.0, rest)) };
    }
    let end = text.find(|c: char| !c.is_ascii_alphabetic() && c != '/' && c != '_').unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    if word.is_empty() || rest.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    if matches!(word.to_ascii_uppercase().as_str(), "UTC" | "GMT" | "UTC/GMT" | "GMT/UTC") {
        return Some(match after_utc(rest, place) {
            AfterUtc::Offset(zone, rest) => (Zone::One(zone), rest),
            AfterUtc::Nothing => (Zone::One(TimeZone::UTC), rest),
            AfterUtc::Unreadable(rest) => (Zone::Several(text[..text.len() - rest.len()].trim().to_owned()), rest),
        });
    }
    if let Some((_, rule, _)) = SEASONAL.iter().find(|(name, _, _)| *name == word) {
        return Some((Zone::One(TimeZone::posix(rule).ok()?), rest));
    }
    if let Some((_, minutes)) = ONE.iter().find(|(name, _)| *name == word) {
        return Some((Zone::One(fixed(*minutes)?), rest));
    }
    if SEVERAL.contains(&word) {
        return Some((Zone::Several(word.to_owned()), rest));
    }
    if REGIONS.contains(&word.to_lowercase().as_str()) {
        let after = rest.trim_start();
        let second = after.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        if second.eq_ignore_ascii_case("time") {
            return Some((Zone::Several(format!("{word} {second}")), &after[second.len()..]));
        }
    }
    let named = if word.contains('/') { TimeZone::get(word).ok() } else { None };
    named.map(|zone| (Zone::One(zone), rest))
}

/// The zone that a heading or a note names: `Timeline (all times UTC)`. Two different zones give `Zone::Several`.
#[must_use]
pub fn stated_in(text: &str) -> Option<Zone> {
    all_in(text).into_iter().map(|(zone, _)| zone).reduce(|found, zone| match (found, zone) {
        // `UTC+1 (Zurich time)`: the offset is what the clocks of the city showed.
        (Zone::One(a), Zone::One(b)) if is_offset_of(&a, &b) => Zone::One(a),
        (Zone::One(a), Zone::One(b)) if is_offset_of(&b, &a) => Zone::One(b),
        // `PST (UTC-7)`: people say the name of winter all year, the offset is what their clocks showed.
        (Zone::One(a), Zone::One(b)) if is_summer_of(&a, &b) => Zone::One(b),
        (Zone::One(a), Zone::One(b)) if !is_same(&a, &b) => Zone::Several(text.trim().to_owned()),
        // `PT (UTC-8)`: the offset says which.
        (Zone::Several(name), Zone::One(_)) | (Zone::One(_), Zone::Several(name)) if offsets::is_begun(&name) => {
            Zone::Several(name)
        }
        (_, Zone::One(one)) | (Zone::One(one), _) => Zone::One(one),
        (several, _) => several,
    })
}

/// Every zone that a note names, with where it stands.
#[must_use]
pub fn all_in(text: &str) -> Vec<(Zone, Range<usize>)> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let at = text.len() - rest.len();
        if let Some((zone, after)) = leading_in(rest, Place::Note) {
            // A single `Z` is a letter.
            if rest.len() - after.len() > 1 {
                found.push((zone, at..text.len() - after.len()));
            }
            rest = after;
            continue;
        }
        let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        // Within this word alone: a text may be long.
        let native = NATIVE.iter().filter_map(|(name, _)| rest[..word].find(name)).min();
        if let Some(at) = native.filter(|at| *at > 0) {
            rest = &rest[at..];
            continue;
        }
        let next = rest[word..].chars().next().map_or(0, char::len_utf8);
        rest = &rest[word + next..];
    }
    found
}

#[cfg(test)]
mod tests;
