//! What a clock is called: the same in plots, tables and sentences, so that one clock has one name on a page.
//!
//! In: a zone and a moment. Out: the place, else the abbreviation of summer or winter time, else the offset.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::zones::seasonal;

/// `Denver` for `America/Denver`, `CET`, else `UTC-7`; `None` for UTC itself.
#[must_use]
pub fn short(at: Timestamp, zone: &TimeZone) -> Option<String> {
    if let Some(name) = zone.iana_name() {
        let is_utc = matches!(name, "UTC" | "Etc/UTC" | "Etc/GMT" | "GMT");
        return (!is_utc).then(|| name.rsplit('/').next().unwrap_or(name).replace('_', " "));
    }
    seasonal(zone).map(|(name, _)| name.to_owned()).or_else(|| offset(at, zone))
}

/// `Denver (UTC-7)` between two moments, `Denver (UTC-7, later UTC-6)` where the offset changes, `UTC-7` for an offset;
/// `None` for UTC itself.
#[must_use]
pub fn in_full(first: Timestamp, last: Timestamp, zone: &TimeZone) -> Option<String> {
    let name = short(first, zone)?;
    let named = |at| offset(at, zone).unwrap_or_else(|| "UTC".to_owned());
    let (before, after) = (named(first), named(last));
    if before == name {
        return Some(name);
    }
    let later = if before == after { String::new() } else { format!(", later {after}") };
    Some(format!("{name} ({before}{later})"))
}

/// `UTC-7`, `UTC+5:30`; `None` for UTC.
fn offset(at: Timestamp, zone: &TimeZone) -> Option<String> {
    let seconds = zone.to_offset(at).seconds();
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = if minutes == 0 { String::new() } else { format!(":{minutes:02}") };
    (seconds != 0).then(|| format!("UTC{sign}{hours}{minutes}"))
}

#[cfg(test)]
mod tests {
    use super::{in_full, short};
    use jiff::Timestamp;
    use jiff::tz::{Offset, TimeZone};

    #[test]
    fn a_clock_is_named_by_its_place_its_abbreviation_or_its_offset() {
        let winter: Timestamp = "2026-03-02T16:04:00Z".parse().unwrap();
        let summer: Timestamp = "2026-03-12T16:04:00Z".parse().unwrap();
        let denver = TimeZone::get("America/Denver").unwrap();
        assert_eq!(short(winter, &denver).as_deref(), Some("Denver"));
        assert_eq!(in_full(winter, winter, &denver).as_deref(), Some("Denver (UTC-7)"));
        assert_eq!(in_full(winter, summer, &denver).as_deref(), Some("Denver (UTC-7, later UTC-6)"));
        let cet = crate::zones::named("CET").unwrap();
        assert_eq!(in_full(winter, winter, &cet).as_deref(), Some("CET (UTC+1)"));
        let india = TimeZone::fixed(Offset::from_seconds(19_800).unwrap());
        assert_eq!(in_full(winter, winter, &india).as_deref(), Some("UTC+5:30"));
        assert_eq!((short(winter, &TimeZone::UTC), in_full(winter, summer, &TimeZone::UTC)), (None, None));
    }
}
