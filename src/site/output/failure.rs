//! Why one file of a site could not be made.

use base::diagnostics::Diagnostic;

/// What rendering one path of a site may end in.
#[derive(Debug)]
pub enum Failure {
    /// The site has no such path.
    Missing,
    /// The theme or the disk; the diagnostic says which.
    Problem(Box<Diagnostic>),
}
