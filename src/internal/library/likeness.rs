//! Likeness of text: TF-IDF cosine over each review's most telling words.
//!
//! Weight of a word in a review is (1 + ln tf) · ln(N / df), after Salton and Buckley, *Term-weighting approaches in automatic text retrieval* (1988).
//! Only the strongest words of a review count, and none that stands in too many: a template's headings tell nothing.

use std::collections::HashMap;

use rayon::prelude::*;

/// Words that a review is known by.
const STRONGEST: usize = 40;
/// A word in more than one review of this many is no sign of likeness.
const COMMON_SHARE: usize = 8;
/// Nor is one in more reviews than this, however many there are: without a bound, the pairs to look at would grow with
/// the square of the library.
const COMMON: usize = 200;
/// Shorter words are rarely telling, and identifiers are longer.
const SHORTEST: usize = 4;

/// The telling words of a review, by number, with their weights, of length 1 together.
pub(super) type Profile = Vec<(Word, f32)>;

/// A word by its hash: two of a library's words in a million share one, which costs a little likeness and nothing else.
pub(super) type Word = u32;

/// Words with how often they stand in one text, by number.
type Counts = Vec<(Word, u32)>;

/// The profile of each text; a text comes in parts.
pub(super) fn profiles(texts: &[[&str; 2]]) -> Vec<Profile> {
    let counts: Vec<Counts> = texts.par_iter().map(count).collect();
    let mut df: HashMap<Word, usize> = HashMap::new();
    for (word, _) in counts.iter().flatten() {
        *df.entry(*word).or_default() += 1;
    }
    let common = (texts.len() / COMMON_SHARE).clamp(3, COMMON);
    counts.into_par_iter().map(|count| profile(&count, &df, texts.len(), common)).collect()
}

/// The words of a text that count, each with its number.
pub(super) fn words(text: &str) -> impl Iterator<Item = (Word, &str)> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| word.len() >= SHORTEST);
    words.filter(|word| !word.bytes().all(|b| b.is_ascii_digit())).map(|word| (number(word), word))
}

/// FNV-1a over the lower-case letters (<http://www.isthe.com/chongo/tech/comp/fnv/>).
fn number(word: &str) -> Word {
    let mut hash: u32 = 0x811c_9dc5;
    for c in word.chars().flat_map(char::to_lowercase) {
        hash = (hash ^ u32::from(c)).wrapping_mul(0x0100_0193);
    }
    hash
}

fn count(parts: &[&str; 2]) -> Counts {
    let mut all: Vec<Word> = parts.iter().flat_map(|text| words(text)).map(|(word, _)| word).collect();
    all.sort_unstable();
    let mut counts = Counts::new();
    for word in all {
        match counts.last_mut() {
            Some((last, n)) if *last == word => *n += 1,
            _ => counts.push((word, 1)),
        }
    }
    counts.shrink_to_fit();
    counts
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^23")]
fn profile(counts: &[(Word, u32)], df: &HashMap<Word, usize>, n: usize, common: usize) -> Profile {
    let weigh = |(word, tf): &(Word, u32)| {
        let df = df.get(word).copied().unwrap_or(1);
        let telling = (2..=common).contains(&df);
        telling.then(|| (*word, (1.0 + (*tf as f32).ln()) * (n as f32 / df as f32).ln()))
    };
    let mut words: Profile = counts.iter().filter_map(weigh).collect();
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words.truncate(STRONGEST);
    words.shrink_to_fit();
    let length = words.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    if length > 0.0 {
        for (_, weight) in &mut words {
            *weight /= length;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{profiles, words};

    #[test]
    fn words_that_two_texts_share_are_their_profile() {
        let texts = [["Pool timeout", "in checkout"], ["pool TIMEOUT", "again"], ["something else", "entirely"]];
        let profiles = profiles(&texts);
        let mut known: Vec<_> = profiles[0].iter().map(|(word, _)| *word).collect();
        let mut wanted: Vec<_> = words("pool timeout 2026 in").map(|(word, _)| word).collect();
        known.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(known, wanted);
        let length: f32 = profiles[0].iter().map(|(_, w)| w * w).sum();
        assert!((length - 1.0).abs() < 1e-5);
        assert!(profiles[2].is_empty());
    }
}
