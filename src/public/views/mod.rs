//! What templates are given: one struct a template, small fields, ready to print.
//!
//! The contract is that of the internal edition (theme `api: 1`): every `href` is relative to the page it stands on and ends in a
//! file name; fields named `*_html` are safe HTML; everything optional is `null` when absent and lists are empty; text is plain.
//! Every view is made with `publishable!`: a field that could carry an uncleared text does not compile.

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
