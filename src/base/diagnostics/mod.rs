//! Diagnostics: a stable code, a message, a place in a file with an excerpt, and how to fix it.
//!
//! A diagnostic is data; `human`, `short`, `json`, `github` and `sarif` are sibling renderings of it. Stages collect diagnostics and go on,
//! so that one run names every mistake.

mod alike;
mod code;
mod fold;
mod github;
mod human;
mod json;
mod known;
mod limit;
mod place;
mod sarif;
mod short;
mod warned;

pub use alike::{merge_alike, settle};
pub use code::{Code, Level};
pub use fold::{Folded, folded};
pub use github::render_github;
pub use human::{Look, render_human, wrapped};
pub use json::render_json;
pub use limit::{A_FILE, Limited, limited};
pub use place::Place;
pub use sarif::render_sarif;
pub use short::render_short;
pub use warned::Warned;

/// One message about the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of diagnostic it is; stable across releases.
    pub code: Code,
    /// How bad it is; usually `code.level()`, but a flag may soften it.
    pub level: Level,
    /// One line, lower case, no full stop.
    pub message: String,
    /// Where it is, if it has a place.
    pub place: Option<Place>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// A diagnostic at the code's own level, without a place or a hint.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, level: code.level(), message: message.into(), place: None, hint: None }
    }

    /// Sets the place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Sets the hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The message, and the hint on a line below it.
    fn message_and_hint(&self) -> String {
        match &self.hint {
            Some(hint) => format!("{}\nhelp: {hint}", self.message),
            None => self.message.clone(),
        }
    }

    /// The same diagnostic at another level.
    #[must_use]
    pub fn with_level(mut self, level: Level) -> Self {
        self.level = level;
        self
    }
}

/// Puts diagnostics in the order in which they are shown: by file, then position, then code and message.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    fn key(d: &Diagnostic) -> (Option<(&str, usize, usize)>, Code, &str) {
        (d.place.as_ref().map(|place| (place.path.as_str(), place.line, place.column)), d.code, &d.message)
    }
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
}

/// Whether any of them is an error.
#[must_use]
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.level == Level::Error)
}

/// `2 errors, 1 warning`, or an empty string when there is nothing to count.
#[must_use]
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let number = |level| diagnostics.iter().filter(|d| d.level == level).count();
    [(Level::Error, "error", "errors"), (Level::Warning, "warning", "warnings"), (Level::Note, "note", "notes")]
        .into_iter()
        .map(|(level, one, many)| (number(level), one, many))
        .filter(|(n, ..)| *n > 0)
        .map(|(n, one, many)| crate::text::count(n, one, many))
        .collect::<Vec<_>>()
        .join(", ")
}
