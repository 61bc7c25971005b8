//! Lists of reviews: all of them, the overview of a dimension, the pages of a term; their rows and strips of marks.

mod page;
mod rows;
pub mod strips;
mod view;

pub use page::{all, overview, page_of, term};
pub use rows::{AWAY, Rows, push_with_root, rows, script, twin, with_mark};
pub use view::{FilterGroup, FilterOption, OverviewPage, Pager, RowView, StripView, TermCard, TermPage};
