//! The front page.

mod page;
mod view;

pub use page::page;
pub use view::{DigestBox, HomePage};
