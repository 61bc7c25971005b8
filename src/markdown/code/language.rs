//! A language as a table: comments, strings, keywords and constants.

/// A table. Lists of words are sorted, and lower case if the language is case-insensitive.
#[derive(Debug)]
pub(super) struct Language {
    /// What begins a line comment.
    pub(super) line_comments: &'static [&'static str],
    /// What begins and ends a block comment.
    pub(super) block_comments: &'static [(&'static str, &'static str)],
    /// Longer quotes come before their own prefixes.
    pub(super) quotes: &'static [Quote],
    pub(super) keywords: &'static [&'static str],
    pub(super) constants: &'static [&'static str],
    pub(super) types: &'static [&'static str],
    /// Characters that begin the name of a variable or an attribute: the `$` of `$HOME`.
    pub(super) sigils: &'static str,
    /// Characters of a word besides letters, digits and `_`.
    pub(super) letters: &'static str,
    pub(super) habits: &'static [Habit],
}

/// A kind of string.
#[derive(Debug)]
pub(super) struct Quote {
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    pub(super) reach: Reach,
    /// Whether a backslash escapes the next character.
    pub(super) escapes: bool,
}

/// How far a string may extend. If it is not closed by then, its opening quote is an ordinary character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// One character: `'x'` is a string, the `'x` of a lifetime is not.
    Character,
    Line,
    Lines,
}

/// Further properties of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    /// A word directly before `(` is a function name.
    Calls,
    /// A word that begins with a capital and goes on in small letters is a type.
    CapitalTypes,
    /// A word or string before `:` is a key.
    Keys,
    /// The language is case-insensitive.
    AnyCase,
    /// The first word of a command is a function name, and `#` begins a comment only after white space.
    Commands,
    /// A string may have a prefix: `rb'..'`.
    Prefixes,
    /// Numbers are not coloured.
    PlainNumbers,
}

impl Language {
    /// An unknown language.
    pub(super) const NONE: Self = Self {
        line_comments: &[],
        block_comments: &[],
        quotes: &[],
        keywords: &[],
        constants: &[],
        types: &[],
        sigils: "",
        letters: "",
        habits: &[],
    };

    pub(super) fn has(&self, habit: Habit) -> bool {
        self.habits.contains(&habit)
    }

    /// Whether a byte can be part of a word; every byte beyond ASCII can.
    pub(super) fn is_letter(&self, byte: u8) -> bool {
        byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii() || self.letters.as_bytes().contains(&byte)
    }
}

impl Quote {
    /// `"..."` on one line, with escapes.
    pub(super) const DOUBLE: Self = Self::new("\"", "\"", Reach::Line, true);
    /// `'...'` on one line, with escapes.
    pub(super) const SINGLE: Self = Self::new("'", "'", Reach::Line, true);
    /// One character between `'`.
    pub(super) const CHARACTER: Self = Self::new("'", "'", Reach::Character, true);

    pub(super) const fn new(open: &'static str, close: &'static str, reach: Reach, escapes: bool) -> Self {
        Self { open, close, reach, escapes }
    }
}
