//! What a folder that was written for something else says of itself, as settings and front matter of ours.
//!
//! In: its files. Out: the text of a `debrief.yaml`, and files with what was read from their texts in front matter. Refuses, for a file, every
//! addition after which it would be understood otherwise than before.

mod facts;
mod front_matter;
mod settings;

pub use front_matter::with_front_matter;
pub use settings::settings;
