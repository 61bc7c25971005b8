//! The command line program.

use std::process::ExitCode;

fn main() -> ExitCode {
    debrief::cli::run(std::env::args_os())
}
