//! The command line arguments. Doc comments are the help texts, which are not rendered as Markdown.
#![expect(clippy::doc_markdown, reason = "doc comments are printed as they are")]

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use super::digest::DigestArgs;
use super::library::{LibraryArgs, ReadArgs};
use super::public::{ApproveArgs, RedactArgs};
use super::search::{SearchArgs, SimilarArgs};
use super::terminal::Colour;

/// Turns a folder of post-incident reviews into a published learning library.
#[derive(Debug, Parser)]
#[command(name = "debrief", version, about, max_term_width = 100, arg_required_else_help = true)]
pub struct Cli {
    /// Print nothing but mistakes; with --strict warnings are mistakes too
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// When to write in colour
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Colour::Auto)]
    pub color: Colour,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the site
    Build(BuildArgs),
    /// Show the site on this machine, rebuilt as files change
    Serve(ServeArgs),
    /// Name every mistake of a library; writes nothing
    Check(CheckArgs),
    /// Show what of a review would be published, what would not, and why
    Redact(RedactArgs),
    /// Approve exactly what would be published
    Approve(ApproveArgs),
    /// Write what a week added: page, e-mail, text, chat message, calendar entry
    Digest(DigestArgs),
    /// Find reviews by words, error text, service or symptom
    Search(SearchArgs),
    /// Find the reviews that sound like a pasted failure
    Similar(SimilarArgs),
    /// Start a review from the template
    New(NewArgs),
    /// Start a library
    Init(InitArgs),
    /// Make a library of a folder that was written for something else
    Adopt(AdoptArgs),
    /// Make reviews of exports: pages as HTML, incidents as JSON or CSV
    Import(ImportArgs),
    /// List the files of the shipped theme, or print one
    Theme {
        /// A file, as templates/internal/home.html [default: a list of all, with the blocks of each]
        file: Option<String>,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print a page of the manual, for man
    Man {
        /// The command that the page is about [default: all of them in short]
        of: Option<String>,
    },
}

/// `debrief build`.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
#[derive(Debug, Clone, Args)]
pub struct BuildArgs {
    /// Which library.
    #[command(flatten)]
    pub library: LibraryArgs,
    /// Which edition [default: both, as far as there is something to publish]
    #[arg(long, value_enum)]
    pub edition: Option<Edition>,
    /// The folder to write to [default: `site/internal` and `site/public`; for both editions the folder above them]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Where the report of the public edition goes [default: `report` beside it]
    #[arg(long, value_name = "DIR")]
    pub report: Option<PathBuf>,
    /// A table of incidents (CSV), such as a status page's export: the report says which rows each postmortem can be joined with
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    /// Leave out postmortems that nobody approved as they are now
    #[arg(long)]
    pub omit_unapproved: bool,
    /// Publish although the policy is looser than it was
    #[arg(long)]
    pub accept_policy_change: bool,
    /// Print the values that findings hide; for your own screen only
    #[arg(long)]
    pub reveal: bool,
    /// Show drafts too
    #[arg(long)]
    pub drafts: bool,
    /// Replace a site that has reviews or postmortems by one that has none
    #[arg(long)]
    pub allow_empty: bool,
    /// Fail on warnings too
    #[arg(long)]
    pub strict: bool,
    /// Leave the search index out
    #[arg(long)]
    pub without_search: bool,
    /// Print how long each stage took
    #[arg(long)]
    pub timings: bool,
}

/// Which of the two sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Edition {
    /// For everybody inside
    Internal,
    /// Redacted postmortems, for everybody
    Public,
    /// Both
    All,
}

/// `debrief serve`.
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// Which library.
    #[command(flatten)]
    pub library: LibraryArgs,
    /// Which edition; the public one shows postmortems that nobody approved yet, too
    #[arg(long, value_enum, default_value_t = Edition::Internal)]
    pub edition: Edition,
    /// The port [default: 4000, or the next free one]
    #[arg(long)]
    pub port: Option<u16>,
    /// The address to listen on; any but this machine's own shows every review to whoever can reach it
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub host: IpAddr,
    /// Leave drafts out, as build does
    #[arg(long)]
    pub no_drafts: bool,
    /// Open the site in a browser
    #[arg(long)]
    pub open: bool,
}

/// `debrief check`.
#[derive(Debug, Clone, Args)]
pub struct CheckArgs {
    /// A library, or files and folders in one [default: that of the working folder, found by walking up to a debrief.yaml]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The library, where it is not that of the first path
    #[arg(long, value_name = "DIR")]
    pub library: Option<PathBuf>,
    /// How the library is read.
    #[command(flatten)]
    pub read: ReadArgs,
    /// Which edition; an unapproved postmortem is a mistake of the public one alone [default: both, what is not approved as a note]
    #[arg(long, value_enum)]
    pub edition: Option<Edition>,
    /// How to print
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub format: CheckFormat,
    /// Fail on warnings too
    #[arg(long)]
    pub strict: bool,
}

/// How `check` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// With excerpts, for a terminal
    Human,
    /// One line each, as compilers print them
    Short,
    /// One JSON document
    Json,
    /// Annotations of a pull request on GitHub
    Github,
    /// SARIF 2.1.0, for code scanners
    Sarif,
}

/// `debrief new`.
#[derive(Debug, Clone, Args)]
pub struct NewArgs {
    /// The title of the review
    pub title: String,
    /// The library [default: that of the working folder, found by walking up to a debrief.yaml]
    #[arg(long, value_name = "DIR")]
    pub library: Option<PathBuf>,
    /// incident, near_miss, game_day, drill, or a kind of the configuration
    #[arg(long, default_value = "incident")]
    pub kind: String,
    /// A severity of the scale
    #[arg(long)]
    pub severity: Option<String>,
    /// The day that it happened [default: today]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
}

/// `debrief init`.
#[derive(Debug, Clone, Args)]
pub struct InitArgs {
    /// The folder to make
    pub dir: PathBuf,
}

/// `debrief adopt`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  debrief adopt postmortems                          show a debrief.yaml for the folder
  debrief adopt postmortems --write                  write it
  debrief adopt postmortems --front-matter | less    show what would be added to each file, too")]
pub struct AdoptArgs {
    /// The folder
    pub dir: PathBuf,
    /// Also add what was read from each text to its front matter, and change nothing else of it
    #[arg(long)]
    pub front_matter: bool,
    /// Write what is shown otherwise
    #[arg(long)]
    pub write: bool,
}

/// `debrief import`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  debrief import wiki/*.html --library reviews       pages of Confluence, Google Docs, Notion
  debrief import incidents.json --library reviews    incidents of PagerDuty, incident.io, Jira, GitHub
  debrief import table.csv --map import.yaml         of anything else: docs/migrating.md")]
pub struct ImportArgs {
    /// Exports: pages as .html, incidents as .json or .csv
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The library [default: that of the working folder, found by walking up to a debrief.yaml]
    #[arg(long, value_name = "DIR")]
    pub library: Option<PathBuf>,
    /// Where each field of a review is in a record
    #[arg(long, value_name = "FILE", conflicts_with = "tool")]
    pub map: Option<PathBuf>,
    /// The tool that it comes from: pagerduty, incident-io, jira, github [default: the one whose fields are there]
    #[arg(long, value_name = "NAME")]
    pub tool: Option<String>,
    /// Name the files that would be written, and write none
    #[arg(long)]
    pub dry_run: bool,
}
