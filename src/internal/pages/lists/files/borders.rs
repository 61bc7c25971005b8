//! Which rows are in one file.
//!
//! Where a file begins is chosen by the ids of reviews or the names of facets: one that is added, removed or that has one row more
//! changes the file that it is in, and shifts no other.

use std::ops::Range;

use sha2::{Digest as _, Sha256};

/// The average number of rows in a file, and the most, unless one review has more.
const ROWS: (usize, usize) = (16, 40);
/// The same for words.
const WORDS: (usize, usize) = (128, 160);
/// The same for an order, of which all rows with one value are in one file.
const ORDERS: (usize, usize) = (2048, 5120);
/// The same for what rows have.
const FACETS: (usize, usize) = (16384, 40960);

/// Ranges of rows for showing. `reviews` is the id of the review of each row.
pub(super) fn rows(reviews: &[&str]) -> Vec<Range<usize>> {
    of_reviews(reviews, ROWS)
}

/// Ranges of rows for finding words.
pub(super) fn words(reviews: &[&str]) -> Vec<Range<usize>> {
    of_reviews(reviews, WORDS)
}

/// Ranges of values for sorting: for each value the review of its first row, and how many rows have it.
pub(super) fn orders<'r>(values: impl Iterator<Item = (&'r str, usize)>) -> Vec<Range<usize>> {
    ranges(values, ORDERS)
}

/// Ranges of facets: each with the number of rows that have it.
pub(super) fn facets<'r>(facets: impl Iterator<Item = (&'r str, usize)>) -> Vec<Range<usize>> {
    ranges(facets, FACETS)
}

fn of_reviews(reviews: &[&str], sizes: (usize, usize)) -> Vec<Range<usize>> {
    let groups: Vec<&[&str]> = reviews.chunk_by(|a, b| a == b).collect();
    let named = groups.iter().map(|group| (group.first().copied().unwrap_or_default(), group.len()));
    let mut end = 0;
    let in_rows = |range: Range<usize>| {
        let start = end;
        end += groups.get(range).unwrap_or_default().iter().map(|group| group.len()).sum::<usize>();
        start..end
    };
    ranges(named, sizes).into_iter().map(in_rows).collect()
}

/// Ranges of groups of rows that stay together, each with its name and the number of its rows.
fn ranges<'r>(groups: impl Iterator<Item = (&'r str, usize)>, (usual, most): (usize, usize)) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut held = 0;
    for (at, (name, rows)) in groups.enumerate() {
        held += rows;
        match ranges.last_mut() {
            Some(range) if held <= most && !is_border(name, rows, usual) => range.end = at + 1,
            _ => {
                ranges.push(at..at + 1);
                held = rows;
            }
        }
    }
    ranges
}

/// Whether a file begins at a group. The probability is proportional to its rows, so that files have the usual size.
fn is_border(name: &str, rows: usize, usual: usize) -> bool {
    let hash = Sha256::digest(name).iter().take(4).fold(0, |hash, byte| (hash << 8) | usize::from(*byte));
    hash % usual < rows
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
            [(1, rows as fn(&[&str]) -> _, 16, 40), (4, rows, 16, 40), (4, words, 128, 160)]
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
