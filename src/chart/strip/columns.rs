//! A column for each month, quarter or year: as high as the number of its reviews, in parts by severity, the most severe
//! at the bottom. The highest column of a strip is as high as the strip.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::sheet::{HEIGHT, Sheet};
use super::{Axis, Mark};
use crate::svg::{Tag, real};

/// What a column of a strip stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// How long the time of one column is.
    pub step: Step,
    /// The number of reviews of the highest column.
    pub highest: usize,
}

/// The time of one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A calendar month.
    Month,
    /// A quarter of a calendar year.
    Quarter,
    /// A calendar year.
    Year,
}

/// The least width of a column.
const NARROWEST: f64 = 2.0;
/// The room for columns above the line.
const ROOM: f64 = HEIGHT - 1.0;

impl Step {
    /// The shortest time whose columns are wide enough in a drawing.
    pub(super) fn of(axis: Axis, sheet: Sheet) -> Self {
        let wide_enough = |step: &Self| step.width(axis, sheet) >= NARROWEST;
        [Self::Month, Self::Quarter].into_iter().find(wide_enough).unwrap_or(Self::Year)
    }

    fn in_year(self) -> i32 {
        match self {
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Year => 1,
        }
    }

    fn width(self, axis: Axis, sheet: Sheet) -> f64 {
        (sheet.x(1.0) - sheet.x(0.0)) / (f64::from(axis.years()) * f64::from(self.in_year()))
    }

    /// The number of the column of a day, from the first of the axis.
    fn column(self, axis: Axis, day: Date) -> i32 {
        let months = 12 / self.in_year();
        i32::from(day.year() - axis.first) * self.in_year() + (i32::from(day.month()) - 1) / months
    }
}

/// The reviews of each column by severity, the most severe first.
pub(super) struct Counted {
    step: Step,
    columns: BTreeMap<i32, [usize; CLASSES.len()]>,
}

impl Counted {
    pub(super) fn of(marks: &[Mark], axis: Axis, step: Step) -> Self {
        let mut columns: BTreeMap<_, [usize; CLASSES.len()]> = BTreeMap::new();
        for mark in marks {
            columns.entry(step.column(axis, mark.day)).or_default()[mark.rank()] += 1;
        }
        Self { step, columns }
    }

    pub(super) fn columns(&self) -> Columns {
        let highest = self.columns.values().map(|of| of.iter().sum()).max().unwrap_or_default();
        Columns { step: self.step, highest }
    }

    /// Draws each severity as one path of vertical strokes, as wide as a column: an element for each part of each column would
    /// be most of the bytes of an overview.
    pub(super) fn draw(&self, axis: Axis, sheet: Sheet, out: &mut String) {
        let width = self.step.width(axis, sheet);
        let one = ROOM / real(self.columns().highest.max(1));
        for (rank, class) in CLASSES.iter().enumerate() {
            if self.columns.values().all(|of| of[rank] == 0) {
                continue;
            }
            let part = Tag::new("path", out).class(class).at("stroke-width", width * 0.8);
            part.d(|d| {
                for (column, of) in self.columns.iter().filter(|(_, of)| of[rank] > 0) {
                    let below: usize = of[..rank].iter().sum();
                    let foot = ROOM - one * real(below);
                    d.move_to((sheet.x(0.0) + width * (f64::from(*column) + 0.4), foot));
                    d.v_to(foot - one * real(of[rank]));
                }
            })
            .empty();
        }
    }
}

/// The classes of the parts of a column, by [`Mark::rank`].
const CLASSES: [&str; 6] = [
    "strip-column sev-critical",
    "strip-column sev-major",
    "strip-column sev-minor",
    "strip-column sev-low",
    "strip-column sev-info",
    "strip-column strip-unrated",
];
