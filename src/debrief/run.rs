//! What was typed, and the command that it is.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write as _};
use std::process::ExitCode;

use base::text::visible_name;
use clap::{ColorChoice, CommandFactory as _, FromArgMatches as _, ValueEnum as _};

use crate::cli::{Cli, Colour, Command, Exit, Terminal};
use crate::commands;

/// Parses the arguments, runs the command, and says how it ended.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = typed(args).collect();
    let cli = match parsed(&args) {
        Ok(cli) => cli,
        Err(error) => {
            // A closed pipe, as in `--help | head`, is no failure.
            let error = made_visible(&args).unwrap_or(error);
            let failed = error.print().and_then(|()| io::stdout().flush());
            return match failed {
                Err(failure) if failure.kind() != io::ErrorKind::BrokenPipe => Exit::Failed.into(),
                _ if error.use_stderr() => Exit::Usage.into(),
                _ => ExitCode::SUCCESS,
            };
        }
    };
    let terminal = Terminal::new(cli.quiet, cli.color);
    let ended = match cli.command {
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
    ended.map_or_else(ExitCode::from, |()| ExitCode::SUCCESS)
}

/// Parses the arguments. Help and mistakes in them are printed in colour as `--color` asks, which is looked for before the rest
/// is known to be right.
fn parsed(args: &[OsString]) -> Result<Cli, clap::Error> {
    let choice = match asked_colour(args) {
        Colour::Auto => ColorChoice::Auto,
        Colour::Always => ColorChoice::Always,
        Colour::Never => ColorChoice::Never,
    };
    let mut command = Cli::command().color(choice);
    let matches = command.try_get_matches_from_mut(args)?;
    Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// The last `--color WHEN` or `--color=WHEN`.
fn asked_colour(args: &[OsString]) -> Colour {
    let args: Vec<_> = args.iter().take_while(|arg| *arg != "--").filter_map(|arg| arg.to_str()).collect();
    let mut words = args.iter().enumerate().filter_map(|(n, arg)| match *arg {
        "--color" => args.get(n + 1).copied(),
        _ => arg.strip_prefix("--color="),
    });
    words.next_back().and_then(|word| Colour::from_str(word, false).ok()).unwrap_or_default()
}

/// What is wrong with arguments one of which would steer the terminal or begin a line, with that one made visible.
fn made_visible(args: &[OsString]) -> Option<clap::Error> {
    let seen: Vec<_> = args.iter().map(|arg| visible_name(&arg.to_string_lossy()).into_owned()).collect();
    let changed = args.iter().zip(&seen).any(|(arg, seen)| arg.to_string_lossy() != seen.as_str());
    let seen: Vec<_> = seen.into_iter().map(OsString::from).collect();
    if changed { parsed(&seen).err() } else { None }
}

/// The arguments as they are parsed. `debrief search timeout -kind:drill` is typed as in the box of the site, where the second word
/// is no option; a space before it says so.
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

/// `-kind:drill`.
fn is_filter(arg: &OsStr) -> bool {
    let key = arg.to_str().and_then(|text| text.strip_prefix('-')).and_then(|text| text.split_once(':'));
    key.is_some_and(|(key, _)| key.len() > 1 && key.bytes().all(|byte| byte.is_ascii_lowercase()))
}
