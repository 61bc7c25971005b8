//! Parses all templates together, and finds every mistake when one is there.

use tera::{ErrorKind, Tera};

use super::{Sources, problem};
use base::diagnostics::Diagnostic;

/// An engine that holds every template, or all their mistakes.
///
/// Only what the engine brings is registered: nothing in a template can read a file, the environment or the clock.
pub(super) fn compile(sources: &Sources) -> Result<Tera, Vec<Diagnostic>> {
    let mut tera = Tera::default();
    let Err(error) = tera.add_raw_templates(sources.iter().map(|(name, source)| (name, &source.text))) else {
        return Ok(tera);
    };
    // The engine stops at the first template that cannot be parsed; one at a time, all are found.
    let unparsed: Vec<_> =
        sources.iter().filter_map(|(name, source)| syntax_mistake(name, &source.text, sources)).collect();
    Err(if unparsed.is_empty() { problem::at_load(&error, sources) } else { unparsed })
}

fn syntax_mistake(name: &str, text: &str, sources: &Sources) -> Option<Diagnostic> {
    let error = Tera::default().add_raw_template(name, text).err()?;
    matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| problem::of(&error, name, sources))
}
