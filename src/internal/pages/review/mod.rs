//! The page of one review: facts, plot and table of its timeline, factors, actions, contents.

mod clocks;
pub mod json;
mod page;
mod parts;
pub mod plot;
mod read_from;
pub mod toc;
mod view;

pub use clocks::Clocks;
pub use page::page;
pub use parts::{actions_at, factors};
pub use view::{
    ChainLink, CommitView, Fact, FactorView, Lesson, Metric, PeopleRow, ReadFrom, RelatedView, ReviewPage,
    RevisionView, RowTime, TimelineRow, TimelineView, TocEntry,
};
