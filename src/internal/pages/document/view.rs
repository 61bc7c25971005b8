//! `internal/document.html`, as `document`.

use serde::Serialize;

/// A page of the folder that is not a review.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentPage {
    pub title: String,
    pub body_html: String,
    /// The file that it was made from.
    pub source: String,
}
