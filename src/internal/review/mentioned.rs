//! What the whole body of a review says of days and zones.
//!
//! In: a body. Out: its days, and the zone that it states for all times. A body is read once, however many timelines it has.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::languages::names;
use super::languages::words::words;
use super::stated_zone;
use super::written_day::{self, Day};
use base::zones::Zone;

/// Days and zones of a body.
#[derive(Debug, Clone)]
pub struct Mentioned {
    /// Every day, in order, as far as it is written.
    pub(super) days: Vec<Day>,
    /// Those with a year whose order is sure.
    pub(super) full: BTreeSet<Date>,
    /// The zone that a line states for all times, wherever it stands; none where two lines differ.
    pub(super) zone: Option<Zone>,
}

impl Mentioned {
    pub(super) fn read(body: &str) -> Self {
        let days = written_day::all_in(body);
        let full = days.iter().filter_map(|day| if let Day::Full(day) = day { Some(*day) } else { None }).collect();
        Self { days, full, zone: zone_of_all(body) }
    }
}

fn zone_of_all(body: &str) -> Option<Zone> {
    let mut zones = body.lines().filter(|line| is_about_all_times(line)).filter_map(stated_zone::in_note);
    let first = zones.next()?;
    zones.all(|zone| zone == first).then_some(first)
}

/// Whether a line has a clause that begins with words such as *all times*.
fn is_about_all_times(line: &str) -> bool {
    const LONGEST: usize = 400;
    if line.contains("All times") || line.contains("all times") {
        return true;
    }
    let ends = |c: char| matches!(c, '.' | ';' | ',' | '(' | '*' | '_' | '–' | '—' | '。' | '，' | '（' | '|' | '・');
    line.len() <= LONGEST && line.split(ends).any(is_clause_about_all_times)
}

fn is_clause_about_all_times(clause: &str) -> bool {
    /// Characters in which such words stand; all others of a body need not be read for this.
    const LEAD: usize = 60;
    let clause = clause.trim_start_matches(|c: char| !c.is_alphanumeric());
    // `3 times in an hour` is a number of times.
    if clause.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let lead = clause.char_indices().nth(LEAD).map_or(clause, |(at, _)| &clause[..at]);
    names::after("all times", &words(lead)).is_some()
}

#[cfg(test)]
mod tests {
    use super::Mentioned;

    fn has_zone(text: &str) -> bool {
        Mentioned::read(text).zone.is_some()
    }

    #[test]
    fn a_line_states_the_zone_of_all_times() {
        for text in [
            "All times are UTC.",
            "It fell (all times UTC).",
            "Heures en CET.",
            "時刻はすべて日本時間です。",
            "Alle Zeiten in MEZ",
        ] {
            assert!(has_zone(text), "{text}");
        }
        for text in [
            "It fell three times in Berlin.",
            "Times are local.",
            "It fell at 10:00 UTC.",
            "It fell, 3 times in UTC hours.",
        ] {
            assert!(!has_zone(text), "{text}");
        }
        assert!(!has_zone("All times UTC\n\nAll times CET\n"));
    }
}
