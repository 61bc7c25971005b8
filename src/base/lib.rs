//! What all other crates use: texts, dates, links, YAML with places, and diagnostics.
//!
//! Nothing in here knows what a review or a site is, and nothing reads a file. Only [`clock`] asks the machine for the
//! time.

mod cities;
pub mod clock;
pub mod diagnostics;
pub mod links;
pub mod phases;
pub mod text;
pub mod yaml;
pub mod zone_name;
pub mod zones;
