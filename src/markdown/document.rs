//! A whole document, read once: its outline and its blocks, from the same events.

use std::ops::Range;

use super::blocks::{self, Blocks};
use super::events::Events;
use super::outline::{Outline, Reader};
use super::step::Step;

/// What a document holds, each part with its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// Headings, links, anchors, marks.
    pub outline: Outline,
    /// Lists, tables and what is between them.
    pub blocks: Blocks,
}

impl Document {
    /// Reads a document.
    #[must_use]
    pub fn read(source: &str) -> Self {
        let mut steps = Steps { events: Events::new(source), outline: Reader::default() };
        let blocks = blocks::read(source, &mut steps);
        Self { outline: steps.outline.finish(source.len()), blocks }
    }
}

/// The events of a document for the reader of blocks; each goes to the reader of the outline first.
struct Steps<'a> {
    events: Events<'a>,
    outline: Reader,
}

impl<'a> Iterator for Steps<'a> {
    type Item = Step<'a>;

    fn next(&mut self) -> Option<Step<'a>> {
        let (event, span): (_, Range<usize>) = self.events.next()?;
        self.outline.step(&event, span.clone());
        Some((event, span))
    }
}

#[cfg(test)]
mod tests {
    use super::Document;
    use crate::{Block, outline};

    #[test]
    fn outline_and_blocks_come_from_one_reading() {
        let source = "# T\n\n[a]: https://example.com\n\n- one [a]\n\n## B\n\n<pod> *went* away\n\n> ## quoted\n";
        let document = Document::read(source);
        assert_eq!(document.outline, outline(source));
        let kinds: Vec<_> = document.blocks.all().iter().map(|block| &source[block.span()]).collect();
        assert_eq!(kinds, ["# T", "- one [a]", "## B", "<pod> *went* away", "> ## quoted"]);
        assert!(matches!(document.blocks.all()[3], Block::Paragraph { .. }), "a tag that is none is text here too");
    }

    #[test]
    fn a_part_of_the_document_has_the_blocks_that_begin_in_it() {
        let source = "lead\n\n## One\n\n- a\n\n### Sub\n\nb\n\n## Two\n\nc\n";
        let document = Document::read(source);
        let text = |part: std::ops::Range<usize>| -> Vec<_> {
            document.blocks.within(&part).iter().map(|block| &source[block.span()]).collect()
        };
        let [one, sub, two] = &document.outline.headings[..] else { panic!("{:?}", document.outline.headings) };
        assert_eq!(text(one.content.clone()), ["- a", "### Sub", "b"]);
        assert_eq!(text(one.own.clone()), ["- a"]);
        assert_eq!(text(sub.own.clone()), ["b"]);
        assert_eq!(text(two.content.clone()), ["c"]);
        assert_eq!(text(0..one.span.start), ["lead"]);
        assert_eq!(text(source.len()..source.len() + 9), [""; 0]);
    }
}
