//! Parses all templates, and finds every mistake if there is one.

use tera::{ErrorKind, Tera};

use super::{Sources, problem};
use base::diagnostics::Diagnostic;

/// An engine with every template, or all mistakes.
///
/// Only the engine's own functions are registered: no template can read a file, the environment or the clock.
pub(super) fn compile(sources: &Sources) -> Result<Tera, Vec<Diagnostic>> {
    let mut tera = Tera::default();
    let Err(error) = tera.add_raw_templates(sources.iter().map(|(name, source)| (name, &source.text))) else {
        return Ok(tera);
    };
    // The engine stops at the first template that cannot be parsed, so each is parsed separately to find all mistakes.
    let unparsed: Vec<_> =
        sources.iter().filter_map(|(name, source)| syntax_mistake(name, &source.text, sources)).collect();
    Err(if unparsed.is_empty() { problem::at_load(&error, sources) } else { unparsed })
}

fn syntax_mistake(name: &str, text: &str, sources: &Sources) -> Option<Diagnostic> {
    let error = Tera::default().add_raw_template(name, text).err()?;
    matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| problem::of(&error, name, sources))
}
