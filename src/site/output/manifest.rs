//! The manifest: the list of the files that a build wrote, in the root of the site, or beside a site that must contain
//! only pages.
//!
//! It shows that a folder was written by this program. It contains file names only, no hash, time or version, so that
//! it is the same for the same pages. Whether a file changed is decided by comparing the file itself.

use std::collections::BTreeSet;
use std::io;

use serde::{Deserialize, Serialize};

use super::error::Doing;
use super::path::MANIFEST;
use super::place::Place;
use super::{OutPath, OutputError};

/// The form of the list that this release reads and writes.
const FORMAT: u32 = 1;

/// The files of one site, without the manifest itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) files: BTreeSet<OutPath>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listing<'a> {
    written_by: &'a str,
    format: u32,
    files: Vec<String>,
}

impl Manifest {
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
        let listing = Listing { written_by: "debrief", format: FORMAT, files };
        let mut bytes = serde_json::to_vec_pretty(&listing).map_err(io::Error::from).doing("write", MANIFEST)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let listing: Listing<'_> = serde_json::from_slice(bytes).map_err(|e| format!("cannot be read ({e})"))?;
        if listing.format != FORMAT {
            return Err(format!("has the format {}, and this release knows {FORMAT}", listing.format));
        }
        let files = listing.files.iter().map(|f| OutPath::new(f)).collect::<Result<_, _>>();
        Ok(Self { files: files.map_err(|e| format!("cannot be believed ({e})"))? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let files = ["b.html", "a/é 'x'/index.html"].map(|f| OutPath::new(f).unwrap());
        let manifest = Manifest { files: files.into() };
        assert_eq!(Manifest::parse(&manifest.to_bytes().unwrap()).unwrap(), manifest);
    }

    #[test]
    fn the_bytes_are_fixed() {
        let manifest = Manifest { files: [OutPath::new("a/b").unwrap()].into() };
        let text = String::from_utf8(manifest.to_bytes().unwrap()).unwrap();
        assert_eq!(text, "{\n  \"written_by\": \"debrief\",\n  \"format\": 1,\n  \"files\": [\n    \"a/b\"\n  ]\n}\n");
    }

    #[test]
    fn a_list_that_was_tampered_with_is_not_believed() {
        for (text, why) in [
            ("", "cannot be read"),
            (r#"{"written_by":"debrief","format":1}"#, "cannot be read"),
            (r#"{"written_by":"debrief","format":2,"files":[]}"#, "has the format 2"),
            (r#"{"written_by":"debrief","format":1,"files":["../../etc/passwd"]}"#, "cannot be believed"),
        ] {
            let error = Manifest::parse(text.as_bytes()).unwrap_err();
            assert!(error.starts_with(why), "{error}");
        }
    }
}
