//! Builds and writes a site, independent of its content.
//!
//! In: a folder with settings, files and a theme. Out: pages rendered by templates, search, feeds, and a folder that is swapped in whole.
//! Each module has one task; none of them knows what a review is.

pub mod config;
mod endings;
pub mod feed;
mod file_kind;
pub mod history;
pub mod output;
pub mod picture;
pub mod source;
pub mod theme;

pub use file_kind::FileKind;
