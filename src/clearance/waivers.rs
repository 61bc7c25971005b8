//! Waivers: values that an author allows.

use super::{Finding, normal, seen};

/// A value that an author allows in one postmortem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waiver {
    /// The id of the rule.
    pub rule: String,
    /// The value.
    pub value: String,
    /// Why; for the report.
    pub reason: String,
}

impl Waiver {
    /// Whether this waiver is for a finding: the same rule and the same value, in any case and encoding. The finding
    /// that a text has too many encodings cannot be waived.
    #[must_use]
    pub fn is_for(&self, finding: &Finding) -> bool {
        self.is_for_rule(&finding.rule) && self.value_words() == words(finding.value.reveal())
    }

    pub(super) fn is_for_rule(&self, rule: &str) -> bool {
        self.rule == rule && self.rule != seen::RULE
    }

    pub(super) fn value_words(&self) -> Vec<String> {
        words(&self.value)
    }
}

/// The folded value for comparison. With numbers, words stay separate: `1.1.1.11` is not `1.1.11.1`.
pub(super) fn words(value: &str) -> Vec<String> {
    if value.contains(char::is_numeric) {
        let normal = normal::Normal::of(value);
        return normal.words().map(|(_, word)| String::from_utf8_lossy(word).into_owned()).collect();
    }
    vec![normal::letters(value)]
}
