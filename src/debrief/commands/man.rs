//! `debrief man [COMMAND]`: prints a manual page for `man`.

use clap::CommandFactory as _;
use clap_mangen::Man;

use crate::cli::{Cli, Exit, Terminal};

/// Prints the page of the program, or of one command (`debrief man build > debrief-build.1`).
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn man(of: Option<&str>, terminal: &Terminal) -> Result<(), Exit> {
    let mut program = Cli::command();
    program.build();
    let page = match of {
        None => program,
        Some(name) => {
            let Some(command) = program.find_subcommand(name) else {
                let known: Vec<_> = program.get_subcommands().map(clap::Command::get_name).collect();
                let near = base::text::nearest(name, known.iter().copied());
                let hint = near.map_or_else(|| known.join(", "), |near| format!("did you mean `{near}`?"));
                terminal.fail(&format!("there is no command `{name}`"), Some(&hint));
                return Err(Exit::Usage);
            };
            command.clone()
        }
    };
    let mut roff = Vec::new();
    // Writing to memory does not fail.
    let _ = Man::new(page).render(&mut roff);
    terminal.print(&String::from_utf8_lossy(&roff))
}
