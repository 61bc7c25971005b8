//! Runs of eight words that occur in unapproved texts but in no approved text.
//!
//! Stored as sorted hashes with a small filter: eight bytes for each run, some tens of nanoseconds for a lookup.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rayon::prelude::*;

use super::Origin;
use super::normal::Normal;

/// The number of words in a run.
const WORDS: usize = 8;

/// The runs of a library.
#[derive(Default)]
pub(super) struct Shingles {
    sorted: Vec<u64>,
    /// A bit set indexed by part of a run's hash, which answers most lookups.
    filter: Vec<u64>,
}

impl Shingles {
    /// The runs of `texts` that are not among those of `approved`.
    pub(super) fn new<'t>(
        texts: impl ParallelIterator<Item = &'t str>,
        approved: impl ParallelIterator<Item = &'t str>,
    ) -> Self {
        let gather = |text: &str| runs(&Normal::of(text)).map(|(run, ..)| run).collect::<Vec<_>>();
        let mut sorted: Vec<u64> = texts.flat_map_iter(gather).collect();
        let mut known: Vec<u64> = approved.flat_map_iter(gather).collect();
        sorted.par_sort_unstable();
        sorted.dedup();
        known.par_sort_unstable();
        sorted.retain(|run| known.binary_search(run).is_err());
        sorted.shrink_to_fit();
        let bits = (sorted.len() * 16).next_power_of_two().max(64);
        let mut shingles = Self { filter: vec![0; bits / 64], sorted };
        for run in &shingles.sorted {
            let (word, bit) = slot(*run, shingles.filter.len());
            if let Some(word) = shingles.filter.get_mut(word) {
                *word |= bit;
            }
        }
        shingles
    }

    /// Whether it is empty.
    pub(super) fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// Whether it contains a run.
    pub(super) fn holds(&self, run: u64) -> bool {
        let (word, bit) = slot(run, self.filter.len());
        self.filter.get(word).is_some_and(|word| word & bit != 0) && self.sorted.binary_search(&run).is_ok()
    }

    /// The longest parts of a text that consist of known runs: their first run and their range in its letters.
    pub(super) fn stretches(&self, normal: &Normal) -> Vec<(u64, std::ops::Range<usize>)> {
        let mut found: Vec<(u64, std::ops::Range<usize>)> = Vec::new();
        if self.is_empty() {
            return found;
        }
        for (run, start, end) in runs(normal).filter(|(run, ..)| self.holds(*run)) {
            match found.last_mut() {
                Some((_, last)) if start <= last.end => last.end = end,
                _ => found.push((run, start..end)),
            }
        }
        found
    }
}

/// Where runs are from: the beginning of the first text with each. Computed only if there are findings.
pub(super) fn origins(wanted: &BTreeSet<u64>, texts: &[(String, Origin)]) -> BTreeMap<u64, Origin> {
    if wanted.is_empty() {
        return BTreeMap::new();
    }
    let held = texts.par_iter().flat_map_iter(|(text, origin)| {
        let normal = Normal::of(&markdown::plain_text(text));
        let held: BTreeSet<_> = runs(&normal).map(|(run, ..)| run).filter(|run| wanted.contains(run)).collect();
        held.into_iter().map(|run| (run, origin.clone()))
    });
    let mut held: Vec<_> = held.collect();
    held.sort();
    held.dedup_by_key(|(run, _)| *run);
    held.into_iter().collect()
}

fn slot(run: u64, words: usize) -> (usize, u64) {
    let mask = (words as u64 * 64).wrapping_sub(1);
    let at = run & mask;
    (usize::try_from(at / 64).unwrap_or_default(), 1 << (at % 64))
}

/// Every run of a text, with where it begins and ends among the letters.
pub(super) fn runs(normal: &Normal) -> impl Iterator<Item = (u64, usize, usize)> {
    let mut last: VecDeque<(u64, usize)> = VecDeque::with_capacity(WORDS);
    // A rolling polynomial hash over the words.
    let mut rolling = 0_u64;
    normal.words().filter_map(move |(start, word)| {
        let number = hash(word);
        rolling = rolling.wrapping_mul(BASE).wrapping_add(number);
        if last.len() == WORDS
            && let Some((gone, _)) = last.pop_front()
        {
            rolling = rolling.wrapping_sub(gone.wrapping_mul(BASE.wrapping_pow(8)));
        }
        last.push_back((number, start));
        let (_, first) = *last.front().filter(|_| last.len() == WORDS)?;
        Some((mix(rolling), first, start + word.len()))
    })
}

/// Odd, so that multiplication is invertible.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// FNV-1a: the same on every machine and in every release.
fn hash(word: &[u8]) -> u64 {
    word.iter().fold(0xcbf2_9ce4_8422_2325, |h, byte| (h ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The finaliser of `SplitMix64`, so that every bit of the input affects every bit of the result.
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::super::normal::Normal;
    use super::Shingles;

    fn stretches(texts: &[&str], approved: &[&str], page: &str) -> Vec<String> {
        let shingles = Shingles::new(texts.par_iter().copied(), approved.par_iter().copied());
        let normal = Normal::of(page);
        let found = shingles.stretches(&normal).into_iter();
        found.map(|(_, range)| page[normal.place(page, &range)].to_owned()).collect()
    }

    #[test]
    fn eight_words_in_a_row_are_known_again_and_seven_are_not() {
        let inside = "the pool was exhausted because one worker held every connection open";
        assert_eq!(
            stretches(&[inside], &[], "We say: the POOL was exhausted, because **one** worker held many."),
            ["the POOL was exhausted, because **one** worker held"]
        );
        assert!(stretches(&[inside], &[], "the pool was exhausted because one worker was lost").is_empty());
    }

    #[test]
    fn what_is_approved_is_no_secret() {
        let text = "one two three four five six seven eight nine";
        assert_eq!(stretches(&[text], &["two three four five six seven eight nine ten"], text).len(), 1);
        assert!(stretches(&[text], &[text], text).is_empty());
    }

    #[test]
    fn a_run_is_known_wherever_it_stands_and_only_in_its_order() {
        let run = "one two three four five six seven eight";
        for page in [format!("before it {run}"), format!("{run} after it"), format!("a b c d e f g h i {run} j k")] {
            assert_eq!(stretches(&[run], &[], &page), [run], "{page}");
        }
        assert!(stretches(&[run], &[], "eight two three four five six seven one").is_empty());
    }
}
