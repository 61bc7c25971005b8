//! Pictures for publication: decoded, rotated by their EXIF orientation, and encoded again with only their pixels.
//!
//! In: the bytes of a file, of whatever origin. Out: PNG, JPEG or WebP of one frame that carries no word of where, when and
//! with what it was made, the same bytes for the same input. Refused, with the reason: every other format, moving pictures,
//! what is too large, and what is broken. What is written is read again by a walker of our own ([`holds_only_pixels`]), which knows the
//! few parts that a picture needs and finds everything else suspicious. No program reads text in pixels: a person must look.

mod format;
mod only_pixels;
mod reencode;
mod refused;
#[cfg(test)]
mod tests;

pub use format::Format;
pub use only_pixels::holds_only_pixels;
pub use reencode::{Reencoded, reencode};
pub use refused::Refused;
