//! Where a review refers to a file.

use std::ops::Range;

use crate::review::Review;
use base::diagnostics::Place;

/// Where a review refers to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// In its body; the bytes of the whole file.
    Body(Range<usize>),
    /// In the text of a field, by its key.
    Field(&'static str, String),
}

impl Reference {
    /// The place for a diagnostic.
    pub fn place(&self, review: &Review) -> Place {
        match self {
            Self::Body(span) => Place::new(&review.source, &review.text, span.clone()),
            Self::Field(key, text) => review.place_of_text(key, text),
        }
    }
}
