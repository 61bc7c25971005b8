//! What happened, in a sentence or two: what failed, and who was affected.
//!
//! In: a review whose fields are filled. Out: at most two lines of plain text for the place under its title, and for cards,
//! rows, search results, feeds and slides; `None` rather than a sentence about something else. The first of these that has a
//! usable text:
//!
//! 1. the `summary`;
//! 2. a section or a labelled line of the text that is a summary;
//! 3. the `impact`: its `summary`, else `customers` if it says more than yes or no;
//! 4. from the first sentence about a failure above the first section;
//! 5. a section or a labelled line about the impact;
//! 6. a section about what happened;
//! 7. on a page of updates, the first update; else from the first sentence about a failure at the top of the text, or in one of its
//!    first sections, as long as these have no other meaning.
//!
//! A file that tells of several incidents has only its `summary` from the front matter, or a section that is a summary of the whole
//! file.
//!
//! Unfilled prompts of a template, questions, labels and sentences about the document itself say nothing; of several sentences one
//! that says what failed comes before one that says what was planned. It ends with a sentence, or where the first is longer than three
//! lines, with a clause or a word, and `…`.

mod failure_words;
mod informative;
mod names;
mod references;
#[cfg(test)]
mod tests;
mod told;

use std::ops::Range;

pub use self::failure_words::tells_of_failure;
use self::informative::{is_informative, is_label};
use self::names::{IMPACT_HEADINGS, IMPACT_LABELS, OTHER, STORY_HEADINGS, SUMMARY_LABELS, is_named};
use self::told::{Told, failure, tells_what_failed};
use super::foreign::tasks::begins_with_verb;
use super::labelled::labelled_text;
use super::languages::names as names_of;
use super::languages::words::words as words_of;
use super::text::label_line::is_bold_line;
use super::text::section::Section;
use super::text::usual_headings::meaning;
use super::written_time;
use super::{Entry, Review};
use base::text::{capitalised, sentences};
use markdown::{Block, Heading};

/// Most paragraphs to search for a sentence.
const PARAGRAPHS: usize = 5;
/// Most sections without a known meaning to search.
const SECTIONS: usize = 3;

/// What happened, in a sentence or two, and at more length; `None` if the review does not say.
pub(super) fn happened(review: &Review) -> (Option<String>, Option<String>) {
    let author = |text: String| Told::whole(without_none(&text));
    let labelled = |names| labelled_text(review, names).filter(|text| is_informative(text)).map(author);
    let of_one = || {
        section(review, is_summary)
            .or_else(|| labelled(&SUMMARY_LABELS))
            .or_else(|| from_impact(review).map(author))
            .or_else(|| above_headings(review))
            .or_else(|| section(review, is_impact))
            .or_else(|| labelled(&IMPACT_LABELS))
            .or_else(|| section(review, |h| is_named(&h.text, &STORY_HEADINGS)))
            .or_else(|| if review.is_of_updates { first_update(review) } else { opening(review) })
    };
    // What is told of one incident is not what happened in a file of several.
    let of_all = || section(review, |heading| is_summary(heading) && is_of_file(review, heading));
    let told = from_summary(review).map(author).or_else(|| if review.tells_several { of_all() } else { of_one() });
    let said = |text: String| Some(text).filter(|text| !text.is_empty());
    told.map_or((None, None), |told| (said(told.in_brief()), said(told.at_length())))
}

/// Who was affected, where only the text says it.
pub(super) fn impact(review: &Review) -> Option<String> {
    if from_impact(review).is_some() {
        return None;
    }
    let of_heading = |heading: &Heading| {
        let texts = texts_of(review, heading);
        let told = Told::of(texts.iter().flat_map(|text| sentences(text)), 0).in_brief();
        (!texts.is_empty()).then(|| without_none(&told).to_owned())
    };
    let mut headings = review.outline.headings.iter().filter(|heading| is_impact(heading));
    let labelled =
        || labelled_text(review, &IMPACT_LABELS[..IMPACT_LABELS.len() - 1]).filter(|text| is_informative(text));
    headings.find_map(of_heading).or_else(labelled).filter(|text| !text.is_empty())
}

/// Whether a heading is above who was affected.
pub(super) fn is_impact(heading: &Heading) -> bool {
    is_named(&heading.text, &IMPACT_HEADINGS) || names_of::is("impact", &words_of(&heading.text))
}

/// Whether a heading is below no other one but the title.
fn is_of_file(review: &Review, heading: &Heading) -> bool {
    let others = review.outline.headings.iter().filter(|other| !review.is_title(other));
    others.filter(|other| other.span != heading.span).all(|other| !other.content.contains(&heading.span.start))
}

/// Whether a heading means a summary, in any language.
fn is_summary(heading: &Heading) -> bool {
    meaning(&heading.text) == Some(Section::Summary) || names_of::is("summary", &words_of(&heading.text))
}

/// A text without the "None." at its start that forms have.
fn without_none(text: &str) -> &str {
    let first = sentences(text).next().unwrap_or_default();
    let plain: String = first.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let none = matches!(plain.as_str(), "none" | "no" | "na" | "nothing" | "keine" | "ninguno" | "aucun");
    if none { text[first.len()..].trim_start() } else { text }
}

/// Whether the review has a summary of its own, in the front matter or in the text.
pub(super) fn has_summary(review: &Review) -> bool {
    from_summary(review).is_some()
        || section(review, is_summary).is_some()
        || labelled_text(review, &SUMMARY_LABELS).is_some_and(|text| is_informative(&text))
}

fn from_summary(review: &Review) -> Option<String> {
    review.summary.as_deref().map(|text| review.words_of(text)).filter(|text| is_informative(text))
}

