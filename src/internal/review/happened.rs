//! What happened, in a sentence or two: what failed, and for whom.
//!
//! In: a review whose fields are filled. Out: at most two lines of plain words for the place under its title, and for cards, rows,
//! search results, feeds and slides; none rather than a sentence that says something else. The first of these that says anything:
//!
//! 1. the `summary`;
//! 2. a section or a labelled line of the text that is a summary;
//! 3. the `impact`: its `summary`, else `customers` where it says more than yes or no;
//! 4. a section or a labelled line that tells the impact;
//! 5. a section that tells what happened;
//! 6. the first sentence at the top of the text, or of its first section of no other meaning, that tells of a failure.
//!
//! Prompts that a template left behind, questions, labels and sentences about the document itself say nothing.

use super::failure_words::tells_of_failure;
use super::{Review, Section, infer, meaning};
use base::text::{first_sentences, sentences};
use markdown::{Block, Heading, blocks_in, plain_text};

/// Two lines of a column.
const TWO_LINES: usize = 170;
/// Paragraphs that are looked through for a sentence.
const PARAGRAPHS: usize = 3;

/// What happened, in a sentence or two; none where the review does not say it.
pub(super) fn happened(review: &Review) -> Option<String> {
    let whole = from_summary(review)
        .or_else(|| section(review, |h| meaning(&h.text) == Some(Section::Summary)))
        .or_else(|| infer::labelled_text(review, &SUMMARY_LABELS).filter(|text| is_telling(text)))
        .or_else(|| from_impact(review))
        .or_else(|| section(review, |h| is_named(&h.text, &IMPACT_HEADINGS)))
        .or_else(|| infer::labelled_text(review, &IMPACT_LABELS).filter(|text| is_telling(text)))
        .or_else(|| section(review, |h| is_named(&h.text, &STORY_HEADINGS)))
        .or_else(|| opening(review));
    whole.map(|text| first_sentences(without_none(&text), TWO_LINES)).filter(|text| !text.is_empty())
}

/// A text without the "None." that forms begin with.
fn without_none(text: &str) -> &str {
    let first = sentences(text).next().unwrap_or_default();
    let plain: String = first.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let none = matches!(plain.as_str(), "none" | "no" | "na" | "nothing" | "keine" | "ninguno" | "aucun");
    if none { text[first.len()..].trim_start() } else { text }
}

/// Whether the review has a summary of its own, in the front matter or in the text.
pub(super) fn has_summary(review: &Review) -> bool {
    from_summary(review).is_some()
        || section(review, |h| meaning(&h.text) == Some(Section::Summary)).is_some()
        || infer::labelled_text(review, &SUMMARY_LABELS).is_some_and(|text| is_telling(&text))
}

const SUMMARY_LABELS: [&str; 5] = ["summary", "tl;dr", "tldr", "synopsis", "in short"];
const IMPACT_LABELS: [&str; 5] = ["impact", "customer impact", "user impact", "business impact", "what happened"];
const IMPACT_HEADINGS: [&str; 9] = [
    "impact",
    "customer impact",
    "user impact",
    "business impact",
    "impact on customers",
    "impact on users",
    "who was affected",
    "auswirkungen",
    "impacto",
];
const STORY_HEADINGS: [&str; 12] = [
    "what happened",
    "what went wrong",
    "description",
    "incident description",
    "the incident",
    "incident",
    "issue",
    "the problem",
    "problem",
    "details",
    "was ist passiert",
    "was geschah",
];

fn is_named(heading: &str, names: &[&str]) -> bool {
    let plain: String = heading.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<_> = plain.split_whitespace().map(str::to_lowercase).collect();
    let numbered = words.first().is_some_and(|w| w.chars().all(|c| c.is_ascii_digit()));
    names.contains(&words[usize::from(numbered)..].join(" ").as_str())
}

fn from_summary(review: &Review) -> Option<String> {
    review.summary.as_deref().map(words).filter(|text| is_telling(text))
}

