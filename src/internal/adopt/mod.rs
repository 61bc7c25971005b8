//! Settings and front matter for a folder whose reviews were written for another tool.
//!
//! In: the files of the folder. Out: the text of a `debrief.yaml`, and files with the facts from their texts added as front
//! matter. Refuses, for each file, any addition after which it would be read differently.

mod facts;
mod front_matter;
mod settings;

pub use front_matter::with_front_matter;
pub use settings::settings;
