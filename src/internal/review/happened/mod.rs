//! What happened, in a sentence or two: what failed, and who was affected.
//!
//! In: a review whose fields are filled. Out: at most two lines of plain text for the place under its title, and for cards,
//! rows, search results, feeds and slides; `None` rather than a sentence about something else. The first of these that has a
//! usable text:
//!
//! 1. the `summary`;
//! 2. a section or a labelled line of the text that is a summary;
//! 3. the `impact`: its `summary`, else `customers` if it says more than yes or no;
//! 4. a section or a labelled line about the impact;
//! 5. a section about what happened;
//! 6. from the first sentence about a failure at the top of the text, or in its first section if that has no other meaning.
//!
//! Prompts that a template left behind, questions, labels and sentences about the document itself say nothing. It ends with a sentence; where
//! the first is longer than two lines, with those of its clauses that fill at least one, else with a word, and `…`.

mod failure_words;
mod informative;
mod names;
mod references;
#[cfg(test)]
mod tests;

pub(super) use self::failure_words::tells_of_failure;
use self::informative::{has_call, is_informative, is_label, is_own, is_sentence};
use self::names::{IMPACT_HEADINGS, IMPACT_LABELS, OTHER, STORY_HEADINGS, SUMMARY_LABELS, is_named};
use self::references::refers_back;
use super::Review;
use super::labelled::labelled_text;
use super::languages::names as names_of;
use super::languages::words::words as words_of;
use super::text::label_line::is_bold_line;
use super::text::section::Section;
use super::text::usual_headings::meaning;
use base::text::{first_sentences, sentences};
use markdown::{Block, Heading, plain_text};

/// Two lines of a column.
const TWO_LINES: usize = 170;
/// What is told in half a minute.
const AT_LENGTH: usize = 420;
/// Most paragraphs to search for a sentence.
const PARAGRAPHS: usize = 3;

/// What happened, in a sentence or two, and at more length; `None` if the review does not say.
pub(super) fn happened(review: &Review) -> (Option<String>, Option<String>) {
    // A sentence of one incident does not tell of a file of several.
    if review.tells_several && review.summary.is_none() {
        return (None, None);
    }
    let whole = from_summary(review)
        .or_else(|| section(review, is_summary))
        .or_else(|| labelled_text(review, &SUMMARY_LABELS).filter(|text| is_informative(text)))
        .or_else(|| from_impact(review))
        .or_else(|| above_headings(review))
        .or_else(|| section(review, is_impact))
        .or_else(|| labelled_text(review, &IMPACT_LABELS).filter(|text| is_informative(text)))
        .or_else(|| section(review, |h| is_named(&h.text, &STORY_HEADINGS)))
        .or_else(|| if review.is_of_updates { first_update(review) } else { opening(review) });
    let whole = whole.map(|text| without_leads(without_none(&text)));
    let within = |most: usize| whole.as_deref().map(|text| first_sentences(text, most)).filter(|text| !text.is_empty());
    let three: Option<String> = within(AT_LENGTH).map(|text| sentences(&text).take(3).collect::<Vec<_>>().join(" "));
    (within(TWO_LINES), three)
}

/// A text without the sentences that end in a colon, which lead to a list that is not shown, and up to the first call of a template.
fn without_leads(text: &str) -> String {
    let shown = sentences(text).take_while(|sentence| !has_call(sentence));
    shown.filter(|sentence| !sentence.ends_with([':', '：'])).collect::<Vec<_>>().join(" ")
}

/// Who was affected, where only the text says it.
pub(super) fn impact(review: &Review) -> Option<String> {
    if from_impact(review).is_some() {
        return None;
    }
    let of_heading = |heading: &Heading| {
        let texts = texts(review, heading.own.clone(), Lists::Count);
        (!texts.is_empty()).then(|| first_sentences(without_none(&texts.join(" ")), TWO_LINES))
    };
    let mut headings = review.outline.headings.iter().filter(|heading| is_impact(heading));
    let labelled =
        || labelled_text(review, &IMPACT_LABELS[..IMPACT_LABELS.len() - 1]).filter(|text| is_informative(text));
    headings.find_map(of_heading).or_else(labelled).filter(|text| !text.is_empty())
}

fn is_impact(heading: &Heading) -> bool {
    is_named(&heading.text, &IMPACT_HEADINGS) || names_of::is("impact", &words_of(&heading.text))
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
    review.summary.as_deref().map(words).filter(|text| is_informative(text))
}

