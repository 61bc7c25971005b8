//! Reading HTML as a browser's tokenizer does, each piece with its place in the text.
//!
//! In: a text. Out: its [`pieces`] in order, the attributes of a tag, what a character reference stands for. Nothing is
//! refused and no tree is built: callers decide which elements may be used and how they nest. The rules are those of
//! the tokenizer in the HTML standard (<https://html.spec.whatwg.org/multipage/parsing.html#tokenization>), except that
//! `<![CDATA[` is always read as in XML, because feeds and drawings are read here, too.

mod ends;
mod pieces;
mod reference;
mod tag;
#[cfg(test)]
mod tests;

pub use ends::{comment_end, declaration_end, raw_text_end};
pub use pieces::{Piece, pieces};
pub use reference::{Reference, decode_attribute, decode_text, references};
pub use tag::{Attribute, Attributes, Tag};

/// White space between the parts of a tag.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}
