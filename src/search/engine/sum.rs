//! A document that matches a query, with its score.

/// A document and its score.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sum {
    pub(crate) document: usize,
    pub(crate) score: f64,
    /// The number of needed groups that it matches.
    pub(crate) matched: usize,
}
