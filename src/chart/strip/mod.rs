//! A strip of reviews on a time axis, so that a list shows what recurs and when.
//!
//! In: dates with a severity and whether they count as incidents, and the axis that all strips of a site share. Out: an
//! SVG as high as a line of text, hidden from screen readers, because the row beside it says the same in words
//! ([`in_words`]). Few reviews have a mark each (`marks`). Many would lie on each other: they are columns, as high as
//! the number of reviews of a month, a quarter or a year (`columns`).

mod columns;
mod marks;

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::svg::{Tag, label, line};
use site::config::Role;

pub use columns::{Columns, Step};

/// One review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// When it was.
    pub day: Date,
    /// The role of its severity, if it has one.
    pub role: Option<Role>,
    /// Whether it is an incident; near misses and exercises are drawn hollow.
    pub filled: bool,
}

/// The years that all strips show; every year has the same width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    first: i16,
    last: i16,
}

/// How a strip is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// In a row of a table.
    Row,
    /// At the head of a page, with the years named: once for a phone and once for a screen, each as wide as it is there, because
    /// marks and names of one drawing would be too small on the one or too close on the other.
    Head,
}

/// One drawing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sheet {
    Row,
    Narrow,
    Wide,
}

impl Sheet {
    fn width(self) -> f64 {
        match self {
            Self::Row => 240.0,
            Self::Narrow => 440.0,
            Self::Wide => 960.0,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Row => "strip",
            Self::Narrow => "strip strip-head strip-narrow",
            Self::Wide => "strip strip-head strip-wide",
        }
    }

    /// The place in the drawing of a place from 0 to 1 on the axis.
    fn x(self, place: f64) -> f64 {
        EDGE + (self.width() - 2.0 * EDGE) * place
    }
}

impl Size {
    /// The narrowest drawing of this size, for which the columns must be wide enough.
    fn narrowest(self) -> Sheet {
        match self {
            Self::Row => Sheet::Row,
            Self::Head => Sheet::Narrow,
        }
    }

    fn sheets(self) -> &'static [Sheet] {
        match self {
            Self::Row => &[Sheet::Row],
            Self::Head => &[Sheet::Narrow, Sheet::Wide],
        }
    }
}

/// More reviews than this are columns: as many marks would hide each other in a row. It is the same at the head of a page, so that
/// one explanation there is right for most rows below.
const MOST_MARKS: usize = 60;
const HEIGHT: f64 = 16.0;
/// The height of the labels of the years.
const NAMES: f64 = 18.0;
/// Margin at both ends, so that no mark is cut off.
const EDGE: f64 = 6.0;
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

    fn years(self) -> i16 {
        self.last - self.first + 1
    }

    /// The place of a day, from 0 to 1.
    fn at(self, day: Date) -> f64 {
        let of_year = (f64::from(day.day_of_year()) - 0.5) / f64::from(day.days_in_year());
        ((f64::from(day.year() - self.first) + of_year) / f64::from(self.years())).clamp(0.0, 1.0)
    }
}

/// The drawing of some reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The SVG: one for a row, two for the head of a page.
    pub svg: String,
    /// What a column stands for, if the reviews are columns and not marks.
    pub columns: Option<Columns>,
}

/// Draws some reviews.
#[must_use]
pub fn strip(marks: &[Mark], axis: Axis, size: Size) -> Strip {
    let step = (marks.len() > MOST_MARKS).then(|| Step::of(axis, size.narrowest()));
    let columns = step.map(|step| columns::counted(marks, axis, step));
    let mut svg = String::with_capacity(512);
    for sheet in size.sheets() {
        frame(axis, *sheet, &mut svg, |out| match &columns {
            Some(counted) => columns::draw(counted, axis, *sheet, out),
            None => marks::draw(marks, axis, *sheet, out),
        });
    }
    Strip { svg, columns: columns.map(|counted| counted.columns()) }
}

fn frame(axis: Axis, sheet: Sheet, out: &mut String, inner: impl FnOnce(&mut String)) {
    let width = sheet.width();
    let height = if sheet == Sheet::Row { HEIGHT } else { HEIGHT + NAMES };
    Tag::new("svg", out)
        .class(sheet.class())
        .numbers("viewBox", &[0.0, 0.0, width, height])
        .at("width", width)
        .at("height", height)
        .with("aria-hidden", "true")
        .around(|out| {
            line("strip-line", (0.0, HEIGHT - 0.5), (width, HEIGHT - 0.5), out);
            years(axis, sheet, out);
            inner(out);
        });
}

/// A hairline where each year begins; its name where there is room.
fn years(axis: Axis, sheet: Sheet, out: &mut String) {
    let of = |year: i16| sheet.x(f64::from(year) / f64::from(axis.years()));
    let room = (of(1) - of(0)).max(1.0);
    #[expect(clippy::cast_possible_truncation, reason = "a few years at most")]
    let every = ((NAME_ROOM / room).ceil() as i16).max(1);
    for year in 0..axis.years() {
        if year > 0 {
            line("strip-year", (of(year), 0.0), (of(year), HEIGHT), out);
        }
        if sheet != Sheet::Row && year % every == 0 {
            let middle = if every == 1 { f64::midpoint(of(year), of(year + 1)) } else { of(year) };
            let anchor = if every == 1 { "middle" } else { "start" };
            label("strip-name", (middle, HEIGHT + NAMES - 4.0), anchor, &(axis.first + year).to_string(), out);
        }
    }
}

