//! A text in its sentences.

use std::ops::Range;

use base::text::is_shortened;

/// A sentence of fewer words belongs to the one before it.
const WORDS: usize = 4;

/// The sentences of a text, in order. A short one, such as `And again.`, stays with the one before it.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let text = text.trim();
    ranges(text).into_iter().map(move |range| &text[range])
}

/// Where the sentences are.
fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut ends = Vec::new();
    let (mut begin, mut counted, mut is_code) = (0, 0, false);
    for (at, mark) in text.match_indices(['.', '!', '?']) {
        is_code ^= !text[counted..at].matches('`').count().is_multiple_of(2);
        counted = at;
        let after = &text[at + mark.len()..];
        let closing = after.len() - after.trim_start_matches(['"', '”', '*', '_', ')', '\'']).len();
        let after = &after[closing..];
        let next = after.trim_start();
        let begins = next.starts_with(|c: char| !c.is_lowercase()) && next.len() < after.len();
        if begins && !is_code && !(mark == "." && is_shortened(&text[..at])) {
            let end = at + mark.len() + closing;
            ends.push(begin..end);
            begin = text.len() - next.len();
        }
    }
    ends.push(begin..text.len());
    let mut kept: Vec<Range<usize>> = Vec::with_capacity(ends.len());
    for range in ends {
        match kept.last_mut() {
            Some(last) if text[range.clone()].split_whitespace().count() < WORDS => last.end = range.end,
            _ => kept.push(range),
        }
    }
    kept
}

/// The longest run of sentences that may all be told; `None` if there is none.
pub(super) fn longest_run(text: &str, may_be_told: impl Fn(&str) -> bool) -> Option<&str> {
    let text = text.trim();
    let (mut longest, mut run): (Range<usize>, Option<Range<usize>>) = (0..0, None);
    for range in ranges(text) {
        let start = run.map_or(range.start, |run| run.start);
        run = may_be_told(&text[range.clone()]).then_some(start..range.end);
        if let Some(run) = run.clone().filter(|run| run.len() > longest.len()) {
            longest = run;
        }
    }
    (!longest.is_empty()).then(|| &text[longest])
}

/// The sentences before the first that may not be told; `None` if that is the first of all.
pub(super) fn first_run(text: &str, may_be_told: impl Fn(&str) -> bool) -> Option<&str> {
    let text = text.trim();
    let told = ranges(text).into_iter().take_while(|range| may_be_told(&text[range.clone()]));
    told.last().map(|range| &text[..range.end])
}

#[cfg(test)]
mod tests {
    use super::{first_run, longest_run, sentences};

    fn all(text: &str) -> Vec<&str> {
        sentences(text).collect()
    }

    #[test]
    fn sentences_end_before_a_capital_and_short_ones_stay() {
        assert_eq!(
            all("App gives up after 3 s and asks again. And again. 600 requests a second become 14,000."),
            ["App gives up after 3 s and asks again. And again.", "600 requests a second become 14,000."]
        );
        assert_eq!(all("It is at 10.0.0.1 e.g. there now"), ["It is at 10.0.0.1 e.g. there now"]);
        assert_eq!(
            all("She said: \"It is so, as ever.\" Then they all left."),
            ["She said: \"It is so, as ever.\"", "Then they all left."]
        );
        assert_eq!(
            all("The Sr. Director of the quay asks Dr. Moe for it."),
            ["The Sr. Director of the quay asks Dr. Moe for it."]
        );
        assert_eq!(all(" "), [""]);
    }

    #[test]
    fn what_may_be_told_is_told_together() {
        let text =
            "The cache is full here. The board goes dark now. Nobody sees the next ship. The cache is empty again.";
        let run = longest_run(text, |sentence| !sentence.contains("cache"));
        assert_eq!(run, Some("The board goes dark now. Nobody sees the next ship."));
        assert_eq!(longest_run(text, |_| false), None);
        assert_eq!(longest_run(text, |_| true), Some(text));
        assert_eq!(first_run(text, |sentence| !sentence.contains("cache")), None);
        assert_eq!(first_run(text, |sentence| !sentence.contains("Nobody")), Some(&text[..48]));
    }
}
