//! Reading one file.

use std::io;
use std::path::Path;

use super::SourceFile;
use base::diagnostics::{Code, Diagnostic, Place};
use base::text::shown;

/// Reads a text file of the library.
///
/// # Errors
/// `unreadable-file` if the system refuses it, `invalid-utf8` at the first byte that is not UTF-8.
pub fn read_file(root: &Path, path: &str) -> Result<SourceFile, Box<Diagnostic>> {
    read(&root.join(path), path, path)
}

/// Reads a text file that is none of the library, such as an export. It has only its last name: the path on this machine should
/// not be in what is made of it. An error names the path as it was given.
///
/// # Errors
/// As [`read_file`].
pub fn read_other_file(path: &Path) -> Result<SourceFile, Box<Diagnostic>> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    read(path, &name, &shown(path))
}

/// The file at `at` under a name; `path` is what an error calls it.
fn read(at: &Path, name: &str, path: &str) -> Result<SourceFile, Box<Diagnostic>> {
    let bytes = bytes(at).map_err(|error| {
        let hint = match error.kind() {
            io::ErrorKind::NotFound => "look at the name and at the folder that it counts from",
            io::ErrorKind::IsADirectory => "name a file in this folder",
            _ => "give the user that runs debrief the right to read it",
        };
        Diagnostic::new(Code::UnreadableFile, format!("`{path}` cannot be read: {error}"))
            .at(Place::file(path))
            .hint(hint)
    })?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(SourceFile { path: name.to_owned(), text }),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let bad = error.as_bytes().get(good).copied().unwrap_or_default();
            let text = String::from_utf8_lossy(error.as_bytes());
            let (message, hint) = match foreign_encoding(error.as_bytes()) {
                Some(Encoding::Utf16) => (
                    "the file is UTF-16 and not UTF-8".to_owned(),
                    "save the file as UTF-8, in the editor or with `iconv -f UTF-16 -t UTF-8`",
                ),
                Some(Encoding::NoText) => (
                    "the file holds no text: it has bytes that no text has".to_owned(),
                    "put a text file here, or give a picture or an archive the ending of its kind",
                ),
                None => (
                    format!("byte 0x{bad:02x} is not UTF-8"),
                    "save the file as UTF-8, in the editor or with `iconv -f LATIN1 -t UTF-8`",
                ),
            };
            Err(Box::new(
                Diagnostic::new(Code::InvalidUtf8, message)
                    .at(Place::new(path, &text, good..good + '\u{fffd}'.len_utf8()))
                    .hint(hint),
            ))
        }
    }
}

/// What bytes are that are not UTF-8, if they show it.
enum Encoding {
    Utf16,
    NoText,
}

fn foreign_encoding(bytes: &[u8]) -> Option<Encoding> {
    /// As far as a file is looked at.
    const SOME: usize = 1024;
    let first = &bytes[..bytes.len().min(SOME)];
    if first.starts_with(&[0xff, 0xfe]) || first.starts_with(&[0xfe, 0xff]) {
        return Some(Encoding::Utf16);
    }
    first.contains(&0).then_some(Encoding::NoText)
}

/// The bytes of a file of the library or of its theme.
///
/// # Errors
/// If it is a pipe, a socket or a device, which are not waited for, or if the system refuses it.
#[expect(clippy::disallowed_methods, reason = "this is the module that reads the library")]
pub(crate) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    // Reading a pipe waits for somebody to write into it, for ever.
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is a pipe, a socket or a device, and no file"));
    }
    std::fs::read(path)
}

/// Opens a file of the library and closes it again.
///
/// # Errors
/// If the system refuses it.
pub(super) fn open(path: &Path) -> io::Result<()> {
    std::fs::File::open(path).map(drop)
}

/// The names of the files in a folder of the library, sorted; empty if there is no such folder.
#[must_use]
pub fn names_in(root: &Path, folder: &str) -> Vec<String> {
    let entries = walkdir::WalkDir::new(root.join(folder)).min_depth(1).max_depth(1).sort_by_file_name();
    let files = entries.into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files.filter_map(|entry| entry.file_name().to_str().map(str::to_owned)).collect()
}
