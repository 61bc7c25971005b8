//! The command line: what can be typed, how a command prints and how it ends.

mod args;
mod digest;
mod exit;
mod library;
mod public;
mod search;
mod terminal;

pub use args::{
    AdoptArgs, BuildArgs, CheckArgs, CheckFormat, Cli, Command, Edition, ImportArgs, InitArgs, NewArgs, ServeArgs,
};
pub use digest::DigestArgs;
pub use exit::Exit;
pub use library::{LibraryArgs, ReadArgs};
pub use public::{ApproveArgs, RedactArgs};
pub use search::{FindArgs, FindFormat, SearchArgs, SimilarArgs};
pub use terminal::{Colour, Terminal};
