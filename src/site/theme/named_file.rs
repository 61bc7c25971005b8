//! A file that the settings of a theme name, read from the library.
//!
//! Refuses what lies outside of the library, also by way of a link.

use std::path::Path;

use crate::config::Named;
use crate::source::bytes;
use base::diagnostics::{Code, Diagnostic};

pub(super) fn read(file: &Named, library: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let failed = |code, message| Diagnostic::new(code, message).at(file.place.clone());
    let whole = library.join(&file.path);
    let missing = |error: std::io::Error| {
        let problem = failed(Code::UnreadableFile, format!("`{}` cannot be read: {error}", file.path));
        // The kind of a file is all that is refused as input.
        let hint = match error.kind() {
            std::io::ErrorKind::InvalidInput => "name a file, or copy its content into one",
            _ => "write the way to it from the folder of `debrief.yaml`",
        };
        Box::new(problem.hint(hint))
    };
    let (real, root) = (whole.canonicalize().map_err(missing)?, library.canonicalize().map_err(missing)?);
    if !real.starts_with(&root) {
        let problem = failed(Code::BadSymlink, format!("`{}` leads out of the library", file.path));
        return Err(Box::new(problem.hint("put a copy of the file into the library")));
    }
    bytes(&real).map_err(missing)
}
