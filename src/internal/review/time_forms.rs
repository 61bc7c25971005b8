//! The forms in which times are written, for the hints of messages.

use jiff::tz::TimeZone;

use super::{written_day, written_time};
use base::zones::Zone;

/// The ways out that are not the same in every field.
pub(super) struct Hints {
    /// For a text of which nothing better can be said.
    pub(super) form: &'static str,
    /// For one without a digit, such as `TBD`.
    pub(super) unknown: &'static str,
    /// Whether the field takes a clock time without a day.
    pub(super) takes_clock: bool,
}

/// The hints for a moment of `times:`.
pub(super) const OF_MOMENT: Hints = Hints {
    form: "write a time as `2026-03-02T09:14Z` or `2026-03-02T09:14-07:00`",
    unknown: "take the key out until the time is known; one is written as `2026-03-02T09:14Z`",
    takes_clock: false,
};

/// The hints for an entry of `timeline:`, which must have a time.
pub(super) const OF_ENTRY: Hints = Hints {
    form: "write its clock time in quotes, `\"09:14\"`, or the day too, `2026-03-02T09:14Z`",
    unknown: "write its clock time, `\"09:14\"`; what has no time can be told in the text of the review",
    takes_clock: true,
};

/// The moment in the form that is read, if only its form is wrong: `2.3.2026 9:14 GMT+2` is `2026-03-02T09:14+02:00`. Without
/// an offset it can be read only beside a zone.
pub(super) fn in_form(text: &str, zone: Option<&TimeZone>) -> Option<String> {
    let odd = |c: char| matches!(c, ',' | ';' | '~' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2018}' | '\u{2019}');
    let plain = text.trim_matches(odd).replace(['\u{2212}', '\u{2013}'], "-").replace(" T", "T");
    let written = written_time::read(&plain).filter(|time| time.rest.is_empty() && time.until.is_none())?;
    let local = written_day::date(written.day?, None, None)?.to_datetime(written.hours(None)?);
    let written_clock = local.strftime(if local.second() == 0 { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%dT%H:%M:%S" });
    let offset = match written.zone {
        None => zone.map(|_| String::new())?,
        Some(Zone::One(zone)) if zone.to_fixed_offset().is_ok() => {
            local.to_zoned(zone).ok()?.strftime("%:z").to_string().replace("+00:00", "Z")
        }
        Some(_) => return None,
    };
    Some(format!("{written_clock}{offset}"))
}
