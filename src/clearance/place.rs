//! How a finding is shown: its place and its masked value.

use super::Origin;
use base::text::Lines;

/// Lines and columns of a text that begins at a given place.
pub(super) struct Places<'t> {
    text: &'t str,
    begins: &'t Origin,
    /// Computed for the first place, because most texts have no finding.
    lines: Option<Lines>,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str, begins: &'t Origin) -> Self {
        Self { text, begins, lines: None }
    }

    pub(super) fn origin(&mut self, at: usize) -> Origin {
        let lines = self.lines.get_or_insert_with(|| Lines::of(self.text));
        let number = lines.number(at);
        let (line, start) = (number - 1, lines.start(number));
        let mut end = at.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let column = self.text.get(start..end).unwrap_or_default().chars().count();
        let first = if line == 0 { self.begins.column } else { 1 };
        Origin { path: self.begins.path.clone(), line: self.begins.line + line, column: first + column }
    }
}

/// The first letter and the class of length.
pub(super) fn masked(value: &str) -> String {
    let count = value.chars().count();
    let class = [32, 16, 8, 4].into_iter().find(|class| count >= *class).unwrap_or(1);
    let first: String = value.chars().take(1).filter(|c| !c.is_whitespace()).collect();
    format!("{first}\u{2026}({class}+)")
}

#[cfg(test)]
mod tests {
    use super::{Places, masked};
    use crate::Origin;

    #[test]
    fn values_are_masked() {
        assert_eq!(masked("Jane"), "J…(4+)");
        assert_eq!(masked("Jo"), "J…(1+)");
        assert_eq!(masked(&"Ä".repeat(40)), "Ä…(32+)");
        assert_eq!(masked(""), "…(1+)");
    }

    #[test]
    fn places_count_from_where_the_text_begins() {
        let begins = Origin { path: "a.md".to_owned(), line: 7, column: 5 };
        let mut places = Places::new("äb\nüc", &begins);
        let mut at = |at| (places.origin(at).line, places.origin(at).column);
        assert_eq!([at(0), at(2), at(4), at(6), at(99)], [(7, 5), (7, 6), (8, 1), (8, 2), (8, 3)]);
    }
}
