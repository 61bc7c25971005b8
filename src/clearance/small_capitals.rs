//! Letters that are drawn as others: small capitals, which are characters of phonetics, and white letters in dark circles and squares. A name
//! reads with them as it always does.

/// In alphabetical order; there is none for q and x.
const SMALL_CAPITALS: [(char, char); 24] = [
    ('\u{1d00}', 'a'),
    ('\u{299}', 'b'),
    ('\u{1d04}', 'c'),
    ('\u{1d05}', 'd'),
    ('\u{1d07}', 'e'),
    ('\u{a730}', 'f'),
    ('\u{262}', 'g'),
    ('\u{29c}', 'h'),
    ('\u{26a}', 'i'),
    ('\u{1d0a}', 'j'),
    ('\u{1d0b}', 'k'),
    ('\u{29f}', 'l'),
    ('\u{1d0d}', 'm'),
    ('\u{274}', 'n'),
    ('\u{1d0f}', 'o'),
    ('\u{1d18}', 'p'),
    ('\u{280}', 'r'),
    ('\u{a731}', 's'),
    ('\u{1d1b}', 't'),
    ('\u{1d1c}', 'u'),
    ('\u{1d20}', 'v'),
    ('\u{1d21}', 'w'),
    ('\u{28f}', 'y'),
    ('\u{1d22}', 'z'),
];

/// The first letters of the alphabets in dark circles and in dark squares.
const DARK: [u32; 2] = [0x1_f150, 0x1_f170];

/// The letter that one of them stands for.
pub(super) fn letter(c: char) -> Option<char> {
    for first in DARK {
        if let Some(n) = u32::from(c).checked_sub(first).filter(|n| *n < 26) {
            return char::from_u32(u32::from('a') + n);
        }
    }
    SMALL_CAPITALS.iter().find(|(capital, _)| *capital == c).map(|(_, letter)| *letter)
}
