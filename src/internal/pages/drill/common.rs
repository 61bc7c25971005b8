//! Words that say nothing of a cause: those of every sentence, in the languages that reviews are written in, and those of every
//! incident.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::review::is_word_of;

/// Whether a word, in lower case, is too common to identify a cause.
pub(super) fn is_common(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());
    WORDS.contains(word) || is_word_of("function word", word)
}

const COMMON: &str = "\
    about access after again against alert alerts all along already also always and another any anybody are around \
    away back bad became because become becomes been before begin begins being below between both but call called \
    calls came can cause change check checks close closed code come comes could customer customers data date days \
    did does done down each eight else end ended ends error errors even ever every everybody everyone everything \
    failed fails failure few first five for four from get gets give gives goes going good got had has have her him \
    his hours how incident into its just keep kept knew know known knows last let like long look looks made make \
    makes many may might minutes missing monitoring month more most much must near need needs never new next nine \
    nobody not nothing now off old once one only open other others our out over own page part people per person \
    process production put puts ran real right run runbook runs said same saw say says second see seen server \
    servers service services set seven she short should since six some somebody start started starts step still \
    system systems take takes team teams ten test than that the their them then there they third this three \
    through time today too took twelve twenty two under until use used uses very want was week weeks well went \
    were what when where whether which while who whole whom will with without would year years you your yours";

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
