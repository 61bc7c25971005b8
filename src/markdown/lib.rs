//! Markdown: reads facts from a document and renders it as safe HTML.
//!
//! The dialect is CommonMark with GitHub's tables, task lists, footnotes, strikethrough, alerts and bare addresses,
//! and three things of our own: `[[id]]` links to another review, a link to `redact:role` marks its text for redaction,
//! and a code fence named `redact` does so for whole blocks.
//!
//! * [`Document`] is a whole text read once: its outline (headings, links, anchors, marks) and its blocks (lists and tables as
//!   data). [`outline`] reads the first alone.
//! * [`to_html`] and [`inline_html`] render; [`Options`] says where links lead and what to leave out.
//! * [`plain_text`] and [`sections_text`] give the words alone, for search, excerpts and feeds.
//! * [`one_paragraph`] makes one paragraph of a text of several blocks, for places that have one line.
//! * [`as_inline`] escapes a field of one line, so that all of these read it as one paragraph.
//! * [`left_out`] finds what is removed from a page, to be reported to its author.
//! * [`inspect`] finds what must be checked before a section is published.
//!
//! Nothing here knows what a review is, and no text is refused: every text gives a page, and the page runs no script,
//! has no styles of its own, and loads nothing from other sites. All passes take linear time.

mod alerts;
mod blocks;
mod code;
mod code_places;
mod definitions;
mod document;
mod elements;
mod events;
mod footnotes;
mod headings;
mod inspect;
mod line;
mod links;
mod marks;
mod nesting;
mod omit;
mod outline;
mod pairs;
mod paragraph;
mod plain;
mod raw;
mod removed_markup;
mod render;
mod runs;
mod sanitize;
mod simple;
mod step;
mod tables;
mod tags;
mod tags_as_text;
#[cfg(test)]
mod tests;
mod token;
mod unlinked;
mod words;
mod write;

use std::ops::Range;

pub use blocks::{Block, Blocks, Cell, Item, Row};
pub use code::is_language;
pub use code_places::{CodePlace, code_span, codes};
pub use definitions::link_definitions;
pub use document::Document;
pub use inspect::{Fence, Html, Inspection, Undefined, inspect};
pub use line::as_inline;
pub use marks::MARK_ROLE;
pub use outline::{Heading, Link, Outline, Written, outline};
pub use paragraph::one_paragraph;
pub use plain::{SectionText, plain_text, sections_text};
pub use removed_markup::{LeftOut, left_out};
pub use render::{inline_html, to_html};

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkKind {
    /// `[text](target)`, an autolink, a bare address, `<a href>`.
    Link,
    /// `![alt](target)`, `<img src>`.
    Image,
    /// `[[id]]`, `[[id|text]]`, `[[id#anchor]]`: another review of the library.
    Review,
    /// `[text](redact:role)`: not a link but a mark.
    Redaction,
}

/// A link resolved by the library.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolved {
    /// The address to write; one with a scheme other than http, https, mailto, tel and those in the options is not
    /// written.
    pub href: String,
    /// A class of the theme for the link.
    pub class: Option<String>,
    /// The text of a review link without one: the review's title. For an image, its text in place of the
    /// author's.
    pub label: Option<String>,
    /// For an image: its width and height in pixels, so that the layout does not shift when it loads.
    pub size: Option<(u32, u32)>,
}

/// How to render one document.
#[derive(Clone, Copy)]
pub struct Options<'o> {
    /// Called for each link and image with its target as written. `None` leaves a link as it is, and a review link as
    /// the text `[[id]]`. Not called for redaction marks.
    pub links: &'o dyn Fn(&str, LinkKind) -> Option<Resolved>,
    /// The level of the document's outermost headings: 2 where the page's title is the `h1`.
    pub base_heading: u8,
    /// Top-level blocks that lie within one of these ranges of the source are left out.
    pub omit: &'o [Range<usize>],
    /// The prefix of every id of the text, for a page with several documents; `links` must add it to links to these
    /// ids. `None` leaves out all ids, for a text that is shown several times.
    pub ids: Option<&'o str>,
    /// Schemes of addresses that links may have besides http, https, mailto and tel, in lower case. Those that run
    /// something are never allowed.
    pub schemes: &'o [String],
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { links: &leave, base_heading: 2, omit: &[], ids: Some(""), schemes: &[] }
    }
}

/// The function for [`Options::links`] that leaves every link as it is.
fn leave(_: &str, _: LinkKind) -> Option<Resolved> {
    None
}

/// The dialect, named option by option, so that a new version of the parser changes no page.
fn dialect() -> pulldown_cmark::Options {
    use pulldown_cmark::Options as O;
    O::ENABLE_TABLES | O::ENABLE_TASKLISTS | O::ENABLE_FOOTNOTES | O::ENABLE_STRIKETHROUGH | O::ENABLE_GFM
}
