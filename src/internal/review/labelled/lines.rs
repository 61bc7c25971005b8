//! The lines of a body in which its author says something of the review: those of code, of comments and of quotes are not among them.

use std::borrow::Cow;
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
    let quotes = quotes_from(review);
    lines.filter(move |(start, line)| {
        // A block of code may stand in an item, and begin with it.
        let at = start + line.len() - line.trim_start().len();
        let is_quoted = *start >= quotes && line.trim_start().starts_with('>');
        !is_quoted && around(&outline.code, at).is_none() && around(&outline.comments, at).is_none()
    })
}

/// From where on quotes are words of somebody else: from the first line of prose. A quote above it is a frame around the header.
fn quotes_from(review: &Review) -> usize {
    let mut start = 0;
    for line in review.body().split_inclusive('\n') {
        let is_rule = line.trim().chars().all(|c| matches!(c, '-' | '='));
        let is_frame = is_rule || line.trim_start().starts_with(['#', '>']);
        if !is_frame {
            // The line of a title that `===` underlines.
            let is_title = review.outline.headings.first().is_some_and(|heading| heading.span.contains(&start));
            if !is_title {
                return start;
            }
        }
        start += line.len();
    }
    start
}

/// A line without what is struck through in it.
pub(in crate::review) fn without_struck(line: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut rest = line;
    while let Some((before, (_, after))) =
        rest.split_once("~~").and_then(|(before, after)| Some((before, after.split_once("~~")?)))
    {
        kept.push_str(before);
        rest = after;
    }
    if rest.len() == line.len() { Cow::Borrowed(line) } else { Cow::Owned(kept + rest) }
}

/// The one of the places, which are in order, that an offset lies in.
pub(in crate::review) fn around(places: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let before = places.partition_point(|place| place.start <= at);
    places.get(before.checked_sub(1)?).filter(|place| place.contains(&at))
}
