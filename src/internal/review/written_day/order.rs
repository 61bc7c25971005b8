//! The order of the parts of a day in figures, and the date that a written day is.

use jiff::civil::Date;

use super::Day;

/// The date of a written day.
pub(in crate::review) fn date(day: Day, near: Option<Date>, day_first: Option<bool>) -> Option<Date> {
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

/// Whether numeric dates begin with the day, according to those that can be read in only one way.
pub(in crate::review) fn day_first(days: &[Day]) -> Option<bool> {
    let mut shown = days.iter().filter_map(|day| match day {
        Day::Figures { first, .. } if *first > 12 => Some(true),
        Day::Figures { second, .. } if *second > 12 => Some(false),
        _ => None,
    });
    let first = shown.next()?;
    shown.all(|next| next == first).then_some(first)
}
