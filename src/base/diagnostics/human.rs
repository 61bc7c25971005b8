//! Diagnostics for a terminal, in the style of rustc.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};

use super::{Diagnostic, Level, Place};
use crate::text::{push_visible, visible, visible_name};

/// How diagnostics are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// With ANSI escapes.
    pub colour: bool,
    /// The width of the terminal in columns, if it is known.
    pub width: Option<usize>,
}

/// One diagnostic as text of several lines, without a final line end.
#[must_use]
pub fn render_human(diagnostic: &Diagnostic, look: Look) -> String {
    let mut diagnostic = seen(diagnostic);
    if let Some(width) = look.width {
        let head = diagnostic.level.as_str().len() + diagnostic.code.as_str().len() + "[]: ".len();
        diagnostic.message = wrapped(&diagnostic.message, width, head);
        diagnostic.hint = diagnostic.hint.map(|hint| wrapped(&hint, width, "help: ".len()));
    }
    let diagnostic = &diagnostic;
    let level = match diagnostic.level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Note => Shown::NOTE,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let mut groups = vec![match &diagnostic.place {
        None => Group::with_title(title),
        Some(place) if place.excerpt.is_empty() && place.line == 1 => title.element(Origin::path(place.path.as_str())),
        // The text of the line must not be shown, but its place is.
        Some(place) if place.excerpt.is_empty() => {
            title.element(Origin::path(place.path.as_str()).line(place.line).char_column(place.column))
        }
        Some(place) => title.element(
            Snippet::source(place.excerpt.as_str())
                .path(place.path.as_str())
                .line_start(place.line)
                .annotation(AnnotationKind::Primary.span(marked(place, look.width))),
        ),
    }];
    if let Some(hint) = &diagnostic.hint {
        groups.push(Group::with_title(Shown::HELP.secondary_title(hint.as_str())));
    }
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = look.width.map_or(renderer.clone(), |width| renderer.term_width(width));
    renderer.decor_style(DecorStyle::Ascii).render(&groups)
}

/// The span to mark. The renderer shows all of it, so that on a line that is wider than the terminal only its beginning is marked.
fn marked(place: &Place, width: Option<usize>) -> Range<usize> {
    /// The number of the line, and what stands for the parts that are cut.
    const MARGIN: usize = 16;
    let Range { start, end } = place.span;
    let room = width.filter(|width| place.excerpt.chars().count() + MARGIN > *width);
    let cut = room.and_then(|width| place.excerpt[start..end].char_indices().nth(width - MARGIN));
    start..cut.map_or(end, |(length, _)| start + length)
}

/// Wraps a text to lines no wider than `width`, including a margin of `margin` columns; a longer word is not split. The
/// renderer adds the margin before each line but the first.
#[must_use]
pub fn wrapped(text: &str, width: usize, margin: usize) -> String {
    let room = width.saturating_sub(margin).max(20);
    let mut lines = Vec::new();
    for whole in text.split('\n') {
        let mut line = String::new();
        for word in whole.split(' ') {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > room {
                lines.push(std::mem::take(&mut line));
            } else if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines.join("\n")
}

/// The diagnostic with control characters from files and names made visible.
fn seen(diagnostic: &Diagnostic) -> Diagnostic {
    Diagnostic {
        message: visible(&diagnostic.message).into_owned(),
        hint: diagnostic.hint.as_deref().map(|hint| visible(hint).into_owned()),
        place: diagnostic.place.as_ref().map(seen_place),
        ..diagnostic.clone()
    }
}

/// The place with control characters made visible; the span still covers the same characters.
fn seen_place(place: &Place) -> Place {
    let mut excerpt = String::with_capacity(place.excerpt.len());
    let (mut start, mut end) = (None, None);
    for (at, c) in place.excerpt.char_indices() {
        if at >= place.span.start {
            start.get_or_insert(excerpt.len());
        }
        if at >= place.span.end {
            end.get_or_insert(excerpt.len());
        }
        push_visible(&mut excerpt, c);
    }
    let span = start.unwrap_or(excerpt.len())..end.unwrap_or(excerpt.len());
    Place { path: visible_name(&place.path).into_owned(), excerpt, span, ..place.clone() }
}

#[cfg(test)]
mod tests {
    use super::super::Code;
    use super::*;

    #[test]
    fn an_excerpt_cannot_steer_the_terminal() {
        let text = "title: a\u{1b}[2Jb\u{202e}c\n";
        let at = text.find('b').unwrap();
        let place = Place::new("x\u{1b}\n.md", text, at..at + 1);
        let said =
            render_human(&Diagnostic::new(Code::UnknownKey, "no \u{7}").at(place).hint("\u{9b}"), Look::default());
        assert!(!said.contains(crate::text::is_unseen), "{said:?}");
        let mut lines = said.lines().skip_while(|line| !line.contains("title:"));
        let (excerpt, mark) = (lines.next().unwrap(), lines.next().unwrap());
        let column = |line: &str, c: char| line.chars().position(|found| found == c);
        assert_eq!(column(excerpt, 'b'), column(mark, '^'), "{said}");
    }

    #[test]
    fn lines_fit_the_terminal() {
        let words = "a sentence of many short words that goes on and on until it is wider than any terminal that somebody still has";
        let source = format!("title: x\nsummary: {}\n", words.repeat(4));
        let at = |span| Diagnostic::new(Code::UnknownKey, words).at(Place::new("2026/a.md", &source, span)).hint(words);
        let long = source.len() - 1;
        let (diagnostic, others) = (at(9..16), [at(18..long), at(60..150), at(long - 90..long)]);
        for width in [40, 60, 80, 120, 200] {
            let look = Look { colour: false, width: Some(width) };
            let said = render_human(&diagnostic, look);
            let all: Vec<_> = others.iter().map(|other| render_human(other, look)).chain([said.clone()]).collect();
            for line in all.iter().flat_map(|said| said.lines()) {
                assert!(line.chars().count() <= width, "{width}: {line}");
            }
            assert!(said.split_whitespace().filter(|word| *word == "terminal").count() >= 2, "{said}");
        }
        assert!(render_human(&diagnostic, Look { colour: true, width: None }).contains('\u{1b}'));
    }
}
