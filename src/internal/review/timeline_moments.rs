//! Resolves the written times of a whole list to moments, days and times of day.
//!
//! In: the lines of a timeline, and the day, year and zone that the document gives. Out: for each line what is certain about
//! its time. If more than one moment could be meant, there is none.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::When;
use super::written_day::{self, Day, date};
use super::written_time::{Half, WrittenTime};
use base::text::date_words;
use base::zones::{self, Zone};

const HOUR: i64 = 3600;

/// The context of a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    /// The day on which it begins.
    pub(super) day: Option<Date>,
    /// A day close to it, which determines the year.
    pub(super) near: Option<Date>,
    pub(super) zone: Option<Zone>,
    /// The start, from which times such as `T+15` are counted.
    pub(super) start: Option<Timestamp>,
    /// Whether numeric dates begin with the day, if the document shows it.
    pub(super) day_first: Option<bool>,
}

/// A written time with what the sub-heading above gives.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) time: WrittenTime,
    /// The day of the sub-heading above, for the first line below it.
    pub(super) heading: Option<Day>,
    /// Whether the sub-heading above names a day; for every line below it.
    pub(super) in_day: bool,
    pub(super) half: Option<Half>,
    /// The number of the day of the sub-heading above, for the first line below it: `Day 2`.
    pub(super) number: Option<i16>,
    /// Whether a sub-heading stands between it and the line before.
    pub(super) opens: bool,
}

/// For each line, what is certain about its time, and the words for it if it is not a moment.
pub(super) fn times(lines: &[Line], around: &Around) -> Vec<(When, String)> {
    let zones = zones(lines, around);
    let times = whens(lines, &zones, around);
    let time = |((line, zone), when): ((&Line, &Option<Zone>), When)| (when, stated(line, zone.as_ref(), when));
    lines.iter().zip(&zones).zip(times).map(time).collect()
}

fn whens(lines: &[Line], zones: &[Option<Zone>], around: &Around) -> Vec<When> {
    let marked = lines.iter().any(|line| line.time.half.is_some());
    let mut times = vec![When::Unsure; lines.len()];
    let mut day = around.day;
    let mut near = around.near.or(around.day);
    let mut near_row = None;
    let mut run = Vec::new();
    // Offsets that do not increase may be relative to the entry above.
    let counts_up = lines.iter().filter_map(|line| line.time.after_start).is_sorted();
    let mut day_of_heading = None;
    let mut counted = None;
    let mut is_said = false;
    for (n, line) in lines.iter().enumerate() {
        if let Some(number) = line.number.filter(|_| line.time.day.is_none()) {
            place(&run, day, is_said, &mut times);
            run.clear();
            // Days are counted from the one on which the list begins.
            let (first, begin) = *counted.get_or_insert((number, around.day.filter(|_| n == 0 && number <= 1)));
            day = begin.and_then(|begin: Date| begin.checked_add(i32::from(number - first).days()).ok());
            day_of_heading = day;
            is_said = true;
        } else if let Some(said) = line.time.day.or(line.heading) {
            place(&run, day, is_said, &mut times);
            run.clear();
            is_said = line.time.day.is_none();
            day = date(said, near, around.day_first)
                .filter(|day| !is_far(said, *day, near_row) || date(said, around.near, around.day_first) == Some(*day));
            near_row = day.or(near_row);
            near = day.or(near);
            day_of_heading = day.filter(|_| line.time.day.is_none());
        }
        if goes_on(&line.time.rest) {
            continue;
        }
        let half = line.time.half.or(line.half);
        // If other times are marked AM or PM, one without a mark is ambiguous.
        let doubtful =
            marked && half.is_none() && line.time.clock.is_some_and(|clock| (1..=12).contains(&clock.hour()));
        if let Some(seconds) = line.time.after_start {
            let at = around.start.filter(|_| counts_up).and_then(|start| start.checked_add(seconds.seconds()).ok());
            times[n] = at.map_or(When::Unsure, When::Moment);
            continue;
        }
        let alone = || {
            let of_heading = day_of_heading.filter(|_| line.in_day && line.time.text.is_empty());
            line.time.day.and(day).or(of_heading).map_or(When::Unsure, When::Day)
        };
        match line.time.hours(line.half) {
            Some(time) if !doubtful => {
                let own_day = line.time.day.is_some();
                run.push(Clock { line: n, time, zone: zones[n].as_ref(), own_day, opens: line.opens });
            }
            Some(_) => {}
            None => times[n] = alone(),
        }
    }
    place(&run, day, is_said, &mut times);
    times
}

