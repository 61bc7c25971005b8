//! An ISO 8601 week: `2026-W47`.
//!
//! If the organisation's week begins on another day than Monday, its seven days are named after the ISO week that contains most
//! of them, which is the week of the fourth day: with `week_start: sunday`, 2026-W47 runs from Sunday the 15th to Saturday the
//! 21st of November. Each day is in exactly one week and each week has seven days.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan as _;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A week of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week {
    /// The Monday of the ISO week.
    monday: Date,
}

/// Why a text is not a week.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadWeek {
    /// It is not of the form `2026-W47`.
    #[error("write a week as 2026-W47")]
    Form,
    /// The year has fewer weeks.
    #[error("{0} has {1} weeks")]
    Number(i16, i8),
}

impl Week {
    /// The week that contains a day, if weeks begin on `start`.
    pub fn of(day: Date, start: Weekday) -> Self {
        let fourth = plus(day, 3 - i64::from(day.weekday().since(start)));
        Self { monday: plus(fourth, -i64::from(fourth.weekday().to_monday_zero_offset())) }
    }

    /// Its first day, if weeks begin on `start`.
    pub fn first(self, start: Weekday) -> Date {
        let fourth = start.wrapping_add(3_i64).to_monday_zero_offset();
        plus(self.monday, i64::from(fourth) - 3)
    }

    /// Its last day, if weeks begin on `start`.
    pub fn last(self, start: Weekday) -> Date {
        plus(self.first(start), 6)
    }

    /// The given weekday of it, if weeks begin on `start`.
    pub fn day(self, weekday: Weekday, start: Weekday) -> Date {
        plus(self.first(start), i64::from(weekday.since(start)))
    }

    /// The year that it counts towards; the first days of January may be in the last week of the year before.
    pub fn year(self) -> i16 {
        self.monday.iso_week_date().year()
    }

    /// 1 to 52 or 53.
    pub fn number(self) -> i8 {
        self.monday.iso_week_date().week()
    }

    /// The month that it counts towards: that of its Thursday, so that months and years agree.
    pub fn month(self) -> i8 {
        plus(self.monday, 3).month()
    }

    /// The week `n` weeks later, or earlier if `n` is negative.
    #[must_use]
    pub fn plus(self, n: i64) -> Self {
        Self { monday: plus(self.monday, 7 * n) }
    }

    /// Weeks since the first week of 1970, for taking turns.
    pub fn ordinal(self) -> usize {
        let days = self.monday.since(Date::constant(1969, 12, 29)).map_or(0, |span| span.get_days());
        usize::try_from(days / 7).unwrap_or(0)
    }
}

/// The day `days` later, or earlier if negative; it saturates at the ends of the calendar.
pub fn plus(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year(), self.number())
    }
}

impl FromStr for Week {
    type Err = BadWeek;

    fn from_str(text: &str) -> Result<Self, BadWeek> {
        let (year, number) = text.trim().split_once('-').ok_or(BadWeek::Form)?;
        let number = number.strip_prefix(['W', 'w']).filter(|digits| digits.len() <= 2).ok_or(BadWeek::Form)?;
        // A sign would be read as part of a number.
        if year.len() != 4 || ![year, number].concat().bytes().all(|b| b.is_ascii_digit()) {
            return Err(BadWeek::Form);
        }
        let year: i16 = year.parse().map_err(|_| BadWeek::Form)?;
        let number: i8 = number.parse().map_err(|_| BadWeek::Form)?;
        let monday = |number| ISOWeekDate::new(year, number, Weekday::Monday).map(ISOWeekDate::date);
        let weeks = if monday(53).is_ok() { 53 } else { 52 };
        monday(number).map(|monday| Self { monday }).map_err(|_| BadWeek::Number(year, weeks))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, Weekday};

    use super::{BadWeek, Week, plus};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn week(text: &str) -> Week {
        text.parse().unwrap()
    }

    #[test]
    fn years_begin_and_end_as_iso_says() {
        for (on, name) in [
            ("2026-12-27", "2026-W52"),
            ("2026-12-28", "2026-W53"),
            ("2026-12-31", "2026-W53"),
            ("2027-01-03", "2026-W53"),
            ("2027-01-04", "2027-W01"),
            ("2024-12-30", "2025-W01"),
            ("2026-11-21", "2026-W47"),
        ] {
            assert_eq!(Week::of(day(on), Weekday::Monday).to_string(), name, "{on}");
        }
        assert_eq!(week("2026-W53").plus(1), week("2027-W01"));
        assert_eq!((week("2026-W53").year(), week("2026-W53").month()), (2026, 12));
        assert_eq!((week("2027-W01").year(), week("2027-W01").month()), (2027, 1));
    }

    #[test]
    fn wherever_weeks_begin_each_day_lies_in_one_and_each_has_seven() {
        let starts = [Weekday::Monday, Weekday::Tuesday, Weekday::Thursday, Weekday::Friday, Weekday::Sunday];
        for start in starts {
            for n in 0..800 {
                let on = plus(day("2026-06-01"), n);
                let week = Week::of(on, start);
                assert!(week.first(start) <= on && on <= week.last(start), "{on} {start:?}");
                assert_eq!(week.first(start).weekday(), start);
                assert_eq!(Week::of(week.first(start), start), week);
                assert_eq!(Week::of(week.last(start), start), week);
            }
        }
        assert_eq!(week("2026-W47").first(Weekday::Sunday), day("2026-11-15"));
        assert_eq!(week("2026-W47").last(Weekday::Friday), day("2026-11-19"));
        assert_eq!(week("2026-W47").day(Weekday::Thursday, Weekday::Friday), day("2026-11-19"));
        assert_eq!(week("2026-W47").day(Weekday::Thursday, Weekday::Monday), day("2026-11-19"));
    }

    #[test]
    fn names_are_read_and_strange_ones_refused() {
        assert_eq!(week("2026-w7").to_string(), "2026-W07");
        assert_eq!("2025-W53".parse::<Week>(), Err(BadWeek::Number(2025, 52)));
        assert_eq!("2026-W54".parse::<Week>(), Err(BadWeek::Number(2026, 53)));
        assert_eq!("2026-W00".parse::<Week>(), Err(BadWeek::Number(2026, 53)));
        for text in ["2026", "47", "2026-47", "W47-2026", "2026-W1234", "", "26-W1", "2026-Wx", "2026-W+7", "+026-W07"]
        {
            assert_eq!(text.parse::<Week>(), Err(BadWeek::Form), "{text}");
        }
    }

    #[test]
    fn weeks_are_counted_on_across_years() {
        assert_eq!(week("2027-W01").ordinal(), week("2026-W53").ordinal() + 1);
        assert_eq!(week("1970-W01").ordinal(), 0);
    }
}
