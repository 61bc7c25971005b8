//! Actions: the page that lists them all, and the view of one action.

mod action;
mod list;
mod page;
mod view;

pub use action::{action, action_on, is_overdue, open_actions, own, views};
pub use list::List;
pub use page::{files, page};
pub use view::{ActionGroup, ActionRow, ActionView, ActionsPage};
