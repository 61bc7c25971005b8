//! Which rows are in one file.
//!
//! Where a file begins is chosen by the ids of reviews: one that is added, removed or that has one row more changes the file
//! that it is in, and shifts no other.

use std::ops::Range;

use sha2::{Digest as _, Sha256};

/// The average number of rows in a file, and the most, unless one review has more.
const ROWS: (usize, usize) = (16, 40);
/// The same for words.
const WORDS: (usize, usize) = (256, 640);
/// The same for ranks.
const RANKS: (usize, usize) = (1024, 2560);

/// Ranges of rows for showing. `reviews` is the id of the review of each row.
pub(super) fn rows(reviews: &[&str]) -> Vec<Range<usize>> {
    ranges(reviews, ROWS)
}

/// Ranges of rows for finding words.
pub(super) fn words(reviews: &[&str]) -> Vec<Range<usize>> {
    ranges(reviews, WORDS)
}

/// Ranges of rows for sorting.
pub(super) fn ranks(reviews: &[&str]) -> Vec<Range<usize>> {
    ranges(reviews, RANKS)
}

fn ranges(reviews: &[&str], (usual, most): (usize, usize)) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for of_one in reviews.chunk_by(|a, b| a == b) {
        let at = ranges.last().map_or(0, |range| range.end);
        let end = at + of_one.len();
        match ranges.last_mut() {
            Some(range) if end - range.start <= most && !is_border(of_one, usual) => range.end = end,
            _ => ranges.push(at..end),
        }
    }
    ranges
}

/// Whether a file begins at a review. The probability is proportional to its rows, so that files have the usual size.
fn is_border(of_one: &[&str], usual: usize) -> bool {
    let digest = of_one.first().map(Sha256::digest).unwrap_or_default();
    let hash = digest.iter().take(4).fold(0, |hash, byte| (hash << 8) | usize::from(*byte));
    hash % usual < of_one.len()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::ops::Range;

    use super::{rows, words};

    fn ids(reviews: Range<usize>) -> Vec<String> {
        reviews.map(|n| format!("review-{n}")).collect()
    }

    fn borrowed(ids: &[String], each: usize) -> Vec<&str> {
        ids.iter().flat_map(|id| std::iter::repeat_n(id.as_str(), each)).collect()
    }

    #[test]
    fn files_hold_every_row_once_and_have_their_size() {
        let ids = ids(0..2_000);
        for (each, of, average, most) in
            [(1, rows as fn(&[&str]) -> _, 16, 40), (4, rows, 16, 40), (4, words, 256, 640)]
        {
            let ranges: Vec<Range<usize>> = of(&borrowed(&ids, each));
            assert_eq!(
                ranges.iter().map(|range| range.start).skip(1).collect::<Vec<_>>(),
                ranges.iter().map(|range| range.end).take(ranges.len() - 1).collect::<Vec<_>>()
            );
            assert_eq!((ranges[0].start, ranges[ranges.len() - 1].end), (0, 2_000 * each));
            assert!(ranges.iter().all(|range| range.len() <= most));
            let mean = 2_000 * each / ranges.len();
            assert!(mean * 2 > average && mean < average * 2, "{mean}");
        }
    }

    #[test]
    fn one_more_review_anywhere_shifts_no_other_file() {
        let before = ids(0..1_000);
        let mut after = before.clone();
        after.insert(500, "one-more".to_owned());
        let first = |ids: &[String]| -> BTreeSet<Vec<String>> {
            rows(&borrowed(ids, 1)).into_iter().map(|range| ids[range].to_vec()).collect()
        };
        let changed = first(&after).difference(&first(&before)).count();
        assert!((1..=2).contains(&changed), "{changed}");
    }

    #[test]
    fn a_review_with_many_rows_is_in_one_file() {
        assert_eq!(rows(&["a"; 90]), vec![0..90]);
        assert_eq!(rows(&[]), Vec::<Range<usize>>::new());
    }
}
