//! A strip with a mark for each review on a time axis, so that a list shows what recurs and when.
//!
//! In: dates with a severity and whether they count as incidents, and the axis that all strips of a site share. Out: an
//! SVG as high as a line of text, hidden from screen readers, because the row beside it says the same in words
//! ([`in_words`]). The shape of a mark shows its severity; a filled mark is an incident. Marks at the same place are
//! drawn once. Many marks are drawn smaller, each severity at its own height, so that they do not overlap.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::crowd::crowd;
use super::svg::{Tag, label, line, tenths};
use site::config::Role;

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

    /// More marks than this are drawn smaller.
    fn many(self) -> usize {
        match self {
            Self::Row => 50,
            Self::Narrow => 120,
            Self::Wide => 260,
        }
    }

    fn class(self, crowded: bool) -> &'static str {
        match (self, crowded) {
            (Self::Row, false) => "strip",
            (Self::Row, true) => "strip strip-crowded",
            (Self::Narrow, false) => "strip strip-head strip-narrow",
            (Self::Narrow, true) => "strip strip-head strip-narrow strip-crowded",
            (Self::Wide, false) => "strip strip-head strip-wide",
            (Self::Wide, true) => "strip strip-head strip-wide strip-crowded",
        }
    }
}

const HEIGHT: f64 = 16.0;
/// The height of the labels of the years.
const NAMES: f64 = 18.0;
/// Half the size of a mark.
const HALF: f64 = 4.0;
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

/// The strip of some reviews.
#[must_use]
pub fn strip(marks: &[Mark], axis: Axis, size: Size) -> String {
    let mut out = String::with_capacity(512);
    match size {
        Size::Row => sheet(marks, axis, Sheet::Row, &mut out),
        Size::Head => [Sheet::Narrow, Sheet::Wide].into_iter().for_each(|of| sheet(marks, axis, of, &mut out)),
    }
    out
}

fn sheet(marks: &[Mark], axis: Axis, sheet: Sheet, out: &mut String) {
    let (width, crowded) = (sheet.width(), marks.len() > sheet.many());
    let height = if sheet == Sheet::Row { HEIGHT } else { HEIGHT + NAMES };
    let x = |place: f64| EDGE + (width - 2.0 * EDGE) * place;
    Tag::new("svg", out)
        .class(sheet.class(crowded))
        .numbers("viewBox", &[0.0, 0.0, width, height])
        .at("width", width)
        .at("height", height)
        .with("aria-hidden", "true")
        .around(|out| {
            line("strip-line", (0.0, HEIGHT - 0.5), (width, HEIGHT - 0.5), out);
            years(axis, sheet, x, out);
            for of_one in drawn(marks, axis, x).chunk_by(|a, b| rank(a.1) == rank(b.1)) {
                let Some((_, role, _)) = of_one.first().copied() else { continue };
                if crowded {
                    let marks: Vec<_> = of_one.iter().map(|(place, _, filled)| (x(*place), *filled)).collect();
                    let y = 1.8 + 2.4 * f64::from(rank(role));
                    crowd(role, y, &marks, |filled| class(role, filled), out);
                } else {
                    for (place, _, filled) in of_one {
                        mark(x(*place), role, *filled, out);
                    }
                }
            }
        });
}

