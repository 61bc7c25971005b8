//! The search page, the page that is not there, and what the search is told of each review.

mod likeness;
mod page;
mod view;

pub use page::{missing, page};
pub use view::{SearchPage, ShortcutView};
