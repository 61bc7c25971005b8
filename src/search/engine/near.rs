//! Words that are similar to a mistyped one; the same as `assets/search/near.js`.

use super::super::order::order;

/// A word that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Near {
    pub(crate) text: String,
    pub(crate) distance: usize,
}

/// The nearest candidates (word, documents, whether it is a name) within one edit, or two for eight letters and more:
/// names first, then the nearest, then the most common. Four at most.
pub(crate) fn nearest<'c>(word: &str, candidates: impl Iterator<Item = (&'c str, u32, bool)>) -> Vec<Near> {
    let letters = word.chars().count();
    let limit = match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    let mut found = Vec::new();
    for (text, documents, is_name) in candidates {
        if text.chars().count().abs_diff(letters) > limit {
            continue;
        }
        // A swap of neighbouring letters is one edit, as in `near.js`.
        let distance = strsim::osa_distance(word, text);
        if distance > 0 && distance <= limit {
            found.push((!is_name, distance, std::cmp::Reverse(documents), text));
        }
    }
    found.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)).then_with(|| order(a.3, b.3)));
    found.into_iter().take(4).map(|(_, distance, _, text)| Near { text: text.to_owned(), distance }).collect()
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
}
