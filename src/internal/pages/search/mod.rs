//! The search page, the 404 page, and the search documents of the reviews.

mod likeness;
mod page;
mod view;

pub use page::{missing, page};
pub use view::{SearchPage, ShortcutView};