fn from_impact(review: &Review) -> Option<String> {
    let texts = [&review.impact.summary, &review.impact.customers];
    texts.into_iter().flatten().map(|text| words(text)).find(|text| is_telling(text))
}

/// The text of the first section of such a heading: from its first sentence that tells of a failure, else from its first.
fn section(review: &Review, wanted: impl Fn(&Heading) -> bool) -> Option<String> {
    let mut headings = review.outline.headings.iter().filter(|heading| wanted(heading));
    let text = |heading: &Heading| {
        let texts = texts(review, heading.own.clone(), Lists::Count);
        texts.iter().find_map(|text| failure(text)).or_else(|| texts.into_iter().next())
    };
    headings.find_map(text)
}

/// The first sentence of the opening that tells of a failure, with what follows it there.
fn opening(review: &Review) -> Option<String> {
    let headings: Vec<_> = review.outline.headings.iter().filter(|h| !review.omitted.contains(&h.span)).collect();
    let first = headings.first().map_or(review.body().len(), |heading| heading.span.start);
    let start = review.outline.headings.first().filter(|h| h.span.start < first).map_or(0, |h| h.span.end);
    let next =
        headings.first().filter(|h| meaning(&h.text).is_none() && !is_named(&h.text, &OTHER)).map(|h| h.own.clone());
    let parts = [Some(start.min(first)..first), next];
    parts
        .into_iter()
        .flatten()
        .find_map(|part| texts(review, part, Lists::Ignored).iter().find_map(|text| failure(text)))
}

/// Headings under which a failure is spoken of that is not this one.
const OTHER: [&str; 8] = [
    "background",
    "context",
    "introduction",
    "glossary",
    "architecture",
    "overview of the system",
    "hintergrund",
    "contexte",
];

/// A text from its first sentence that tells of a failure.
fn failure(text: &str) -> Option<String> {
    let sentences: Vec<_> = sentences(text).collect();
    let start = sentences.iter().position(|sentence| is_sentence(sentence) && tells_of_failure(sentence))?;
    Some(sentences[start..].join(" "))
}

/// Whether the items of lists are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lists {
    Count,
    Ignored,
}

/// The first texts of a part of the body that are prose.
fn texts(review: &Review, part: std::ops::Range<usize>, lists: Lists) -> Vec<String> {
    let body = review.body();
    let blocks = blocks_in(body, part);
    let of_block = |block: &Block| match block {
        Block::Paragraph { span } => vec![words(&body[span.clone()])],
        Block::List { items, .. } if lists == Lists::Count => items.iter().map(|item| words(&item.source)).collect(),
        _ => Vec::new(),
    };
    blocks.iter().flat_map(of_block).filter(|text| is_telling(text) && !is_label(text)).take(PARAGRAPHS).collect()
}

