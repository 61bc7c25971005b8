//! A result together with the mistakes that were found on the way.

use super::Diagnostic;

/// The result of a stage and its diagnostics. A stage goes on after a mistake, so there is a value whatever the diagnostics
/// are; whether it may be used is decided by the caller, who looks for errors with [`any_error`](super::any_error).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use]
pub struct Warned<T> {
    /// The result.
    pub value: T,
    /// What was found, in the order of finding.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Warned<T> {
    /// A result and its diagnostics.
    pub fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// The result; the diagnostics are appended to those of the caller.
    pub fn report_to(self, diagnostics: &mut Vec<Diagnostic>) -> T {
        diagnostics.extend(self.diagnostics);
        self.value
    }

    /// The same diagnostics with another result.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Warned<U> {
        Warned { value: make(self.value), diagnostics: self.diagnostics }
    }
}

#[cfg(test)]
mod tests {
    use super::Warned;
    use crate::diagnostics::{Code, Diagnostic};

    #[test]
    fn diagnostics_of_a_stage_follow_those_of_the_caller() {
        let found = |message: &str| Diagnostic::new(Code::UnreadableFile, message);
        let mut all = vec![found("first")];
        let value = Warned::new(2, vec![found("second")]).map(|n| n + 1).report_to(&mut all);
        assert_eq!((value, all), (3, vec![found("first"), found("second")]));
    }
}
