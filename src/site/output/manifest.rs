//! The manifest: the list of the files that a build wrote, in the root of the site, or beside a site that must contain
//! only pages.
//!
//! It shows that a folder was written by this program. It contains file names only, no hash, time or version, so that
//! it is the same for the same pages. Whether a file changed is decided by comparing the file itself.
//!
//! Of files that are named by their content only the folders are listed: their names change with every edit, and would be most
//! of the list.

use std::collections::BTreeSet;
use std::io;

use serde::{Deserialize, Serialize};

use super::error::Doing;
use super::path::MANIFEST;
use super::place::Place;
use super::{OutPath, OutputError};

/// The form of the list that this release writes. It also reads 1, which lists every file.
const FORMAT: u32 = 2;

/// The files of one site, without the manifest itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// Files that are not named by their content.
    pub(super) files: BTreeSet<OutPath>,
    /// The folders of the others.
    by_content: BTreeSet<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listing<'a> {
    written_by: &'a str,
    format: u32,
    files: Vec<String>,
    #[serde(default)]
    named_by_content: BTreeSet<String>,
}

impl Manifest {
    /// The manifest of files.
    pub(super) fn of(files: impl IntoIterator<Item = OutPath>) -> Self {
        let (by_content, files): (BTreeSet<_>, BTreeSet<_>) = files.into_iter().partition(OutPath::is_named_by_content);
        let by_content = by_content.iter().filter_map(|path| path.folder().map(str::to_owned)).collect();
        Self { files, by_content }
    }

    /// The files of both.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self { files: &self.files | &other.files, by_content: &self.by_content | &other.by_content }
    }

    /// Whether it is the list of a site that has, or may have, this file.
    pub(super) fn has(&self, path: &OutPath) -> bool {
        self.files.contains(path)
            || path.is_named_by_content() && path.folder().is_some_and(|folder| self.by_content.contains(folder))
    }

    /// Every folder of its files.
    pub(super) fn folders(&self) -> impl Iterator<Item = &str> {
        let above = |folder| super::path::folders(folder).chain([folder]);
        let of_content = self.by_content.iter().map(String::as_str).flat_map(above);
        self.files.iter().flat_map(OutPath::folders).chain(of_content)
    }

    /// The manifest of a site; `None` if there is none.
    #[expect(clippy::disallowed_methods, reason = "output reads back what it wrote")]
    pub(super) fn read(place: &Place) -> Result<Option<Self>, OutputError> {
        let path = &place.list;
        match std::fs::read(path) {
            Ok(bytes) => Self::parse(&bytes).map(Some).map_err(|why| OutputError::Manifest {
                target: place.asked.clone(),
                why: format!("its list `{}` {why}", path.file_name().unwrap_or_default().to_string_lossy()),
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).doing("read", path),
        }
    }

    /// The bytes of the manifest: one file on each line, sorted.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, OutputError> {
        let files = self.files.iter().map(ToString::to_string).collect();
        let named_by_content = self.by_content.clone();
        let listing = Listing { written_by: "debrief", format: FORMAT, files, named_by_content };
        let mut bytes = serde_json::to_vec_pretty(&listing).map_err(io::Error::from).doing("write", MANIFEST)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let listing: Listing<'_> = serde_json::from_slice(bytes).map_err(|e| format!("cannot be read ({e})"))?;
        if !(1..=FORMAT).contains(&listing.format) {
            return Err(format!("has the format {}, and this release knows {FORMAT}", listing.format));
        }
        let path = |text: &String| OutPath::new(text).map_err(|e| format!("cannot be believed ({e})"));
        let files = listing.files.iter().map(path).collect::<Result<Vec<_>, _>>()?;
        // A folder is a path like that of a file.
        listing.named_by_content.iter().map(path).collect::<Result<Vec<_>, _>>()?;
        let listed = Self { files: BTreeSet::new(), by_content: listing.named_by_content };
        Ok(Self::of(files).and(&listed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let files = ["b.html", "a/é 'x'/index.html"].map(|f| OutPath::new(f).unwrap());
        let manifest = Manifest::of(files);
        assert_eq!(Manifest::parse(&manifest.to_bytes().unwrap()).unwrap(), manifest);
    }

    #[test]
    fn the_bytes_are_fixed() {
        let manifest = Manifest::of([OutPath::new("a/b").unwrap()]);
        let text = String::from_utf8(manifest.to_bytes().unwrap()).unwrap();
        assert_eq!(
            text,
            "{\n  \"written_by\": \"debrief\",\n  \"format\": 2,\n  \"files\": [\n    \"a/b\"\n  ],\n  \"named_by_content\": []\n}\n"
        );
    }

    #[test]
    fn a_file_that_is_named_by_its_content_changes_no_list() {
        let of = |name: &str| Manifest::of(["a.html", name].map(|path| OutPath::new(path).unwrap()));
        let (before, after) = (of("search/x/0123456789ab.js"), of("search/x/ba9876543210.js"));
        assert_eq!(before.to_bytes().unwrap(), after.to_bytes().unwrap());
        let has = |path: &str| after.has(&OutPath::new(path).unwrap());
        assert!(has("a.html") && has("search/x/0123456789ab.js"));
        assert!(!has("search/x/0123456789ab.html") && !has("search/x/mine.js") && !has("search/0123456789ab.js"));
        assert_eq!(after.folders().collect::<Vec<_>>(), ["search", "search/x"]);
        assert_eq!(Manifest::parse(&after.to_bytes().unwrap()).unwrap(), after);
    }

    #[test]
    fn a_list_of_an_earlier_release_is_read() {
        let text = r#"{"written_by":"debrief","format":1,"files":["a.html","search/x/0123456789ab.js"]}"#;
        let read = Manifest::parse(text.as_bytes()).unwrap();
        assert_eq!(read, Manifest::of(["a.html", "search/x/0123456789ab.js"].map(|path| OutPath::new(path).unwrap())));
    }

    #[test]
    fn a_list_that_was_tampered_with_is_not_believed() {
        for (text, why) in [
            ("", "cannot be read"),
            (r#"{"written_by":"debrief","format":1}"#, "cannot be read"),
            (r#"{"written_by":"debrief","format":3,"files":[]}"#, "has the format 3"),
            (r#"{"written_by":"debrief","format":2,"files":[],"named_by_content":["../up"]}"#, "cannot be believed"),
            (r#"{"written_by":"debrief","format":1,"files":["../../etc/passwd"]}"#, "cannot be believed"),
        ] {
            let error = Manifest::parse(text.as_bytes()).unwrap_err();
            assert!(error.starts_with(why), "{error}");
        }
    }
}