/// Whether a day whose year is not written lies far from the day of a row above, which gave its year: where the document gives no
/// other, another year may be meant.
fn is_far(said: Day, day: Date, row: Option<Date>) -> bool {
    const LONGEST: i32 = 62;
    let has_year = matches!(said, Day::Full(_) | Day::Figures { year: Some(_), .. });
    !has_year && row.is_some_and(|row| (day - row).get_days().abs() > LONGEST)
}

/// The words for a time that is no moment: as written, with the half of the day and the zone that stand above it. A day that is
/// sure is shown beside them.
fn stated(line: &Line, zone: Option<&Zone>, when: When) -> String {
    let time = &line.time;
    let Some(clock) = time.clock else {
        return match when {
            When::Day(day) if time.text.is_empty() => date_words(day),
            _ => time.text.clone(),
        };
    };
    let mut words = if when.day().is_some() { time.dial.clone() } else { time.text.clone() };
    let half = line.half.filter(|_| time.half.is_none() && (1..=12).contains(&clock.hour()));
    words.push_str(match half {
        Some(Half::Morning) => " AM",
        Some(Half::Afternoon) => " PM",
        None => "",
    });
    if time.zone.is_none() {
        words.push_str(&zone.map(|zone| format!(" {}", zones::words(zone))).unwrap_or_default());
    }
    words.trim().to_owned()
}

/// Whether the text after a time continues with a day or AM or PM: `14:45 PM`, `21:55 PM PST Saturday Oct 30th: the wave`.
fn goes_on(rest: &str) -> bool {
    const WORDS: usize = 5;
    let words: Vec<_> = rest.split_whitespace().take(WORDS).collect();
    let half = words.first().is_some_and(|word| {
        let word = word.trim_end_matches([':', ',', '-', '.']);
        word.eq_ignore_ascii_case("am") || word.eq_ignore_ascii_case("pm")
    });
    // `24/7 desk called` and `10.0.0.0/8` are no days.
    let is_day = |day: &Day| !matches!(day, Day::Figures { year: None, .. });
    half || written_day::all_in(&words.join(" ")).iter().any(is_day)
}

/// A time of day in a run of lines that begins on one day.
struct Clock<'z> {
    line: usize,
    time: Time,
    zone: Option<&'z Zone>,
    /// Whether its line names the day.
    own_day: bool,
    /// Whether a sub-heading stands between it and the time before.
    opens: bool,
}

impl Clock<'_> {
    /// Its zone, if that is unambiguous.
    fn zone(&self) -> Option<&TimeZone> {
        match self.zone {
            Some(Zone::One(zone)) => Some(zone),
            _ => None,
        }
    }

    /// Its moment on a day, for comparing times of the same zone.
    fn on(&self, day: Date) -> Option<Timestamp> {
        let zone = self.zone().cloned().unwrap_or(TimeZone::UTC);
        Some(day.to_datetime(self.time).to_zoned(zone).ok()?.timestamp())
    }

    /// The moment that it shows on a day. In the night of a change of the clock a dial may show none, or two.
    fn moment(&self, day: Date) -> Option<Timestamp> {
        let at = day.to_datetime(self.time);
        self.zone()?.to_ambiguous_timestamp(at).unambiguous().ok()
    }

    /// What is certain about it on a day.
    fn when(&self, day: Option<Date>) -> When {
        let at = day.and_then(|day| self.moment(day));
        match (self.zone(), at) {
            (Some(zone), Some(at)) if zones::holds(zone, at) => When::Moment(at),
            (zone, _) => When::Clock { day, time: self.time, zone_is_sure: zone.is_some() && day.is_none() },
        }
    }
}

