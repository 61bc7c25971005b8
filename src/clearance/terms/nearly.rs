//! Names with one wrong letter: missing, doubled, replaced, or two swapped.

use std::borrow::Cow;
use std::ops::Range;

use super::pattern::Pattern;
use super::{Hit, Normal};
use crate::common::{all_common, is_common};

/// Shorter names are too similar to other words.
const SHORTEST: usize = 8;

/// Longer names are only searched for exactly.
const LONGEST: usize = 48;

/// Names of people by length and by first and last letter, one of which must be right.
pub(super) struct Nearly {
    first: Vec<Vec<usize>>,
    last: Vec<Vec<usize>>,
    /// The most words of any name.
    words: usize,
}

impl Nearly {
    pub(super) fn new(patterns: &[Pattern]) -> Self {
        let mut nearly =
            Self { first: vec![Vec::new(); LONGEST * 256], last: vec![Vec::new(); LONGEST * 256], words: 0 };
        for (n, pattern) in patterns.iter().enumerate().filter(|(_, pattern)| pattern.is_a_long_name()) {
            let bytes = as_typed(pattern.letters.as_bytes());
            let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { continue };
            nearly.words = nearly.words.max(pattern.words());
            for (table, byte) in [(&mut nearly.first, first), (&mut nearly.last, last)] {
                if let Some(row) = table.get_mut(bytes.len() * 256 + usize::from(*byte)) {
                    row.push(n);
                }
            }
        }
        nearly
    }

    /// Finds every run of words that is nearly a name: capitalised, or joined as in an address.
    pub(super) fn find<'t>(
        &self,
        patterns: &'t [Pattern],
        text: &str,
        normal: &Normal,
    ) -> Vec<(Range<usize>, Hit<'t>)> {
        let mut hits = Vec::new();
        if self.words == 0 {
            return hits;
        }
        let words: Vec<_> = normal.words().map(|(start, word)| start..start + word.len()).collect();
        for (at, word) in words.iter().enumerate() {
            for (count, last) in words.iter().skip(at).take(self.words).enumerate() {
                let letters = word.start..last.end;
                let Some(seen) = normal.letters.get(letters.clone()) else { break };
                if seen.len() > LONGEST {
                    break;
                }
                let seen = &*as_typed(seen);
                let near = self.candidates(seen).filter_map(|n| patterns.get(n));
                let mut near = near.filter(|pattern| {
                    count < pattern.words() && is_one_off(seen, &as_typed(pattern.letters.as_bytes()))
                });
                let Some(pattern) = near.next() else { continue };
                let range = normal.place(text, &letters);
                let found = text.get(range.clone()).unwrap_or_default();
                let capital = found.starts_with(char::is_uppercase);
                let joined = count > 0 && !found.contains(char::is_whitespace);
                let word = count == 0 && is_common(found);
                if (capital || joined) && !word && !all_common(found) {
                    hits.push((letters, Hit { pattern, range }));
                }
            }
        }
        hits
    }

    fn candidates(&self, seen: &[u8]) -> impl Iterator<Item = usize> {
        let lengths = seen.len().saturating_sub(1)..=seen.len() + 1;
        let ends = seen.first().zip(seen.last());
        lengths.flat_map(move |length| {
            let row = |table: &[Vec<usize>], byte: u8| table.get(length * 256 + usize::from(byte)).cloned();
            let both = ends.map(|(first, last)| [row(&self.first, *first), row(&self.last, *last)]);
            both.into_iter().flatten().flatten().flatten()
        })
    }
}

impl Pattern {
    /// Whether this is a person's name of eight letters or more that is not a common word.
    fn is_a_long_name(&self) -> bool {
        let letters = self.letters.as_bytes();
        let long = letters.is_ascii() && letters.len() < LONGEST && as_typed(letters).len() >= SHORTEST;
        long && self.counts_alone() && !all_common(&self.value)
    }
}

/// Undoes the folding of `m` to `rn`, which would turn one wrong letter into two.
fn as_typed(letters: &[u8]) -> Cow<'_, [u8]> {
    if !letters.windows(2).any(|two| two == b"rn") {
        return Cow::Borrowed(letters);
    }
    let mut typed = Vec::with_capacity(letters.len());
    for &letter in letters {
        match typed.last_mut() {
            Some(before) if *before == b'r' && letter == b'n' => *before = b'm',
            _ => typed.push(letter),
        }
    }
    Cow::Owned(typed)
}

/// Whether two texts differ by exactly one letter or by one swap of neighbouring letters.
fn is_one_off(seen: &[u8], name: &[u8]) -> bool {
    if seen == name || seen.len().abs_diff(name.len()) > 1 {
        return false;
    }
    let same = seen.iter().zip(name).take_while(|(one, other)| one == other).count();
    match (seen.get(same..).unwrap_or_default(), name.get(same..).unwrap_or_default()) {
        ([_, rest @ ..], other) | (other, [_, rest @ ..]) if rest == other => true,
        ([_, rest @ ..], [_, other @ ..]) if rest == other => true,
        ([one, two, rest @ ..], [first, second, other @ ..]) => one == second && two == first && rest == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{as_typed, is_one_off};

    #[test]
    fn one_letter_is_one_letter() {
        let one_off = |a: &str, b: &str| is_one_off(a.as_bytes(), b.as_bytes());
        for text in
            ["grosmann", "grossman", "grossmanns", "xgrossmann", "grossnann", "gorssmann", "rossmann", "grossmanm"]
        {
            assert!(one_off(text, "grossmann"), "{text}");
        }
        for text in ["grossmann", "grosman", "ggrossmannn", "nnamssorg", ""] {
            assert!(!one_off(text, "grossmann"), "{text}");
        }
    }

    #[test]
    fn an_m_is_one_letter() {
        for (text, name) in
            [("thrnoas", "thornas"), ("thoas", "thornas"), ("thoxas", "thornas"), ("thornans", "thornas")]
        {
            assert!(is_one_off(&as_typed(text.as_bytes()), &as_typed(name.as_bytes())), "{text}");
        }
        assert!(!is_one_off(&as_typed(b"thornas"), &as_typed(b"thornas")));
    }
}
