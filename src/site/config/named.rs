//! A file that the settings name.

use base::diagnostics::{Diagnostic, Place};
use base::yaml::Node;

/// A file or folder of the library, and where it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Relative to the library.
    pub path: String,
    /// Where the settings name it.
    pub place: Place,
}

impl Named {
    /// Reads the path.
    pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<Self> {
        let hint = "write the way to it from the folder of `debrief.yaml`, as one text";
        let path = node.text_in_form("the name of one file or folder", hint, problems)?;
        Some(Self { path, place: node.place() })
    }
}
