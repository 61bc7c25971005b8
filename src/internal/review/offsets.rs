//! Offsets from UTC that a front matter writes its times with, for the clock times among them.

use jiff::Timestamp;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};

use super::times::parse_moment;
use base::yaml::{Fields, Node};

/// What the clock times of a timeline are read in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clocks {
    /// One zone, or the offset that all times share.
    In(TimeZone),
    /// The times have several offsets, so that a clock time could mean several moments.
    Unknown,
}

impl Clocks {
    /// The zone if the review or the library states one, or else the offset of the times.
    pub(super) fn of(fields: &Fields<'_>, zone: Option<&TimeZone>) -> Self {
        if let Some(zone) = zone {
            return Self::In(zone.clone());
        }
        let mut offsets = written(fields).map(|(_, offset)| offset);
        let first = offsets.next().unwrap_or(Offset::UTC);
        if offsets.all(|offset| offset == first) { Self::In(TimeZone::fixed(first)) } else { Self::Unknown }
    }
}

/// The library's zone for a review that states none; or the offset that its times share, if the library's zone has
/// another one at each of these moments. Times in UTC say nothing about the place.
pub(super) fn zone_here(fields: &Fields<'_>, library: &TimeZone) -> TimeZone {
    let written: Vec<_> = written(fields).collect();
    let Some((_, first)) = written.first() else { return library.clone() };
    let is_elsewhere =
        |(moment, offset): &(Timestamp, Offset)| offset == first && library.to_offset(*moment) != *offset;
    if *first != Offset::UTC && written.iter().all(is_elsewhere) { TimeZone::fixed(*first) } else { library.clone() }
}

/// The times of `times:` and of the entries that are written with an offset.
fn written(fields: &Fields<'_>) -> impl Iterator<Item = (Timestamp, Offset)> {
    let mut offsets = Vec::new();
    if let Some(times) = fields.get("times")
        && let Some(times) = times.any_fields(&mut Vec::new())
    {
        offsets.extend(times.entries().filter_map(|(_, node)| of_node(&node)));
    }
    if let Some(timeline) = fields.get("timeline") {
        for item in timeline.items() {
            let entry = item.any_fields(&mut Vec::new());
            offsets.extend(entry.and_then(|entry| of_node(&entry.get("at")?)));
        }
    }
    offsets.into_iter()
}

fn of_node(node: &Node<'_>) -> Option<(Timestamp, Offset)> {
    of(&node.as_text()?)
}

/// A moment and the offset that it is written with; `UTC` and `GMT` count as offsets.
pub(super) fn of(text: &str) -> Option<(Timestamp, Offset)> {
    let moment = parse_moment(text, None).ok()?;
    let pieces = Pieces::parse(text).ok();
    Some((moment, pieces.and_then(|pieces| pieces.to_numeric_offset()).unwrap_or(Offset::UTC)))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{Clocks, of, zone_here};
    use base::yaml::Document;

    fn clocks(yaml: &str) -> String {
        let document = Document::parse("a.md", yaml, 0..yaml.len()).unwrap();
        let root = document.root();
        match Clocks::of(&root.any_fields(&mut Vec::new()).unwrap(), None) {
            Clocks::In(zone) => zone.to_fixed_offset().unwrap().to_string(),
            Clocks::Unknown => "unknown".to_owned(),
        }
    }

    #[test]
    fn clocks_take_the_offset_that_all_times_share() {
        for (yaml, offset) in [
            ("times: {started: 2026-03-02T09:14-07:00, resolved: 2026-03-02T10:00-07:00}\n", "-07"),
            ("times: {started: 2026-03-02T09:14Z, resolved: 2026-03-02 10:00 UTC}\n", "+00"),
            ("times: {started: 2026-03-02 09:14 GMT}\n", "+00"),
            ("times: {started: 2026-03-08T01:14-07:00, resolved: 2026-03-08T03:00-06:00}\n", "unknown"),
            ("timeline:\n  - {at: 2026-03-02T09:14+05:30, what: a}\n  - {at: \"09:20\", what: b}\n", "+05:30"),
            ("times: {started: 2026-03-02T09:14Z}\ntimeline:\n  - {at: 2026-03-02T10:14+01:00, what: a}\n", "unknown"),
            ("times: {started: soon, resolved: 2026-03-02T10:00+01:00}\n", "+01"),
            ("title: A\n", "+00"),
        ] {
            assert_eq!(clocks(yaml), offset, "{yaml}");
        }
    }

    #[test]
    fn a_stated_zone_is_the_zone_of_clocks() {
        let yaml = "times: {started: 2026-03-02T09:14-07:00, resolved: 2026-03-02T10:00Z}\n";
        let document = Document::parse("a.md", yaml, 0..yaml.len()).unwrap();
        let root = document.root();
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        assert_eq!(Clocks::of(&root.any_fields(&mut Vec::new()).unwrap(), Some(&zone)), Clocks::In(zone.clone()));
    }

    #[test]
    fn the_zone_of_the_library_is_not_that_of_times_with_another_offset() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        for (yaml, offset) in [
            ("times: {started: 2026-03-02T09:14-07:00, resolved: 2026-03-02T10:00-07:00}\n", Some("-07")),
            ("times: {started: 2026-03-02T09:14-07:00, resolved: 2026-03-02T19:00+01:00}\n", None),
            ("times: {started: 2026-03-02T09:14+01:00}\n", None),
            ("times: {started: 2026-07-02T09:14+01:00}\n", Some("+01")),
            ("times: {started: 2026-03-02T09:14Z, resolved: 2026-03-02 10:00}\n", None),
            ("times: {started: 2026-03-02T09:14-07:00, resolved: 2026-03-02 10:00}\n", Some("-07")),
            ("title: A\n", None),
        ] {
            let document = Document::parse("a.md", yaml, 0..yaml.len()).unwrap();
            let root = document.root();
            let zone = zone_here(&root.any_fields(&mut Vec::new()).unwrap(), &berlin);
            assert_eq!(zone.to_fixed_offset().ok().map(|offset| offset.to_string()).as_deref(), offset, "{yaml}");
        }
    }

    #[test]
    fn a_clock_and_a_day_have_no_offset() {
        assert_eq!((of("09:14"), of("2026-03-02"), of("2026-03-02T09:14")), (None, None, None));
    }
}
