//! Actions: the pages that list them all, and the view of one action.

mod action;
mod by_review;
mod files;
mod list;
mod page;
mod row;
mod view;

pub use action::{action, action_on, is_overdue, open_actions, own, views};
pub use by_review::{ByReview, numbered};
pub use files::files;
pub use list::List;
pub use page::page;
pub use row::{row, view};
pub use view::{ActionGroup, ActionRow, ActionView, ActionsPage};
