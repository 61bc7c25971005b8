//! The lines of a body in which its author says something of the review: those of code and of comments are not among them.

use std::ops::Range;

use super::TOP_LINES;
use crate::review::Review;

/// Such lines at the top, each with its offset.
pub(in crate::review) fn at_top(review: &Review) -> impl Iterator<Item = (usize, &str)> {
    let top: usize = review.body().split_inclusive('\n').take(TOP_LINES).map(str::len).sum();
    within(review, 0..top)
}

/// Such lines of a part of the body, each with its offset.
pub(in crate::review) fn within(review: &Review, part: Range<usize>) -> impl Iterator<Item = (usize, &str)> {
    let outline = &review.outline;
    let mut next = part.start;
    let lines = review.body().get(part).unwrap_or_default().split_inclusive('\n').map(move |line| {
        let start = next;
        next += line.len();
        (start, line)
    });
    lines.filter(|(start, line)| {
        // A block of code may stand in an item, and begin with it.
        let at = start + line.len() - line.trim_start().len();
        around(&outline.code, at).is_none() && around(&outline.comments, at).is_none()
    })
}

/// The one of the places, which are in order, that an offset lies in.
pub(in crate::review) fn around(places: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let before = places.partition_point(|place| place.start <= at);
    places.get(before.checked_sub(1)?).filter(|place| place.contains(&at))
}
