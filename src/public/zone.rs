//! Times in the readers' own time zone, in addition to UTC.

use jiff::tz::TimeZone;

use super::Masthead;

/// The zone that the policy names; `None` if it names none or UTC, in which every time is shown anyway.
pub(crate) fn of(masthead: &Masthead) -> Option<TimeZone> {
    let zone = TimeZone::get(masthead.timezone.as_ref()?.as_str()).ok()?;
    (zone != TimeZone::UTC && !matches!(zone.iana_name(), Some("UTC" | "Etc/UTC" | "Etc/GMT" | "Zulu" | "Etc/Zulu")))
        .then_some(zone)
}
