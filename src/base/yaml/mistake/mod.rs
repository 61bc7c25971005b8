//! Explains common mistakes in YAML that cannot be parsed.
//!
//! In: the source, and where and why the parser stopped, which is often some lines after the mistake. Out: the mistake,
//! its place and a fix; nothing if it is no common mistake, and then the parser's message is shown.

mod brackets;
mod columns;
mod quotes;
mod signs;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub(super) use columns::without_space;

/// A recognised mistake.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) message: String,
    /// Bytes of the source.
    pub(super) span: Range<usize>,
    pub(super) hint: String,
}

/// The mistake that explains the parser's message `said` at byte `at`.
pub(super) fn find(source: &str, at: usize, said: &str) -> Option<Mistake> {
    let lines = Lines(source);
    if said.contains("duplicate") {
        return None;
    }
    columns::second_document(&lines, said)
        .or_else(|| columns::conflict(&lines))
        .or_else(|| columns::tab(&lines))
        .or_else(|| columns::odd_space(&lines, at))
        .or_else(|| quotes::open_quote(&lines, said))
        .or_else(|| quotes::after_a_quote(&lines, at, said))
        .or_else(|| brackets::hash(&lines, said))
        .or_else(|| brackets::comma(&lines, at, said))
        .or_else(|| brackets::open_bracket(source, at, said))
        .or_else(|| signs::first_sign(&lines, at, said))
        .or_else(|| signs::colon(&lines, at, said))
        .or_else(|| signs::hyphen(&lines, at, said))
        .or_else(|| signs::alone(&lines, at, said))
        .or_else(|| signs::escape(&lines, at, said))
        .or_else(|| signs::block(&lines, at, said))
        .or_else(|| columns::below_hyphen(&lines, at, said))
        .or_else(|| columns::indent(&lines, at, said))
        .or_else(|| columns::no_colon(&lines, at, said))
}

/// Lines with where they begin.
struct Lines<'s>(&'s str);

impl<'s> Lines<'s> {
    fn all(&self) -> impl Iterator<Item = (usize, &'s str)> {
        let mut start = 0;
        self.0.split_inclusive('\n').map(move |line| {
            let began = start;
            start += line.len();
            (began, line.trim_end_matches(['\n', '\r']))
        })
    }

    /// The line that holds byte `at`.
    fn at(&self, at: usize) -> (usize, &'s str) {
        self.all().take_while(|(start, _)| *start <= at).last().unwrap_or((0, ""))
    }

    /// The lines with something on them before the one at `start`, nearest first.
    fn before(&self, start: usize) -> Vec<(usize, &'s str)> {
        let mut lines: Vec<_> = self.all().take_while(|(begins, _)| *begins < start).collect();
        lines.retain(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
        lines.reverse();
        lines
    }
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// `  - tags: a`: the key and its value, with where the value begins in the line.
fn pair(line: &str) -> Option<(&str, usize)> {
    let from = line.len() - line.trim_start_matches([' ', '-']).len();
    let colon = line[from..].find(": ").map(|at| from + at)?;
    let key = &line[from..colon];
    let plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let value = colon + 1 + (line[colon + 1..].len() - line[colon + 1..].trim_start().len());
    plain.then_some((key, value))
}

/// The text in double quotes, without the space around it.
fn quoted(text: &str) -> String {
    super::quoted(text.trim())
}

#[expect(clippy::unnecessary_wraps, reason = "each search ends with it")]
fn mistake(message: impl Into<String>, span: Range<usize>, hint: impl Into<String>) -> Option<Mistake> {
    Some(Mistake { message: message.into(), span, hint: hint.into() })
}
