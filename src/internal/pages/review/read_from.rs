//! The facts on a page that were read from the text, with their lines and how certain they are.
//!
//! In: a review of a folder without settings. Out: a row for each such fact, with the text of its line. In a library with
//! settings authors know how their reviews are read, so that its pages do not show this.

use super::ReadFrom;
use crate::review::{Fact, Origin, Review};
use base::text::{Lines, clip, count};

/// Most characters of a line.
const MOST: usize = 120;

/// The facts that were read from the text of a review, each with its line.
pub(super) fn rows(review: &Review) -> Vec<ReadFrom> {
    let lines = Lines::of(&review.text);
    let mut rows: Vec<_> = review.origins.iter().map(|(fact, origin)| row(review, &lines, *fact, *origin)).collect();
    let lists = [
        ("Timeline", ("entry", "entries"), review.timeline.iter().filter_map(|entry| entry.origin).collect::<Vec<_>>()),
        ("Factors", ("factor", "factors"), review.factors.iter().filter_map(|factor| factor.origin).collect()),
        ("Lessons", ("lesson", "lessons"), review.learnings.items.iter().filter_map(|point| point.origin).collect()),
        ("Actions", ("action", "actions"), review.actions.iter().filter_map(|action| action.origin).collect()),
    ];
    for (label, (one, many), origins) in lists {
        let numbers = origins.iter().filter_map(|origin| number(review, &lines, *origin));
        let Some((first, last)) = numbers.clone().min().zip(numbers.max()) else { continue };
        let place = if first == last { format!("line {first}") } else { format!("lines {first} to {last}") };
        let is_implied = origins.iter().any(|origin| !origin.is_named());
        rows.push(ReadFrom {
            label,
            place: format!("{}, {place}", count(origins.len(), one, many)),
            line: String::new(),
            is_implied,
        });
    }
    rows
}

fn row(review: &Review, lines: &Lines, fact: Fact, origin: Origin) -> ReadFrom {
    let number = number(review, lines, origin);
    let line = number.and_then(|number| review.text.lines().nth(number - 1)).unwrap_or_default().trim();
    let place = number.map_or_else(|| "the file’s name".to_owned(), |number| format!("line {number}"));
    ReadFrom { label: fact.label(), place, line: clip(line, MOST).into_owned(), is_implied: !origin.is_named() }
}

/// The number of the line that something was read from.
pub(super) fn number(review: &Review, lines: &Lines, origin: Origin) -> Option<usize> {
    origin.at.map(|at| lines.number(review.body_start + at))
}
