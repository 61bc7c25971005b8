//! The frame around every page: the site's name, navigation and footer.

mod page;
mod view;

pub use page::Shells;
pub use view::{FeedLink, NavItem, PageView, SiteView};