/// The zone of each line. The first line's zone applies to the lines that state none, if no other zone is stated.
pub(super) fn zones(lines: &[Line], around: &Around) -> Vec<Option<Zone>> {
    let timed = || lines.iter().filter(|line| line.time.clock.is_some());
    let first = timed().next().and_then(|line| line.time.zone.clone());
    let one = timed().filter_map(|line| line.time.zone.as_ref()).all(|zone| Some(zone) == first.as_ref());
    let shared = around.zone.clone().or(first.filter(|_| one));
    lines.iter().map(|line| line.time.zone.clone().or_else(|| shared.clone())).collect()
}

/// Resolves a run of times that begins on `day`. Where a time could be on more than one day, so could those before it, unless `is_said`:
/// the sub-heading above them names the day.
fn place(run: &[Clock<'_>], day: Option<Date>, is_said: bool, times: &mut [When]) {
    let (days, is_broken) = days_on(run, day);
    let days = if is_broken && !is_said { Vec::new() } else { days };
    for (n, clock) in run.iter().enumerate() {
        let later = days.get(n).copied().or((n == 0 && clock.own_day).then_some(0));
        let Some(later) = later else { return };
        let on = day.and_then(|day| day.checked_add(later.days()).ok());
        times[clock.line] = clock.when(on);
    }
}

/// How many days after the first of a run each time is, up to the first that could be on more than one day, and whether the times before
/// that one are in doubt as well.
fn days_on(run: &[Clock<'_>], day: Option<Date>) -> (Vec<i32>, bool) {
    const NONE: (Vec<i32>, bool) = (Vec::new(), true);
    // Without a day, only the order decides whether the times can be resolved.
    let some_day = day.unwrap_or(Date::constant(2001, 1, 1));
    let Some(bare) = run.iter().map(|clock| clock.on(some_day)).collect::<Option<Vec<_>>>() else { return NONE };
    let steps: Vec<_> = bare.windows(2).map(|pair| (pair[1].as_second() - pair[0].as_second()) / 60 * 60).collect();
    let up = steps.iter().filter(|step| **step > 0).count();
    let down = steps.iter().filter(|step| **step < 0).count();
    let mixed = run.windows(2).any(|pair| pair[0].zone != pair[1].zone);
    let comparable = !mixed || run.iter().all(|clock| clock.zone().is_some());
    if mixed && (down > 0 || !comparable) {
        return NONE;
    }
    let newest_first = up == 0 && (down > 1 || steps.iter().all(|step| *step > -12 * HOUR));
    let by_24_hours = run.iter().any(|clock| clock.time.hour() > 12 || clock.time.hour() == 0);
    // Of a list with the newest first, midnight is a leap to the evening: `00:20`, `23:50`, `23:20`.
    let has_leap = steps.iter().any(|step| *step >= 12 * HOUR);
    if has_leap && down > 0 && down >= up {
        return NONE;
    }
    let mut days = vec![0; run.len().min(1)];
    let mut later = 0;
    for (n, step) in steps.iter().copied().enumerate() {
        if step < 0 && !newest_first {
            // From an evening to a morning. A smaller step back may lead to another day, or to a line out of order.
            let over_midnight = step <= -12 * HOUR && up + 1 >= down && !run[n + 1].opens;
            if over_midnight {
                later += 1;
            } else if step <= -HOUR || down > up {
                // The times may be twelve-hour times, and then the earlier ones are ambiguous as well.
                let is_plain = step > -3 * HOUR && up > down && !has_leap;
                return if by_24_hours { (days, !is_plain) } else { NONE };
            }
        }
        days.push(later);
    }
    (days, false)
}