fn from_impact(review: &Review) -> Option<String> {
    let texts = [&review.impact.summary, &review.impact.customers];
    texts.into_iter().flatten().map(|text| review.words_of(text)).find(|text| is_informative(text))
}

/// The text of the first section with such a heading, from its first sentence about a failure, or else from its first sentence.
fn section(review: &Review, wanted: impl Fn(&Heading) -> bool) -> Option<Told> {
    let mut headings = review.outline.headings.iter().filter(|heading| wanted(heading));
    let told = |heading: &Heading| {
        let texts = texts_of(review, heading);
        let found = failure(&texts, &review.title, tells_what_failed);
        let found = found.or_else(|| failure(&texts, &review.title, tells_of_failure));
        found.or_else(|| texts.first().map(|text| Told::whole(without_none(text))))
    };
    headings.find_map(told)
}

/// What the first update of a page says after its state: those after it tell how it went on.
fn first_update(review: &Review) -> Option<Told> {
    // Of a chat the first message that says what failed.
    let is_told = |entry: &&Entry| entry.who.is_none() || tells_what_failed(&review.words_of(&entry.what));
    let first = review.timeline.iter().take(SECTIONS).find(is_told)?;
    let is_state = |lead: &str| names_of::is("update state", &words_of(lead));
    let text = first.what.split_once(": ").filter(|(lead, _)| is_state(lead)).map(|(_, text)| text);
    let what = text.unwrap_or(&first.what);
    Some(review.words_of(what)).filter(|text| is_informative(text)).map(|text| Told::whole(&text))
}

/// The first sentence about a failure above the first section, except on a page of updates.
fn above_headings(review: &Review) -> Option<Told> {
    let mut headings = review.outline.headings.iter().peekable();
    let start = headings.next_if(|heading| review.is_title(heading)).map_or(0, |heading| heading.span.end);
    let end = headings.next()?.span.start;
    if review.is_of_updates || end < start {
        return None;
    }
    failure(&texts(review, start..end, Lists::Ignored), &review.title, tells_what_failed)
}

/// The first sentence about a failure at the top, or in a section without a known meaning, with the sentences after it.
fn opening(review: &Review) -> Option<Told> {
    let headings = || review.outline.headings.iter().filter(|h| !review.omitted.contains(&h.span));
    let first = headings().next().map_or(review.body().len(), |heading| heading.span.start);
    // The title, if nothing is above it; the heading of the timeline may be below the opening.
    let is_title = |h: &&Heading| h.span.start < first && review.body()[..h.span.start].trim().is_empty();
    let start = review.outline.headings.first().filter(is_title).map_or(0, |h| h.span.end);
    let is_open = |h: &&Heading| meaning(&h.text).is_none() && !is_named(&h.text, &OTHER);
    // Further down another failure may be told, unless the title announces one.
    let sections = if tells_of_failure(&review.title) { SECTIONS } else { 1 };
    let sections = headings().take(sections).take_while(is_open).map(|heading| heading.own.clone());
    let parts: Vec<_> = std::iter::once(start.min(first)..first).chain(sections).collect();
    let found = |parts: &[Range<usize>], lists, is_failing: fn(&str) -> bool| {
        parts.iter().find_map(|part| failure(&texts(review, part.clone(), lists), &review.title, is_failing))
    };
    found(&parts, Lists::Ignored, tells_what_failed)
        .or_else(|| found(&parts, Lists::Count, tells_what_failed))
        .or_else(|| found(&parts[..parts.len().min(2)], Lists::Ignored, tells_of_failure))
}

/// Whether the items of lists are used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lists {
    Count,
    Ignored,
}

/// An item of a list as a sentence: the next is another one.
fn sentence(item: &str) -> String {
    let mut sentence = capitalised(item.trim_end_matches([',', ';']));
    if !sentence.ends_with(['.', '!', '?', ':', '。', '！', '？']) {
        sentence.push('.');
    }
    sentence
}

/// The texts below a heading. Those of an impact may stand under headings of their own, one for each group that was affected.
fn texts_of(review: &Review, heading: &Heading) -> Vec<String> {
    let own = texts(review, heading.own.clone(), Lists::Count);
    if own.is_empty() && is_impact(heading) { texts(review, heading.content.clone(), Lists::Count) } else { own }
}

/// The first texts of a part of the body that are prose.
fn texts(review: &Review, part: Range<usize>, lists: Lists) -> Vec<String> {
    let body = review.body();
    // Whether the line above names tasks or lessons: a list below it tells nothing of what failed.
    let mut is_other = false;
    let of_block = |block: &Block| match block {
        // A bold line alone is a label of what stands below it.
        Block::Paragraph { span } if is_bold_line(&body[span.clone()]) => {
            is_other = meaning(&body[span.clone()]).is_some_and(|section| section != Section::Summary);
            Vec::new()
        }
        Block::Paragraph { span } => vec![review.words_of(&body[span.clone()])],
        Block::List { items, .. } if lists == Lists::Count && !std::mem::take(&mut is_other) => {
            // An item that begins with a clock or a day is an entry of a timeline; another figure counts something.
            let is_entry = |text: &String| written_time::read(text).is_some_and(|time| time.is_timed());
            let is_told = |text: &String| !is_entry(text) && !begins_with_verb(&text.to_lowercase());
            let items = items.iter().map(|item| review.words_of(&item.source)).filter(is_told);
            items.map(|item| sentence(&item)).collect()
        }
        _ => Vec::new(),
    };
    let blocks = review.blocks.within(&part).iter();
    blocks.flat_map(of_block).filter(|text| is_informative(text) && !is_label(text)).take(PARAGRAPHS).collect()
}
