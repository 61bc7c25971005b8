//! Lists and tables as data, for readers of timelines and actions.

mod reader;

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use self::reader::Reader;
use super::step::Step;

/// One top-level block. All places are byte ranges of the whole source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A list, task lists included.
    List {
        /// True for `1.`, false for `-`.
        ordered: bool,
        /// Its items, in order.
        items: Vec<Item>,
        /// Its place.
        span: Range<usize>,
    },
    /// A table.
    Table {
        /// The cells of the first row.
        header: Vec<Cell>,
        /// The others; each has as many cells as the header.
        rows: Vec<Row>,
        /// Its place.
        span: Range<usize>,
    },
    /// A paragraph.
    Paragraph {
        /// Its place.
        span: Range<usize>,
    },
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its place.
        span: Range<usize>,
    },
    /// Anything else: a quote, code, HTML, a rule.
    Other {
        /// Its place.
        span: Range<usize>,
    },
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its place, from the marker on, with the lists inside it.
    pub span: Range<usize>,
    /// Whether its box is ticked, if it has one.
    pub checked: Option<bool>,
    /// Where its own text begins and ends in the source.
    pub content: Range<usize>,
    /// Its own text as Markdown: all its paragraphs, without marker, box, indentation and the lists inside it.
    pub source: String,
    /// The items of the lists inside it.
    pub children: Vec<Item>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its cells, in order.
    pub cells: Vec<Cell>,
    /// Its place.
    pub span: Range<usize>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its Markdown, with `\|` as `|`.
    pub source: String,
    /// Its place.
    pub span: Range<usize>,
}

impl Block {
    /// Its place.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        match self {
            Self::List { span, .. }
            | Self::Table { span, .. }
            | Self::Paragraph { span }
            | Self::Heading { span, .. }
            | Self::Other { span } => span.clone(),
        }
    }
}

/// The top-level blocks of a document, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Blocks(Vec<Block>);

impl Blocks {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Block] {
        &self.0
    }

    /// Those that begin in a part of the document.
    #[must_use]
    pub fn within(&self, part: &Range<usize>) -> &[Block] {
        let before = |place: usize| self.0.partition_point(|block| block.span().start < place);
        self.0.get(before(part.start)..before(part.end)).unwrap_or_default()
    }
}

/// The blocks of a document, from its events.
pub(super) fn read<'a>(source: &'a str, steps: &mut impl Iterator<Item = Step<'a>>) -> Blocks {
    let mut reader = Reader { source, steps };
    let mut blocks = Vec::new();
    while let Some((event, span)) = reader.steps.next() {
        blocks.push(match event {
            Event::Start(Tag::List(start)) => {
                let items = reader.list(0);
                Block::List { ordered: start.is_some(), items, span: reader.place(&span) }
            }
            Event::Start(Tag::Table(_)) => reader.table(&span),
            Event::Start(tag) => {
                reader.skip();
                let span = reader.place(&span);
                match tag {
                    Tag::Paragraph => Block::Paragraph { span },
                    Tag::Heading { level, .. } => Block::Heading { level: level as u8, span },
                    _ => Block::Other { span },
                }
            }
            _ => Block::Other { span: reader.place(&span) },
        });
    }
    Blocks(blocks)
}

#[cfg(test)]
mod tests {
    use super::{Block, Cell, Item};
    use crate::Document;

    fn blocks(source: &str) -> Vec<Block> {
        Document::read(source).blocks.all().to_vec()
    }

    fn items(source: &str) -> Vec<Item> {
        match blocks(source).into_iter().next() {
            Some(Block::List { items, .. }) => items,
            other => panic!("no list but {other:?}"),
        }
    }

    #[test]
    fn items_give_their_own_text_and_their_children() {
        let source =
            "- one **b**\n  goes on\n\n  second\n\n      code\n  - [x] child\n    1. grandchild\n\n  after\n- two\n";
        let items = items(source);
        assert_eq!(items[0].source, "one **b**\ngoes on\n\nsecond\n\n    code\n\nafter");
        assert_eq!(items[0].children[0].source, "child");
        assert_eq!(items[0].children[0].checked, Some(true));
        assert_eq!(items[0].children[0].children[0].source, "grandchild");
        assert_eq!((items[1].source.as_str(), items[1].checked), ("two", None));
        assert_eq!(&source[items[1].span.clone()], "- two");
    }

    #[test]
    fn boxes_and_markers_are_no_text() {
        let source = "10. [ ] **a**: b\n    c\n11. [X] d\n12. [link](x)\n";
        let items = items(source);
        assert_eq!(items.iter().map(|i| &*i.source).collect::<Vec<_>>(), ["**a**: b\nc", "d", "[link](x)"]);
        assert_eq!(items.iter().map(|i| i.checked).collect::<Vec<_>>(), [Some(false), Some(true), None]);
        assert_eq!(&source[items[0].content.clone()], "**a**: b\n    c");
    }

    #[test]
    fn a_loose_task_list_is_read_like_a_tight_one() {
        let items = items("- [x] a\n\n- [ ] b\n\n  c\n");
        assert_eq!(
            items.iter().map(|i| (i.checked, &*i.source)).collect::<Vec<_>>(),
            [(Some(true), "a"), (Some(false), "b\n\nc")]
        );
    }

    #[test]
    fn tables_give_the_markdown_of_their_cells() {
        let source = "x\n\n| a | *b* |\n|---|:-:|\n| `c\\|d` | é |\n| only |\n";
        let blocks = blocks(source);
        let Block::Table { header, rows, span } = &blocks[1] else { panic!("{blocks:?}") };
        let text = |cells: &[Cell]| cells.iter().map(|c| c.source.clone()).collect::<Vec<_>>();
        assert_eq!(text(header), ["a", "*b*"]);
        assert_eq!(rows.iter().map(|r| text(&r.cells)).collect::<Vec<_>>(), [["`c|d`", "é"], ["only", ""]]);
        assert_eq!(&source[rows[0].cells[1].span.clone()], "é");
        assert_eq!(&source[span.clone()], source[3..].trim_end());
    }

    #[test]
    fn other_blocks_only_have_places() {
        let source = "para\n\n## head\n\n> quote\n\n---\n";
        let kinds: Vec<_> = blocks(source)
            .into_iter()
            .map(|block| match block {
                Block::Paragraph { span } => ("paragraph", source[span].to_owned()),
                Block::Heading { level: 2, span } => ("heading", source[span].to_owned()),
                Block::Other { span } => ("other", source[span].to_owned()),
                other => panic!("{other:?}"),
            })
            .collect();
        let expected = [("paragraph", "para"), ("heading", "## head"), ("other", "> quote"), ("other", "---")];
        assert_eq!(kinds, expected.map(|(kind, text)| (kind, text.to_owned())));
    }
}
