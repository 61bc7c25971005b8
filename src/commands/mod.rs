//! The commands, one a file: each turns what was typed into calls of the stages and says how it went.

mod build;
mod check;
mod completions;
mod digest;
mod init;
mod new;
mod request;
mod serve;
mod template;

pub use build::build;
pub use check::check;
pub use completions::completions;
pub use digest::digest;
pub use init::init;
pub use new::new;
pub use serve::serve;
