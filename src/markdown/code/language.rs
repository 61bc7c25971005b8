//! A language as a table: what begins a comment, what quotes a string, which words mean something.

/// A table. Lists of words are sorted; those of a language that does not tell case apart are lower case.
#[derive(Debug)]
pub(super) struct Language {
    /// What begins a comment that ends with its line.
    pub(super) line_comments: &'static [&'static str],
    /// What begins and ends a longer one.
    pub(super) block_comments: &'static [(&'static str, &'static str)],
    /// Longer marks stand before those that they begin with.
    pub(super) quotes: &'static [Quote],
    pub(super) keywords: &'static [&'static str],
    pub(super) constants: &'static [&'static str],
    pub(super) types: &'static [&'static str],
    /// Signs that begin the name of a variable or an attribute: the `$` of `$HOME`.
    pub(super) sigils: &'static str,
    /// What a word may hold besides letters, digits and `_`.
    pub(super) letters: &'static str,
    pub(super) habits: &'static [Habit],
}

/// A kind of string.
#[derive(Debug)]
pub(super) struct Quote {
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    pub(super) reach: Reach,
    /// Whether a backslash takes the next character's meaning away.
    pub(super) escapes: bool,
}

/// How far a string may go. One that does not end there is none: its mark is a character like others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// One character: `'x'` is, the `'x` of a lifetime is not.
    Character,
    Line,
    Lines,
}

/// What else a language does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    /// A word right before `(` is called.
    Calls,
    /// A word that begins with a capital and goes on in small letters is a type.
    CapitalTypes,
    /// What stands before `:` is a key, a string too.
    Keys,
    /// Upper and lower case are one.
    AnyCase,
    /// The first word of a command is called, and `#` begins a comment only after white space.
    Commands,
    /// A string may have letters right before it: `rb'..'`.
    Prefixes,
    /// Numbers say little here.
    PlainNumbers,
}

impl Language {
    /// A language of which nothing is known.
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

    /// Whether a byte can stand in a word; letters of other scripts all can.
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
