//! Whether a text is informative: template prompts, questions, labels and sentences about the document itself are not.

use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::text::template_calls::has_call;
use base::text::sentences;

/// Whether a text is a label with a value, such as `Authors: A, B`: of at most three words, or a longer one that is known to name a
/// moment.
pub(super) fn is_label(text: &str) -> bool {
    const MOMENTS: [&str; 4] = ["label date", "label started", "label detected", "label resolved"];
    // The colon of `Between 10:02 and 10:49` is that of a clock.
    text.split_once(": ").or_else(|| text.split_once('：')).is_some_and(|(label, _)| {
        let said = words(label);
        label.split_whitespace().count() <= 3 || MOMENTS.iter().any(|kind| names::is(kind, &said))
    })
}

/// Whether a text is informative.
pub(super) fn is_informative(text: &str) -> bool {
    sentences(text).next().is_some_and(is_own) && sentences(text).any(is_sentence)
}

/// Whether a sentence could say what happened.
pub(super) fn is_sentence(sentence: &str) -> bool {
    let long_enough =
        sentence.split_whitespace().count() >= 3 || sentence.chars().filter(|c| !c.is_ascii()).count() >= 6;
    long_enough && is_own(sentence) && !["If ", "Which "].iter().any(|lead| sentence.starts_with(lead))
}

/// Whether a sentence is about the failure: not a template prompt, a question or a label, and not about the text itself.
pub(super) fn is_own(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let framed = sentence.starts_with(['[', '<', '{']) && sentence.ends_with([']', '>', '}']);
    !framed
        && !has_call(sentence)
        && !sentence.ends_with(['?', ':', ','])
        && !ANNOUNCES_ITSELF.iter().any(|said| sentence.contains(said))
        && !PROMPTS.iter().chain(&ABOUT_ITSELF).any(|beginning| lower.starts_with(beginning))
}

/// Phrases with which templates ask for a text.
const PROMPTS: [&str; 31] = [
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
    "to be written",
    "to be completed",
    "to be filled",
    "to be added",
    "to follow",
    "todo",
    "tbd",
];

/// What says, at the end of a sentence, that a report follows.
const ANNOUNCES_ITSELF: [&str; 3] = ["ご報告", "보고드립니다", "보고 드립니다"];

/// Phrases of sentences about the text itself, not the failure.
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
