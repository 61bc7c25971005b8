//! Values that an author allows by name.

use super::{Finding, normal, seen};

/// A value that an author allows by name, for one postmortem.
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
    /// Whether this waiver is for that finding: the same rule and the same value, in whatever case and behind whatever
    /// encoding it was seen. Nobody can allow what was not looked at.
    #[must_use]
    pub fn is_for(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && self.rule != seen::RULE && words(&self.value) == words(finding.value.reveal())
    }
}

/// The value with everything folded away that it keeps its meaning without. Between numbers words keep apart: `1.1.1.11` is
/// not `1.1.11.1`.
fn words(value: &str) -> Vec<String> {
    if value.contains(char::is_numeric) {
        let normal = normal::Normal::of(value);
        return normal.words().map(|(_, word)| String::from_utf8_lossy(word).into_owned()).collect();
    }
    vec![normal::letters(value)]
}
