//! Where a source has code, in which Markdown means nothing; and a text as code.

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

/// A text as a span of code: between more backticks than stand next to each other in it.
#[must_use]
pub fn code_span(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let mark = "`".repeat(longest + 1);
    let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{mark}{space}{code}{space}{mark}")
}

#[cfg(test)]
mod tests {
    use super::{code_span, codes};
    use crate::{Options, inline_html};

    #[test]
    fn code_stays_code_whatever_it_holds() {
        for code in ["x", "a `b` c", "`", "``x", "a ``` b"] {
            let written = code_span(code);
            assert_eq!(inline_html(&written, &Options::default()), format!("<code>{code}</code>"), "{written}");
        }
    }

    #[test]
    fn spans_and_blocks_are_found_with_their_signs() {
        let source = "Say `a b` and ``c`d``.\n\n```sh\ne\n```\n";
        let found: Vec<_> = codes(source).into_iter().map(|code| (&source[code.span], code.is_block)).collect();
        assert_eq!(found, [("`a b`", false), ("``c`d``", false), ("```sh\ne\n```", true)]);
    }
}