fn from_impact(review: &Review) -> Option<String> {
    let texts = [&review.impact.summary, &review.impact.customers];
    texts.into_iter().flatten().map(|text| words(text)).find(|text| is_informative(text))
}

/// The text of the first section with such a heading, from its first sentence about a failure, or else from its first sentence.
fn section(review: &Review, wanted: impl Fn(&Heading) -> bool) -> Option<String> {
    let mut headings = review.outline.headings.iter().filter(|heading| wanted(heading));
    let text = |heading: &Heading| {
        let texts = texts(review, heading.own.clone(), Lists::Count);
        failure(&texts).or_else(|| texts.into_iter().next())
    };
    headings.find_map(text)
}

/// What the first update of a page says after its state: those after it tell how it went on.
fn first_update(review: &Review) -> Option<String> {
    let first = review.timeline.iter().min_by_key(|entry| entry.moment())?;
    let what = first.what.split_once(": ").map_or(first.what.as_str(), |(_, text)| text);
    Some(words(what)).filter(|text| is_informative(text))
}

/// The same above the first section, where no page of updates stands.
fn above_headings(review: &Review) -> Option<String> {
    let mut headings = review.outline.headings.iter().peekable();
    let start = headings.next_if(|heading| heading.text.trim() == review.title).map_or(0, |heading| heading.span.end);
    let end = headings.next()?.span.start;
    if review.is_of_updates || end < start {
        return None;
    }
    failure(&texts(review, start..end, Lists::Ignored))
}

/// The first sentence about a failure in the opening, with the sentences after it.
fn opening(review: &Review) -> Option<String> {
    let heading = review.outline.headings.iter().find(|h| !review.omitted.contains(&h.span));
    let first = heading.map_or(review.body().len(), |heading| heading.span.start);
    // The title, if nothing is above it; the heading of the timeline may be below the opening.
    let is_title = |h: &&Heading| h.span.start < first && review.body()[..h.span.start].trim().is_empty();
    let start = review.outline.headings.first().filter(is_title).map_or(0, |h| h.span.end);
    let next = heading.filter(|h| meaning(&h.text).is_none() && !is_named(&h.text, &OTHER)).map(|h| h.own.clone());
    let parts = [Some(start.min(first)..first), next];
    parts.into_iter().flatten().find_map(|part| failure(&texts(review, part, Lists::Ignored)))
}

/// The first of the texts that has a sentence about a failure, from there on. Where that sentence speaks of something before it
/// ("That error", "It"), from the sentence that says what is meant.
fn failure(texts: &[String]) -> Option<String> {
    let all: Vec<_> = texts.iter().enumerate().flat_map(|(n, text)| sentences(text).map(move |one| (n, one))).collect();
    let found = all.iter().position(|(_, sentence)| is_sentence(sentence) && tells_of_failure(sentence))?;
    let (last, _) = all[found];
    let meant = (0..=found).rev().find(|at| !refers_back(all[*at].1) && (*at == found || is_own(all[*at].1)));
    let start = meant.unwrap_or(found);
    // A sentence before it in the same paragraph that names a day, a clock or a number tells of the incident as well.
    let (of, _) = all[start];
    let tells = |(n, one): &&(usize, &str)| {
        *n == of && is_sentence(one) && !refers_back(one) && one.contains(|c: char| c.is_ascii_digit())
    };
    let start = all[..start].iter().position(|one| tells(&one)).unwrap_or(start);
    Some(all[start..].iter().take_while(|(n, _)| *n <= last).map(|(_, one)| *one).collect::<Vec<_>>().join(" "))
}

/// Whether the items of lists are used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lists {
    Count,
    Ignored,
}

/// The first texts of a part of the body that are prose.
fn texts(review: &Review, part: std::ops::Range<usize>, lists: Lists) -> Vec<String> {
    let body = review.body();
    let of_block = |block: &Block| match block {
        // A bold line alone is a label of what stands below it.
        Block::Paragraph { span } if is_bold_line(&body[span.clone()]) => Vec::new(),
        Block::Paragraph { span } => vec![words(&body[span.clone()])],
        Block::List { items, .. } if lists == Lists::Count => items.iter().map(|item| words(&item.source)).collect(),
        _ => Vec::new(),
    };
    let blocks = review.blocks.within(&part).iter();
    blocks.flat_map(of_block).filter(|text| is_informative(text) && !is_label(text)).take(PARAGRAPHS).collect()
}

/// Plain text on one line.
fn words(markdown: &str) -> String {
    plain_text(markdown).split_whitespace().collect::<Vec<_>>().join(" ")
}
