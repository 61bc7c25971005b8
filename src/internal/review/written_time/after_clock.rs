//! What follows a clock: its zone, its year, its day.

use jiff::civil::Date;

use super::WrittenTime;
use crate::review::written_day::{self, Day};
use base::text::YEARS;
use base::zones::{self, Zone};

/// A zone after a clock, in brackets or not, or an offset.
pub(super) fn zone_after<'t>(text: &'t str, time: &mut WrittenTime) -> &'t str {
    let spaced = text.trim_start_matches([' ', '*', '`']);
    let bracket = spaced.strip_prefix(['(', '[']);
    let inner = bracket.unwrap_or(spaced);
    if let Some((zone, rest)) = zones::leading(inner) {
        let closed = if bracket.is_some() { rest.strip_prefix([')', ']']) } else { Some(rest) };
        // The brackets of `10:00 (UTC, approx)` are kept.
        let Some(rest) = closed else { return text };
        time.zone.get_or_insert(zone);
        return rest;
    }
    let are_digits = |range| spaced.get(range).is_some_and(|part: &str| part.bytes().all(|b| b.is_ascii_digit()));
    let with_colon = spaced.get(3..4) == Some(":") && are_digits(4..6);
    // A hyphen begins an offset after a space, and in a moment in machine format: `2026-03-05T10:00:00-07:00`.
    let is_after_space = spaced.len() < text.len();
    let is_offset =
        spaced.starts_with('+') || (spaced.starts_with('-') && (is_after_space || (time.day.is_some() && with_colon)));
    if is_offset
        && (are_digits(1..5) || with_colon)
        && let Some((zone, rest)) = zones::offset(spaced)
    {
        time.zone.get_or_insert(Zone::One(zone));
        return rest;
    }
    text
}

/// The year after a clock, as machines write it: `Thu Mar 5 10:08:00 UTC 2026`.
pub(super) fn year_after<'t>(text: &'t str, time: &mut WrittenTime) -> &'t str {
    let Some(Day::OfYear { month, day }) = time.day.filter(|_| time.zone.is_some()) else { return text };
    let spaced = text.trim_start();
    let digits = spaced.bytes().take_while(u8::is_ascii_digit).count();
    let year = spaced.get(..digits).filter(|year| year.len() == 4).and_then(|year| year.parse().ok());
    let full = year.filter(|year| YEARS.contains(year)).and_then(|year| Date::new(year, month, day).ok());
    let Some(full) = full.filter(|_| spaced.len() < text.len()) else { return text };
    time.day = Some(Day::Full(full));
    &spaced[digits..]
}

/// A date after the clock: `23:50 (Oct 28)`, `23:50 on Oct 28`, `23:50, 2026-10-28`.
pub(super) fn day_after<'t>(text: &'t str, time: &mut WrittenTime) -> &'t str {
    let spaced = text.trim_start_matches([' ', ',']);
    let bracket = spaced.strip_prefix('(');
    let inner = bracket.unwrap_or(spaced);
    let named = inner.strip_prefix("on ").unwrap_or(inner);
    let Some((day, rest)) = written_day::leading(named) else { return text };
    let rest = if bracket.is_some() { rest.strip_prefix(')') } else { Some(rest) };
    match (rest, day) {
        (None, _) | (_, Day::Figures { year: None, .. }) => text,
        (Some(rest), day) => {
            time.day = Some(day);
            zone_after(rest, time)
        }
    }
}
