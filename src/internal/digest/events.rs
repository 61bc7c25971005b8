//! What happened in one week.

use jiff::civil::Date;

/// What belongs to one week; reviews, revisions and actions by their places.
#[derive(Debug, Clone, Default)]
pub struct Events {
    /// Reviews that were published, in the library's order.
    pub new: Vec<usize>,
    /// (review, revision).
    pub revised: Vec<(usize, usize)>,
    /// (review, action): done, or decided against.
    pub closed: Vec<(usize, usize)>,
    /// The same of actions that had ended before the review came out, which it did in this week.
    pub closed_before: Vec<(usize, usize)>,
    /// Reviews of earlier weeks whose files came into the library.
    pub added: Vec<usize>,
    /// Restricted reviews that were published; only counted.
    pub restricted: usize,
    /// The last day on which any of these happened.
    pub latest: Option<Date>,
}
