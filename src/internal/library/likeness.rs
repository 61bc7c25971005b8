//! Likeness of text: TF-IDF cosine over each review's most telling words.
//!
//! Weight of a word in a review is (1 + ln tf) · ln(N / df), after Salton and Buckley, *Term-weighting approaches in automatic text retrieval* (1988).
//! No word counts that stands in too many reviews, for a template's headings tell nothing, nor a function word, nor a name of
//! a person. Above ten thousand reviews only the strongest of each do.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

/// Words that a review of a large library is known by; in a smaller one all that tell count.
const STRONGEST: usize = 100;
/// A library with as many is a large one.
const LARGE: usize = 10_000;
/// A word in more than one review of this many is no sign of likeness.
pub(super) const COMMON_SHARE: usize = 8;
/// Nor is one in more reviews than this, however many there are: without a bound, the pairs to look at would grow with
/// the square of the library.
pub(super) const COMMON: usize = 200;
/// Shorter words are rarely telling, and identifiers are longer.
const SHORTEST: usize = 4;

/// The telling words of a review, by number, with their weights, of length 1 together.
pub(super) type Profile = Vec<(Word, f32)>;

/// A word by its hash: two of a library's words in a million share one, which costs a little likeness and nothing else.
pub(super) type Word = u32;

/// Words with how often they stand in one text, by number.
type Counts = Vec<(Word, u32)>;

/// The profile of each text; a text comes in parts.
pub(super) fn profiles(texts: &[[&str; 2]], never: &Words) -> Vec<Profile> {
    let counts: Vec<Counts> = texts.par_iter().map(|text| count(text, never)).collect();
    let df = counts.par_iter().fold(ByWord::default, with).reduce(ByWord::default, both);
    let common = (texts.len() / COMMON_SHARE).clamp(3, COMMON);
    counts.into_par_iter().map(|count| profile(&count, &df, texts.len(), common)).collect()
}

/// In how many texts each word stands, this one included.
fn with(mut df: ByWord<usize>, counts: &Counts) -> ByWord<usize> {
    for (word, _) in counts {
        *df.entry(*word).or_default() += 1;
    }
    df
}

fn both(one: ByWord<usize>, other: ByWord<usize>) -> ByWord<usize> {
    let (mut large, small) = if one.len() < other.len() { (other, one) } else { (one, other) };
    #[expect(clippy::iter_over_hash_type, reason = "sums do not depend on the order")]
    for (word, n) in small {
        *large.entry(word).or_default() += n;
    }
    large
}

/// The words of a text that count, each with its number.
pub(super) fn words(text: &str) -> impl Iterator<Item = (Word, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let (word, letters, after) = next(rest)?;
            let text = &rest[after - letters..after];
            rest = &rest[after..];
            if let Some(word) = word.filter(|_| letters >= SHORTEST) {
                return Some((word, text));
            }
        }
    })
}

/// FNV-1a over the lower-case letters (<http://www.isthe.com/chongo/tech/comp/fnv/>).
const BASIS: Word = 0x811c_9dc5;
const PRIME: Word = 0x0100_0193;

/// What each byte is to a word: a letter of ASCII its lower-case form, anything else nothing. Every letter of a library
/// passes here.
static LETTERS: [u8; 256] = letters();

const fn letters() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
}

/// The first word of a text: its number, unless it is one in digits, its length, and where it ends.
fn next(text: &str) -> Option<(Option<Word>, usize, usize)> {
    let (mut hash, mut letters, mut others) = (BASIS, 0, 0);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let letter = LETTERS[usize::from(*byte)];
        let length = if letter != 0 {
            hash = (hash ^ u32::from(letter)).wrapping_mul(PRIME);
            others += usize::from(!letter.is_ascii_digit());
            1
        } else if byte.is_ascii() {
            0
        } else {
            let c = text[at..].chars().next().filter(|c| c.is_alphanumeric());
            c.into_iter().flat_map(char::to_lowercase).for_each(|c| hash = (hash ^ u32::from(c)).wrapping_mul(PRIME));
            others += 1;
            c.map_or(0, char::len_utf8)
        };
        if length == 0 && letters > 0 {
            return Some(((others > 0).then_some(hash), letters, at));
        }
        letters += length;
        at += if length > 0 || byte.is_ascii() {
            length.max(1)
        } else {
            text[at..].chars().next().map_or(1, char::len_utf8)
        };
    }
    (letters > 0).then_some(((others > 0).then_some(hash), letters, at))
}

/// Words are hashes already.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Hashed(u64);

impl std::hash::Hasher for Hashed {
    fn finish(&self) -> u64 {
        // The table takes its bits from both ends.
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }

    fn write_u32(&mut self, word: u32) {
        self.0 = u64::from(word);
    }
}

/// Something known of each word.
pub(super) type ByWord<T> = HashMap<Word, T, std::hash::BuildHasherDefault<Hashed>>;

/// Some words.
pub(super) type Words = HashSet<Word, std::hash::BuildHasherDefault<Hashed>>;

fn count(parts: &[&str; 2], never: &Words) -> Counts {
    let all = parts.iter().flat_map(|text| words(text)).map(|(word, _)| word);
    let mut all: Vec<Word> = all.filter(|word| !never.contains(word)).collect();
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
fn profile(counts: &[(Word, u32)], df: &ByWord<usize>, n: usize, common: usize) -> Profile {
    let weigh = |(word, tf): &(Word, u32)| {
        let df = df.get(word).copied().unwrap_or(1);
        let telling = (2..=common).contains(&df);
        telling.then(|| (*word, (1.0 + (*tf as f32).ln()) * (n as f32 / df as f32).ln()))
    };
    let mut words: Profile = counts.iter().filter_map(weigh).collect();
    let stronger = |a: &(Word, f32), b: &(Word, f32)| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0));
    if n > LARGE && words.len() > STRONGEST {
        words.select_nth_unstable_by(STRONGEST, stronger);
        words.truncate(STRONGEST);
    }
    words.sort_unstable_by(stronger);
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
    use super::{Words, profiles, words};

    #[test]
    fn words_are_letters_digits_and_low_lines() {
        let found: Vec<_> =
            words("Pool, é pool_TIMEOUT=2026 «Überlast» 時系列 abc 12ab5").map(|(_, word)| word).collect();
        assert_eq!(found, ["Pool", "pool_TIMEOUT", "Überlast", "時系列", "12ab5"]);
        let numbers: Vec<_> = words("pool POOL Überlast überlast").map(|(number, _)| number).collect();
        assert!(numbers[0] == numbers[1] && numbers[2] == numbers[3] && numbers[0] != numbers[2]);
    }

    #[test]
    fn words_that_two_texts_share_are_their_profile() {
        let texts = [["Pool timeout", "in checkout"], ["pool TIMEOUT", "again"], ["something else", "entirely"]];
        let profiles = profiles(&texts, &Words::default());
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
