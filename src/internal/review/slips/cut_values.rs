//! Values of front matter that a ` #` cuts short: of `title: Outage #42` YAML reads `Outage`.
//!
//! In: the YAML of a file. Out: for each such value a warning with the way out. A comment that has a space after its `#` is one.

use std::ops::Range;

use base::diagnostics::{Code, Diagnostic, Place};

/// Says which values end before something that their author most likely meant to be in them.
pub(in crate::review) fn report(path: &str, text: &str, yaml: Range<usize>, problems: &mut Vec<Diagnostic>) {
    let mut start = yaml.start;
    // The indentation of the key of a text over several lines, in which a `#` is a character.
    let mut block: Option<usize> = None;
    for line in text[yaml].split_inclusive('\n') {
        let at = start;
        start += line.len();
        let indent = line.len() - line.trim_start().len();
        if line.trim().is_empty() || block.is_some_and(|of| indent > of) {
            continue;
        }
        block = None;
        let Some(value) = plain_value(line) else { continue };
        if value.starts_with(['|', '>']) {
            block = Some(indent);
            continue;
        }
        let Some(cut) = cut(value) else { continue };
        let whole = value.trim_end();
        let from = at + line.find(value).unwrap_or(0);
        let lost = &whole[cut..];
        // Within double quotes a backslash begins an escape.
        let quoted = if whole.contains(['"', '\\']) {
            format!("'{}'", whole.replace('\'', "''"))
        } else {
            format!("\"{whole}\"")
        };
        problems.push(
            Diagnostic::new(Code::CutValue, format!("this value ends before `{lost}`, which YAML reads as a comment"))
                .at(Place::new(path, text, from + cut..from + whole.len()))
                .hint(format!("write it in quotes, {quoted}, or with a space after the `#` where a comment is meant")),
        );
    }
}

/// The value of a line such as `key: value` or `- value`, unless it is quoted or a list, a map, an anchor or nothing.
fn plain_value(line: &str) -> Option<&str> {
    let text = line.trim();
    let text = text.strip_prefix("- ").map_or(text, str::trim_start);
    let value = match text.split_once(": ") {
        Some((key, value)) if key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.')) => value.trim(),
        _ if line.trim_start().starts_with("- ") => text,
        _ => return None,
    };
    (!value.is_empty() && !value.starts_with(['"', '\'', '[', '{', '&', '*', '!'])).then_some(value)
}

/// Where a `#` stands at the start or after a space, and before a word or a number.
fn cut(value: &str) -> Option<usize> {
    let at = if value.starts_with('#') { 0 } else { value.find(" #")? + 1 };
    value[at + 1..].starts_with(|c: char| c.is_alphanumeric()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, report};

    fn said(yaml: &str) -> Vec<String> {
        let mut problems: Vec<Diagnostic> = Vec::new();
        report("a.md", yaml, 0..yaml.len(), &mut problems);
        problems.into_iter().map(|problem| problem.message).collect()
    }

    #[test]
    fn a_number_sign_in_a_plain_value_is_reported() {
        for (yaml, lost) in [
            ("title: Outage #42\n", "#42"),
            ("channel: #incident-42\n", "#incident-42"),
            ("actions:\n  - title: Fix #12 soon\n", "#12 soon"),
            ("links:\n  - see #incident-room\n", "#incident-room"),
        ] {
            assert_eq!(
                said(yaml),
                [format!("this value ends before `{lost}`, which YAML reads as a comment")],
                "{yaml}"
            );
        }
    }

    #[test]
    fn comments_quotes_and_texts_of_many_lines_are_as_they_are() {
        for yaml in [
            "title: \"Outage #42\"\n",
            "title: Outage # of March, see #42\n",
            "title: Outage#42\n",
            "# title: Outage #42\n",
            "summary: |\n  It is #42 of them: see #43\nowner: Ana\n",
            "summary: >-\n  Text: of #42\n",
            "tags: [a #b]\n",
            "owner: # nobody yet\n",
        ] {
            assert_eq!(said(yaml), [""; 0], "{yaml}");
        }
    }
}
