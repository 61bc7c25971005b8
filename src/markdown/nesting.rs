//! How deep blocks and emphasis may lie in one another on the page.
//!
//! A line of a hundred thousand `>` is Markdown. Browsers stop nesting at about 512 elements, tools that read
//! pages grow slow long before; here what lies deeper is shown without its frame.

use pulldown_cmark::{Tag, TagEnd};

/// Deeper than any text that a person reads.
const DEEPEST: usize = 100;

/// The containers that are open, and whether each is shown.
#[derive(Debug, Default)]
pub(super) struct Nesting(Vec<Frame>);

/// What becomes of a container's own tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// They are written.
    Shown,
    /// Only what they hold is.
    Flat,
}

impl Nesting {
    /// Call for each start; says whether its tag is written.
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

    /// Call for each end; says whether its tag is written.
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
