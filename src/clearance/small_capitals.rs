//! Phonetic small capitals, which can be used to disguise a name.

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

/// The plain letter for a small capital.
pub(super) fn letter(c: char) -> Option<char> {
    SMALL_CAPITALS.iter().find(|(capital, _)| *capital == c).map(|(_, letter)| *letter)
}
