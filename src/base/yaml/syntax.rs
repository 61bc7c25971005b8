//! The two languages of front matter.

/// The language that a document is written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Syntax {
    /// YAML.
    #[default]
    Yaml,
    /// TOML.
    Toml,
}
