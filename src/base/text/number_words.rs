//! Numbers as English words.

/// The words from zero to nineteen, each at its number.
pub const SMALL_NUMBERS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// The words for twenty to ninety, in steps of ten.
pub const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The number that a lower-case word means: `seven`, `forty`.
#[must_use]
pub fn number_word(word: &str) -> Option<u8> {
    let place = |words: &[&str]| words.iter().position(|known| *known == word).and_then(|n| u8::try_from(n).ok());
    place(&SMALL_NUMBERS).or_else(|| place(&TENS).map(|n| n * 10 + 20))
}

#[cfg(test)]
mod tests {
    use super::number_word;

    #[test]
    fn a_word_is_one_number() {
        for (word, number) in [("zero", 0), ("nineteen", 19), ("twenty", 20), ("ninety", 90)] {
            assert_eq!(number_word(word), Some(number));
        }
        assert_eq!((number_word("hundred"), number_word("Seven"), number_word("")), (None, None, None));
    }
}
