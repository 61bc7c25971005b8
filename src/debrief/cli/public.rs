//! The arguments of `debrief redact` and `debrief approve`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

/// `debrief redact`.
#[derive(Debug, Clone, Args)]
pub struct RedactArgs {
    /// The review, by id or file
    pub review: String,
    /// The library [default: that of the working folder, found by walking up to a debrief.yaml]
    #[arg(long, value_name = "DIR")]
    pub library: Option<PathBuf>,
    /// Write the marks that are proposed into the review
    #[arg(long)]
    pub apply: bool,
    /// A table of incidents (CSV), such as a status page's export: says which rows it can be joined with
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    /// Write a page that shows both sides by side
    #[arg(long, value_name = "FILE")]
    pub page: Option<PathBuf>,
    /// The day to take for today, as 2026-03-02
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
}

/// `debrief approve`.
#[derive(Debug, Clone, Args)]
pub struct ApproveArgs {
    /// The review, by id or file
    pub review: String,
    /// Who approves; one of the approvers of redaction.yaml
    #[arg(long, value_name = "NAME")]
    pub by: String,
    /// The library [default: that of the working folder, found by walking up to a debrief.yaml]
    #[arg(long, value_name = "DIR")]
    pub library: Option<PathBuf>,
    /// Do not ask
    #[arg(long)]
    pub yes: bool,
    /// The day of the approval, as 2026-03-02 [default: today]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
}
