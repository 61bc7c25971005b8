//! Lists and tables as data, for readers of timelines and actions.

use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Parser, Tag, TagEnd};

use super::dialect;

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

/// Lists inside lists deeper than this are part of their item's text: a reader of actions needs no more, and what
/// walks the items may recurse.
const DEEPEST: usize = 16;

/// The top-level blocks of a part of a document, which begins and ends where blocks do. Empty for a range that is none.
#[must_use]
pub fn blocks_in(source: &str, range: Range<usize>) -> Vec<Block> {
    let Some(part) = source.get(range.clone()) else { return Vec::new() };
    let mut reader = Reader { part, base: range.start, events: Parser::new_ext(part, dialect()).into_offset_iter() };
    let mut blocks = Vec::new();
    while let Some((event, span)) = reader.events.next() {
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
    blocks
}

struct Reader<'a> {
    part: &'a str,
    base: usize,
    events: OffsetIter<'a>,
}

impl Reader<'_> {
    /// A place in the part as a place in the source, without the line ends after it.
    fn place(&self, span: &Range<usize>) -> Range<usize> {
        let text = self.part.get(span.clone()).unwrap_or_default();
        span.start + self.base..span.start + text.trim_end().len() + self.base
    }

    /// Passes over the rest of a block whose start was read.
    fn skip(&mut self) {
        let mut open = 1_usize;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
    }

    /// The items of a list whose start was read.
    fn list(&mut self, depth: usize) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.item(&span, depth)),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    fn item(&mut self, span: &Range<usize>, depth: usize) -> Item {
        let (mut checked, mut children, mut lists) = (None, Vec::new(), Vec::new());
        let mut start = self.after_marker(span);
        let mut open = 0_usize;
        while let Some((event, at)) = self.events.next() {
            match event {
                Event::Start(Tag::List(_)) if open == 0 && depth < DEEPEST => {
                    children.extend(self.list(depth + 1));
                    lists.push(at);
                }
                Event::TaskListMarker(ticked) if checked.is_none() && lists.is_empty() && open <= 1 => {
                    checked = Some(ticked);
                    start = at.end;
                }
                Event::Start(_) => open += 1,
                Event::End(_) if open == 0 => break,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
        let whole = self.place(span);
        let source = self.own_text(start..span.end, &lists, self.column(span.start, self.after_marker(span)));
        let own_end =
            lists.first().filter(|list| lists.len() == 1 && self.ends_with(list, span)).map_or(span.end, |l| l.start);
        let content = self.trimmed(start..own_end);
        Item { span: whole, checked, content, source, children }
    }

    /// True if nothing but white space follows `inner` in `outer`.
    fn ends_with(&self, inner: &Range<usize>, outer: &Range<usize>) -> bool {
        self.part.get(inner.end..outer.end).is_none_or(|rest| rest.trim().is_empty())
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.part.get(range.clone()).unwrap_or_default();
        let start = range.start + text.len() - text.trim_start().len();
        let end = (range.start + text.trim_end().len()).max(start);
        start + self.base..end + self.base
    }

    /// Where the text after an item's marker begins.
    fn after_marker(&self, span: &Range<usize>) -> usize {
        let text = self.part.get(span.clone()).unwrap_or_default();
        let spaces = text.len() - text.trim_start_matches([' ', '\t']).len();
        let marked = &text[spaces..];
        let digits = marked.len() - marked.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let marker = spaces + digits + marked[digits..].chars().next().map_or(0, char::len_utf8);
        let gap: usize =
            text[marker..].chars().take(4).take_while(|c| matches!(c, ' ' | '\t')).map(char::len_utf8).sum();
        span.start + marker + gap
    }

    /// The column of `to`, counted from the beginning of the line that holds `from`.
    fn column(&self, from: usize, to: usize) -> usize {
        let line = self.part.get(..from).and_then(|before| before.rfind('\n')).map_or(0, |i| i + 1);
        self.part.get(line..to).map_or(0, |text| text.chars().count())
    }

    /// The text of `range` without `lists`, and without the indentation that an item gives its lines.
    fn own_text(&self, range: Range<usize>, lists: &[Range<usize>], indent: usize) -> String {
        let mut out = String::new();
        let mut at = range.start;
        for end in lists.iter().map(|list| list.start).chain([range.end]) {
            let text = self.part.get(at..end.max(at)).unwrap_or_default();
            for (n, line) in text.split_inclusive('\n').enumerate() {
                out.push_str(if n == 0 && at == range.start { line } else { dedent(line, indent) });
            }
            if let Some(list) = lists.iter().find(|list| list.start == end) {
                out.truncate(out.trim_end().len());
                out.push_str("\n\n");
                at = list.end;
            }
        }
        out.trim().to_owned()
    }

    fn table(&mut self, span: &Range<usize>) -> Block {
        let (mut header, mut rows, mut cells) = (Vec::new(), Vec::new(), Vec::new());
        while let Some((event, at)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    self.skip();
                    cells.push(self.cell(at));
                }
                Event::End(TagEnd::TableHead) => header = std::mem::take(&mut cells),
                Event::End(TagEnd::TableRow) => {
                    rows.push(Row { cells: std::mem::take(&mut cells), span: self.place(&at) });
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table { header, rows, span: self.place(span) }
    }

    fn cell(&self, span: Range<usize>) -> Cell {
        let span = self.trimmed(span);
        let text = self.part.get(span.start - self.base..span.end - self.base).unwrap_or_default();
        Cell { source: text.replace("\\|", "|"), span }
    }
}

/// A line without its first `columns` columns, as far as they are white space.
fn dedent(line: &str, columns: usize) -> &str {
    let mut column = 0;
    for (i, c) in line.char_indices() {
        match c {
            ' ' if column < columns => column += 1,
            '\t' if column < columns => column += 4 - column % 4,
            _ => return &line[i..],
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::{Block, Cell, Item, blocks_in};

    fn items(source: &str) -> Vec<Item> {
        match blocks_in(source, 0..source.len()).into_iter().next() {
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
        let blocks = blocks_in(source, 3..source.len());
        let Block::Table { header, rows, span } = &blocks[0] else { panic!("{blocks:?}") };
        let text = |cells: &[Cell]| cells.iter().map(|c| c.source.clone()).collect::<Vec<_>>();
        assert_eq!(text(header), ["a", "*b*"]);
        assert_eq!(rows.iter().map(|r| text(&r.cells)).collect::<Vec<_>>(), [["`c|d`", "é"], ["only", ""]]);
        assert_eq!(&source[rows[0].cells[1].span.clone()], "é");
        assert_eq!(&source[span.clone()], source[3..].trim_end());
    }

    #[test]
    fn other_blocks_only_have_places() {
        let source = "para\n\n## head\n\n> quote\n\n---\n";
        let kinds: Vec<_> = blocks_in(source, 0..source.len())
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

    #[test]
    fn a_range_that_is_none_gives_nothing() {
        assert_eq!(blocks_in("é", 1..9), []);
        assert_eq!(blocks_in("é", 1..2), []);
    }
}
