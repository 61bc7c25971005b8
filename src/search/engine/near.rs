//! Words that are nearly the same; the twin of `assets/search/near.js`.

/// A word that a slip may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Near {
    pub(crate) text: String,
    pub(crate) distance: usize,
}

/// Damerau-Levenshtein, neighbours swapped once, given up beyond the limit.
fn distance(a: &[char], b: &[char], limit: usize) -> usize {
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut next = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut cost = (row[j] + 1).min(next[j - 1] + 1).min(row[j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(before[j - 2] + 1);
            }
            next.push(cost);
        }
        if next.iter().all(|cost| *cost > limit) {
            return limit + 1;
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(limit + 1)
}

/// The nearest of (word, documents, whether it is a name) within one edit, two for eight letters and more: names first, then the
/// nearest, then the commonest. Four at most.
pub(crate) fn nearest<'c>(word: &str, candidates: impl Iterator<Item = (&'c str, u32, bool)>) -> Vec<Near> {
    let letters: Vec<char> = word.chars().collect();
    let limit = match letters.len() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    let mut found = Vec::new();
    for (text, documents, is_name) in candidates {
        let other: Vec<char> = text.chars().collect();
        let distance = distance(&letters, &other, limit);
        if distance > 0 && distance <= limit {
            found.push((!is_name, distance, std::cmp::Reverse(documents), text));
        }
    }
    found.sort_unstable();
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
