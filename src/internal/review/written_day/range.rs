//! Several days written as one: `5-9 March 2026`, `June 30 - July 2, 2024`.

use jiff::civil::Date;

use super::{Day, leading};

/// Words and signs between the first day and the last.
const BETWEEN: [&str; 18] = [
    "-", "–", "—", "/", "to ", "and ", "until ", "bis ", "und ", "au ", "et ", "al ", "a ", "e ", "y ", "do ", "по ",
    "tot ",
];

/// Most days from the first day to the last; days further apart are two.
const LONGEST: i32 = 14;

/// The first day of a range at the start of a text, with the year that stands at its end, and the text behind the range.
pub(in crate::review) fn range(text: &str) -> Option<(Day, &str)> {
    beginning(leading(text), text)
}

/// The same, where the day at the start of the text has been read.
pub(super) fn beginning<'t>(one: Option<(Day, &'t str)>, text: &'t str) -> Option<(Day, &'t str)> {
    match one {
        Some((Day::OfYear { month, day }, rest)) => of_month(month, day, rest),
        Some((Day::Full(first), rest)) => {
            let (end, rest) = leading(past_between(rest)?)?;
            let is_near = |end: Date| (0..=LONGEST).contains(&(end - first).get_days());
            matches!(end, Day::Full(end) if is_near(end)).then_some((Day::Full(first), rest))
        }
        Some(_) => None,
        None => of_days(text),
    }
}

/// `March 5-9, 2026`, `June 30 - July 2, 2024`: the text behind the first day.
fn of_month(month: i8, day: i8, rest: &str) -> Option<(Day, &str)> {
    let end = past_between(rest)?;
    let digits = end.bytes().take_while(u8::is_ascii_digit).count();
    let (year, rest) = if let Some((Day::Full(last), rest)) = leading(end) {
        (last.year() - i16::from(last.month() < month), rest)
    } else {
        let year = end[digits..].trim_start_matches([',', '.', ' ']);
        (year.get(..4)?.parse().ok().filter(|_| digits > 0)?, &year[4..])
    };
    Some((Day::Full(Date::new(year, month, day).ok()?), rest))
}

/// `5-9 March 2026`, `5./6. März 2026`, `05./06.03.2026`: the month follows the second day.
fn of_days(text: &str) -> Option<(Day, &str)> {
    let (first, rest) = text.split_at(text.bytes().take_while(u8::is_ascii_digit).count());
    let day: i8 = first.parse().ok()?;
    // `Step 5 - 9 March` is a number and a day.
    if rest.starts_with(" -") || rest.starts_with(" –") || rest.starts_with(" —") {
        return None;
    }
    let (end, rest) = leading(past_between(rest.trim_start_matches(['.', ' ']))?)?;
    let first = match end {
        Day::Full(end) if day < end.day() => Day::Full(Date::new(end.year(), end.month(), day).ok()?),
        Day::OfYear { month, day: last } if day < last => Day::OfYear { month, day },
        _ => return None,
    };
    Some((first, rest))
}

fn past_between(text: &str) -> Option<&str> {
    let text = text.trim_start();
    BETWEEN.iter().find_map(|between| text.strip_prefix(between)).map(str::trim_start)
}
