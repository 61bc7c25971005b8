//! What templates are given: one struct a template, small fields, ready to print.
//!
//! The contract is that of the internal edition (theme `api: 1`): every `href` is relative to the page it stands on and ends in a
//! file name; fields named `*_html` are safe HTML; everything optional is `null` when absent and lists are empty; text is plain.
//! Every view is made with `publishable!`: a field that could carry an uncleared text does not compile.

mod common;
mod layout;
mod listing;
mod postmortem;

pub(in crate::public) use common::{Card, DateView, Link, SeverityView, TermCard};
pub(in crate::public) use layout::{FeedLink, Layout, NavItem, PageView, SiteView};
pub(in crate::public) use listing::{Group, ListPage, OverviewPage, Pager, SearchPage};
pub(in crate::public) use postmortem::{
    ChangeView, DurationView, MeasureView, MeasuresView, MomentView, Part, PostmortemPage, SpanView, TimelineView,
};
