//! Syntax highlighting of code blocks, with classes, when the page is built.
//!
//! In: the words after a fence and what is inside it. Out: the block as HTML. The readers only know comments, strings,
//! numbers and keywords, which is enough for short logs and queries. They take linear time for any text. The text
//! itself is kept, escaped.
//!
//! ```text
//! languages   name -> Grammar              language   a language as a table     tables   the tables
//! lexer       the reader of those tables             shell, yaml, settings, markup, lines   readers without a table
//! ```

mod language;
mod languages;
mod lexer;
mod lines;
mod markup;
mod settings;
mod shell;
mod spans;
mod tables;
#[cfg(test)]
mod tests;
mod yaml;

use super::write;
use base::text::escape_html;
use languages::grammar;
use spans::Spans;

/// The most bytes of code that are highlighted in one document: highlighting makes code three times as long.
const MOST_BYTES: usize = 64_000;

/// Writes the code blocks of one document.
#[derive(Debug)]
pub(super) struct Code {
    left: usize,
}

impl Default for Code {
    fn default() -> Self {
        Self { left: MOST_BYTES }
    }
}

/// The name of the language in the words after a fence; empty if there is none.
pub(super) fn name_of(info: &str) -> &str {
    info.split([' ', '\t', ',', '{']).next().unwrap_or_default()
}

/// Whether authors use this name for code; an empty one and the names of plain text count.
#[must_use]
pub fn is_language(name: &str) -> bool {
    let name = name.to_lowercase();
    matches!(name.as_str(), "" | "text" | "txt" | "plain" | "plaintext" | "log" | "output") || grammar(&name).is_some()
}

impl Code {
    /// One block: the words after the fence, if any, and what is inside.
    pub(super) fn block(&mut self, info: &str, body: &str) -> String {
        let language = name_of(info);
        let mut out = String::with_capacity(body.len() * 2 + 80);
        out.push_str("\n<pre class=\"code\" tabindex=\"0\"");
        if !language.is_empty() {
            write::attr(&mut out, "data-lang", language);
        }
        out.push_str("><code>");
        match grammar(&language.to_lowercase()).filter(|_| body.len() <= self.left) {
            Some(grammar) => {
                self.left -= body.len();
                let mut spans = Spans::new(out);
                grammar.read(body, &mut spans);
                out = spans.finish();
            }
            None => out.push_str(&escape_html(body)),
        }
        out.push_str("</code></pre>\n");
        out
    }
}
