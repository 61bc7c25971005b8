//! Why one file of a site could not be rendered.

use base::diagnostics::Diagnostic;

/// The errors of rendering one path of a site.
#[derive(Debug)]
pub enum Failure {
    /// The site has no such path.
    Missing,
    /// A problem of the theme or the disk, as the diagnostic says.
    Problem(Box<Diagnostic>),
}
