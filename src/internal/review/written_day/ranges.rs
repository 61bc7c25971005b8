//! Ranges of days, of which the month or the year may stand at the end alone: `7–8 June 2024`, `June 30 - July 2, 2024`.

use jiff::civil::Date;

use super::{Day, leading as day_at, number, past_weekday};
use crate::review::languages::timelines::UP_TO_DAY;
use base::text::YEARS;

/// The first and the last day of the range at the start of a text, and the rest.
pub(super) fn leading(text: &str) -> Option<(Day, Day, &str)> {
    of_numbers(text).or_else(|| of_days(text))
}

/// `7–8 June 2024`, `7.–8. Juni 2024`, `07./08.06.2024`, `7 au 9 juin 2024`: the month follows the second day.
fn of_numbers(text: &str) -> Option<(Day, Day, &str)> {
    let (first, rest) = number(past_weekday(text)).filter(|(digits, _)| digits.len() <= 2)?;
    let rest = ["st", "nd", "rd", "th", "."].iter().find_map(|end| rest.strip_prefix(end)).unwrap_or(rest);
    let end = past_joint(rest, true)?;
    // `5/10.` is a day and the beginning of something else.
    let (until, rest) = day_at(end)?;
    let first: i8 = first.parse().ok().filter(|day| *day >= 1)?;
    let begin = match until {
        Day::Full(until) if first < until.day() => Day::Full(Date::new(until.year(), until.month(), first).ok()?),
        Day::OfYear { month, day } if first < day => Day::OfYear { month, day: first },
        _ => return None,
    };
    Some((begin, until, rest))
}

/// `June 30 - July 2, 2024`, `2024-06-07 to 2024-06-09`, `June 7-8, 2024`.
fn of_days(text: &str) -> Option<(Day, Day, &str)> {
    let (begin, rest) = day_at(text)?;
    let end = past_joint(rest, false)?;
    let (until, rest) = match (begin, day_at(end)) {
        (_, Some((until, rest))) => (until, rest),
        (Day::OfYear { month, .. }, None) => of_month(month, end)?,
        _ => return None,
    };
    let begin = match (begin, until) {
        (Day::OfYear { month, day }, Day::Full(until)) => {
            let year = until.year() - i16::from((month, day) > (until.month(), until.day()));
            Day::Full(Date::new(year, month, day).ok()?)
        }
        (Day::Full(begin), Day::Full(until)) if begin > until => return None,
        // `10/28 - 10/29/2026`: the year is that of the end.
        (Day::Figures { first, second, year: None }, Day::Figures { year, .. }) => Day::Figures { first, second, year },
        _ => begin,
    };
    Some((begin, until, rest))
}

/// The day of a month whose name stands before the first day: `8, 2024`.
fn of_month(month: i8, end: &str) -> Option<(Day, &str)> {
    let (day, rest) = number(end).filter(|(day, _)| day.len() <= 2)?;
    let (year, rest) = number(rest.trim_start_matches([',', ' ']))?;
    let date = Date::new(year.parse().ok()?, month, day.parse().ok()?).ok();
    let is_clock = rest.strip_prefix(':').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    Some((Day::Full(date.filter(|date| YEARS.contains(&date.year()) && !is_clock)?), rest))
}

/// The text after what joins the days of a range. A slash does so only between the numbers of two days.
fn past_joint(text: &str, takes_slash: bool) -> Option<&str> {
    let spaced = text.trim_start();
    let dash = spaced.strip_prefix(['-', '–', '—', '~', '〜', '～', '−']);
    let slash = || spaced.strip_prefix('/').filter(|_| takes_slash);
    let word = || {
        let is_parted = spaced.len() < text.len();
        UP_TO_DAY.iter().find_map(|word| spaced.strip_prefix(word)).filter(|_| is_parted)
    };
    Some(past_weekday(dash.or_else(slash).or_else(word)?.trim_start()))
}

#[cfg(test)]
mod tests {
    use crate::review::written_day::{Day, all_in, begun_in};

    #[test]
    fn a_range_begins_on_its_first_day() {
        for (text, wanted) in [
            ("Outage 7–8 June 2024", "2024-06-07"),
            ("Outage, June 7-8, 2024", "2024-06-07"),
            ("Outage, June 30 - July 2, 2024", "2024-06-30"),
            ("Outage, December 30 - January 2, 2025", "2024-12-30"),
            ("Ausfall vom 7.–8. Juni 2024", "2024-06-07"),
            ("Ausfall 07./08.06.2024", "2024-06-07"),
            ("Outage 2024-06-07 to 2024-06-09", "2024-06-07"),
            ("7 to 9 June 2024", "2024-06-07"),
            ("7th and 8th June 2024", "2024-06-07"),
            ("7/8 June 2024", "2024-06-07"),
            ("30 June to 2 July 2024", "2024-06-30"),
            ("Panne du 7 au 9 juin 2024", "2024-06-07"),
            ("Awaria 7–8 czerwca 2024", "2024-06-07"),
            ("Сбой 7–8 июня 2024", "2024-06-07"),
            ("Fri 7 – Sat 8 June 2024", "2024-06-07"),
            ("Caída del 7 al 9 de junio de 2024", "2024-06-07"),
        ] {
            assert_eq!(begun_in(text), [Day::Full(wanted.parse().unwrap())], "{text}");
            assert_eq!(all_in(text).len(), 2, "{text}");
        }
        for (text, days) in [
            ("8 June 2024", 1),
            ("7 hosts, 8 June 2024", 1),
            ("June 7, 2024 and June 9, 2025 were quiet", 1),
            ("2024-06-09, 2024-06-07", 2),
            ("June 7 - 8:30 paged", 1),
            ("9–8 June 2024", 1),
        ] {
            assert_eq!(begun_in(text).len(), days, "{text}");
        }
    }
}
