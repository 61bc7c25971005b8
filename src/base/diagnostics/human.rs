//! Diagnostics for a terminal, in the manner of rustc.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};

use super::{Diagnostic, Level, Place};
use crate::text::{push_visible, visible, visible_name};

/// One diagnostic as text of several lines, without a final line end; `colour` adds ANSI escapes.
#[must_use]
pub fn render_human(diagnostic: &Diagnostic, colour: bool) -> String {
    let diagnostic = &seen(diagnostic);
    let level = match diagnostic.level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Note => Shown::NOTE,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let mut groups = vec![match &diagnostic.place {
        None => Group::with_title(title),
        Some(place) if place.excerpt.is_empty() && place.line == 1 => title.element(Origin::path(place.path.as_str())),
        // The line is not to be shown, and is to be found.
        Some(place) if place.excerpt.is_empty() => {
            title.element(Origin::path(place.path.as_str()).line(place.line).char_column(place.column))
        }
        Some(place) => title.element(
            Snippet::source(place.excerpt.as_str())
                .path(place.path.as_str())
                .line_start(place.line)
                .annotation(AnnotationKind::Primary.span(place.span.clone())),
        ),
    }];
    if let Some(hint) = &diagnostic.hint {
        groups.push(Group::with_title(Shown::HELP.secondary_title(hint.as_str())));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&groups)
}

/// The diagnostic with every character of files and names that would steer the terminal made visible.
fn seen(diagnostic: &Diagnostic) -> Diagnostic {
    Diagnostic {
        message: visible(&diagnostic.message).into_owned(),
        hint: diagnostic.hint.as_deref().map(|hint| visible(hint).into_owned()),
        place: diagnostic.place.as_ref().map(seen_place),
        ..diagnostic.clone()
    }
}

/// The span goes with the letters that it is of.
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
        let said = render_human(&Diagnostic::new(Code::UnknownKey, "no \u{7}").at(place).hint("\u{9b}"), false);
        assert!(!said.contains(crate::text::is_unseen), "{said:?}");
        let mut lines = said.lines().skip_while(|line| !line.contains("title:"));
        let (excerpt, mark) = (lines.next().unwrap(), lines.next().unwrap());
        let column = |line: &str, c: char| line.chars().position(|found| found == c);
        assert_eq!(column(excerpt, 'b'), column(mark, '^'), "{said}");
    }
}
