//! Pictures for publication: decoded, rotated by their EXIF orientation, and encoded again with only their pixels.
//!
//! In: the bytes of any file. Out: PNG, JPEG or WebP of one frame without metadata, the same bytes for the same input.
//! Refused, with the reason: every other format, animations, pictures that are too large, and broken ones. The result
//! is checked by [`is_bare`], which accepts only the few parts that a picture needs. Text in pixels is not detected: a
//! person must look.

mod bare;
mod format;
mod reencode;
mod refused;
#[cfg(test)]
mod tests;

pub use bare::is_bare;
pub use format::Format;
pub use reencode::{Reencoded, reencode};
pub use refused::Refused;
