//! Detects a picture format by the first bytes of a file, not by its name.

use super::Refused;

/// A supported format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Portable Network Graphics.
    Png,
    /// JPEG in a JFIF file.
    Jpeg,
    /// Lossless WebP.
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
    /// If it is none of the three; with the name of the actual format, if it is recognised.
    pub(crate) fn of(bytes: &[u8]) -> Result<Self, Refused> {
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

/// The name of another format.
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
