//! Whether a text says anything: what a template left behind, a question, a label or a sentence about the document does not.

use base::text::sentences;

/// `Authors: A, B`: a label of at most three words.
pub(super) fn is_label(text: &str) -> bool {
    text.split_once(':').is_some_and(|(label, _)| label.split_whitespace().count() <= 3)
}

/// Whether a text says anything of its own.
pub(super) fn is_telling(text: &str) -> bool {
    sentences(text).next().is_some_and(is_own) && sentences(text).any(is_sentence)
}

/// Whether a sentence could say what happened.
pub(super) fn is_sentence(sentence: &str) -> bool {
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
