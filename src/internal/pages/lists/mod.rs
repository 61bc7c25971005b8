//! Lists of reviews: all of them, the overview of a dimension, the pages of a term; their rows and strips of marks.

mod files;
mod filters;
mod overview;
mod page;
mod pager;
mod rows;
pub mod strips;
mod view;

pub use files::{Columns, Facts, Files, Key};
pub use overview::{is_long, overview, overview_files};
pub use page::{all, term};
pub use pager::{page_of, page_title};
pub use rows::{AWAY, Rows, files, only_shown, push_with_root, rows, with_mark};
pub use view::{
    FilterGroup, FilterOption, OverviewPage, Pager, RowView, StripView, TermCard, TermCount, TermPage, TermRow,
};
