//! How a command fails, and the exit code that says so.
//!
//! 0 ok · 1 mistakes in the library (or warnings with `--strict`) · 2 usage or configuration · 3 something would have leaked ·
//! 4 the disk or network failed. A search that finds nothing ends with 1, one that has nothing to search in with 2.

use std::process::ExitCode;

/// How a command failed; what is wrong has been reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
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
            Exit::Mistakes => 1,
            Exit::Usage => 2,
            Exit::Leak => 3,
            Exit::Failed => 4,
        })
    }
}
