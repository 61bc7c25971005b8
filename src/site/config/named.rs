//! A file that the settings name.

use base::diagnostics::{Diagnostic, Place};
use base::yaml::Node;

/// A file of the library, and where it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Relative to the library.
    pub path: String,
    /// Where the settings name it.
    pub place: Place,
}

impl Named {
    /// Reads the path of a file.
    pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<Self> {
        Some(Self { path: node.text(problems)?, place: node.place() })
    }
}
