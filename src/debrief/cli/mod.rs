//! The command line: what can be typed, how a command prints and how it ends.

mod args;
mod digest;
mod exit;
mod find;
mod library;
mod public;
mod terminal;

pub use args::{
    AdoptArgs, BuildArgs, CheckArgs, CheckFormat, Cli, Command, Edition, ImportArgs, InitArgs, NewArgs, ServeArgs,
};
pub use digest::DigestArgs;
pub use exit::Exit;
pub use find::{FindArgs, FindFormat, SearchArgs, SimilarArgs};
pub use library::{LibraryArgs, ReadArgs};
pub use public::{ApproveArgs, RedactArgs};
pub use terminal::{Colour, Terminal};
