//! A month or a quarter: its days, and the weeks that count towards it.

use std::fmt;

use jiff::civil::Date;

use super::Week;
use base::text::MONTHS;

/// A month or a quarter of a year. A week counts towards the month of its Thursday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// Year; 1 to 12.
    Month(i16, i8),
    /// Year; 1 to 4.
    Quarter(i16, i8),
}

const QUARTERS: [&str; 4] = ["First quarter", "Second quarter", "Third quarter", "Fourth quarter"];

impl Period {
    /// The month that a week counts towards.
    pub fn month_of(week: Week) -> Self {
        Self::Month(week.year(), week.month())
    }

    /// The quarter that a week counts towards.
    pub fn quarter_of(week: Week) -> Self {
        Self::Quarter(week.year(), quarter(week.month()))
    }

    /// The month and the quarter that a day lies in.
    pub(super) fn both_of(day: Date) -> [Self; 2] {
        [Self::Month(day.year(), day.month()), Self::Quarter(day.year(), quarter(day.month()))]
    }

    /// The year.
    pub fn year(self) -> i16 {
        let (Self::Month(year, _) | Self::Quarter(year, _)) = self;
        year
    }

    /// The first and the last day.
    pub fn days(self) -> (Date, Date) {
        let (year, from, to) = match self {
            Self::Month(year, month) => (year, month, month),
            Self::Quarter(year, quarter) => (year, 3 * quarter - 2, 3 * quarter),
        };
        let first = |month: i8| Date::new(year, month, 1).unwrap_or(Date::MIN);
        (first(from), first(to).last_of_month())
    }

    /// `November`, `Fourth quarter`: where the year is plain.
    pub fn short(self) -> &'static str {
        let (names, nth): (&[&'static str], i8) = match self {
            Self::Month(_, month) => (&MONTHS, month),
            Self::Quarter(_, quarter) => (&QUARTERS, quarter),
        };
        usize::try_from(nth - 1).ok().and_then(|place| names.get(place)).copied().unwrap_or_default()
    }

    /// `November 2026`, `Fourth quarter of 2026`.
    pub fn words(self) -> String {
        match self {
            Self::Month(year, _) => format!("{} {year}", self.short()),
            Self::Quarter(year, _) => format!("{} of {year}", self.short()),
        }
    }
}

/// The quarter that a month lies in.
fn quarter(month: i8) -> i8 {
    (month - 1) / 3 + 1
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Period, Week};

    #[test]
    fn a_week_is_counted_where_its_thursday_lies() {
        let of = |week: &str| {
            let week: Week = week.parse().unwrap();
            [Period::month_of(week), Period::quarter_of(week)].map(|period| format!("{period} {}", period.words()))
        };
        assert_eq!(of("2026-W53"), ["2026-12 December 2026", "2026-Q4 Fourth quarter of 2026"]);
        assert_eq!(of("2027-W01"), ["2027-01 January 2027", "2027-Q1 First quarter of 2027"]);
        // Monday the 29th of June to Sunday the 5th of July.
        assert_eq!(of("2026-W27"), ["2026-07 July 2026", "2026-Q3 Third quarter of 2026"]);
    }
}