/// A hairline where each year begins; its name where there is room.
fn years(axis: Axis, sheet: Sheet, x: impl Fn(f64) -> f64, out: &mut String) {
    let of = |year: i16| x(f64::from(year) / f64::from(axis.years()));
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

/// The marks without those at the same place, the most severe last, so that they are drawn on top.
fn drawn(marks: &[Mark], axis: Axis, x: impl Fn(f64) -> f64) -> Vec<(f64, Option<Role>, bool)> {
    let mut seen = BTreeSet::new();
    let mut drawn: Vec<_> = marks
        .iter()
        .map(|mark| (axis.at(mark.day), mark.role, mark.filled))
        .filter(|(place, role, filled)| seen.insert((tenths(x(*place)) / 10, rank(*role), *filled)))
        .collect();
    drawn.sort_by(|a, b| rank(b.1).cmp(&rank(a.1)).then_with(|| a.0.total_cmp(&b.0)));
    drawn
}

fn rank(role: Option<Role>) -> u8 {
    match role {
        Some(Role::Critical) => 0,
        Some(Role::Major) => 1,
        Some(Role::Minor) => 2,
        Some(Role::Low) => 3,
        Some(Role::Info) => 4,
        None => 5,
    }
}

fn mark(x: f64, role: Option<Role>, filled: bool, out: &mut String) {
    let y = HEIGHT / 2.0;
    let class = class(role, filled);
    match role {
        Some(Role::Low) => {
            Tag::new("circle", out).class(class).at("cx", x).at("cy", y).at("r", HALF - 0.4).empty();
        }
        None => Tag::new("circle", out).class(class).at("cx", x).at("cy", y).at("r", 2.0).empty(),
        Some(role) => Tag::new("path", out)
            .class(class)
            .d(|d| {
                let corners: &[(f64, f64)] = match role {
                    Role::Critical => &[(0.0, -5.0), (5.0, 0.0), (0.0, 5.0), (-5.0, 0.0)],
                    Role::Major => &[(0.0, -4.6), (4.6, 3.8), (-4.6, 3.8)],
                    Role::Minor => &[(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)],
                    _ => &[(-4.5, -1.4), (4.5, -1.4), (4.5, 1.4), (-4.5, 1.4)],
                };
                for (n, (dx, dy)) in corners.iter().enumerate() {
                    let to = (x + dx, y + dy);
                    if n == 0 { d.move_to(to) } else { d.line_to(to) }
                }
                d.close();
            })
            .empty(),
    }
}

fn class(role: Option<Role>, filled: bool) -> &'static str {
    match (role, filled) {
        (Some(Role::Critical), true) => "strip-mark sev-critical",
        (Some(Role::Critical), false) => "strip-mark strip-hollow sev-critical",
        (Some(Role::Major), true) => "strip-mark sev-major",
        (Some(Role::Major), false) => "strip-mark strip-hollow sev-major",
        (Some(Role::Minor), true) => "strip-mark sev-minor",
        (Some(Role::Minor), false) => "strip-mark strip-hollow sev-minor",
        (Some(Role::Low), true) => "strip-mark sev-low",
        (Some(Role::Low), false) => "strip-mark strip-hollow sev-low",
        (Some(Role::Info), true) => "strip-mark sev-info",
        (Some(Role::Info), false) => "strip-mark strip-hollow sev-info",
        (None, true) => "strip-mark",
        (None, false) => "strip-mark strip-hollow",
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

    use super::{Axis, Mark, Size, in_words, strip};
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
        let svg = strip(&marks, axis(&[date(2024, 3, 1), date(2026, 3, 1)]), Size::Row);
        assert_eq!(svg.matches("strip-mark").count(), 3, "{svg}");
        assert_eq!(svg.matches("strip-hollow sev-critical").count(), 1, "{svg}");
        assert!(svg.contains("aria-hidden=\"true\"") && !svg.contains("style="), "{svg}");
    }

    #[test]
    fn what_lies_exactly_on_another_is_drawn_once_and_nothing_else_is_lost() {
        let axis = axis(&[date(2024, 1, 1), date(2026, 1, 1)]);
        let same = [incident(date(2024, 3, 1)); 3];
        assert_eq!(strip(&same, axis, Size::Row).matches("strip-mark").count(), 1);
        let apart = [incident(date(2024, 3, 1)), Mark { filled: false, ..incident(date(2024, 3, 1)) }];
        assert_eq!(strip(&apart, axis, Size::Row).matches("strip-mark").count(), 2);
    }

    #[test]
    fn where_there_are_many_each_severity_has_a_height_of_its_own() {
        let days = (1..=12).flat_map(|month| (1..=5).map(move |week| date(2026, month, week * 5)));
        let many: Vec<_> = days.map(|day| Mark { day, role: Some(Role::Low), filled: true }).collect();
        let few = strip(&many[..3], axis(&[date(2026, 1, 1)]), Size::Row);
        let many = strip(&many, axis(&[date(2026, 1, 1)]), Size::Row);
        assert!(few.contains("cy=\"8\"") && !many.contains("cy=\"8\""), "{many}");
        // All of one severity are one path with a circle for each.
        assert_eq!((many.matches("strip-mark").count(), many.matches("a2 2 0 1 1-4 0z").count()), (1, 60), "{many}");
    }

    #[test]
    fn many_years_are_not_all_named() {
        let svg = strip(&[], axis(&[date(1986, 1, 1), date(2026, 1, 1)]), Size::Head);
        let names: Vec<_> = svg.split("<svg").skip(1).map(|drawing| drawing.matches("strip-name").count()).collect();
        assert!(names.len() == 2 && (2..=14).contains(&names[0]) && (15..=28).contains(&names[1]), "{names:?}");
        assert_eq!(strip(&[], axis(&[date(2026, 5, 1)]), Size::Head).matches("strip-name").count(), 2);
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
