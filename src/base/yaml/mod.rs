//! YAML with places: values that know their place in the file, and readers that collect every mistake.
//!
//! In: a file and the byte range of its YAML. Out: typed values; diagnostics with line and column. Refuses what is not
//! YAML, duplicate keys, unknown keys and values of another type. TOML is read into the same values. This is the only module that
//! names `serde_yaml` and `toml`.

mod breaks;
mod document;
mod mistake;
mod node;
mod places;
mod quoted;
mod scalars;
mod toml_values;
mod value;

pub use document::{Document, Repeats, Syntax};
pub use node::{Fields, Node};
pub use quoted::quoted;
