//! What a file is, by its first bytes; its name says nothing.

use super::Refused;

/// A format that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Portable Network Graphics.
    Png,
    /// JPEG in a JFIF file.
    Jpeg,
    /// WebP, without loss.
    WebP,
}

impl Format {
    /// The extension of its files, without a dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::WebP => "webp",
        }
    }

    /// The format of a file.
    ///
    /// # Errors
    /// When it is none of the three; the name of what it is instead, where that is plain to see.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, Refused> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Ok(Self::Png)
        } else if bytes.starts_with(b"\xff\xd8\xff") {
            Ok(Self::Jpeg)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Ok(Self::WebP)
        } else {
            Err(Refused::Format(name(bytes)))
        }
    }
}

/// What people call the other formats that they try.
fn name(bytes: &[u8]) -> &'static str {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(512)).unwrap_or_default()).to_lowercase();
    if bytes.is_empty() {
        "an empty file"
    } else if bytes.starts_with(b"GIF8") {
        "a GIF"
    } else if bytes.starts_with(b"%PDF") {
        "a PDF"
    } else if bytes.starts_with(b"BM") {
        "a bitmap"
    } else if bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*") {
        "a TIFF"
    } else if bytes.get(4..8) == Some(b"ftyp") {
        "a film, or a photograph in HEIC or AVIF"
    } else if bytes.starts_with(b"\x1a\x45\xdf\xa3") {
        "a film"
    } else if start.contains("<svg") {
        "an SVG drawing"
    } else {
        "an unknown kind of file"
    }
}
