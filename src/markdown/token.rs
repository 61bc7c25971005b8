//! A piece of raw HTML.

/// One piece of raw HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'h> {
    /// Text, with its character references as written.
    Text(&'h str),
    /// `<name attribute="value">`; names are lower case, values decoded.
    Open { name: String, attrs: Vec<(String, String)> },
    /// `</name>`.
    Close { name: String },
}
