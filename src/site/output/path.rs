//! The path of one file of a site, validated when it is created.
//!
//! In: any text. Out: a relative path that means the same file on Linux, macOS and Windows. Refused: paths that could
//! leave the folder, names that some system cannot store, and the name of the manifest.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

/// The file with the list of our files; no [`OutPath`] can name it.
pub(super) const MANIFEST: &str = ".debrief-manifest.json";

/// The longest component that common file systems store, in bytes.
const LONGEST: usize = 255;

/// The longest device name of Windows, `conout$`, in bytes.
const LONGEST_DEVICE: usize = 7;

/// A path below the root of a site: `/` between components, nothing before the first or after the last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(Arc<str>);

/// Why a text is not an [`OutPath`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadPath {
    /// An empty text, or a leading, trailing or double slash.
    #[error("`{0}` has an empty part")]
    EmptyPart(String),
    /// `.` or `..`.
    #[error("`{0}` has a part that is `.` or `..`")]
    Dots(String),
    /// A control character, a backslash, or one of `< > : " | ? *`, which Windows does not store.
    #[error("`{path}` holds the character {character:?}, which not every system can store in a name")]
    Character {
        /// The path.
        path: String,
        /// The first such character.
        character: char,
    },
    /// A final dot or space, which Windows drops.
    #[error("`{0}` has a part that ends in a dot or a space, which Windows drops")]
    Ending(String),
    /// A device name of Windows, with or without an extension.
    #[error("`{path}` has the part `{part}`, which is a device on Windows")]
    Device {
        /// The path.
        path: String,
        /// The part.
        part: String,
    },
    /// A component of more than 255 bytes.
    #[error("`{0}` has a part of more than {LONGEST} bytes")]
    Long(String),
    /// The name of the manifest, which only this module writes.
    #[error("`{0}` is the name of debrief's own list of files")]
    Reserved(String),
}

impl OutPath {
    /// Validates a path.
    ///
    /// # Errors
    /// The first reason why it is invalid.
    pub fn new(text: &str) -> Result<Self, BadPath> {
        for part in text.split('/') {
            check(text, part)?;
        }
        let reserved = if text.is_ascii() { text.eq_ignore_ascii_case(MANIFEST) } else { clash_key(text) == MANIFEST };
        if reserved {
            return Err(BadPath::Reserved(text.to_owned()));
        }
        Ok(Self(text.into()))
    }

    /// The path as it is written in a link.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Two paths with the same key are the same file on a disk that ignores case or Unicode forms (macOS, Windows).
    #[must_use]
    pub fn clash_key(&self) -> String {
        clash_key(&self.0)
    }

    /// The folders that contain the file, outermost first: `a`, `a/b` for `a/b/c`.
    pub(super) fn folders(&self) -> impl DoubleEndedIterator<Item = &str> {
        folders(&self.0)
    }

    /// The folder that contains the file; `None` for a file at the root.
    pub(super) fn folder(&self) -> Option<&str> {
        self.0.rsplit_once('/').map(|(folder, _)| folder)
    }

