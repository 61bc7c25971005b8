//! Why a picture is not published.

/// Why a picture was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not one of the three formats.
    #[error("{0} is not taken: only PNG, JPEG and WebP are")]
    Format(&'static str),
    /// More than one frame.
    #[error("the picture moves: only one frame is taken")]
    Moving,
    /// Too many bytes.
    #[error("the file is larger than 30 MB")]
    Bytes,
    /// Too many pixels.
    #[error("the picture has more than 50 million pixels")]
    Pixels,
    /// It cannot be decoded to its end.
    #[error("the picture is broken or cut off")]
    Broken,
    /// The encoded file contains something unexpected.
    #[error("the picture could not be written without further data in it")]
    NotBare,
}

impl Refused {
    /// What to do about it.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::Format(_) => "save it as PNG, JPEG or WebP",
            Self::Moving => "save one frame of it as PNG or JPEG",
            Self::Bytes | Self::Pixels => "save a smaller copy; 2,000 pixels are plenty for a page",
            Self::Broken => "open it in a picture editor and save it again",
            Self::NotBare => "save it as PNG; if that is refused too, report it",
        }
    }
}
