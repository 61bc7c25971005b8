//! Offsets from UTC: `+02:00`, `-7`, and after `UTC` as people write them: `UTC -3`, `UTC – 3`, `UTC minus 3`.
//!
//! In: a text. Out: the offset at its start. What begins as one and can be none is said to be unreadable, and never left out: the time
//! would be taken for one of UTC.

use jiff::tz::{Offset, TimeZone};

/// Where a zone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// After a time, before what happened then.
    Row,
    /// In a heading or a sentence about times.
    Note,
}

/// What follows `UTC`.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum AfterUtc<'t> {
    Nothing,
    Offset(TimeZone, &'t str),
    /// It begins as an offset and can be none, or may be one of two: `+25`, `plus two`, `-7 or -8`.
    Unreadable(&'t str),
}

/// Words for signs, in the languages of reviews.
const SIGNS: [(&str, i32); 13] = [
    ("minus", -1),
    ("moins", -1),
    ("menos", -1),
    ("meno", -1),
    ("минус", -1),
    ("マイナス", -1),
    ("plus", 1),
    ("más", 1),
    ("mais", 1),
    ("più", 1),
    ("плюс", 1),
    ("プラス", 1),
    ("±", 0),
];

/// Words between two offsets of which either may be meant.
const OR: [&str; 11] = ["/", "or ", "and ", "oder ", "und ", "ou ", "et ", "o ", "y ", "lub ", "или "];

const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

/// `+02:00`, `+0200`, `-7`.
#[must_use]
pub fn offset(text: &str) -> Option<(TimeZone, &str)> {
    let first = text.chars().next()?;
    let sign = match first {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let (minutes, rest) = amount(&text[first.len_utf8()..])?;
    Some((from_utc(sign * minutes)?, rest))
}

/// What follows `UTC` or `GMT`.
pub(super) fn after_utc(rest: &str, place: Place) -> AfterUtc<'_> {
    let is_note = place == Place::Note;
    let spaced = rest.trim_start_matches(SPACES);
    let Some((sign, is_dash, signed)) = sign(spaced) else { return AfterUtc::Nothing };
    let number = signed.trim_start_matches(SPACES);
    let is_parted = number.len() < signed.len();
    if spaced.starts_with('—') && !is_note || is_parted && is_dash && !is_note {
        return AfterUtc::Nothing;
    }
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
    if after.len() == number.len() {
        // `UTC - all of them` has a dash between words, `UTC plus two` an offset in words.
        let is_cut = is_dash || !is_note;
        return if is_cut { AfterUtc::Nothing } else { AfterUtc::Unreadable(number) };
    }
    let written = &number[..number.len() - after.len()];
    // `10:00 UTC-11:00 UTC` and `UTC – 11:00` end a span, `UTC - 2024-06-07` is followed by a day.
    let is_span =
        written.contains(':') && is_dash && (is_parted || names_utc(after) || spaced.starts_with('–') && !is_note);
    let is_day = is_dash && is_parted && (written.len() > 2 && !written.contains(':') || is_day_mark(after));
    if is_span || is_day {
        return AfterUtc::Nothing;
    }
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '%') && !is_decimal(rest);
    let read = amount(number).map(|(minutes, rest)| (minutes, past_hours(rest))).filter(|(_, rest)| ends(rest));
    // `UTC - 3 hosts` and `UTC - 3 June` are no offsets for sure.
    let is_word = |rest: &str| rest.trim_start().starts_with(char::is_alphabetic) && !is_or(rest);
    let zone = read.and_then(|(minutes, rest)| {
        let is_open = is_dash && is_parted && is_word(rest) || is_note && is_or(rest) || sign == 0 && minutes != 0;
        Some((from_utc(sign * minutes).filter(|_| !is_open)?, rest))
    });
    match zone {
        Some((zone, rest)) => AfterUtc::Offset(zone, rest),
        None if is_note => AfterUtc::Unreadable(after),
        None => AfterUtc::Nothing,
    }
}

/// Whether the name of what cannot be read is that of UTC with more after it.
pub(super) fn is_begun(name: &str) -> bool {
    name.len() > 3 && name.get(..3).is_some_and(|start| matches!(start.to_ascii_uppercase().as_str(), "UTC" | "GMT"))
}

/// The sign at the start of a text, whether it is a dash, and the rest.
fn sign(text: &str) -> Option<(i32, bool, &str)> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    match first {
        '+' | '＋' => return Some((1, false, rest)),
        '-' | '–' | '—' | '−' | '‐' | '‑' | '－' => return Some((-1, true, rest)),
        _ => {}
    }
    let (word, sign) =
        SIGNS.iter().find(|(word, _)| text.get(..word.len()).is_some_and(|lead| lead.to_lowercase() == **word))?;
    let rest = &text[word.len()..];
    (!rest.starts_with(char::is_alphabetic)).then_some((*sign, false, rest))
}

/// Minutes of `2`, `02`, `0200`, `2:00`, and the rest.
fn amount(text: &str) -> Option<(i32, &str)> {
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
    (minutes < 60).then_some((hours * 60 + minutes, rest))
}

