//! What both editions have in common once they are planned.

use super::{Failure, OutPath};

/// A planned site; its files are rendered on request.
pub trait Site: Sync {
    /// The bytes of the file at `path`; always the same for the same library.
    ///
    /// # Errors
    /// If there is no such file, a template fails, or an attachment can no longer be read.
    fn render(&self, path: &OutPath) -> Result<Vec<u8>, Failure>;

    /// Whether the site has a file at `path`.
    fn has(&self, path: &OutPath) -> bool;
}
