//! A file that the settings name.

use base::diagnostics::Place;

/// A file of the library, and where it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Relative to the library.
    pub path: String,
    /// Where the settings name it.
    pub place: Place,
}
