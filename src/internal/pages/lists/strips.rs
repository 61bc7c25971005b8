//! The strips of marks beside lists: which reviews, on the time axis of the whole site.

use super::StripView;
use crate::pages::at::At;
use chart::{Axis, Columns, Mark, Size, Step, in_words, strip};

/// The years that every strip of this site shows; `None` if no review has a date.
pub fn axis(at: At<'_>) -> Option<Axis> {
    Axis::of(at.library().reviews.iter().filter_map(|review| review.date))
}

/// The strip of some reviews for a row of a table.
pub fn row(at: At<'_>, axis: Option<Axis>, reviews: &[usize]) -> Option<StripView> {
    view(at, axis?, reviews, Size::Row)
}

/// The strip of some reviews for the head of their page.
pub fn head(at: At<'_>, reviews: &[usize]) -> Option<StripView> {
    view(at, axis(at)?, reviews, Size::Head)
}

fn view(at: At<'_>, axis: Axis, reviews: &[usize], size: Size) -> Option<StripView> {
    let marks: Vec<_> = reviews.iter().filter_map(|i| mark(at, *i)).collect();
    if marks.is_empty() {
        return None;
    }
    let words = in_words(&marks, reviews.len() - marks.len());
    let strip = strip(&marks, axis, size);
    Some(StripView {
        html: strip.svg,
        words,
        key: strip.columns.map_or_else(|| "One mark for each review".to_owned(), key),
        has_marks: strip.columns.is_none(),
        has_unrated: marks.iter().any(|mark| mark.role.is_none()),
    })
}

/// Adds to the explanation at the head of an overview that rows have marks where the head has columns.
pub fn explain_rows<'r>(mut head: StripView, mut rows: impl Iterator<Item = &'r StripView>) -> StripView {
    if !head.has_marks && rows.any(|row| row.has_marks) {
        head.key.push_str("; in a row of few reviews each has a mark");
        head.has_marks = true;
    }
    head
}

/// What the columns show: `Reviews by month; the busiest (here 31) fills the height`.
fn key(columns: Columns) -> String {
    let step = match columns.step {
        Step::Month => "month",
        Step::Quarter => "quarter",
        Step::Year => "year",
    };
    format!("Reviews by {step}; the busiest (here {}) fills the height", columns.highest)
}

fn mark(at: At<'_>, i: usize) -> Option<Mark> {
    let library = at.library();
    let review = &library.reviews[i];
    let severity = review.severity.as_deref().and_then(|key| library.config.severity(key));
    Some(Mark {
        day: review.date?,
        role: severity.map(|(_, severity)| severity.role),
        filled: library.is_incident(review),
    })
}
