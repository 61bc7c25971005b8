//! What templates are given: one struct a template, small fields, ready to print.
//!
//! Rules of the contract (theme `api: 1`): every `href` is already relative to the page it stands on and ends in a
//! file name, so that it works from `file://`; fields named `*_html` are safe HTML and the only ones a template may
//! print with `| safe`; everything optional is `null` when absent and lists are empty; text is plain.

mod actions;
mod common;
mod digest;
mod document;
mod drill;
mod home;
mod layout;
mod listing;
mod meeting;
mod period;
mod review;
mod search;
mod story;

pub use actions::{ActionGroup, ActionRow, ActionView, ActionsPage};
pub use common::{Card, DateView, Link, SeverityView, StatusView, TimeView};
pub use digest::{ArchiveEntry, DigestPage, FeaturedView, MentionView, PartLink, PatternView, QuestionView, SavedView};
pub use document::DocumentPage;
pub use drill::{
    DrillAnswer, DrillAnswers, DrillEntry, DrillList, DrillPage, DrillQuestion, DrillReveal, DrillRow, DrillStep,
    DrillsPage, NoDrillRow, NotesPage, StepNotes,
};
pub use home::{DigestBox, HomePage};
pub use layout::{FeedLink, NavItem, PageView, SiteView};
pub use listing::{FilterGroup, FilterOption, OverviewPage, Pager, RowView, StripView, TermCard, TermPage};
pub use meeting::{AgendaRow, AgendaView, PresenterView};
pub use period::{DigestsPage, FactLine, HappenedRow, PeriodPage, WeekRow, YearView};
pub use review::{
    ChainLink, CommitView, Fact, FactorView, Lesson, Metric, PeopleRow, RelatedView, ReviewPage, RevisionView, RowTime,
    TimelineRow, TimelineView, TocEntry,
};
pub use search::{SearchPage, ShortcutView};
pub use story::{AgainView, DigestCard, StoryView};
