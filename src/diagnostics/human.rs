//! Diagnostics for a terminal, in the manner of rustc.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};

use super::{Diagnostic, Level};

/// One diagnostic as text of several lines, without a final line end; `colour` adds ANSI escapes.
#[must_use]
pub fn render_human(diagnostic: &Diagnostic, colour: bool) -> String {
    let level = match diagnostic.level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Note => Shown::NOTE,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let mut groups = vec![match &diagnostic.place {
        None => Group::with_title(title),
        Some(place) if place.excerpt.is_empty() => title.element(Origin::path(place.path.as_str())),
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
