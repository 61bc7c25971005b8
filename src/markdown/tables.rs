//! Tables in a scrolling region, with alignment as classes.

use pulldown_cmark::Alignment;

/// The state of the table being written; tables do not nest.
#[derive(Debug, Default)]
pub(super) struct Tables {
    count: usize,
    alignments: Vec<Alignment>,
    column: usize,
    row: Row,
}

/// Which kind of row is being written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Row {
    #[default]
    Head,
    Body,
}

impl Tables {
    /// The opening of a table. Regions need distinct names, so the second of a document is `Table 2`.
    pub(super) fn open(&mut self, alignments: Vec<Alignment>) -> String {
        self.count += 1;
        self.alignments = alignments;
        self.row = Row::Head;
        let number = if self.count == 1 { String::new() } else { format!(" {}", self.count) };
        format!("\n<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"Table{number}\"><table>\n")
    }

    /// The opening of the head.
    pub(super) fn head(&mut self) -> &'static str {
        self.column = 0;
        "<thead><tr>"
    }

    /// The end of the head and the opening of the body.
    pub(super) fn head_end(&mut self) -> &'static str {
        self.row = Row::Body;
        "</tr></thead>\n<tbody>"
    }

    /// The opening of a row of the body.
    pub(super) fn row(&mut self) -> &'static str {
        self.column = 0;
        "\n<tr>"
    }

    /// The opening of the next cell.
    pub(super) fn cell(&mut self) -> &'static str {
        let alignment = self.alignments.get(self.column).copied().unwrap_or(Alignment::None);
        self.column += 1;
        match (self.row, alignment) {
            (Row::Head, Alignment::None) => "<th scope=\"col\">",
            (Row::Head, Alignment::Left) => "<th scope=\"col\" class=\"align-left\">",
            (Row::Head, Alignment::Center) => "<th scope=\"col\" class=\"align-center\">",
            (Row::Head, Alignment::Right) => "<th scope=\"col\" class=\"align-right\">",
            (Row::Body, Alignment::None) => "<td>",
            (Row::Body, Alignment::Left) => "<td class=\"align-left\">",
            (Row::Body, Alignment::Center) => "<td class=\"align-center\">",
            (Row::Body, Alignment::Right) => "<td class=\"align-right\">",
        }
    }

    /// The end of a cell.
    pub(super) fn cell_end(&self) -> &'static str {
        match self.row {
            Row::Head => "</th>",
            Row::Body => "</td>",
        }
    }
}

/// Closes [`Tables::open`].
pub(super) const CLOSE: &str = "\n</tbody></table></div>\n";
