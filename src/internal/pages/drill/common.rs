//! Words that say nothing of a cause: function words, in the languages that reviews are written in, and words of every incident.

use std::sync::LazyLock;

use ahash::AHashSet;

use crate::review::is_word_of;

/// Whether a word, in lower case, is too common to identify a cause.
pub(super) fn is_common(word: &str) -> bool {
    static WORDS: LazyLock<AHashSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());
    WORDS.contains(word) || is_word_of("function word", word)
}

/// Words of every incident.
const COMMON: &str = "\
    access alert alerts bad begin begins call called calls cause change check checks close closed code customer \
    customers data date days end ended ends error errors failed fails failure incident missing monitoring month new \
    off old open page part people person process production put ran real run runbook runs server servers service \
    services set short start started starts step system systems team teams test week weeks";

#[cfg(test)]
mod tests {
    use super::{COMMON, is_common};

    #[test]
    fn each_word_stands_once_and_in_order() {
        let words: Vec<_> = COMMON.split_whitespace().collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(is_common("runbook") && !is_common("cache"));
        assert!(is_common("wurde") && is_common("était") && is_common("после") && !is_common("zertifikat"));
    }
}
