//! The commands, one a file: each turns what was typed into calls of the stages and says how it went.

mod build;
mod check;
mod completions;
mod init;
mod man;
mod new;
mod request;
mod serve;
mod template;

pub use build::build;
pub use check::check;
pub use completions::completions;
pub use init::init;
pub use man::man;
pub use new::new;
pub use serve::serve;
