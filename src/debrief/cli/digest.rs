//! The arguments of `debrief digest`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::library::LibraryArgs;
use internal::{DigestFormat, Week};

/// `debrief digest`.
#[derive(Debug, Clone, Args)]
pub struct DigestArgs {
    /// Which library.
    #[command(flatten)]
    pub library: LibraryArgs,
    /// The week, as 2026-W47 [default: the current one]
    #[arg(long, value_name = "WEEK")]
    pub week: Option<Week>,
    /// What to write; nothing is sent [default: what the ending of the file says, else text]
    #[arg(long, value_parser = formats())]
    pub format: Option<DigestFormat>,
    /// The file to write to [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Show drafts too
    #[arg(long)]
    pub drafts: bool,
}

fn formats() -> impl TypedValueParser<Value = DigestFormat> {
    let named = DigestFormat::ALL.map(|(name, _, what)| PossibleValue::new(name).help(what));
    PossibleValuesParser::new(named).try_map(|name| {
        let found = DigestFormat::ALL.into_iter().find(|(known, ..)| *known == name);
        found.map(|(_, format, _)| format).ok_or("a digest has no such format")
    })
}
