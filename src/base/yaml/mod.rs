//! YAML with places: values that know their place in the file, and readers that collect every mistake.
//!
//! In: a file and the byte range of its YAML. Out: typed values; diagnostics with line and column. Refuses what is not
//! YAML, duplicate keys, unknown keys and values of another type. TOML is read into the same values. This is the only module that
//! names `serde_yaml` and `toml`.

mod breaks;
mod document;
mod lists;
mod mistake;
mod node;
mod places;
mod quoted;
mod required;
mod scalars;
mod syntax;
mod toml_values;
mod value;
mod yaml_places;

pub use document::{Document, Repeats};
pub use node::{Fields, Node};
pub use quoted::quoted;
pub use syntax::Syntax;
