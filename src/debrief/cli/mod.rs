//! The command line: what was typed, and which command that is.
//!
//! Exit codes: 0 ok · 1 mistakes in the library (or warnings with `--strict`) · 2 usage or configuration ·
//! 3 something would have leaked · 4 the disk or network failed.

mod args;
mod terminal;

pub use args::{
    ApproveArgs, BuildArgs, CheckArgs, CheckFormat, Cli, Command, DigestArgs, DigestKind, Edition, InitArgs,
    LibraryArgs, NewArgs, RedactArgs, ServeArgs,
};
pub use terminal::Terminal;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use crate::commands;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Ok,
    /// The library holds mistakes.
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

/// Parses the arguments, runs the command, and says how it ended.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            // A closed pipe behind `--help | head` is no failure.
            let failed = error.print().and_then(|()| io::stdout().flush());
            return match failed {
                Err(failure) if failure.kind() != io::ErrorKind::BrokenPipe => Exit::Failed.into(),
                _ if error.use_stderr() => Exit::Usage.into(),
                _ => Exit::Ok.into(),
            };
        }
    };
    let terminal = Terminal::new(cli.quiet);
    let exit = match cli.command {
        Command::Build(args) => commands::build(&args, &terminal),
        Command::Serve(args) => commands::serve(&args, &terminal),
        Command::Check(args) => commands::check(&args, &terminal),
        Command::Redact(args) => commands::redact(&args, &terminal),
        Command::Approve(args) => commands::approve(&args, &terminal),
        Command::Digest(args) => commands::digest(&args, &terminal),
        Command::New(args) => commands::new(&args, &terminal),
        Command::Init(args) => commands::init(&args, &terminal),
        Command::Completions { shell } => commands::completions(shell, &terminal),
        Command::Man { of } => commands::man(of.as_deref(), &terminal),
    };
    exit.into()
}
