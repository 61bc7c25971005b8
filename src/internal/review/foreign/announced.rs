//! Sentences that announce the list below them.

use crate::review::languages::names;
use crate::review::languages::words::words;
use base::text::sentences;

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

/// A text without the sentence at its end that only leads to the list below it.
pub(in crate::review) fn without_lead(text: &str) -> &str {
    let text = text.trim();
    let lead = if text.ends_with([':', '：']) { sentences(text).last() } else { None };
    lead.map_or(text, |lead| text[..text.len() - lead.len()].trim_end())
}

/// Whether a paragraph ends by announcing tasks in the list below it: `Going forward, we will do the following:`.
pub(super) fn promises(text: &str) -> bool {
    last_sentence(text).is_some_and(|last| names::is_within("promise", &last))
}

#[cfg(test)]
mod tests {
    use super::without_lead;

    #[test]
    fn a_sentence_that_leads_to_a_list_is_left_out() {
        for (text, wanted) in [
            ("It ran full. We will do the following:", "It ran full."),
            ("We will do the following:", ""),
            ("Alert early: it pays.", "Alert early: it pays."),
            ("容量不足。今後の対策：", "容量不足。"),
        ] {
            assert_eq!(without_lead(text), wanted);
        }
    }
}
