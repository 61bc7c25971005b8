//! Reads a text by a language's table, once, from the first byte to the last.

use super::language::{Habit, Language, Quote, Reach};
use super::spans::{Class, Spans};

/// The most bytes of a character literal: `'\u{10ffff}'`.
const LONGEST_CHARACTER: usize = 12;

/// Reads `text` into `out`.
pub(super) fn read(language: &Language, text: &str, out: &mut Spans) {
    let mut lexer = Lexer { language, text, at: 0, unclosed: vec![0; language.quotes.len()], command: true };
    while lexer.at < text.len() {
        lexer.step(out);
    }
}

struct Lexer<'t> {
    language: &'t Language,
    text: &'t str,
    at: usize,
    /// For each quote, the end of the text that is known not to contain its closing one, so that nothing is searched
    /// twice.
    unclosed: Vec<usize>,
    /// Whether the next word is a command.
    command: bool,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn before(&self) -> Option<u8> {
        self.text.as_bytes()[..self.at].last().copied()
    }

    fn emit(&mut self, length: usize, class: Class, out: &mut Spans) {
        let end = self.at + length;
        out.push(&self.text[self.at..end], class);
        self.at = end;
    }

    fn step(&mut self, out: &mut Spans) {
        let Some(first) = self.rest().bytes().next() else { return };
        if let Some(length) = self.comment() {
            return self.emit(length, Class::Comment, out);
        }
        if let Some((quote, end)) = self.string() {
            self.command = false;
            return self.write_string(quote, end, out);
        }
        if self.language.is_letter(first) {
            return self.word(first, out);
        }
        if self.language.sigils.as_bytes().contains(&first) {
            let name = self.word_length(1);
            if name > 0 {
                self.command = false;
                return self.emit(1 + name, Class::Name, out);
            }
        }
        self.command = match first {
            b'\n' => !self.text[..self.at].ends_with('\\'),
            b'|' | b';' | b'&' | b'(' | b'`' | b'{' => true,
            b' ' | b'\t' | b'\r' | b'!' => self.command,
            _ => false,
        };
        self.emit(1, Class::Plain, out);
    }

    fn comment(&self) -> Option<usize> {
        let rest = self.rest();
        for (open, close) in self.language.block_comments {
            if let Some(inside) = rest.strip_prefix(open) {
                return Some(inside.find(close).map_or(rest.len(), |end| open.len() + end + close.len()));
            }
        }
        let apart = || !self.language.has(Habit::Commands) || self.before().is_none_or(|b| b.is_ascii_whitespace());
        let begins = self.language.line_comments.iter().any(|mark| rest.starts_with(mark));
        (begins && apart()).then(|| rest.find('\n').unwrap_or(rest.len()))
    }

    /// The string that begins here: its kind, and the length with its marks.
    fn string(&mut self) -> Option<(&'t Quote, usize)> {
        let rest = self.rest();
        for (quote, unclosed) in self.language.quotes.iter().zip(&mut self.unclosed) {
            let Some(inside) = rest.strip_prefix(quote.open) else { continue };
            let apostrophe = quote.open == "'" && is_apostrophe(self.language, &self.text[..self.at]);
            if apostrophe || self.at < *unclosed {
                return None;
            }
            let extent = match quote.reach {
                Reach::Character => (0..=LONGEST_CHARACTER).rev().find(|at| inside.is_char_boundary(*at)).unwrap_or(0),
                Reach::Line => inside.find('\n').unwrap_or(inside.len()),
                Reach::Lines => inside.len(),
            };
            let Some(end) = closing(&inside[..extent], quote) else {
                if quote.reach != Reach::Character {
                    *unclosed = self.at + quote.open.len() + extent;
                }
                return None;
            };
            let one = |text: &str| text.chars().nth(1).is_none() || text.starts_with('\\');
            if quote.reach == Reach::Character && !one(&inside[..end]) {
                return None;
            }
            return Some((quote, quote.open.len() + end + quote.close.len()));
        }
        None
    }

    fn write_string(&mut self, quote: &Quote, length: usize, out: &mut Spans) {
        let is_key = self.language.has(Habit::Keys) && self.is_before(length, b':');
        let class = if is_key { Class::Name } else { Class::String };
        let end = self.at + length;
        while quote.escapes && self.at < end {
            let Some(plain) = self.text[self.at..end].find('\\') else { break };
            self.emit(plain, class, out);
            let escaped = self.rest().chars().nth(1).map_or(0, char::len_utf8);
            self.emit((1 + escaped).min(end - self.at), Class::Escape, out);
        }
        self.emit(end - self.at, class, out);
    }

    fn word(&mut self, first: u8, out: &mut Spans) {
        let length = if first.is_ascii_digit() { self.number_length() } else { self.word_length(0) };
        let class = self.class_of(first, length);
        self.emit(length, class, out);
    }

    fn class_of(&mut self, first: u8, length: usize) -> Class {
        let (language, word) = (self.language, &self.rest()[..length]);
        let command = std::mem::take(&mut self.command) && language.has(Habit::Commands);
        if first.is_ascii_digit() {
            let number = !language.has(Habit::PlainNumbers)
                && (!language.has(Habit::Commands) || word.bytes().all(|b| b.is_ascii_digit()));
            return if number { Class::Constant } else { Class::Plain };
        }
        let folded;
        let key = if language.has(Habit::AnyCase) {
            folded = word.to_ascii_lowercase();
            folded.as_str()
        } else {
            word
        };
        let is_in = |list: &[&str]| list.binary_search(&key).is_ok();
        if is_in(language.keywords) {
            self.command = command && !matches!(word, "for" | "case" | "in" | "function" | "export" | "local");
            return Class::Keyword;
        }
        if command {
            return if self.is_before(length, b'=') { Class::Name } else { Class::Function };
        }
        if is_in(language.constants) {
            return Class::Constant;
        }
        if is_in(language.types) {
            return Class::Type;
        }
        if language.has(Habit::Keys) && self.is_before(length, b':') {
            return Class::Name;
        }
        let small = || word.bytes().any(|b| b.is_ascii_lowercase());
        if language.has(Habit::CapitalTypes) && first.is_ascii_uppercase() && small() {
            return Class::Type;
        }
        let called = language.has(Habit::Calls) && self.rest()[length..].starts_with('(');
        if called { Class::Function } else { Class::Plain }
    }

    /// Whether `byte` follows the next `length` bytes; a `:` may have one space before it.
    fn is_before(&self, length: usize, byte: u8) -> bool {
        let after = &self.rest().as_bytes()[length..];
        after.first() == Some(&byte) || (byte == b':' && after.starts_with(b" :"))
    }

    fn word_length(&self, skip: usize) -> usize {
        let rest = &self.rest().as_bytes()[skip..];
        rest.iter().position(|b| !self.language.is_letter(*b)).unwrap_or(rest.len())
    }

    /// The length of a number. A full stop belongs to it if a digit follows.
    fn number_length(&self) -> usize {
        let rest = self.rest().as_bytes();
        let goes_on = |(i, b): (usize, &u8)| {
            self.language.is_letter(*b) || (*b == b'.' && rest.get(i + 1).is_some_and(u8::is_ascii_digit))
        };
        rest.iter().enumerate().position(|at| !goes_on(at)).unwrap_or(rest.len())
    }
}

/// Whether a `'` after `before` is an apostrophe, as in `don't`, and does not begin a string, as in `rb'..'`.
fn is_apostrophe(language: &Language, before: &str) -> bool {
    const LONGEST_PREFIX: usize = 2;
    let letters = before.bytes().rev().take(LONGEST_PREFIX + 1).take_while(|b| language.is_letter(*b));
    let (mut count, mut prefix) = (0, language.has(Habit::Prefixes));
    for letter in letters {
        count += 1;
        prefix &= b"rbfuRBFU".contains(&letter);
    }
    count > 0 && !(prefix && count <= LONGEST_PREFIX)
}

/// The end of a string whose text after the opening quote is `inside`.
fn closing(inside: &str, quote: &Quote) -> Option<usize> {
    if !quote.escapes {
        return inside.find(quote.close);
    }
    let bytes = inside.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if *byte == b'\\' {
            at += 1;
        } else if bytes[at..].starts_with(quote.close.as_bytes()) {
            return Some(at);
        }
        // After a backslash this may stop inside a character, where no mark can begin.
        at += 1;
    }
    None
}
