//! The axis of a strip: its years, with hairlines between them and their names where there is room.

use jiff::civil::Date;

use super::sheet::{HEIGHT, NAMES, Sheet};
use crate::svg::{label, line};

/// The years that all strips show; every year has the same width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    pub(super) first: i16,
    last: i16,
}

/// The least room between two hairlines: a date with a wrong year must not give every strip thousands of them.
const LINE_ROOM: f64 = 2.0;
/// The least room between the names of two years.
const NAME_ROOM: f64 = 34.0;

impl Axis {
    /// The years from the first of some days to the last; `None` if there is no day.
    pub fn of(days: impl Iterator<Item = Date>) -> Option<Self> {
        days.map(Date::year).fold(None, |axis: Option<Self>, year| {
            Some(axis.map_or(Self { first: year, last: year }, |axis| Self {
                first: axis.first.min(year),
                last: axis.last.max(year),
            }))
        })
    }

    /// `2023 to 2026`, or one year.
    #[must_use]
    pub fn words(self) -> String {
        if self.first == self.last { self.first.to_string() } else { format!("{} to {}", self.first, self.last) }
    }

    pub(super) fn years(self) -> i16 {
        self.last - self.first + 1
    }

    /// The place of a day, from 0 to 1.
    pub(super) fn at(self, day: Date) -> f64 {
        let of_year = (f64::from(day.day_of_year()) - 0.5) / f64::from(day.days_in_year());
        ((f64::from(day.year() - self.first) + of_year) / f64::from(self.years())).clamp(0.0, 1.0)
    }

    /// Draws a hairline where a year begins, and names the years below.
    pub(super) fn draw(self, sheet: Sheet, out: &mut String) {
        let begin = |year: i16| sheet.x(f64::from(year) / f64::from(self.years()));
        let width = begin(1) - begin(0);
        let (lines, names) = (years_in(LINE_ROOM, width), years_in(NAME_ROOM, width));
        for year in 0..self.years() {
            if year > 0 && year % lines == 0 {
                line("strip-year", (begin(year), 0.0), (begin(year), HEIGHT), out);
            }
            if sheet.has_names() && year % names == 0 {
                let middle = if names == 1 { f64::midpoint(begin(year), begin(year + 1)) } else { begin(year) };
                let anchor = if names == 1 { "middle" } else { "start" };
                label("strip-name", (middle, HEIGHT + NAMES - 4.0), anchor, &(self.first + year).to_string(), out);
            }
        }
    }
}

/// How many years take some room, at least one.
#[expect(clippy::cast_possible_truncation, reason = "clamped to the years of a calendar")]
fn years_in(room: f64, width: f64) -> i16 {
    (room / width).ceil().clamp(1.0, 19_999.0) as i16
}
