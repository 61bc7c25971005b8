//! Digests: the page of a week, the pages of months and quarters, the list of all weeks, and the week for the command line.

mod feed;
mod meeting_view;
mod parts;
mod period_view;
mod periods;
mod story_view;
mod view;
mod week;
mod write;

pub use feed::entries;
pub use meeting_view::{AgendaRow, AgendaView, PresenterView};
pub use period_view::{DigestsPage, FactLine, HappenedRow, PeriodPage, WeekRow, YearView};
pub use periods::{all, period};
pub use story_view::{AgainView, ChangeView, DigestCard, LaterView, StoryView};
pub use view::{
    ArchiveEntry, DigestPage, FeaturedView, MentionView, PartLink, PatternView, QuestionView, SavedView, SeenView,
};
pub use week::{current, page, period_link, slides, title, week_link};
