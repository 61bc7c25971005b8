//! What redacting the texts of one review has at hand, and what it finds.

use std::ops::Range;

use super::World;
use super::draft::{DraftAsset, Written};
use super::roles::Roles;
use super::run::Withheld;
use crate::review::Review;
use base::diagnostics::{Code, Diagnostic};

/// A change to the text.
pub(super) struct Edit {
    pub(super) span: Range<usize>,
    pub(super) with: String,
    pub(super) why: Option<Withheld>,
}

/// Redacts the texts of one review; roles are numbered across them, in the order of the calls.
pub(super) struct Redactor<'r> {
    pub(super) review: &'r Review,
    pub(super) world: &'r World<'r>,
    pub(super) assets: &'r [DraftAsset],
    pub(super) roles: Roles,
    pub(super) problems: &'r mut Vec<Diagnostic>,
}

impl Redactor<'_> {
    pub(super) fn problem(&mut self, code: Code, message: String, written: &Written, span: Range<usize>, hint: &str) {
        self.problems.push(Diagnostic::new(code, message).at(written.place(self.review, span)).hint(hint));
    }
}