/// Plain words on one line.
fn words(markdown: &str) -> String {
    plain_text(markdown).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `Authors: A, B`: a label of at most three words.
fn is_label(text: &str) -> bool {
    text.split_once(':').is_some_and(|(label, _)| label.split_whitespace().count() <= 3)
}

/// Whether a text says anything of its own.
fn is_telling(text: &str) -> bool {
    sentences(text).next().is_some_and(is_own) && sentences(text).any(is_sentence)
}

/// Whether a sentence could say what happened.
fn is_sentence(sentence: &str) -> bool {
    let long_enough =
        sentence.split_whitespace().count() >= 3 || sentence.chars().filter(|c| !c.is_ascii()).count() >= 6;
    long_enough && is_own(sentence) && !sentence.starts_with("If ")
}

/// Whether the author wrote it of the failure: it is no prompt of a template, no question, no lead, and not about the text.
fn is_own(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let framed = sentence.starts_with(['[', '<', '{']) && sentence.ends_with([']', '>', '}']);
    !framed
        && !sentence.ends_with(['?', ':', ','])
        && !PROMPTS.iter().chain(&ABOUT_ITSELF).any(|beginning| lower.starts_with(beginning))
}

/// How templates ask for what nobody has written yet.
const PROMPTS: [&str; 26] = [
    "describe ",
    "write ",
    "briefly ",
    "provide ",
    "explain ",
    "summarise ",
    "summarize ",
    "include ",
    "fill ",
    "insert ",
    "add ",
    "list ",
    "give ",
    "a quick ",
    "a brief ",
    "a short ",
    "a concise ",
    "one or two ",
    "one to two ",
    "in one ",
    "in a few ",
    "how was ",
    "who was ",
    "what was ",
    "todo",
    "tbd",
];

/// Sentences that speak of the text, not of the failure.
const ABOUT_ITSELF: [&str; 16] = [
    "this document",
    "this page",
    "this post",
    "this report",
    "this review",
    "this file",
    "this template",
    "this article",
    "this is a ",
    "this is the ",
    "this write-up",
    "this writeup",
    "in this ",
    "the following",
    "below ",
    "see ",
];

#[cfg(test)]
mod tests {
    use super::super::parse;
    use site::config::Config;
    use site::source::SourceFile;

    fn of(text: &str) -> Option<String> {
        let file = SourceFile { path: "a.md".to_owned(), text: text.to_owned() };
        parse(file, &Config::default()).0.and_then(|review| review.happened)
    }

    #[test]
    fn the_summary_comes_first_then_the_impact_then_the_text() {
        let impact = "impact: {customers: 'Every fifth customer paid twice.', summary: 'Fares were charged twice.'}";
        for (text, wanted) in [
            (
                "---\ntitle: A\nsummary: Nobody could pay.\nimpact: {summary: Tills were down.}\n---\nAll was lost.\n",
                "Nobody could pay.",
            ),
            (&format!("---\ntitle: A\n{impact}\n---\nAll was lost.\n"), "Fares were charged twice."),
            ("---\ntitle: A\nimpact: {customers: 1204 families paid twice.}\n---\n", "1204 families paid twice."),
            ("---\ntitle: A\nimpact: {customers: true}\n---\nThe whole shop was down.\n", "The whole shop was down."),
            ("# A\n\n## Impact\n\n- All users saw errors.\n\n## Summary\n\nThe disk was full.\n", "The disk was full."),
            ("# A\n\n## Impact\n\n- All users saw errors.\n", "All users saw errors."),
            ("# A\n\n**Impact**: All users\nsaw errors.\n\nMore.\n", "All users saw errors."),
            (
                "# A\n\n## What happened?\n\nWe deployed. Then checkout failed for all. It hurt.\n",
                "Then checkout failed for all. It hurt.",
            ),
            ("# A\n\nBear with me. Checkout was down for an hour.\n", "Checkout was down for an hour."),
            ("# A\n\n## An evening in May\n\nCheckout was down for an hour.\n", "Checkout was down for an hour."),
        ] {
            assert_eq!(of(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn nothing_is_said_rather_than_something_else() {
        for text in [
            "# A\n",
            "# A\n\nAuthors: Ann, Bob\nDate: 2026-03-02\n",
            "# A\n\n## Summary\n\n_Briefly describe what failed and for whom._\n",
            "# A\n\n## Summary\n\n[What happened, in two sentences]\n",
            "# A\n\nThis page documents the outage of March.\n",
            "# A\n\nI wrote this on the train.\n",
            "# A\n\n> Everything was down.\n",
            "# A\n\n## Background\n\nIf a replica fails, another is promoted. Nodes fail often.\n",
            "# A\n\n## Lessons learned\n\nBackups fail silently.\n",
            "---\ntitle: A\nsummary: TBD\nimpact: {customers: no, summary: None}\n---\n",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn two_lines_at_most_and_whole_sentences_where_they_fit() {
        let long = format!("Nobody could pay. {}", "It went on and on, ".repeat(20));
        assert_eq!(of(&format!("---\ntitle: A\nsummary: '{long}'\n---\n")).as_deref(), Some("Nobody could pay."));
        let said = of(&format!("---\ntitle: A\nsummary: 'Nobody could pay {}'\n---\n", "at all ".repeat(90))).unwrap();
        assert!(said.chars().count() <= super::TWO_LINES + 1 && said.ends_with('…'), "{said}");
    }
}
