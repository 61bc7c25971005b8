//! An event of the parser, with its place.

use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

/// An event and its place in the source.
pub(super) type Step<'a> = (Event<'a>, Range<usize>);

/// Whether an end is that of an inline element.
pub(super) fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}
