//! `debrief completions SHELL`: prints a completion script.

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::cli::{Cli, Exit, Terminal};

/// Prints the script.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn completions(shell: Shell, terminal: &Terminal) -> Result<(), Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "debrief", &mut script);
    terminal.print(&String::from_utf8_lossy(&script))
}
