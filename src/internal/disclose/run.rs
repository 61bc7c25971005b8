//! The parts of a text to be published: what stays as it is, and what is withheld.

use serde::Serialize;

/// Why a part of a text is not published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "why", content = "role")]
pub enum Withheld {
    /// A role is written instead.
    Role(String),
    /// Marked to be left out.
    Omitted,
    /// A comment.
    Comment,
}

/// A part of a text as its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The part; what is withheld is shown to the approver alone and is in no report.
    pub text: String,
    /// Why it is not published, and what is published instead.
    pub withheld: Option<(Withheld, String)>,
}

impl Run {
    pub(super) fn kept(text: &str) -> Self {
        Self { text: text.to_owned(), withheld: None }
    }

    pub(super) fn withheld(text: &str, why: Withheld, with: &str) -> Self {
        Self { text: text.to_owned(), withheld: Some((why, with.to_owned())) }
    }
}
