//! A Bloom filter for the first words of names. It is asked for every word of many texts, and most are not in it.
//!
//! In: parts of names and handles. Out: where the first word is that may begin one of them, ignoring case. There are false
//! positives, because each word sets only one bit, but no false negatives.

use super::is_word;

/// Bits for each word, enough for few false positives.
const ROOM: usize = 32;

/// The least number of bits.
const LEAST: usize = 4096;

/// The letter of a byte, the same for both cases; 0 for a separator or a part of a longer character.
const LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            letters[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
};

/// One bit for the first word of each name, at the position given by a hash of its letters.
#[derive(Debug)]
pub struct Beginnings {
    /// The number of bits is a power of two.
    bits: Vec<u64>,
    /// How many bits to shift a hash right to get a position.
    spare: u32,
}

impl Beginnings {
    pub fn of<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Self {
        let room = (names.clone().count() * ROOM).next_power_of_two().max(LEAST);
        let mut beginnings = Self { bits: vec![0; room / 64], spare: u64::BITS - room.ilog2() };
        for name in names {
            let first = name.split(|c| !is_word(c)).next().unwrap_or_default();
            let (place, bit) = beginnings.place(first.bytes().map(|byte| LETTERS[usize::from(byte)]).fold(0, with));
            beginnings.bits[place] |= bit;
        }
        beginnings
    }

    /// Where the first word is that may begin a name. A word with a letter beyond ASCII always counts, because its case cannot
    /// be folded here; the caller checks it exactly.
    pub fn first_in(&self, text: &str) -> Option<usize> {
        let (mut begin, mut letters) = (0, 0);
        for (at, byte) in text.bytes().enumerate() {
            let letter = LETTERS[usize::from(byte)];
            if letter != 0 {
                letters = with(letters, letter);
                continue;
            }
            let beyond = if byte.is_ascii() { None } else { text.get(at..).and_then(|rest| rest.chars().next()) };
            if beyond.is_some_and(is_word) || (at > begin && self.has(letters)) {
                return Some(begin);
            }
            (begin, letters) = (at + 1, 0);
        }
        (text.len() > begin && self.has(letters)).then_some(begin)
    }

    fn has(&self, letters: u64) -> bool {
        let (place, bit) = self.place(letters);
        self.bits[place] & bit != 0
    }

    /// The high bits of the product depend on every letter.
    fn place(&self, letters: u64) -> (usize, u64) {
        let hash = letters.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.spare;
        (usize::try_from(hash / 64).unwrap_or_default(), 1 << (hash % 64))
    }
}

/// The hash of a word with one more letter. Up to twelve letters do not overlap.
fn with(letters: u64, letter: u8) -> u64 {
    letters.rotate_left(5) ^ u64::from(letter)
}

#[cfg(test)]
mod tests {
    use super::Beginnings;

    #[test]
    fn a_beginning_is_found_in_any_case_and_as_a_whole_word() {
        let names = Beginnings::of(["Kwabena", "ana.silva", "msørlie", "a_very_long_name_indeed"].into_iter());
        for (text, from) in [
            ("Kwabena", Some("Kwabena")),
            ("so did KWABENA's", Some("KWABENA's")),
            ("– ask Ana", Some("Ana")),
            ("A_very_long_name_Indeed", Some("A_very_long_name_Indeed")),
            ("it was Mina’s", None),
            ("it was José", Some("José")),
            ("Banana, anas, a very long name", None),
            ("", None),
        ] {
            assert_eq!(names.first_in(text).map(|at| &text[at..]), from, "{text}");
        }
        assert_eq!(Beginnings::of([].into_iter()).first_in("nobody is known"), None);
    }
}
