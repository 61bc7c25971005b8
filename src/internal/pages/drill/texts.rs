//! The texts of one review for a drill: without links and without names.

use super::DrillEntry;
use super::mask::Mask;
use super::played::Played;
use crate::pages::at::At;
use crate::pages::dates;
use crate::pages::prose::Prose;
use crate::review::{Points, Review};
use markdown::plain_text;

/// Most characters of a later entry in a note.
const SHORT: usize = 110;

pub(super) struct Texts<'s> {
    prose: Prose<'s>,
    mask: Mask<'s>,
    review: &'s Review,
}

impl<'s> Texts<'s> {
    pub(super) fn of(at: At<'s>, i: usize, review: &'s Review) -> Self {
        Self { prose: Prose::new(at, i), mask: Mask::of(review, at.site.names()), review }
    }

    pub(super) fn html(&self, text: &str) -> String {
        self.mask.html(self.prose.unlinked(text))
    }

    /// What somebody is called, and their part where the review marks it.
    pub(super) fn role(&self, name: &str) -> String {
        self.mask.role(name)
    }

    pub(super) fn words(&self, text: &str) -> String {
        self.mask.words(plain_text(text))
    }

    /// Code and logs, line by line.
    pub(super) fn verbatim(&self, text: &str) -> String {
        text.lines().map(|line| self.mask.words(line.to_owned())).collect::<Vec<_>>().join("\n")
    }

    /// The beginning of a text as plain text.
    pub(super) fn short(&self, text: &str) -> String {
        let text = self.words(text);
        match text.char_indices().nth(SHORT) {
            None => text,
            Some((end, _)) => {
                let cut = text[..end].rfind(' ').unwrap_or(end);
                format!("{} ...", text[..cut].trim_end_matches([',', ';', ':', '.', ' ']))
            }
        }
    }

    pub(super) fn points(&self, points: &Points) -> Vec<String> {
        points.items.iter().map(|point| self.html(&point.text)).collect()
    }

    pub(super) fn clock(&self, entry: &Played<'_>) -> String {
        dates::both_clocks(entry.at, &self.review.zone)
    }

    /// `from 16:58 Copenhagen (14:58 UTC) on:`.
    pub(super) fn from(&self, moment: jiff::Timestamp) -> String {
        format!("from {} on:", dates::both_clocks(moment, &self.review.zone))
    }

    pub(super) fn entry(&self, entry: &Played<'_>, with_clock: bool) -> DrillEntry {
        DrillEntry { clock: with_clock.then(|| self.clock(entry)), what_html: self.html(entry.what) }
    }
}
