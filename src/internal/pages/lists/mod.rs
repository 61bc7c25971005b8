//! Lists of reviews: all of them, the overview of a dimension, the pages of a term; their rows and strips of marks.

mod files;
mod page;
mod rows;
pub mod strips;
mod view;

pub use files::{Columns, Facts, Files, Key, ranks};
pub use page::{all, overview, page_of, term};
pub use rows::{AWAY, Rows, files, push_with_root, rows, with_mark};
pub use view::{FilterGroup, FilterOption, OverviewPage, Pager, RowView, StripView, TermCard, TermPage};