    /// Whether it is a script in a folder, with a name of the form that is made from the content: twelve hexadecimal digits.
    pub(super) fn is_named_by_content(&self) -> bool {
        let name = self.0.rsplit_once('/').and_then(|(_, name)| name.strip_suffix(".js"));
        name.is_some_and(|name| name.len() == 12 && name.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')))
    }

    /// The path below a root on this machine.
    pub(super) fn under(&self, root: &Path) -> PathBuf {
        root.join(&*self.0)
    }
}

/// The folders that contain a file or folder, outermost first.
pub(super) fn folders(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| path.split_at(at).0)
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The key of [`OutPath::clash_key`] for a part of a path.
pub(super) fn clash_key(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfc().flat_map(fold).nfc().collect()
}

/// Simple case folding: through upper case if that is one letter, so that `ς` equals `σ`, but `ß` does not equal `ss`.
fn fold(c: char) -> impl Iterator<Item = char> {
    let mut upper = c.to_uppercase();
    let single = (upper.len() == 1).then(|| upper.next()).flatten();
    single.unwrap_or(c).to_lowercase()
}

fn check(path: &str, part: &str) -> Result<(), BadPath> {
    let whole = || path.to_owned();
    if part.is_empty() {
        return Err(BadPath::EmptyPart(whole()));
    }
    if part == "." || part == ".." {
        return Err(BadPath::Dots(whole()));
    }
    if let Some(character) = part.chars().find(|c| c.is_control() || r#"\<>:"|?*"#.contains(*c)) {
        return Err(BadPath::Character { path: whole(), character });
    }
    if part.ends_with(['.', ' ']) {
        return Err(BadPath::Ending(whole()));
    }
    if is_device(part) {
        return Err(BadPath::Device { path: whole(), part: part.to_owned() });
    }
    if part.len() > LONGEST {
        return Err(BadPath::Long(whole()));
    }
    Ok(())
}

/// Source: Microsoft, "Naming Files, Paths, and Namespaces": an extension does not make a device name safe.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end();
    if stem.len() > LONGEST_DEVICE {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    if ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(&stem.as_str()) {
        return true;
    }
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    numbered.is_some_and(|n| {
        let mut digits = n.chars();
        matches!((digits.next(), digits.next()), (Some('1'..='9' | '¹' | '²' | '³'), None))
    })
}

#[cfg(test)]
mod tests {
    use super::{BadPath, OutPath};

    fn refused(text: &str) -> BadPath {
        OutPath::new(text).unwrap_err()
    }

    #[test]
    fn ordinary_paths_pass() {
        for text in [
            "index.html",
            "reviews/2026-03-cache/index.html",
            "tags/データ損失/index.html",
            "a b/.nojekyll",
            "com10",
            "console",
        ] {
            assert_eq!(OutPath::new(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn nothing_leaves_the_folder() {
        for text in ["", "/etc/passwd", "a/", "a//b"] {
            assert_eq!(refused(text), BadPath::EmptyPart(text.to_owned()));
        }
        for text in ["..", "../x", "a/../b", "a/./b", "."] {
            assert_eq!(refused(text), BadPath::Dots(text.to_owned()));
        }
    }

    #[test]
    fn what_some_system_cannot_store_is_refused_everywhere() {
        for (text, character) in
            [("a\\b", '\\'), ("a\0b", '\0'), ("a\nb", '\n'), ("c:x", ':'), ("a?b", '?'), ("\u{85}", '\u{85}')]
        {
            assert_eq!(refused(text), BadPath::Character { path: text.to_owned(), character });
        }
        for text in ["con", "NUL.html", "a/Aux/b", "com1", "lpt².txt", "con .x"] {
            assert!(matches!(refused(text), BadPath::Device { .. }), "{text}");
        }
        for text in ["a./b", "a "] {
            assert!(matches!(refused(text), BadPath::Ending(_)), "{text}");
        }
        assert!(OutPath::new(&"é".repeat(127)).is_ok());
        assert!(matches!(refused(&"é".repeat(128)), BadPath::Long(_)));
    }

    #[test]
    fn the_manifest_is_not_for_callers() {
        assert!(matches!(refused(".Debrief-manifest.json"), BadPath::Reserved(_)));
        assert!(OutPath::new("x/.debrief-manifest.json").is_ok());
    }

    #[test]
    fn paths_that_are_one_file_somewhere_share_a_key() {
        let key = |text| OutPath::new(text).unwrap().clash_key();
        assert_eq!(key("Tags/A"), key("tags/a"));
        assert_eq!(key("caf\u{e9}"), key("CAFE\u{301}"));
        assert_eq!(key("ΟΔΟΣ"), key("οδος"));
        assert_ne!(key("masse"), key("maße"));
        assert_ne!(key("a/b"), key("a-b"));
    }

    #[test]
    fn folders_are_named_outermost_first() {
        let path = OutPath::new("a/b/c").unwrap();
        assert_eq!(path.folders().collect::<Vec<_>>(), ["a", "a/b"]);
    }
}
