//! The texts of one review for a drill: without links, marks of footnotes, and names.

use std::borrow::Cow;

use jiff::Timestamp;

use super::DrillEntry;
use super::cited::code;
use super::colleagues::counted;
use super::mask::Mask;
use super::played::Played;
use super::sentences::sentences;
use crate::pages::at::At;
use crate::pages::dates;
use crate::pages::prose::Prose;
use crate::review::{Entry, Points, Review};
use markdown::plain_text;

/// Most characters of the opening of a later entry, if its first sentence is not longer.
const SHORT: usize = 110;

pub(super) struct Texts<'s> {
    prose: Prose<'s>,
    mask: Mask<'s>,
    review: &'s Review,
    /// Whether the entries lie on several days, so that a clock needs its day.
    spans_days: bool,
}

impl<'s> Texts<'s> {
    pub(super) fn of(at: At<'s>, i: usize, review: &'s Review) -> Self {
        let zone = review.zone_of_timeline();
        let mut days = review.timeline.iter().filter_map(Entry::moment).map(|at| dates::day(at, zone));
        let first = days.next();
        let spans_days = days.any(|day| Some(day) != first);
        Self { prose: Prose::new(at, i), mask: Mask::of(review, at.site.names()), review, spans_days }
    }

    pub(super) fn html(&self, text: &str) -> String {
        counted(self.mask.html(self.prose.unlinked(&tidied(&without_notes(text)))))
    }

    /// What somebody is called, and their part where the review marks it.
    pub(super) fn role(&self, name: &str) -> String {
        self.mask.role(name)
    }

    /// The names that were found in the entries of a review that lists no people.
    pub(super) fn found(&self) -> &[String] {
        self.mask.found()
    }

    pub(super) fn words(&self, text: &str) -> String {
        counted(self.mask.words(plain_text(&tidied(&without_notes(text)))))
    }

    /// Code and logs, line by line.
    pub(super) fn verbatim(&self, text: &str) -> String {
        text.lines().map(|line| self.mask.words(line.to_owned())).collect::<Vec<_>>().join("\n")
    }

    /// The first sentences of a text as plain text; none is cut.
    pub(super) fn opening(&self, text: &str) -> String {
        let mut opening = String::new();
        for sentence in sentences(text).map(|sentence| self.words(sentence)) {
            if !opening.is_empty() && opening.chars().count() + sentence.chars().count() > SHORT {
                break;
            }
            opening.push_str(if opening.is_empty() { "" } else { " " });
            opening.push_str(&sentence);
        }
        opening
    }

    pub(super) fn points(&self, points: &Points) -> Vec<String> {
        points.items.iter().map(|point| self.html(&point.text)).collect()
    }

    pub(super) fn clock(&self, entry: &Played<'_>) -> String {
        self.at(entry.at)
    }

    /// `from 16:58 Copenhagen (14:58 UTC) on:`.
    pub(super) fn from(&self, moment: Timestamp) -> String {
        format!("from {} on:", self.at(moment))
    }

    fn at(&self, moment: Timestamp) -> String {
        let zone = self.review.zone_of_timeline();
        if self.spans_days { dates::day_and_clocks(moment, zone) } else { dates::both_clocks(moment, zone) }
    }

    /// An entry, with the code or the evidence that its words announce.
    pub(super) fn entry(&self, entry: &Played<'_>, with_clock: bool) -> DrillEntry {
        let lines = entry.beside.and_then(code);
        let evidence = entry.beside.filter(|_| lines.is_none()).map(|beside| self.html(beside));
        let what_html = [Some(self.html(entry.what)), evidence].into_iter().flatten().collect::<Vec<_>>().join(" ");
        DrillEntry {
            clock: with_clock.then(|| self.clock(entry)),
            what_html,
            code: lines.map(|lines| self.verbatim(&lines)),
        }
    }
}

/// A text without what Markdown leaves where a text ends or was cut: the mark of a line break, emphasis of nothing. Code stays.
fn tidied(text: &str) -> Cow<'_, str> {
    let is_mark = |word: &str| word.len() > 1 && word.chars().all(|c| matches!(c, '*' | '_'));
    let whole = text.trim_end().trim_end_matches('\\').trim_end();
    if whole.contains('`') || whole.contains("\n\n") || !whole.split_whitespace().any(is_mark) {
        return Cow::Borrowed(whole);
    }
    Cow::Owned(whole.split(' ').filter(|word| !is_mark(word)).collect::<Vec<_>>().join(" "))
}

/// A text without the marks of footnotes, `[^1]`: the notes stand elsewhere. Code stays as it is.
fn without_notes(text: &str) -> Cow<'_, str> {
    if !text.contains("[^") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut is_code) = (text, false);
    while let Some((before, after)) = rest.split_once("[^") {
        out.push_str(before);
        is_code ^= !before.matches('`').count().is_multiple_of(2);
        let label = after.split_once(']').filter(|(label, _)| {
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
        });
        rest = match label {
            Some((_, following)) if !is_code => following,
            _ => {
                out.push_str("[^");
                after
            }
        };
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::{tidied, without_notes};

    #[test]
    fn what_markdown_leaves_at_the_end_is_left_out() {
        assert_eq!(tidied("The alarm fires \\"), "The alarm fires");
        assert_eq!(tidied("The alarm ** ** fires ____"), "The alarm fires");
        assert_eq!(
            tidied("**The** alarm\\\nfires at 4 * 3, says `ls **`"),
            "**The** alarm\\\nfires at 4 * 3, says `ls **`"
        );
    }

    #[test]
    fn marks_of_footnotes_are_left_out_and_patterns_stay() {
        assert_eq!(without_notes("The USE method[^1], see[^a-note]."), "The USE method, see.");
        assert_eq!(without_notes("`grep [^0]` and [^ ] and [^"), "`grep [^0]` and [^ ] and [^");
    }
}