/// A zone of an offset that some place has: from twelve hours behind UTC to fourteen ahead of it.
fn from_utc(minutes: i32) -> Option<TimeZone> {
    if (-12 * 60..=14 * 60).contains(&minutes) { fixed(minutes) } else { None }
}

pub(super) fn fixed(minutes: i32) -> Option<TimeZone> {
    if minutes == 0 { Some(TimeZone::UTC) } else { Offset::from_seconds(minutes * 60).ok().map(TimeZone::fixed) }
}

/// The text after a word for hours: `UTC+2h`, `UTC +2 hours`.
fn past_hours(rest: &str) -> &str {
    let words = [" hours", "hours", " hrs", "hrs", " h", "h"];
    let after = words.iter().find_map(|word| rest.strip_prefix(word));
    after.filter(|after| !after.starts_with(char::is_alphanumeric)).unwrap_or(rest)
}

fn is_decimal(rest: &str) -> bool {
    rest.strip_prefix(['.', ',']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a number is followed by another as in a day: `7.6.2024`, `2024-06-07`.
fn is_day_mark(rest: &str) -> bool {
    rest.strip_prefix(['-', '/', '.']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn names_utc(rest: &str) -> bool {
    let spaced = rest.trim_start();
    ["UTC", "GMT"].iter().any(|name| spaced.get(..name.len()).is_some_and(|lead| lead.eq_ignore_ascii_case(name)))
}

/// Whether another number follows of which either may be meant: `UTC-7/8`, `UTC-7 or -8`.
fn is_or(rest: &str) -> bool {
    let other = OR.iter().find_map(|word| rest.trim_start_matches([' ', ',', 'h']).strip_prefix(word));
    let number = other.map(|other| other.trim_start_matches(|c: char| matches!(c, ' ' | '+') || "-–−".contains(c)));
    number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use crate::zones::{Zone, leading, stated_in};

    fn shown(zone: Option<Zone>) -> String {
        match zone {
            None => "none".to_owned(),
            Some(Zone::Several(_)) => "several".to_owned(),
            Some(Zone::One(zone)) => zone.to_offset(jiff::Timestamp::UNIX_EPOCH).to_string(),
        }
    }

    #[test]
    fn an_offset_after_utc_is_never_left_out() {
        for (text, wanted) in [
            ("(UTC -3)", "-03"),
            ("Times: GMT - 3.", "-03"),
            ("(UTC – 3)", "-03"),
            ("(UTC–3)", "-03"),
            ("(UTC—3)", "-03"),
            ("(UTC\u{a0}-\u{a0}3)", "-03"),
            ("(UTC‑3)", "-03"),
            ("(GMT -5)", "-05"),
            ("Time (GMT–3)", "-03"),
            ("(UTC/GMT -4)", "-04"),
            ("(UTC + 2)", "+02"),
            ("(UTC + 2 h)", "+02"),
            ("(UTC – 3 hours)", "-03"),
            ("(UTC+2h)", "+02"),
            ("(UTC minus 3)", "-03"),
            ("(UTC moins 3)", "-03"),
            ("(UTC más 2)", "+02"),
            ("(utc PLUS 5:30)", "+05:30"),
            ("(UTC –03:00)", "-03"),
            ("(UTC±0)", "+00"),
            ("(UTC) - 3 hosts", "+00"),
            ("UTC - 2024-06-07", "+00"),
            ("UTC - the first day", "+00"),
            ("from 10:00 UTC-11:00 UTC", "+00"),
            ("UTC+0530", "+05:30"),
        ] {
            assert_eq!(shown(stated_in(text)), wanted, "{text}");
        }
        for text in [
            "(UTC+25)",
            "(UTC -13)",
            "(UTC plus two)",
            "(UTC+5.5)",
            "(UTC±3)",
            "(UTC-7 or -8)",
            "(utc-7/8)",
            "(UTC+1 oder +2)",
            "UTC - 3 hosts",
            "UTC - 3 June",
            "CEST (UTC+1)",
            "(PDT, UTC-8)",
            "UTC+25 CET",
        ] {
            assert_eq!(shown(stated_in(text)), "several", "{text}");
        }
    }

    #[test]
    fn after_a_time_a_dash_before_a_space_is_no_sign() {
        for (text, wanted, after) in [
            ("UTC -3 logins fail", "-03", " logins fail"),
            ("GMT -5: paged", "-05", ": paged"),
            ("UTC–3 paged", "-03", " paged"),
            ("UTC +2 paged", "+02", " paged"),
            ("UTC - 3 hosts fail", "+00", " - 3 hosts fail"),
            ("UTC – 3 hosts fail", "+00", " – 3 hosts fail"),
            ("UTC—3 hosts fail", "+00", "—3 hosts fail"),
            ("UTC -5% of traffic", "+00", " -5% of traffic"),
            ("UTC -50 hosts", "+00", " -50 hosts"),
            ("UTC–11:00 UTC", "+00", "–11:00 UTC"),
            ("UTC-11:00 UTC", "+00", "-11:00 UTC"),
        ] {
            let (zone, rest) = leading(text).unwrap();
            assert_eq!((shown(Some(zone)).as_str(), rest), (wanted, after), "{text}");
        }
    }
}
