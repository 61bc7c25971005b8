//! The arguments of `debrief search` and `debrief similar`. Doc comments are the help texts, which are not rendered as
//! Markdown.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// `debrief search`.
#[derive(Debug, Clone, Args)]
pub struct SearchArgs {
    /// Words, "phrases", and filters such as severity:sev1 -kind:drill after:2026-01
    #[arg(required = true, value_name = "QUERY")]
    pub query: Vec<String>,
    /// Where, how many, how.
    #[command(flatten)]
    pub find: FindArgs,
}

/// `debrief similar`.
#[derive(Debug, Clone, Args)]
pub struct SimilarArgs {
    /// A file with an alert, a log or a stack trace; - for standard input [default: -]
    pub file: Option<PathBuf>,
    /// Where, how many, how.
    #[command(flatten)]
    pub find: FindArgs,
}

/// Where to look and how to print; the same for both.
#[derive(Debug, Clone, Args)]
pub struct FindArgs {
    /// The library [default: that of the working folder, found by walking up to a debrief.yaml]
    #[arg(long, value_name = "DIR")]
    pub library: Option<PathBuf>,
    /// A built site to look in, instead of a library
    #[arg(long, value_name = "DIR", conflicts_with = "library")]
    pub site: Option<PathBuf>,
    /// How many results
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    /// How to print
    #[arg(long, value_enum, default_value_t = FindFormat::Human)]
    pub format: FindFormat,
}

impl FindArgs {
    /// How many results.
    #[must_use]
    pub fn limit(&self) -> usize {
        self.limit as usize
    }
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FindFormat {
    /// For a terminal
    Human,
    /// For programs
    Json,
}
