//! Values that an author allows by name.

use super::Finding;

/// A value that an author allows by name, for one postmortem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waiver {
    /// The id of the rule.
    pub rule: String,
    /// The value, exactly.
    pub value: String,
    /// Why; for the report.
    pub reason: String,
}

impl Waiver {
    /// Whether this waiver is for that finding: the same rule and the same value, to the letter.
    #[must_use]
    pub fn is_for(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && self.value == finding.value.reveal()
    }
}
