//! YAML with places: values that know where in their file they stand, and readers that collect every mistake.
//!
//! In: a file and the byte range of its YAML. Out: typed values; diagnostics with line and column. Refuses what is not
//! YAML, duplicate keys, unknown keys and values of another type. This is the only module that names `serde_yaml`.

mod document;
mod node;
mod places;
mod scalars;
mod value;

pub use document::Document;
pub use node::{Fields, Node};
