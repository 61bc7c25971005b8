//! Which library a command reads. Doc comments are the help texts, which know no Markdown.
#![expect(clippy::doc_markdown, reason = "doc comments are printed as they are")]

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

/// Which library, and how it is read; the same for every command that reads one.
#[derive(Debug, Clone, Args)]
pub struct LibraryArgs {
    /// The library, or a file or folder in it [default: that of the working folder, found by walking up to a debrief.yaml]
    pub library: Option<PathBuf>,
    /// The same
    #[arg(id = "in-library", long = "library", value_name = "DIR", conflicts_with = "library")]
    pub in_library: Option<PathBuf>,
    /// How the library is read.
    #[command(flatten)]
    pub read: ReadArgs,
}

/// How a library is read.
#[derive(Debug, Clone, Default, Args)]
pub struct ReadArgs {
    /// The day to take for today, as 2026-03-02 [default: SOURCE_DATE_EPOCH, else today]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// Where the site will stand; feeds need it for whole addresses
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<String>,
    /// Report broken links as warnings
    #[arg(long)]
    pub allow_broken_links: bool,
}

/// Reads an address to put sites under; it ends with a slash.
fn base_url(text: &str) -> Result<String, String> {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return Err("an address begins with https:// or http://".to_owned());
    }
    Ok(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}
