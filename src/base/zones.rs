//! The zone of a written time: an offset, an IANA name, or an abbreviation.
//!
//! In: a text. Out: one zone, or an ambiguous name as written. Ambiguous abbreviations are never guessed.

use std::sync::LazyLock;

use crate::cities::{self, NATIVE, is_offset_of};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

/// A zone as given in a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Zone {
    /// One zone, by its offset or its place.
    One(TimeZone),
    /// As written: `CST`, `Pacific Time`.
    Several(String),
}

/// Abbreviations that mean one offset, in minutes from UTC.
const ONE: [(&str, i32); 16] = [
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("SAST", 120),
    ("MSK", 180),
    ("WIB", 420),
    ("ICT", 420),
    ("SGT", 480),
    ("HKT", 480),
    ("AWST", 480),
    ("JST", 540),
    ("KST", 540),
    ("ACST", 570),
    ("AEST", 600),
    ("BRT", -180),
    ("MST", -420),
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

/// Whether an offset other than UTC is one that the place of a zone of summer or winter time ever has: `PST (UTC-7)`. That of winter
/// beside the name of summer, `CEST (UTC+1)`, contradicts it.
fn is_offset_of_its_place(named: &TimeZone, offset: &TimeZone) -> bool {
    let place = seasonal(named).and_then(|(_, place)| TimeZone::get(place).ok());
    let seconds = |zone: &TimeZone| zone.to_offset(Timestamp::UNIX_EPOCH).seconds();
    *offset != TimeZone::UTC
        && !is_seasonal(offset)
        && seconds(offset) >= seconds(named)
        && place.is_some_and(|place| is_offset_of(offset, &place))
}

/// Whether two zones without a place are the same offset: `CET (UTC+1)`.
fn is_same(a: &TimeZone, b: &TimeZone) -> bool {
    let epoch = Timestamp::UNIX_EPOCH;
    a == b || (a.iana_name().is_none() && b.iana_name().is_none() && a.to_offset(epoch) == b.to_offset(epoch))
}

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

/// The zone at the start of a text, and the rest of it.
#[must_use]
pub fn leading(text: &str) -> Option<(Zone, &str)> {
    if let Some((name, minutes)) = NATIVE.iter().find(|(name, _)| text.starts_with(name)) {
        return Some((Zone::One(fixed(*minutes)?), &text[name.len()..]));
    }
    if let Some((zone, rest)) = cities::leading(text) {
        return Some((Zone::One(zone), rest));
    }
    let end = text.find(|c: char| !c.is_ascii_alphabetic() && c != '/' && c != '_').unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    if word.is_empty() || rest.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    if matches!(word.to_ascii_uppercase().as_str(), "UTC" | "GMT") {
        return Some(behind_utc(word, rest));
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

/// What stands behind `UTC`: `+2`, ` -3`, `–3`. Behind a space `-3` may begin a sentence, and is an offset only where nothing else
/// follows.
fn behind_utc<'t>(name: &str, rest: &'t str) -> (Zone, &'t str) {
    let utc = (Zone::One(TimeZone::UTC), rest);
    let spaced = rest.trim_start_matches(' ');
    let Some((sign, figures)) = sign(spaced) else { return utc };
    let digits = figures.bytes().take_while(u8::is_ascii_digit).count();
    // `14:00 UTC-15:00 UTC` is a span.
    let is_clock = figures[digits..].starts_with(':');
    let written = || Zone::Several(format!("{name}{}", &rest[..rest.len() - figures.len() + digits]));
    match signed(sign, figures) {
        _ if digits == 0 || (spaced.starts_with('–') && is_clock) => utc,
        Some((zone, after)) => {
            let is_sure = spaced.len() == rest.len() || sign > 0 || ends_zone(after);
            (if is_sure { Zone::One(zone) } else { written() }, after)
        }
        None if is_clock || digits > 2 => utc,
        // No place has it: what is meant is not known.
        None => (written(), &figures[digits..]),
    }
}

/// Whether nothing that could belong to an offset follows.
fn ends_zone(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([':', ')', ']', ',', ';', '.', '*', '|'])
}

/// The sign at the start of a text, and the rest of it.
fn sign(text: &str) -> Option<(i32, &str)> {
    text.strip_prefix('+').map(|rest| (1, rest)).or_else(|| Some((-1, text.strip_prefix(['-', '−', '–'])?)))
}

/// An offset behind `UTC` as headings have it, with spaces or in words: ` – 3)`, `/GMT -4`, ` minus 3`. `None` if none follows.
fn spaced_offset(rest: &str) -> Option<(Option<TimeZone>, &str)> {
    let rest = ["/GMT", "/UTC"].iter().find_map(|name| rest.strip_prefix(name)).unwrap_or(rest).trim_start_matches(' ');
    let in_words =
        [("plus", 1), ("minus", -1)].into_iter().find_map(|(word, sign)| Some((sign, rest.strip_prefix(word)?)));
    let signed_by_mark = || sign(rest).or_else(|| Some((-1, rest.strip_prefix('—')?)));
    let (sign, figures) = in_words.or_else(signed_by_mark)?;
    let figures = figures.trim_start_matches(' ');
    match signed(sign, figures) {
        Some((zone, after)) if ends_zone(after) || in_words.is_some() => Some((Some(zone), after)),
        None if in_words.is_some() => Some((None, figures)),
        _ => None,
    }
}

/// Whether another figure follows an offset as its other choice: `UTC-7 or -8`, `utc-7/8`.
fn has_choice(rest: &str) -> bool {
    let other = rest
        .strip_prefix('/')
        .or_else(|| rest.strip_prefix(" or "))
        .map(|other| other.trim_start_matches(['-', '+', '−']));
    other.is_some_and(|other| other.starts_with(|c: char| c.is_ascii_digit()))
}

/// `+02:00`, `+0200`, `-7`.
#[must_use]
pub fn offset(text: &str) -> Option<(TimeZone, &str)> {
    let (sign, figures) = sign(text).filter(|_| !text.starts_with('–'))?;
    signed(sign, figures)
}

/// The figures of an offset with this sign.
fn signed(sign: i32, text: &str) -> Option<(TimeZone, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (hours, minutes, rest) = match digits(text) {
        4 => (&text[..2], &text[2..4], &text[4..]),
        n @ (1 | 2) => match text[n..].strip_prefix(':').filter(|rest| digits(rest) == 2) {
            Some(rest) => (&text[..n], &rest[..2], &rest[2..]),
            None => (&text[..n], "0", &text[n..]),
        },
        _ => return None,
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    if hours > 14 || minutes > 59 {
        return None;
    }
    Some((fixed(sign * (hours * 60 + minutes))?, rest))
}

fn fixed(minutes: i32) -> Option<TimeZone> {
    if minutes == 0 { Some(TimeZone::UTC) } else { Offset::from_seconds(minutes * 60).ok().map(TimeZone::fixed) }
}

/// The zone that a heading or a note names: `Timeline (all times UTC)`. Two different zones give `Zone::Several`.
#[must_use]
pub fn stated_in(text: &str) -> Option<Zone> {
    let mut found: Option<Zone> = None;
    let mut rest = text;
    while !rest.is_empty() {
        if let Some((zone, mut after)) = leading(rest) {
            let mut zone = zone;
            let word = &rest[..rest.len() - after.len()];
            if matches!(word.to_ascii_uppercase().as_str(), "UTC" | "GMT")
                && let Some((offset, behind)) = spaced_offset(after)
            {
                zone = offset.map_or_else(|| Zone::Several(text.trim().to_owned()), Zone::One);
                after = behind;
            } else if word.contains(|c: char| c.is_ascii_digit()) && has_choice(after) {
                return Some(Zone::Several(text.trim().to_owned()));
            }
            // A single `Z` is a letter.
            if rest.len() - after.len() > 1 {
                found = Some(match (found, zone) {
                    (None, zone) => zone,
                    // `UTC+1 (Zurich time)`: the offset is what the clocks of the city showed.
                    (Some(Zone::One(a)), Zone::One(b)) if is_offset_of(&a, &b) => Zone::One(a),
                    (Some(Zone::One(a)), Zone::One(b)) if is_offset_of(&b, &a) => Zone::One(b),
                    // `PST (UTC-7)`: people say the name of winter all year, the offset is what their clocks showed.
                    (Some(Zone::One(a)), Zone::One(b)) if is_offset_of_its_place(&a, &b) => Zone::One(b),
                    (Some(Zone::One(a)), Zone::One(b)) if !is_same(&a, &b) => Zone::Several(text.trim().to_owned()),
                    (Some(Zone::One(_) | Zone::Several(_)), Zone::One(one)) | (Some(Zone::One(one)), _) => {
                        Zone::One(one)
                    }
                    (Some(several), _) => several,
                });
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
