//! The format of a search file: a script with one call, whose argument is the compressed content as base64.
//!
//! A page opened from `file://` can load only scripts, and a strict CSP allows files of the site only; a script works
//! for both. The content is compressed because many simple hosts do not compress. Files are named by their content, so
//! an unchanged file keeps its address and stays in caches.

use std::io::Read as _;

use data_encoding::{BASE64, HEXLOWER};
use flate2::read::ZlibDecoder;
use sha2::{Digest, Sha256};
use zlib_rs::{DeflateConfig, compress_bound, compress_slice};

/// The bytes of the content's digest that are used for a name.
pub(crate) const NAME: usize = 6;

/// The largest unpacked size; no file of ours is larger.
const LARGEST: u64 = 1 << 28;

/// The name of a content: twelve letters of its digest.
#[must_use]
pub fn name(content: &[u8]) -> String {
    HEXLOWER.encode(Sha256::digest(content).get(..NAME).unwrap_or_default())
}

/// Of the levels up to 9, the one that makes files of the search the smallest.
const LEVEL: i32 = 8;

/// The path of a file, relative to the root of the site. Names are digests, never titles: they are safe on every file
/// system and reveal nothing.
pub(crate) fn path(file: &str) -> String {
    format!("search/{file}.js")
}

/// The script for a content with a name such as `t/0123456789ab`.
#[must_use]
pub fn pack(file: &str, content: &[u8]) -> Vec<u8> {
    let mut room = vec![0; compress_bound(content.len())];
    // With this much room it cannot fail.
    let (packed, _) = compress_slice(&mut room, content, DeflateConfig::new(LEVEL));
    let mut out = String::with_capacity(packed.len() * 4 / 3 + 64);
    out.extend([BEFORE, file, BETWEEN]);
    BASE64.encode_append(packed, &mut out);
    out.push_str(AFTER);
    out.into_bytes()
}

const BEFORE: &str = "debriefSearch.file(\"";
const BETWEEN: &str = "\",\"";
const AFTER: &str = "\");\n";

/// The name and the content of a file of the search; `None` for any other bytes.
pub(crate) fn unpack(script: &[u8]) -> Option<(String, Vec<u8>)> {
    let (file, content) = open(script)?;
    let named = file == super::MANIFEST
        || matches!(file.as_bytes(), [folder, b'/', rest @ ..] if folder.is_ascii_lowercase() && rest == name(&content).as_bytes());
    named.then_some((file, content))
}

/// The name and the content of a script made by [`pack`]; `None` for any other bytes.
#[must_use]
pub fn open(script: &[u8]) -> Option<(String, Vec<u8>)> {
    let script = std::str::from_utf8(script).ok()?;
    let (file, packed) = script.strip_prefix(BEFORE)?.strip_suffix(AFTER)?.split_once(BETWEEN)?;
    let packed = BASE64.decode(packed.as_bytes()).ok()?;
    let mut decoder = ZlibDecoder::new(packed.as_slice());
    let mut content = Vec::new();
    decoder.by_ref().take(LARGEST).read_to_end(&mut content).ok()?;
    // There must be no bytes after the content.
    let whole = decoder.total_in() == packed.len() as u64;
    whole.then(|| (file.to_owned(), content))
}

#[cfg(test)]
mod tests {
    use super::{name, pack, path, unpack};

    #[test]
    fn a_content_comes_back_under_its_name_and_no_other() {
        let content = "pool timeout ".repeat(90).into_bytes();
        let file = format!("t/{}", name(&content));
        let script = pack(&file, &content);
        assert!(script.starts_with(b"debriefSearch.file(\"t/") && script.ends_with(b"\");\n"));
        assert_eq!(unpack(&script), Some((file.clone(), content.clone())));
        assert_eq!(path(&file), format!("search/{file}.js"));
        assert_eq!(unpack(&pack("t/000000000000", &content)), None);
        let more = String::from_utf8(script).unwrap();
        assert_eq!(unpack(more.replace("\");", "\");alert(1);").as_bytes()), None);
        assert_eq!(unpack(&[]), None);
        assert_eq!(unpack("debriefSearch.file(\"t/0\",\"????\");\n".as_bytes()), None);
    }

    #[test]
    fn nothing_rides_along_after_the_content() {
        use data_encoding::BASE64;
        let script = String::from_utf8(pack("manifest", b"{}")).unwrap();
        let packed = script.split('"').nth(3).unwrap();
        let mut bytes = BASE64.decode(packed.as_bytes()).unwrap();
        bytes.extend_from_slice(b"kestrel");
        let longer = script.replace(packed, &BASE64.encode(&bytes));
        assert!(unpack(script.as_bytes()).is_some());
        assert_eq!(unpack(longer.as_bytes()), None);
    }
}
