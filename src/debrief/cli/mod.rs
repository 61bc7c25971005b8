//! The command line: parses the arguments and runs the command.
//!
//! Exit codes: 0 ok · 1 mistakes in the library (or warnings with `--strict`) · 2 usage or configuration · 3 something would
//! have leaked · 4 the disk or network failed. A search without results ends with 1, one without anything to search with 2.
//! search in with 2.

mod args;
mod digest;
mod find;
mod public;
mod terminal;

pub use args::{
    AdoptArgs, BuildArgs, CheckArgs, CheckFormat, Cli, Command, Edition, ImportArgs, InitArgs, LibraryArgs, NewArgs,
    ServeArgs,
};
pub use digest::DigestArgs;
pub use find::{FindArgs, FindFormat, SearchArgs, SimilarArgs};
pub use public::{ApproveArgs, RedactArgs};
pub use terminal::{Colour, Terminal};

use std::ffi::{OsStr, OsString};
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::commands;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The command succeeded.
    Ok,
    /// The library has mistakes.
    Mistakes,
    /// The command was used wrongly.
    Usage,
    /// Something would have leaked.
    Leak,
    /// The disk or the network failed.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Ok => 0,
            Exit::Mistakes => 1,
            Exit::Usage => 2,
            Exit::Leak => 3,
            Exit::Failed => 4,
        })
    }
}

/// Parses the arguments, runs the command, and returns its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(typed(args)) {
        Ok(cli) => cli,
        Err(error) => {
            // A closed pipe, as in `--help | head`, is not a failure.
            let failed = error.print().and_then(|()| io::stdout().flush());
            return match failed {
                Err(failure) if failure.kind() != io::ErrorKind::BrokenPipe => Exit::Failed.into(),
                _ if error.use_stderr() => Exit::Usage.into(),
                _ => Exit::Ok.into(),
            };
        }
    };
    let terminal = Terminal::new(cli.quiet, cli.color);
    let exit = match cli.command {
        Command::Build(args) => commands::build(&args, &terminal),
        Command::Serve(args) => commands::serve(&args, &terminal),
        Command::Check(args) => commands::check(&args, &terminal),
        Command::Redact(args) => commands::redact(&args, &terminal),
        Command::Approve(args) => commands::approve(&args, &terminal),
        Command::Digest(args) => commands::digest(&args, &terminal),
        Command::Search(args) => commands::search(&args, &terminal),
        Command::Similar(args) => commands::similar(&args, &terminal),
        Command::New(args) => commands::new(&args, &terminal),
        Command::Init(args) => commands::init(&args, &terminal),
        Command::Adopt(args) => commands::adopt(&args, &terminal),
        Command::Import(args) => commands::import(&args, &terminal),
        Command::Completions { shell } => commands::completions(shell, &terminal),
        Command::Theme { file } => commands::theme(file.as_deref(), &terminal),
        Command::Man { of } => commands::man(of.as_deref(), &terminal),
    };
    exit.into()
}

/// Prepares the arguments for parsing. In `debrief search timeout -kind:drill`, as in the search box of the site, the last word
/// is a filter and not an option; a space before it keeps the parser from taking it for one.
fn typed(args: impl IntoIterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    let mut command: Option<OsString> = None;
    args.into_iter().enumerate().map(move |(n, arg)| {
        let is_search = command.as_ref().is_some_and(|command| command == "search");
        if is_search && is_filter(&arg) {
            let mut spaced = OsString::from(" ");
            spaced.push(&arg);
            return spaced;
        }
        if n > 0 && command.is_none() && !arg.to_string_lossy().starts_with('-') {
            command = Some(arg.clone());
        }
        arg
    })
}

/// Whether an argument is a filter such as `-kind:drill`.
fn is_filter(arg: &OsStr) -> bool {
    let key = arg.to_str().and_then(|text| text.strip_prefix('-')).and_then(|text| text.split_once(':'));
    key.is_some_and(|(key, _)| key.len() > 1 && key.bytes().all(|byte| byte.is_ascii_lowercase()))
}
