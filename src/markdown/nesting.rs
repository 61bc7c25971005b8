//! Limits how deep blocks and emphasis may nest on the page.
//!
//! A line of a hundred thousand `>` is valid Markdown. Browsers stop nesting at about 512 elements, and other tools
//! become slow long before. The tags of deeper containers are not written; their content is.

use pulldown_cmark::{Tag, TagEnd};

/// The deepest nesting that is written.
const DEEPEST: usize = 100;

/// The containers that are open, and whether each is shown.
#[derive(Debug, Default)]
pub(super) struct Nesting(Vec<Frame>);

/// Whether a container's own tags are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// They are written.
    Shown,
    /// Only their content is.
    Flat,
}

impl Nesting {
    /// Must be called for each start; returns whether its tag is written.
    pub(super) fn open(&mut self, tag: &Tag<'_>) -> Frame {
        let frame = match tag {
            Tag::Item => self.0.last().copied().unwrap_or(Frame::Shown),
            Tag::BlockQuote(_) | Tag::List(_) | Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                if self.0.len() < DEEPEST { Frame::Shown } else { Frame::Flat }
            }
            _ => return Frame::Shown,
        };
        self.0.push(frame);
        frame
    }

    /// Must be called for each end; returns whether its tag is written.
    pub(super) fn close(&mut self, tag: TagEnd) -> Frame {
        match tag {
            TagEnd::Item
            | TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough => self.0.pop().unwrap_or(Frame::Shown),
            _ => Frame::Shown,
        }
    }
}
