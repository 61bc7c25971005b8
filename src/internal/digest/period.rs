//! A month or a quarter: its weeks, and the lesson of each.

use std::fmt;

use super::{Calendar, Week};

/// A month or a quarter of a year. A week is counted in the month of its Thursday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::internal) enum Period {
    /// Year; 1 to 12.
    Month(i16, i8),
    /// Year; 1 to 4.
    Quarter(i16, i8),
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Period {
    /// The month that a week is counted in.
    pub(in crate::internal) fn month_of(week: Week) -> Self {
        Self::Month(week.year(), week.month())
    }

    /// The quarter that a week is counted in.
    pub(in crate::internal) fn quarter_of(week: Week) -> Self {
        Self::Quarter(week.year(), (week.month() - 1) / 3 + 1)
    }

    /// Its weeks that have a page, oldest first.
    pub(in crate::internal) fn weeks(self, calendar: &Calendar) -> Vec<Week> {
        let within = |week: &Week| match self {
            Self::Month(..) => Self::month_of(*week) == self,
            Self::Quarter(..) => Self::quarter_of(*week) == self,
        };
        calendar.weeks().filter(within).collect()
    }

    /// `November 2026`, `Fourth quarter of 2026`.
    pub(in crate::internal) fn words(self) -> String {
        match self {
            Self::Month(year, month) => {
                let name = usize::try_from(month - 1).ok().and_then(|place| MONTHS.get(place)).copied();
                format!("{} {year}", name.unwrap_or_default())
            }
            Self::Quarter(year, quarter) => {
                let nth = ["First", "Second", "Third"].get(usize::try_from(quarter - 1).unwrap_or(3));
                format!("{} quarter of {year}", nth.unwrap_or(&"Fourth"))
            }
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
        }
    }
}
