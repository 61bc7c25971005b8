//! The kinds of file that a public site may contain.

use crate::picture::Format;

/// A kind of file, by the extension of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A page.
    Html,
    /// A style sheet.
    Css,
    /// A script.
    Js,
    /// Data, or a web app manifest.
    Json,
    /// A feed or a sitemap.
    Xml,
    /// Plain text.
    Txt,
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpg,
    /// WebP.
    Webp,
    /// A font.
    Woff2,
    /// Any other kind, which may not be published.
    Other,
}

impl FileKind {
    /// The kind by the extension; an extension in capitals is another one.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or_default();
        match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("html") => Self::Html,
            Some("css") => Self::Css,
            Some("js") => Self::Js,
            Some("json" | "webmanifest") => Self::Json,
            Some("xml") => Self::Xml,
            Some("txt") => Self::Txt,
            Some("png") => Self::Png,
            Some("jpg") => Self::Jpg,
            Some("webp") => Self::Webp,
            Some("woff2") => Self::Woff2,
            _ => Self::Other,
        }
    }

    /// Whether it is a text format.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Self::Html | Self::Css | Self::Js | Self::Json | Self::Xml | Self::Txt)
    }

    /// Whether it is a picture.
    #[must_use]
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpg | Self::Webp)
    }

    /// Whether a file with these bytes is of this kind; false for [`FileKind::Other`].
    #[must_use]
    pub fn begins(self, bytes: &[u8]) -> bool {
        match self {
            Self::Png => Format::of(bytes) == Ok(Format::Png),
            Self::Jpg => Format::of(bytes) == Ok(Format::Jpeg),
            Self::Webp => Format::of(bytes) == Ok(Format::WebP),
            Self::Woff2 => bytes.starts_with(b"wOF2"),
            Self::Other => false,
            _ => !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok(),
        }
    }
}
