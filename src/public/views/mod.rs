//! The values for templates: one struct for each template, with fields that are ready to print.
//!
//! The contract is that of the internal edition (theme `api: 1`): every `href` is relative to its page and ends in a
//! file name; fields named `*_html` are safe HTML; optional values are `null` when absent, lists are empty; text is
//! plain. Every view is made with `publishable!`: a field that could carry an uncleared text does not compile.

mod common;
mod layout;
mod listing;
mod postmortem;

pub(crate) use common::{Card, DateView, Link, SeverityView, TermCard};
pub(crate) use layout::{FeedLink, Layout, NavItem, PageView, SiteView};
pub(crate) use listing::{Group, ListPage, OverviewPage, Pager, SearchPage};
pub(crate) use postmortem::{
    ChangeView, DurationView, MeasureView, MeasuresView, MomentView, MovedPage, Part, PostmortemPage, SpanView,
    StandingView, TimelineView, WithdrawnPage,
};
