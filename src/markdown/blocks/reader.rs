//! Reads blocks: from events with places to items and cells with their text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Block, Cell, Item, Row};
use crate::step::Step;

/// Lists nested deeper than this are part of their item's text, so that code that walks the items may recurse.
const DEEPEST: usize = 16;

/// A document and what is left of its events.
pub(super) struct Reader<'a, 's, S> {
    pub(super) source: &'a str,
    pub(super) steps: &'s mut S,
}

impl<'a, S: Iterator<Item = Step<'a>>> Reader<'a, '_, S> {
    /// A place without the line ends after it.
    pub(super) fn place(&self, span: &Range<usize>) -> Range<usize> {
        let text = self.source.get(span.clone()).unwrap_or_default();
        span.start..span.start + text.trim_end().len()
    }

    /// Skips the rest of a block whose start was read.
    pub(super) fn skip(&mut self) {
        let mut open = 1_usize;
        for (event, _) in self.steps.by_ref() {
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
    pub(super) fn list(&mut self, depth: usize) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((event, span)) = self.steps.next() {
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
        let marker_end = self.after_marker(span);
        let mut start = marker_end;
        let mut open = 0_usize;
        while let Some((event, at)) = self.steps.next() {
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
        let source = self.own_text(start..span.end, &lists, self.column(span.start, marker_end));
        let own_end =
            lists.first().filter(|list| lists.len() == 1 && self.ends_with(list, span)).map_or(span.end, |l| l.start);
        let content = self.trimmed(start..own_end);
        Item { span: whole, checked, content, source, children }
    }

    /// True if nothing but white space follows `inner` in `outer`.
    fn ends_with(&self, inner: &Range<usize>, outer: &Range<usize>) -> bool {
        self.source.get(inner.end..outer.end).is_none_or(|rest| rest.trim().is_empty())
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.source.get(range.clone()).unwrap_or_default();
        let start = range.start + text.len() - text.trim_start().len();
        let end = (range.start + text.trim_end().len()).max(start);
        start..end
    }

    /// Where the text after an item's marker begins.
    fn after_marker(&self, span: &Range<usize>) -> usize {
        let text = self.source.get(span.clone()).unwrap_or_default();
        let spaces = text.len() - text.trim_start_matches([' ', '\t']).len();
        let unindented = &text[spaces..];
        let digits = unindented.len() - unindented.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let marker = spaces + digits + unindented[digits..].chars().next().map_or(0, char::len_utf8);
        let gap: usize =
            text[marker..].chars().take(4).take_while(|c| matches!(c, ' ' | '\t')).map(char::len_utf8).sum();
        span.start + marker + gap
    }

    /// The column of `to`, counted from the beginning of the line that holds `from`.
    fn column(&self, from: usize, to: usize) -> usize {
        let line = self.source.get(..from).and_then(|before| before.rfind('\n')).map_or(0, |i| i + 1);
        self.source.get(line..to).map_or(0, |text| text.chars().count())
    }

    /// The text of `range` without `lists`, and without the indentation that an item gives its lines.
    fn own_text(&self, range: Range<usize>, lists: &[Range<usize>], indent: usize) -> String {
        let mut out = String::new();
        let mut at = range.start;
        for end in lists.iter().map(|list| list.start).chain([range.end]) {
            let text = self.source.get(at..end.max(at)).unwrap_or_default();
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

    pub(super) fn table(&mut self, span: &Range<usize>) -> Block {
        let (mut header, mut rows, mut cells) = (Vec::new(), Vec::new(), Vec::new());
        while let Some((event, at)) = self.steps.next() {
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
        let text = self.source.get(span.clone()).unwrap_or_default();
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
