//! What can be typed behind `debrief digest`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::args::LibraryArgs;
use internal::Week;

/// `debrief digest`.
#[derive(Debug, Clone, Args)]
pub struct DigestArgs {
    /// Which library.
    #[command(flatten)]
    pub library: LibraryArgs,
    /// The week, as 2026-W47 [default: the current one]
    #[arg(long, value_name = "WEEK")]
    pub week: Option<Week>,
    /// What to write; nothing is sent
    #[arg(long, value_enum, default_value_t = DigestKind::Text)]
    pub format: DigestKind,
    /// The file to write to [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Show drafts too
    #[arg(long)]
    pub drafts: bool,
}

/// What `digest` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DigestKind {
    /// The page of the site
    Html,
    /// An e-mail, text and HTML, to be opened and sent
    Eml,
    /// Plain text
    Text,
    /// Markdown
    Md,
    /// A message of blocks for Slack
    Slack,
    /// The meeting, for a calendar
    Ics,
}
