//! A file that the settings of a theme name, read from the library.
//!
//! Refuses what lies outside of the library, also by way of a link.

use std::io::ErrorKind;
use std::path::Path;

use crate::config::Named;
use crate::source::bytes;
use base::diagnostics::{Code, Diagnostic};
use base::links::is_elsewhere;

pub(super) fn read(file: &Named, library: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let failed = |code, message| Diagnostic::new(code, message).at(file.place.clone());
    let whole = library.join(&file.path);
    let missing = |error: std::io::Error| {
        let is_elsewhere = is_elsewhere(&file.path);
        let message = match error.kind() {
            ErrorKind::NotFound if is_elsewhere => format!("`{}` is an address, and no file of the library", file.path),
            ErrorKind::NotFound => format!("there is no file `{}` in the library", file.path),
            _ => format!("`{}` cannot be read: {error}", file.path),
        };
        // The kind of a file is all that is refused as input.
        let hint = match error.kind() {
            ErrorKind::InvalidInput => "name a file, or copy its content into one",
            _ if is_elsewhere => "put a copy of the file into the library, and write the way to it",
            _ => "write the way to it from the folder of `debrief.yaml`",
        };
        Box::new(failed(Code::UnreadableFile, message).hint(hint))
    };
    let (real, root) = (whole.canonicalize().map_err(missing)?, library.canonicalize().map_err(missing)?);
    if !real.starts_with(&root) {
        let problem = failed(Code::BadSymlink, format!("`{}` leads out of the library", file.path));
        return Err(Box::new(problem.hint("put a copy of the file into the library")));
    }
    bytes(&real).map_err(missing)
}
