//! YAML anchors, aliases and merge keys in `public:`. An alias silently copies a text from elsewhere, so that a text to be
//! published must be written in place. The parser resolves aliases without notice; this reads the lines themselves.

use std::ops::Range;

use base::diagnostics::{Code, Diagnostic, Place};
use base::yaml::Node;

/// An error for every anchor, alias and merge key in the block.
pub(super) fn find(public: &Node<'_>, path: &str, text: &str) -> Vec<Diagnostic> {
    let Some(block) = block(public, text) else { return Vec::new() };
    let problem = |span: Range<usize>| {
        let sign = &text[block.start + span.start..block.start + span.end];
        let what = match sign.as_bytes().first() {
            Some(b'&') => "anchor",
            Some(b'*') => "alias",
            _ => "merge key",
        };
        Diagnostic::new(Code::PublicField, format!("`public` takes no YAML {what}, such as `{sign}`"))
            .at(Place::new(path, text, block.start + span.start..block.start + span.end))
            .hint("write the value out: what is published must stand where it is published; a text that begins with `&` or `*` goes in quotes")
    };
    spans(&text[block.clone()]).into_iter().map(problem).collect()
}

/// The lines of the block: from its key to the next key of the front matter.
fn block(public: &Node<'_>, text: &str) -> Option<Range<usize>> {
    let line = public.key_place().line;
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let mut end = start;
    for (n, line) in text[start..].split_inclusive('\n').enumerate() {
        let outer = line.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '#' | '}' | ']'));
        if n > 0 && outer {
            break;
        }
        end += line.len();
    }
    Some(start..end)
}

/// Where structure, not text, begins with `&` or `*`, and keys that are `<<`.
fn spans(block: &str) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    // Lines with a deeper indent than this are the text of a block scalar.
    let mut scalar: Option<usize> = None;
    for line in block.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let blank = line.trim().is_empty();
        match scalar {
            Some(above) if blank || indent > above => {}
            _ => {
                scalar = None;
                found.extend(in_line(line).into_iter().map(|span| at + span.start..at + span.end));
                let plain = line.trim_end();
                let head = plain.rsplit([' ', '\t']).next().unwrap_or_default();
                let is_block = head.starts_with(['|', '>'])
                    && head[1..].chars().all(|c| matches!(c, '+' | '-') || c.is_ascii_digit());
                if is_block {
                    scalar = Some(indent);
                }
            }
        }
        at += line.len();
    }
    found
}

fn in_line(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut quote, mut depth, mut starts) = (None::<char>, 0_usize, true);
    let mut before = ' ';
    for (i, c) in line.char_indices() {
        if let Some(q) = quote {
            if c == q && before != '\\' {
                quote = None;
            }
        } else {
            match c {
                '"' | '\'' if starts => quote = Some(c),
                '#' if before.is_whitespace() => break,
                '&' | '*' if starts && !line[i + 1..].starts_with([' ', '\n', '\r']) => {
                    let end = line[i..].find([' ', ',', ']', '}', '\n', '\r']).map_or(line.len(), |end| i + end);
                    found.push(i..end);
                }
                '<' if starts && line[i..].starts_with("<<:") => found.push(i..i + 2),
                _ => {}
            }
            depth = match c {
                '[' | '{' if starts => depth + 1,
                ']' | '}' => depth.saturating_sub(1),
                _ => depth,
            };
            let opens = matches!(c, '[' | '{') || (c == ',' && depth > 0) || (c == '-' && starts);
            starts = if c.is_whitespace() { starts || before == ':' } else { opens };
        }
        before = c;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::spans;

    fn found(block: &str) -> Vec<&str> {
        spans(block).into_iter().map(|span| &block[span]).collect()
    }

    #[test]
    fn anchors_aliases_and_merge_keys_are_found_where_they_are_structure() {
        assert_eq!(found("public:\n  title: *t\n  tags: [a, *b]\n  <<: *c\n"), ["*t", "*b", "<<", "*c"]);
        assert_eq!(found("public: &p\n  - &x one\n  sections: {a: *y}\n"), ["&p", "&x", "*y"]);
    }

    #[test]
    fn text_may_hold_what_it_likes() {
        let block = "public:\n  summary: |\n    *so* it was\n    - & then\n\n    <<: x\n  title: A & B, *indeed* so # *c\n  x: \"*q\"\n  y: 'it *is*'\n";
        assert_eq!(found(block), Vec::<&str>::new());
    }
}
