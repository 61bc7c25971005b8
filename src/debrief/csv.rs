//! A table as exported by a spreadsheet (RFC 4180), with `,`, `;` or tabs between fields.
//!
//! In: the text of a file. Out: records, each field with its place. Refuses a quote that is never closed and text after a
//! closing quote; each is reported with its line and column.

use std::ops::Range;

use base::diagnostics::{Code, Diagnostic, Place};

/// A field without its quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) text: String,
    /// Its place in the file, including quotes.
    pub(crate) span: Range<usize>,
}

/// The records of a file; empty lines are skipped.
pub(crate) fn records(path: &str, text: &str, problems: &mut Vec<Diagnostic>) -> Vec<Vec<Field>> {
    let sign = separator(text);
    let mut reader = Reader { path, text, at: text.len() - text.trim_start_matches('\u{feff}').len(), problems };
    let mut records = Vec::new();
    while reader.at < text.len() {
        let record = reader.record(sign);
        if record.iter().any(|field| !field.text.trim().is_empty()) {
            records.push(record);
        }
    }
    records
}

/// The separator that occurs most often in the first line, outside quotes.
fn separator(text: &str) -> char {
    let mut quoted = false;
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            c if !quoted => counts.iter_mut().filter(|(sign, _)| *sign == c).for_each(|(_, n)| *n += 1),
            _ => {}
        }
    }
    // Among equals, the first is chosen.
    counts.iter().rev().max_by_key(|(_, n)| *n).map_or(',', |(sign, _)| *sign)
}

struct Reader<'r> {
    path: &'r str,
    text: &'r str,
    at: usize,
    problems: &'r mut Vec<Diagnostic>,
}

impl<'r> Reader<'r> {
    fn record(&mut self, sign: char) -> Vec<Field> {
        let mut fields = Vec::new();
        loop {
            fields.push(if self.rest().starts_with('"') { self.quoted(sign) } else { self.bare(sign) });
            let rest = self.rest();
            if rest.starts_with(sign) {
                self.at += sign.len_utf8();
                continue;
            }
            self.at += if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
            return fields;
        }
    }

    fn rest(&self) -> &'r str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn bare(&mut self, sign: char) -> Field {
        let start = self.at;
        let length = self.rest().find([sign, '\n', '\r']).unwrap_or(self.rest().len());
        self.at += length;
        Field { text: self.text.get(start..self.at).unwrap_or_default().to_owned(), span: start..self.at }
    }

    fn quoted(&mut self, sign: char) -> Field {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        loop {
            let Some(length) = self.rest().find('"') else {
                self.report(
                    start..start + 1,
                    "this quote is never closed",
                    "close it; a quote inside a field is written twice, `\"\"`",
                );
                text.push_str(self.rest());
                self.at = self.text.len();
                return Field { text, span: start..self.at };
            };
            text.push_str(self.rest().get(..length).unwrap_or_default());
            self.at += length + 1;
            if !self.rest().starts_with('"') {
                break;
            }
            text.push('"');
            self.at += 1;
        }
        let after = self.bare(sign);
        if !after.text.trim().is_empty() {
            let hint = "put the whole field in quotes, and write each quote inside it twice, `\"\"`";
            self.report(after.span.clone(), "text follows a closing quote", hint);
        }
        Field { text, span: start..self.at }
    }

    fn report(&mut self, span: Range<usize>, message: &str, hint: &str) {
        let problem = Diagnostic::new(Code::BadExport, message).at(Place::new(self.path, self.text, span));
        self.problems.push(problem.hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use super::records;

    fn read(text: &str) -> (Vec<Vec<String>>, Vec<String>) {
        let mut problems = Vec::new();
        let records = records("a.csv", text, &mut problems);
        let texts = records.into_iter().map(|record| record.into_iter().map(|field| field.text).collect()).collect();
        let messages = problems.iter().map(|p| {
            let place = p.place.as_ref().map(|at| format!("{}:{}", at.line, at.column)).unwrap_or_default();
            format!("{place} {}", p.message)
        });
        (texts, messages.collect())
    }

    #[test]
    fn fields_are_read_as_spreadsheets_write_them() {
        for text in [
            "a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n\r\n",
            "\u{feff}a;b\n1;\"x, \"\"y\"\"\nz\"",
            "a\tb\n1\t\"x, \"\"y\"\"\nz\"\n",
        ] {
            assert_eq!(
                read(text),
                (vec![vec!["a".into(), "b".into()], vec!["1".into(), "x, \"y\"\nz".into()]], vec![])
            );
        }
        assert_eq!(read(""), (vec![], vec![]));
        assert_eq!(read("a,,").0, [["a", "", ""]]);
    }

    #[test]
    fn malformed_tables_are_reported_with_their_place() {
        assert_eq!(read("a,b\n1,\"x\n").1, ["2:3 this quote is never closed"]);
        assert_eq!(read("a,b\n\"1\" x,2\n").1, ["2:4 text follows a closing quote"]);
    }
}
