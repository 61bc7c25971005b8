//! A file that the settings of a theme name, read from the library.
//!
//! Refuses what lies outside of the library, also by way of a link.

use std::io::ErrorKind;
use std::path::Path;

use walkdir::WalkDir;

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
        let problem = failed(Code::UnreadableFile, message).hint(hint);
        let near =
            Some(error.kind()).filter(|kind| *kind == ErrorKind::NotFound).and_then(|_| near(library, &file.path));
        Box::new(match near {
            Some(near) => problem.hint(format!("did you mean `{near}`?")),
            None => problem,
        })
    };
    let (real, root) = (whole.canonicalize().map_err(missing)?, library.canonicalize().map_err(missing)?);
    if !real.starts_with(&root) {
        let problem = failed(Code::BadSymlink, format!("`{}` leads out of the library", file.path));
        return Err(Box::new(problem.hint("put a copy of the file into the library")));
    }
    bytes(&real).map_err(missing)
}

/// The file whose path comes nearest to one that is not there: each part of it is compared with what its folder holds.
fn near(library: &Path, path: &str) -> Option<String> {
    let mut found = String::new();
    for part in path.split('/').filter(|part| !matches!(*part, "" | ".")) {
        let entries = WalkDir::new(library.join(&found)).min_depth(1).max_depth(1).sort_by_file_name();
        let names = entries.into_iter().filter_map(|entry| entry.ok()?.file_name().to_str().map(str::to_owned));
        let names: Vec<_> = names.filter(|name| !name.starts_with('.')).collect();
        let name = base::text::nearest(part, names.iter().map(String::as_str))?;
        found = if found.is_empty() { name.to_owned() } else { format!("{found}/{name}") };
    }
    library.join(&found).is_file().then_some(found)
}
