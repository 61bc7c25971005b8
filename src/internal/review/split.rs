//! Finds the front matter of a file: YAML between `---`, TOML between `+++`.
//!
//! In: a whole file. Out: the byte ranges of both parts. Refuses front matter without an end.

use std::ops::Range;

use base::diagnostics::{Code, Diagnostic, Place};
use base::yaml::Syntax;

/// The byte ranges of the front matter and the body of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The front matter without its fences, and its language; `None` if the file does not begin with a fence.
    pub front: Option<(Syntax, Range<usize>)>,
    /// The first byte after the closing fence and its line ending.
    pub body: usize,
}

impl Split {
    /// A file without front matter.
    pub(super) fn none(body: usize) -> Self {
        Self { front: None, body }
    }
}

/// Finds the fences.
pub fn split(path: &str, text: &str) -> Result<Split, Box<Diagnostic>> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let (syntax, closing) = match first.trim_end() {
        "---" => (Syntax::Yaml, ["---", "..."]),
        "+++" => (Syntax::Toml, ["+++", "+++"]),
        _ => return Ok(Split::none(start)),
    };
    let front = start + first.len();
    let (mut at, mut indented) = (front, None);
    for line in lines {
        if closing.contains(&line.trim_end()) {
            return Ok(Split { front: Some((syntax, front..at)), body: at + line.len() });
        }
        if indented.is_none() && line.trim() == closing[0] {
            indented = Some(at..at + line.trim_end().len());
        }
        at += line.len();
    }
    let hint = match indented {
        Some(_) => format!("take out the space before `{}`, so that it ends the front matter", closing[0]),
        None => format!("end it with a line that holds only `{}`", closing[0]),
    };
    let unclosed = Diagnostic::new(Code::UnclosedFrontMatter, "the front matter is never closed");
    Err(Box::new(unclosed.at(Place::new(path, text, indented.unwrap_or(start..start + 3))).hint(hint)))
}

#[cfg(test)]
mod tests {
    use super::{Syntax, split};

    fn parts(text: &str) -> (Option<(Syntax, &str)>, &str) {
        let split = split("a.md", text).unwrap();
        (split.front.map(|(syntax, range)| (syntax, &text[range])), &text[split.body..])
    }

    #[test]
    fn fences_may_end_in_dots_crlf_or_the_file() {
        let yaml = |text| Some((Syntax::Yaml, text));
        assert_eq!(parts("---\na: 1\n---\nbody"), (yaml("a: 1\n"), "body"));
        assert_eq!(parts("\u{feff}---\r\na: 1\r\n...\r\nbody"), (yaml("a: 1\r\n"), "body"));
        assert_eq!(parts("---\n---"), (yaml(""), ""));
        assert_eq!(parts("\u{feff}body --- x"), (None, "body --- x"));
        assert_eq!(parts(""), (None, ""));
    }

    #[test]
    fn plus_signs_fence_toml() {
        assert_eq!(parts("+++\na = 1\n---\n+++\nbody"), (Some((Syntax::Toml, "a = 1\n---\n")), "body"));
        assert_eq!(parts("++++\nbody"), (None, "++++\nbody"));
    }

    #[test]
    fn an_open_fence_is_an_error() {
        for text in ["---\na: 1\n", "+++\na = 1\n---\n"] {
            assert_eq!(split("a.md", text).unwrap_err().code.as_str(), "unclosed-front-matter", "{text}");
        }
    }
}
