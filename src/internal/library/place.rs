//! Where a problem of a review stands.

use crate::review::Review;
use base::diagnostics::{A_FILE, Place};

/// The place of a problem of a review, in which `found` others were found before. To find a place means to search the file, and
/// only `A_FILE` diagnostics of a file are shown.
pub(super) fn place(review: &Review, found: usize, exact: impl FnOnce() -> Place) -> Place {
    if found < A_FILE { exact() } else { Place::file(&review.source) }
}
