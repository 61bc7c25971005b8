//! Words that are similar to a mistyped one; the same as `assets/search/near.js`.

use super::super::order::order;
use super::super::word::shard_of;

/// A word that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Near {
    pub(crate) text: String,
    pub(crate) distance: usize,
}

/// The nearest candidates (word, documents, whether it is a name) with the same first letter within one edit, or two for
/// eight letters and more: names first, then the nearest, then those that are not shorter, because a letter is left out
/// more often than added, then the most common. Four at most.
pub(crate) fn nearest<'c>(word: &str, candidates: impl Iterator<Item = (&'c str, u32, bool)>) -> Vec<Near> {
    let letters = word.chars().count();
    let limit = match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    let mut found = Vec::new();
    for (text, documents, is_name) in candidates {
        let length = text.chars().count();
        if length.abs_diff(letters) > limit || shard_of(text) != shard_of(word) {
            continue;
        }
        // A swap of neighbouring letters is one edit, as in `near.js`.
        let distance = strsim::osa_distance(word, text);
        if distance > 0 && distance <= limit {
            found.push((!is_name, distance, length < letters, std::cmp::Reverse(documents), text));
        }
    }
    found.sort_by(|a, b| (a.0, a.1, a.2, a.3).cmp(&(b.0, b.1, b.2, b.3)).then_with(|| order(a.4, b.4)));
    found.into_iter().take(4).map(|(_, distance, .., text)| Near { text: text.to_owned(), distance }).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn names_come_before_what_is_nearer_or_commoner() {
        let words = [("fare", 90, false), ("farebox", 1, true), ("farebot", 50, false), ("farbe", 3, false)];
        let found = |word| nearest(word, words.into_iter()).into_iter().map(|near| near.text).collect::<Vec<_>>();
        assert_eq!(found("farebx"), ["farebox"]);
        assert_eq!(found("farebxo")[0], "farebox");
        assert_eq!(found("faer"), ["fare"]);
        assert_eq!(found("far"), [""; 0]);
    }

    #[test]
    fn a_letter_is_rather_left_out_than_added_and_the_first_one_is_right() {
        let words = [("err", 90, false), ("error", 9, false), ("ill", 5, false), ("skill", 5, false)];
        let found = |word| nearest(word, words.into_iter()).into_iter().map(|near| near.text).collect::<Vec<_>>();
        assert_eq!(found("eror"), ["error", "err"]);
        assert_eq!(found("kill"), [""; 0]);
    }
}
