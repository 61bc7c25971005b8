//! Likeness of text: TF-IDF cosine over each review's most telling words.
//!
//! Weight of a word in a review is (1 + ln tf) · ln(N / df), after Salton and Buckley, *Term-weighting approaches in automatic text retrieval* (1988).
//! Only the strongest words of a review count, and none that stands in too many: a template's headings tell nothing.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

/// Words that a review is known by.
const STRONGEST: usize = 40;
/// A word in more than one review of this many is no sign of likeness.
const COMMON_SHARE: usize = 8;
/// Shorter words are rarely telling, and identifiers are longer.
const SHORTEST: usize = 4;

/// The telling words of a review with their weights, of length 1 together.
pub(super) type Profile = Vec<(String, f32)>;

/// The profile of each text.
pub(super) fn profiles(texts: &[String]) -> Vec<Profile> {
    let counts: Vec<BTreeMap<String, u32>> = texts.par_iter().map(|text| count(text)).collect();
    let mut df: HashMap<&str, usize> = HashMap::new();
    for word in counts.iter().flat_map(BTreeMap::keys) {
        *df.entry(word).or_default() += 1;
    }
    let common = (texts.len() / COMMON_SHARE).max(3);
    counts.par_iter().map(|count| profile(count, &df, texts.len(), common)).collect()
}

fn count(text: &str) -> BTreeMap<String, u32> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| w.len() >= SHORTEST) {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        let word = word.to_lowercase();
        match counts.get_mut(&word) {
            Some(n) => *n += 1,
            None => {
                counts.insert(word, 1);
            }
        }
    }
    counts.into_iter().collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^23")]
fn profile(count: &BTreeMap<String, u32>, df: &HashMap<&str, usize>, n: usize, common: usize) -> Profile {
    let weigh = |(word, tf): (&String, &u32)| {
        let df = df.get(word.as_str()).copied().unwrap_or(1);
        let telling = (2..=common).contains(&df);
        telling.then(|| (word.clone(), (1.0 + (*tf as f32).ln()) * (n as f32 / df as f32).ln()))
    };
    let mut words: Profile = count.iter().filter_map(weigh).collect();
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words.truncate(STRONGEST);
    let length = words.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    if length > 0.0 {
        words.iter_mut().for_each(|(_, w)| *w /= length);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::profiles;

    #[test]
    fn words_that_two_texts_share_are_their_profile() {
        let texts = ["Pool timeout in checkout", "pool TIMEOUT again", "something else entirely"].map(str::to_owned);
        let profiles = profiles(&texts);
        let words: Vec<_> = profiles[0].iter().map(|(w, _)| w.as_str()).collect();
        assert_eq!(words, ["pool", "timeout"]);
        let length: f32 = profiles[0].iter().map(|(_, w)| w * w).sum();
        assert!((length - 1.0).abs() < 1e-5);
        assert!(profiles[2].is_empty());
    }
}
