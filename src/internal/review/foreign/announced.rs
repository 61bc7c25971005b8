//! Sentences that announce the list below them.

use crate::review::languages::names;
use crate::review::languages::words::words;

/// Whether a paragraph ends by announcing the causes in the list below it: `These issues were the root cause of the delay:`.
pub(super) fn announces_causes(text: &str) -> bool {
    let Some(last) = last_sentence(text) else { return false };
    let says = |kind| names::is_within(kind, &last);
    says("announced cause") || (says("caused by") && says("factor word"))
}

/// The words of the last sentence of a paragraph that ends with a colon.
fn last_sentence(text: &str) -> Option<String> {
    let text = text.trim_end();
    let last = text.rfind(['.', '!', '\n', '。']).map_or(text, |at| &text[at..]);
    text.ends_with([':', '：']).then(|| words(last))
}

/// Whether a paragraph ends by announcing tasks in the list below it: `Going forward, we will do the following:`.
pub(super) fn promises(text: &str) -> bool {
    last_sentence(text).is_some_and(|last| names::is_within("promise", &last))
}
