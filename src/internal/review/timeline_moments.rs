//! Written times of a whole list into moments.
//!
//! In: the lines of a timeline, and what the document says of day, year and zone. Out: a moment for each line, or none where more
//! than one could be meant: a moment that is not known is left out, never guessed.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::written_day::{self, Day};
use super::written_time::{Half, WrittenTime};
use base::zones::{self, Zone};

const HOUR: i64 = 3600;

/// What stands around a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    /// The day on which it begins.
    pub(super) day: Option<Date>,
    /// A day that is near, which tells the year.
    pub(super) near: Option<Date>,
    pub(super) zone: Option<Zone>,
    /// Whether days in figures begin with the day, where the document shows it.
    pub(super) day_first: Option<bool>,
}

/// A time and what stands above it.
#[derive(Debug, Clone)]
pub(super) struct Line<'t> {
    pub(super) time: WrittenTime<'t>,
    /// The day of the sub-heading, for the first line below it.
    pub(super) heading: Option<Day>,
    pub(super) half: Option<Half>,
}

/// The moments of the lines; none for a line without one.
pub(super) fn moments(lines: &[Line<'_>], around: &Around) -> Vec<Option<Timestamp>> {
    let zones = zones(lines, around);
    let marked = lines.iter().any(|line| line.time.half.is_some());
    let mut moments = vec![None; lines.len()];
    let mut day = around.day;
    let mut near = around.near.or(around.day);
    let mut run: Vec<Clock> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        if let Some(said) = line.time.day.or(line.heading) {
            place(&run, day, &mut moments);
            run.clear();
            day = date(said, near, around.day_first);
            near = day.or(near);
        }
        let half = line.time.half.or(line.half);
        let goes_on = goes_on(&line.time.rest);
        // Among clocks of twelve hours, one without its half means two.
        let doubtful =
            marked && half.is_none() && line.time.clock.is_some_and(|clock| (1..=12).contains(&clock.hour()));
        match (line.time.hours(line.half), &zones[n]) {
            (Some(clock), Some(zone)) if !doubtful && !goes_on => run.push(Clock { line: n, time: clock, zone }),
            _ => {}
        }
    }
    place(&run, day, &mut moments);
    moments
}

/// Whether the text behind a time goes on with a day or a half of it: `14:45 PM`, `21:55 PM PST Saturday Oct 30th: the wave`.
fn goes_on(rest: &str) -> bool {
    const WORDS: usize = 5;
    let words: Vec<_> = rest.split_whitespace().take(WORDS).collect();
    let half = words.first().is_some_and(|word| {
        let word = word.trim_end_matches([':', ',', '-', '.']);
        word.eq_ignore_ascii_case("am") || word.eq_ignore_ascii_case("pm")
    });
    half || !written_day::all_in(&words.join(" ")).is_empty()
}

/// A clock of a run of lines that begins on one day.
struct Clock<'z> {
    line: usize,
    time: Time,
    zone: &'z TimeZone,
}

/// The zone of each line. The first line's holds for those below that state none, where no other is stated.
fn zones(lines: &[Line<'_>], around: &Around) -> Vec<Option<TimeZone>> {
    let timed = || lines.iter().filter(|line| line.time.clock.is_some());
    let first = timed().next().and_then(|line| line.time.zone.clone());
    let one = timed().filter_map(|line| line.time.zone.as_ref()).all(|zone| Some(zone) == first.as_ref());
    let shared = around.zone.clone().or(first.filter(|_| one));
    let zone = |line: &Line<'_>| match line.time.zone.clone().or_else(|| shared.clone()) {
        Some(Zone::One(zone)) => Some(zone),
        _ => None,
    };
    lines.iter().map(zone).collect()
}

/// The date of a day as written.
pub(super) fn date(day: Day, near: Option<Date>, day_first: Option<bool>) -> Option<Date> {
    let (month, day, year) = match day {
        Day::Full(date) => return Some(date),
        Day::OfYear { month, day } => (month, day, None),
        Day::Figures { first, second, year } => {
            let by_size = if first > 12 { Some(true) } else { (second > 12).then_some(false) };
            let same = (first == second).then_some(true);
            if by_size.or(same).or(day_first)? { (second, first, year) } else { (first, second, year) }
        }
    };
    if let Some(year) = year {
        return Date::new(year, month, day).ok();
    }
    let near = near?;
    let years = [near.year() - 1, near.year(), near.year() + 1];
    let days = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|date| (*date - near).get_days().abs())
}

/// Whether days in figures begin with the day: what those show that can be read in one way only.
pub(super) fn day_first(days: &[Day]) -> Option<bool> {
    let mut shown = days.iter().filter_map(|day| match day {
        Day::Figures { first, .. } if *first > 12 => Some(true),
        Day::Figures { second, .. } if *second > 12 => Some(false),
        _ => None,
    });
    let first = shown.next()?;
    shown.all(|next| next == first).then_some(first)
}

/// Places a run of clocks that begins on `day`.
fn place(run: &[Clock<'_>], day: Option<Date>, moments: &mut [Option<Timestamp>]) {
    let Some(day) = day else { return };
    let on = |clock: &Clock<'_>, days: i32| {
        let day = day.checked_add(days.days()).ok()?;
        let at = day.to_datetime(clock.time).to_zoned(clock.zone.clone()).ok()?.timestamp();
        zones::holds(clock.zone, at).then_some(at)
    };
    let Some(bare) = run.iter().map(|clock| on(clock, 0)).collect::<Option<Vec<_>>>() else { return };
    let steps: Vec<_> = bare.windows(2).map(|pair| (pair[1].as_second() - pair[0].as_second()) / 60 * 60).collect();
    let up = steps.iter().filter(|step| **step > 0).count();
    let down = steps.iter().filter(|step| **step < 0).count();
    let mixed = run.windows(2).any(|pair| pair[0].zone != pair[1].zone);
    if down > 0 && mixed {
        return;
    }
    let newest_first = up == 0 && (down > 1 || steps.iter().all(|step| *step > -12 * HOUR));
    let by_24_hours = run.iter().any(|clock| clock.time.hour() > 12 || clock.time.hour() == 0);
    let mut days = 0;
    for (n, clock) in run.iter().enumerate() {
        let step = if n == 0 || newest_first { 0 } else { steps[n - 1] };
        if step < 0 {
            let shown = by_24_hours && down == 1 && (up >= 2 || clock.time.hour() == 0);
            let over_midnight = (step <= -12 * HOUR && up + 1 >= down) || (step <= -3 * HOUR && shown);
            // A little back is a line out of order; more could be either.
            if over_midnight {
                days += 1;
            } else if step <= -HOUR || down > up {
                return;
            }
        }
        moments[clock.line] = on(clock, days);
    }
}
