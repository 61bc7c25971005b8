//! A place in a file, with a copy of its lines, so that a diagnostic can be shown without the file.

use std::ops::Range;

use crate::text::Lines;

/// A range of a file. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Path as shown: relative to the library, with `/`.
    pub path: String,
    /// Line of the first character.
    pub line: usize,
    /// Column of the first character.
    pub column: usize,
    /// The source lines that the range touches (three at most), without the final line end; empty for a whole file.
    pub excerpt: String,
    /// The range, in bytes of `excerpt`.
    pub span: Range<usize>,
}

/// The most lines of an excerpt.
const LINES: usize = 3;

/// An excerpt ends after this many bytes of one line: a generated line may be a megabyte long.
const LONGEST_LINE: usize = 240;

impl Place {
    /// The place of `part` in this one, if it stands on its first line.
    #[must_use]
    pub fn narrowed(mut self, part: &str) -> Self {
        let marked = self.excerpt.get(self.span.clone()).unwrap_or_default();
        let line = marked.lines().next().unwrap_or_default();
        if let Some(at) = line.find(part) {
            self.column += line[..at].chars().count();
            self.span = self.span.start + at..self.span.start + at + part.len();
        }
        self
    }

    /// The byte range `span` of `text`, which is the whole content of the file at `path`.
    #[must_use]
    pub fn new(path: &str, text: &str, span: Range<usize>) -> Self {
        let start = floor_boundary(text, span.start);
        let line = memchr::memchr_iter(b'\n', &text.as_bytes()[..start]).count() + 1;
        Self::on_line(line, text[..start].rfind('\n').map_or(0, |i| i + 1), path, text, span)
    }

    /// The same for a file with many places; `lines` must be those of `text`.
    #[must_use]
    pub fn among(lines: &Lines, path: &str, text: &str, span: Range<usize>) -> Self {
        let line = lines.number(floor_boundary(text, span.start));
        Self::on_line(line, lines.start(line), path, text, span)
    }

    /// The same, where it is known that the range begins on line `line`, which begins at byte `line_start`.
    fn on_line(line: usize, line_start: usize, path: &str, text: &str, span: Range<usize>) -> Self {
        let start = floor_boundary(text, span.start);
        // A byte order mark is no part of a place.
        let start = if text[start..].starts_with('\u{feff}') { start + '\u{feff}'.len_utf8() } else { start };
        let end = floor_boundary(text, span.end).max(start);
        let column = text[line_start..start].trim_start_matches('\u{feff}').chars().count() + 1;
        // No more of a long line is shown, and its end may be far.
        let near = &text[..floor_boundary(text, line_start + (LINES + 1) * LONGEST_LINE)];
        let excerpt_end = nth_line_end(near, line_start, end, LINES);
        let shown = to_longest_line(&text[line_start..excerpt_end]);
        let from = (start - line_start).min(shown.len());
        let to = (end - line_start).min(shown.len()).max(from);
        let excerpt = shown.replace(['\r', '\u{feff}'], " ");
        let span = if excerpt.len() == shown.len() { from..to } else { shift(shown, from)..shift(shown, to) };
        Self { path: path.to_owned(), line, column, excerpt, span }
    }

    /// The file as a whole, for a diagnostic that is not about one part of it.
    #[must_use]
    pub fn file(path: &str) -> Self {
        Self::hidden(path, 1, 1)
    }

    /// Line and column after the last character, as far as the excerpt goes.
    #[must_use]
    pub fn end(&self) -> (usize, usize) {
        let text = self.excerpt.get(self.span.clone()).unwrap_or_default();
        match text.rsplit_once('\n') {
            Some((before, last)) => (self.line + before.matches('\n').count() + 1, last.chars().count() + 1),
            None => (self.line, self.column + text.chars().count()),
        }
    }

    /// A place whose text must not be shown.
    #[must_use]
    pub fn hidden(path: &str, line: usize, column: usize) -> Self {
        Self { path: path.to_owned(), line, column, excerpt: String::new(), span: 0..0 }
    }
}

/// Some lines up to [`LONGEST_LINE`] bytes of the first that is longer.
fn to_longest_line(lines: &str) -> &str {
    let mut start = 0;
    for line in lines.split('\n') {
        if line.len() > LONGEST_LINE {
            return &lines[..floor_boundary(lines, start + LONGEST_LINE)];
        }
        start += line.len() + 1;
    }
    lines
}

/// The position of byte `at` of `shown` after each three-byte BOM is replaced by one space.
fn shift(shown: &str, at: usize) -> usize {
    at - 2 * shown[..at].matches('\u{feff}').count()
}

/// The end of the line that holds `end`, but at most `lines` lines after `from`.
fn nth_line_end(text: &str, from: usize, end: usize, lines: usize) -> usize {
    let mut stop = from;
    for (i, line) in text[from..].split_inclusive('\n').enumerate() {
        stop += line.len();
        if stop >= end || i + 1 == lines {
            break;
        }
    }
    stop - usize::from(text[from..stop].ends_with('\n'))
}

/// The nearest character boundary at or before `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::Place;
    use crate::text::Lines;

    #[test]
    fn known_lines_give_the_same_places() {
        let text = "one\ntwö three\n\nfour\n";
        let lines = Lines::of(text);
        for start in 0..=text.len() + 1 {
            let span = start..start + 2;
            assert_eq!(Place::among(&lines, "a.md", text, span.clone()), Place::new("a.md", text, span));
        }
    }

    #[test]
    fn a_place_ends_after_its_last_character() {
        let text = "\u{feff}one\ntwö three\nfour";
        assert_eq!(Place::new("a.md", text, 0..6).end(), (1, 4));
        assert_eq!(Place::new("a.md", text, 7..11).end(), (2, 4));
        assert_eq!(Place::new("a.md", text, 12..20).end(), (3, 3));
        assert_eq!(Place::file("a.md").end(), (1, 1));
    }

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "one\ntwö three\nfour";
        let place = Place::new("a.md", text, 9..14);
        assert_eq!((place.line, place.column), (2, 5));
        assert_eq!(&place.excerpt[place.span.clone()], "three");
    }

    #[test]
    fn a_range_over_many_lines_shows_three() {
        let place = Place::new("a.md", "a\nb\nc\nd\ne", 0..9);
        assert_eq!(place.excerpt, "a\nb\nc");
    }

    #[test]
    fn carriage_returns_and_a_bom_do_not_show() {
        let place = Place::new("a.md", "\u{feff}x: 1\r\ny", 3..4);
        assert_eq!((place.excerpt.as_str(), place.column), (" x: 1 ", 1));
        assert_eq!(&place.excerpt[place.span.clone()], "x");
    }

    #[test]
    fn a_range_past_the_end_is_held_to_it() {
        let place = Place::new("a.md", "äb", 99..120);
        assert_eq!((place.line, place.column), (1, 3));
    }

    #[test]
    fn a_very_long_line_is_cut() {
        let long = "ä".repeat(4000);
        for text in [long.clone(), format!("key: |\n  {long}\nnext: x\n")] {
            let place = Place::new("a.md", &text, 0..text.len());
            assert!(place.excerpt.len() <= 2 * 240, "{}", place.excerpt.len());
            assert_eq!(place.span, 0..place.excerpt.len());
        }
        assert_eq!(Place::new("a.md", &"a".repeat(240), 0..1).excerpt.len(), 240);
    }
}
