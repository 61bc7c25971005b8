//! Where a source has code, in which Markdown means nothing.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::dialect;

/// A span or a block of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodePlace {
    /// With the signs that begin and end it.
    pub span: Range<usize>,
    /// Whether it is a block.
    pub is_block: bool,
}

/// All code of a source, in order.
#[must_use]
pub fn codes(source: &str) -> Vec<CodePlace> {
    let place = |(event, span)| match event {
        Event::Code(_) => Some(CodePlace { span, is_block: false }),
        Event::Start(Tag::CodeBlock(_)) => Some(CodePlace { span, is_block: true }),
        _ => None,
    };
    Parser::new_ext(source, dialect()).into_offset_iter().filter_map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::codes;

    #[test]
    fn spans_and_blocks_are_found_with_their_signs() {
        let source = "Say `a b` and ``c`d``.\n\n```sh\ne\n```\n";
        let found: Vec<_> = codes(source).into_iter().map(|code| (&source[code.span], code.is_block)).collect();
        assert_eq!(found, [("`a b`", false), ("``c`d``", false), ("```sh\ne\n```", true)]);
    }
}
