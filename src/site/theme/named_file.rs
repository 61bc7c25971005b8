//! A file that the settings of a theme name, read from the library.
//!
//! Refuses what lies outside of the library, also by way of a link.

use std::path::Path;

use crate::config::Named;
use base::diagnostics::{Code, Diagnostic};

#[expect(
    clippy::disallowed_methods,
    reason = "a user's theme is an input beside the library, read here and in its folder alone"
)]
pub(super) fn read(file: &Named, library: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let failed = |code, message| Diagnostic::new(code, message).at(file.place.clone());
    let whole = library.join(&file.path);
    let missing = |error: std::io::Error| {
        let problem = failed(Code::UnreadableFile, format!("`{}` cannot be read: {error}", file.path));
        Box::new(problem.hint("write the way to it from the folder of `debrief.yaml`"))
    };
    let (real, root) = (whole.canonicalize().map_err(missing)?, library.canonicalize().map_err(missing)?);
    if !real.starts_with(&root) {
        let problem = failed(Code::BadSymlink, format!("`{}` leads out of the library", file.path));
        return Err(Box::new(problem.hint("put a copy of the file into the library")));
    }
    std::fs::read(&real).map_err(missing)
}
