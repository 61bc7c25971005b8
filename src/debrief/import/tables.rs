//! Tables of an HTML page as tables in Markdown.
//!
//! In: the elements of a table, one by one. Out: its rows, each with every cell: headings of rows beside their values, and a
//! cell that spans rows in each of them. A table inside a cell becomes words of that cell. The first row is the header,
//! except where it is none and other cells are headings: those are headings of rows, and the header is empty.

use htmd::element_handler::{HandlerResult, Handlers};
use htmd::{Element, HtmlToMarkdownBuilder};

// Control characters, which the page has lost before this.
/// Begins a cell that is a heading.
const HEADING: char = '\u{1d}';
/// Begins any other cell.
const VALUE: char = '\u{1e}';
/// Ends a row.
const ROW: char = '\u{1f}';
/// Ends each of the two numbers at the beginning of a cell: the columns and the rows that it spans.
const SPAN: char = '\u{1c}';
/// The most columns or rows that a cell spans: the number is a stranger's.
const MOST: usize = 100;

/// Adds the functions that convert tables.
pub(super) fn handled(builder: HtmlToMarkdownBuilder) -> HtmlToMarkdownBuilder {
    builder
        .add_handler(vec!["td", "th"], |handlers: &dyn Handlers, element: Element<'_>| done(cell(handlers, &element)))
        .add_handler(vec!["tr"], |handlers: &dyn Handlers, element: Element<'_>| {
            done(format!("{}{ROW}", handlers.walk_children(element.node).content))
        })
        .add_handler(vec!["table"], |handlers: &dyn Handlers, element: Element<'_>| {
            done(table(&handlers.walk_children(element.node).content))
        })
}

#[expect(clippy::unnecessary_wraps, reason = "what a handler returns")]
fn done(content: String) -> Option<HandlerResult> {
    Some(content.into())
}

/// A cell on one line, with its kind and how far it spans.
fn cell(handlers: &dyn Handlers, element: &Element<'_>) -> String {
    let content = handlers.walk_children(element.node).content;
    let is_rule = |line: &&str| line.starts_with('|') && line.trim_matches(['|', '-', ' ']).is_empty();
    let lines = content.lines().map(str::trim).filter(|line| !line.is_empty() && !is_rule(line));
    let words = lines.map(|line| line.trim_matches(['|', ' ']).replace('|', "\\|")).collect::<Vec<_>>().join(" ");
    let spans = |name: &str| {
        let stated = element.attrs.iter().find(|attribute| *attribute.name.local == *name);
        stated.and_then(|attribute| attribute.value.trim().parse().ok()).unwrap_or(1_usize).clamp(1, MOST)
    };
    let kind = if element.tag == "th" { HEADING } else { VALUE };
    format!("{kind}{}{SPAN}{}{SPAN}{words}", spans("colspan"), spans("rowspan"))
}

/// The cells of a table as lines of Markdown.
fn table(content: &str) -> String {
    let begins = content.find([HEADING, VALUE, ROW]).unwrap_or(content.len());
    let (caption, rows) = content.split_at(begins);
    let mut spanning = Vec::new();
    let rows: Vec<_> = rows.split(ROW).map(|row| cells(row, &mut spanning)).filter(|row| !row.is_empty()).collect();
    let is_heading = |(kind, _): &(char, String)| *kind == HEADING;
    let first_is_header = rows.first().is_some_and(|first| first.iter().all(is_heading));
    let empty = Vec::new();
    let header = (!first_is_header && rows.iter().flatten().any(is_heading)).then_some(&empty);
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut text = format!("\n\n{}", caption.trim());
    if !caption.trim().is_empty() {
        text.push_str("\n\n");
    }
    for (at, row) in header.into_iter().chain(&rows).enumerate() {
        let words = (0..columns).map(|column| row.get(column).map_or("", |(_, words)| words));
        text.push_str(&format!("| {} |\n", words.collect::<Vec<_>>().join(" | ")));
        if at == 0 {
            text.push_str(&format!("|{}\n", " --- |".repeat(columns)));
        }
    }
    text + "\n"
}

/// The cells of a row, with those of earlier rows that span it. `spanning` has, for each column, the rows that are left to
/// the cell above and that cell.
fn cells(row: &str, spanning: &mut Vec<(usize, (char, String))>) -> Vec<(char, String)> {
    let mut cells = Vec::new();
    let from_above = |cells: &mut Vec<(char, String)>, spanning: &mut Vec<(usize, (char, String))>| {
        while let Some((left, cell)) = spanning.get_mut(cells.len()).filter(|(left, _)| *left > 0) {
            *left -= 1;
            cells.push(cell.clone());
        }
    };
    let starts: Vec<_> = row.match_indices([HEADING, VALUE]).collect();
    if starts.is_empty() {
        return cells;
    }
    for (at, (start, kind)) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(row.len(), |(next, _)| *next);
        let mut parts = row[start + kind.len()..end].splitn(3, SPAN);
        let mut number = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(1_usize);
        let (columns, rows) = (number(), number());
        let kind = if kind.starts_with(HEADING) { HEADING } else { VALUE };
        let words = parts.next().unwrap_or_default().trim();
        from_above(&mut cells, spanning);
        for column in 0..columns {
            let cell = (kind, if column == 0 { words.to_owned() } else { String::new() });
            if spanning.len() <= cells.len() {
                spanning.resize(cells.len() + 1, (0, (VALUE, String::new())));
            }
            if let Some(below) = spanning.get_mut(cells.len()) {
                *below = (rows - 1, cell.clone());
            }
            cells.push(cell);
        }
    }
    from_above(&mut cells, spanning);
    cells
}
