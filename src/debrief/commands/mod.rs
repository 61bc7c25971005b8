//! The commands, one in each file: each calls the stages according to its arguments and reports the result.

mod adopt;
mod approve;
mod build;
mod candidate;
mod check;
mod completions;
mod digest;
mod drafts;
mod import;
mod init;
mod library;
mod man;
mod new;
mod own_templates;
mod redact;
mod request;
mod search;
mod selection;
mod serve;
mod template;
mod theme;
mod understanding;

pub use adopt::adopt;
pub use approve::approve;
pub use build::build;
pub use check::check;
pub use completions::completions;
pub use digest::digest;
pub use import::import;
pub use init::init;
pub use man::man;
pub use new::new;
pub use redact::redact;
pub use search::{search, similar};
pub use serve::serve;
pub use theme::theme;
