//! What templates are given: one struct a template, small fields, ready to print.
//!
//! Rules of the contract (theme `api: 1`): every `href` is already relative to the page it stands on and ends in a
//! file name, so that it works from `file://`; fields named `*_html` are safe HTML and the only ones a template may
//! print with `| safe`; everything optional is `null` when absent and lists are empty; text is plain.

mod actions;
mod common;
mod digest;
mod drill;
mod home;
mod layout;
mod listing;
mod review;
mod search;

pub(in crate::internal) use actions::{ActionGroup, ActionRow, ActionView, ActionsPage};
pub(in crate::internal) use common::{Card, DateView, Link, SeverityView, StatusView, TimeView};
pub(in crate::internal) use digest::{
    AgainView, AgendaRow, AgendaView, ArchiveEntry, DigestCard, DigestPage, DigestsPage, FactLine, FeaturedView,
    HappenedRow, MentionView, PartLink, PatternView, PeriodPage, PresenterView, QuestionView, SavedView, StoryView,
    WeekRow, YearView,
};
pub(in crate::internal) use drill::{
    DrillAnswer, DrillAnswers, DrillEntry, DrillList, DrillPage, DrillQuestion, DrillReveal, DrillRow, DrillStep,
    DrillsPage, NoDrillRow, NotesPage, StepNotes,
};
pub(in crate::internal) use home::{DigestBox, HomePage};
pub(in crate::internal) use layout::{FeedLink, NavItem, PageView, SiteView};
pub(in crate::internal) use listing::{
    FilterGroup, FilterOption, OverviewPage, Pager, RowView, StripView, TermCard, TermPage,
};
pub(in crate::internal) use review::{
    ChainLink, CommitView, Fact, FactorView, Lesson, Metric, PeopleRow, RelatedView, ReviewPage, RevisionView,
    TimelineRow, TimelineView, TocEntry,
};
pub(in crate::internal) use search::{SearchPage, ShortcutView};
