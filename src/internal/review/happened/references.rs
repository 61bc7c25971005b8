//! Sentences that speak of what a sentence before them said.

/// Words with which such sentences begin.
const BEGINNINGS: [&str; 48] = [
    "this ",
    "that ",
    "these ",
    "those ",
    "it ",
    "its ",
    "they ",
    "their ",
    "he ",
    "she ",
    "both ",
    "such ",
    "another ",
    "additionally",
    "also ",
    "also,",
    "furthermore",
    "moreover",
    "however",
    "therefore",
    "consequently",
    "as a result",
    "because of this",
    "due to this",
    "subsequently",
    "in addition",
    "and ",
    "but ",
    "so ",
    "then ",
    "this,",
    "dies ",
    "diese ",
    "dieser ",
    "dadurch ",
    "deshalb ",
    "außerdem ",
    "zudem ",
    "cela ",
    "cette ",
    "ces ",
    "de plus",
    "esto ",
    "este ",
    "además",
    "isso ",
    "além disso",
    "questo ",
];

/// What `the` points back to.
const MEANT: [&str; 16] = [
    "issue", "issues", "problem", "problems", "error", "errors", "fix", "bug", "outage", "attack", "incident",
    "failure", "change", "cause", "latter", "former",
];

/// Whether a sentence says only together with one before it what it is about: `That error surfaced as timeouts`.
pub(super) fn refers_back(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let noun = lower.strip_prefix("the ").and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
    BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning)) || noun.is_some_and(|noun| MEANT.contains(&noun))
}

#[cfg(test)]
mod tests {
    use super::refers_back;

    #[test]
    fn a_sentence_that_needs_another_is_known() {
        for sentence in
            ["That error surfaced as timeouts.", "The attack only affected one package.", "Additionally, it was slow."]
        {
            assert!(refers_back(sentence), "{sentence}");
        }
        for sentence in ["The checkout was down.", "Itinerary pages were empty.", "Thistle was offline."] {
            assert!(!refers_back(sentence), "{sentence}");
        }
    }
}