/// The place of a severity among all, the most severe first.
fn rank(role: Option<Role>) -> usize {
    match role {
        Some(Role::Critical) => 0,
        Some(Role::Major) => 1,
        Some(Role::Minor) => 2,
        Some(Role::Low) => 3,
        Some(Role::Info) => 4,
        None => 5,
    }
}

/// The strip in words: `2024: 2; 2026: 5`, and how many have no day.
#[must_use]
pub fn in_words(marks: &[Mark], undated: usize) -> String {
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    for mark in marks {
        *years.entry(mark.day.year()).or_default() += 1;
    }
    let years = years.iter().map(|(year, n)| format!("{year}: {n}"));
    let undated = (undated > 0).then(|| format!("without a date: {undated}"));
    years.chain(undated).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{Axis, Columns, Mark, Size, Step, in_words, strip};
    use site::config::Role;

    fn incident(day: Date) -> Mark {
        Mark { day, role: Some(Role::Major), filled: true }
    }

    fn axis(days: &[Date]) -> Axis {
        Axis::of(days.iter().copied()).unwrap()
    }

    #[test]
    fn every_review_has_a_mark_of_its_severity_and_kind() {
        let marks = [
            incident(date(2024, 3, 1)),
            Mark { day: date(2026, 3, 1), role: Some(Role::Critical), filled: false },
            Mark { day: date(2025, 3, 1), role: None, filled: true },
        ];
        let svg = strip(&marks, axis(&[date(2024, 3, 1), date(2026, 3, 1)]), Size::Row).svg;
        assert_eq!(svg.matches("strip-mark").count(), 3, "{svg}");
        assert_eq!(svg.matches("strip-hollow sev-critical").count(), 1, "{svg}");
        assert!(svg.contains("aria-hidden=\"true\"") && !svg.contains("style="), "{svg}");
    }

    #[test]
    fn what_lies_exactly_on_another_is_drawn_once_and_nothing_else_is_lost() {
        let axis = axis(&[date(2024, 1, 1), date(2026, 1, 1)]);
        let same = [incident(date(2024, 3, 1)); 3];
        assert_eq!(strip(&same, axis, Size::Row).svg.matches("strip-mark").count(), 1);
        let apart = [incident(date(2024, 3, 1)), Mark { filled: false, ..incident(date(2024, 3, 1)) }];
        assert_eq!(strip(&apart, axis, Size::Row).svg.matches("strip-mark").count(), 2);
    }

    /// `n` reviews of a month of 2026.
    fn of_month(month: i8, n: usize) -> impl Iterator<Item = Mark> {
        std::iter::repeat_n(Mark { day: date(2026, month, 5), role: Some(Role::Low), filled: true }, n)
    }

    #[test]
    fn many_reviews_are_columns_of_a_month() {
        let few: Vec<_> = of_month(3, 60).collect();
        assert_eq!(strip(&few, axis(&[date(2026, 1, 1)]), Size::Row).columns, None);
        let many: Vec<_> = of_month(3, 60).chain(of_month(5, 30)).collect();
        let drawn = strip(&many, axis(&[date(2026, 1, 1)]), Size::Row);
        assert_eq!(drawn.columns, Some(Columns { step: Step::Month, highest: 60 }));
        let heights: Vec<_> =
            drawn.svg.split("height=\"").skip(2).map(|rest| &rest[..rest.find('"').unwrap()]).collect();
        assert_eq!(heights, ["15", "7.5"], "twice as many are twice as high: {}", drawn.svg);
    }

    #[test]
    fn a_column_shows_every_severity_in_proportion() {
        let severe = Mark { role: Some(Role::Critical), ..incident(date(2026, 3, 1)) };
        let many: Vec<_> = of_month(3, 45).chain([severe; 20]).collect();
        let svg = strip(&many, axis(&[date(2026, 1, 1)]), Size::Row).svg;
        assert_eq!(svg.matches("strip-column").count(), 2, "{svg}");
        assert!(svg.contains("sev-critical") && svg.contains("sev-low"), "{svg}");
    }

    #[test]
    fn columns_of_many_years_are_quarters_or_years() {
        let step = |years: i16| {
            let marks = [incident(date(2026, 3, 1)); 61];
            let axis = axis(&[date(2027 - years, 1, 1), date(2026, 1, 1)]);
            strip(&marks, axis, Size::Row).columns.map(|columns| columns.step)
        };
        assert_eq!([step(6), step(12), step(60)], [Some(Step::Month), Some(Step::Quarter), Some(Step::Year)]);
    }

    #[test]
    fn many_years_are_not_all_named() {
        let svg = strip(&[], axis(&[date(1986, 1, 1), date(2026, 1, 1)]), Size::Head).svg;
        let names: Vec<_> = svg.split("<svg").skip(1).map(|drawing| drawing.matches("strip-name").count()).collect();
        assert!(names.len() == 2 && (2..=14).contains(&names[0]) && (15..=28).contains(&names[1]), "{names:?}");
        assert_eq!(strip(&[], axis(&[date(2026, 5, 1)]), Size::Head).svg.matches("strip-name").count(), 2);
    }

    #[test]
    fn no_day_no_axis() {
        assert_eq!(Axis::of(std::iter::empty()), None);
    }

    #[test]
    fn the_words_say_what_the_marks_show() {
        let marks = [incident(date(2024, 3, 1)), incident(date(2024, 5, 1)), incident(date(2026, 5, 1))];
        assert_eq!(in_words(&marks, 1), "2024: 2; 2026: 1; without a date: 1");
    }
}
