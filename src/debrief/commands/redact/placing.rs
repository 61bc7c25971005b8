//! Where in the file of a review the value of a finding stands, and how a mark can be written there.

use std::ops::Range;

use base::yaml::{Document, quoted};
use clearance::Finding;
use internal::front_matter;
use markdown::CodePlace;

/// Where the value of a finding stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Text(Range<usize>),
    /// In `slug:`, which is an address.
    Slug,
    /// At the beginning of a value of the front matter that is not in quotes.
    PlainValue,
    /// In a value without quotes within `{...}` or `[...]`: the value in the file, and that of the finding.
    Flow(Range<usize>, Range<usize>),
    /// A span of code, with its signs.
    Span(Range<usize>),
    /// A block of code.
    Block,
}

impl Place {
    /// The value of a finding; `code` is all code of the text. `None` if the first occurrence at or after its place is marked, or
    /// there is none.
    pub(super) fn of(text: &str, code: &[CodePlace], finding: &Finding) -> Option<Self> {
        let value = finding.value.reveal();
        if value.is_empty() {
            return None;
        }
        let start = begin(text, finding.at.line, finding.at.column);
        let at = start + text.get(start..)?.find(value)?;
        if is_marked(text, at) {
            return None;
        }
        let range = at..at + value.len();
        let around = code.iter().find(|code| code.span.start <= range.start && range.end <= code.span.end);
        Some(match around {
            Some(code) if code.is_block => Self::Block,
            Some(code) => Self::Span(code.span.clone()),
            None if is_in_slug(text, range.start) => Self::Slug,
            None => match flow_value(text, range.start).filter(|whole| range.end <= whole.end) {
                Some(whole) => Self::Flow(whole, range),
                None if begins_a_plain_value(text, range.start) => Self::PlainValue,
                None => Self::Text(range),
            },
        })
    }

    /// The text with a mark of this role here; `None` if it has to be written by hand.
    pub(super) fn marked(&self, text: &str, role: &str) -> Option<String> {
        let mark = |range: &Range<usize>| format!("[{}](redact:{role})", &text[range.clone()]);
        let (range, new) = match self {
            // In code a mark would be text: the mark is around the code.
            Self::Text(range) | Self::Span(range) => (range, mark(range)),
            Self::Flow(whole, range) => {
                let (before, after) = (&text[whole.start..range.start], &text[range.end..whole.end]);
                (whole, quoted(&format!("{before}{}{after}", mark(range))))
            }
            Self::Slug | Self::PlainValue | Self::Block => return None,
        };
        let marked = format!("{}{new}{}", &text[..range.start], &text[range.end..]);
        // Where the front matter could no longer be read, the mark is left to the author.
        (is_readable(&marked) || !is_readable(text)).then_some(marked)
    }
}

/// The byte at a line and a column, both of which count from 1. A column after the end of the line is in those after it: YAML joins
/// lines of a text.
fn begin(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

fn is_readable(text: &str) -> bool {
    front_matter(text).is_none_or(|yaml| Document::parse("", text, yaml).is_ok())
}

/// Whether the text at `at` is a part of `slug: ...`, on a line of its own or in the braces of `public: {...}`.
fn is_in_slug(text: &str, at: usize) -> bool {
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    let is_on_own_line = line.trim_start().strip_prefix("slug:").is_some_and(|value| !value.trim_start().contains(' '));
    let is_in_front = || front_matter(text).is_some_and(|yaml| yaml.contains(&at));
    is_on_own_line || is_in_front() && public_slug(text).is_some_and(|slug| slug.contains(&at))
}

/// The value of `public.slug` in the front matter, however it is written.
fn public_slug(text: &str) -> Option<Range<usize>> {
    let document = Document::parse("", text, front_matter(text)?).ok()?;
    let root = document.root();
    let public = root.any_fields(&mut Vec::new())?.get("public")?;
    let place = public.any_fields(&mut Vec::new())?.get("slug")?.place();
    let start = begin(text, place.line, place.column);
    Some(start..start + place.span.len())
}

/// Whether the text at `at` begins a value of the front matter that is not in quotes: with `[` at its start, YAML would read a
/// list.
fn begins_a_plain_value(text: &str, at: usize) -> bool {
    let before = text[..at].rsplit('\n').next().unwrap_or_default().trim();
    let is_next_in_list = before.ends_with(',') && before.contains(['[', '{']);
    let begins = before == "-" || before.ends_with([':', '[', '{']) || is_next_in_list;
    begins && front_matter(text).is_some_and(|yaml| yaml.contains(&at))
}

/// The value without quotes, within `{...}` or `[...]` on one line of the front matter, in which `at` is.
fn flow_value(text: &str, at: usize) -> Option<Range<usize>> {
    if !front_matter(text)?.contains(&at) {
        return None;
    }
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next()?;
    let margin = line.len() - line.trim_start_matches([' ', '-']).len();
    let (mut depth, mut quote, mut value) = (0_usize, None, None);
    let mut begins = true;
    let mut signs = line[margin..].char_indices().map(|(n, c)| (margin + n, c)).peekable();
    while let Some((n, c)) = signs.next() {
        let is_next_blank = signs.peek().is_none_or(|(_, next)| next.is_whitespace());
        match (quote, c) {
            (Some('"'), '\\') => {
                signs.next();
            }
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') if begins => (quote, begins) = (Some(c), false),
            (None, '{' | '[') if begins => depth += 1,
            (None, ',' | '}' | ']') if depth > 0 => {
                let whole = value.take().map(|from: usize| start + from..start + line[..n].trim_end().len());
                if let Some(whole) = whole.filter(|whole| whole.contains(&at)) {
                    return Some(whole);
                }
                depth -= usize::from(c != ',');
                begins = c == ',';
            }
            (None, ':') if is_next_blank => (value, begins) = (None, true),
            (None, c) if !c.is_whitespace() && begins => (value, begins) = ((depth > 0).then_some(n), false),
            _ => {}
        }
    }
    None
}

/// Whether the text at `at` is already inside a mark.
fn is_marked(text: &str, at: usize) -> bool {
    let open = text[..at].rfind('[');
    let closed = text[..at].rfind(']');
    let inside = open.is_some_and(|open| closed.is_none_or(|closed| closed < open));
    inside && text[at..].split_once(']').is_some_and(|(_, rest)| rest.starts_with("(redact:"))
}

#[cfg(test)]
mod tests {
    use super::{Place, begin, begins_a_plain_value, flow_value, is_in_slug, is_marked};

    #[test]
    fn a_value_in_a_mark_is_left_alone() {
        let text = "a [Jane](redact:x) and Jane, [Jane](https://x)";
        let places: Vec<_> = text.match_indices("Jane").map(|(at, _)| is_marked(text, at)).collect();
        assert_eq!(places, [true, false, false]);
    }

    #[test]
    fn an_address_takes_no_mark() {
        let text = "  slug: jane-left\n  title: slug: jane\nslug: a # by jane\n";
        let places: Vec<_> = text.match_indices("jane").map(|(at, _)| is_in_slug(text, at)).collect();
        assert_eq!(places, [true, false, false]);
        for front in [
            "public: {slug: jane-left}",
            "public: {title: A, slug: 'jane'}",
            "\"public\": {\"slug\": jane}",
            "public: {title: A,\n  intro: B, slug: so-jane-left}",
        ] {
            let text = format!("---\n{front}\n---\n\npublic: {{slug: jane}}\n");
            let places: Vec<_> = text.match_indices("jane").map(|(at, _)| is_in_slug(&text, at)).collect();
            assert_eq!(places, [true, false], "{front}");
        }
        let text = "---\npublic: {title: jane, slug: a, sections: [jane]}\n---\n";
        assert!(text.match_indices("jane").all(|(at, _)| !is_in_slug(text, at)));
    }

    #[test]
    fn a_mark_does_not_turn_a_value_of_front_matter_into_a_list() {
        let text = "---\nsummary: Jane came\ntags: [a, Jane]\nlearnings:\n  - Jane left\n  - 'Jane'\nimpact: |\n  Jane ran, Jane\n---\nPaged: Jane\n- Jane\n";
        let places: Vec<_> = text.match_indices("Jane").map(|(at, _)| begins_a_plain_value(text, at)).collect();
        assert_eq!(places, [true, true, true, false, false, false, false, false]);
    }

    #[test]
    fn a_value_in_brackets_is_put_in_quotes() {
        for (line, marked) in [
            (
                "- {at: x, what: A page; Jane came, public: true}",
                "- {at: x, what: \"A page; [Jane](redact:r) came\", public: true}",
            ),
            ("tags: [a, b Jane]", "tags: [a, \"b [Jane](redact:r)\"]"),
            ("tags: [Jane]", "tags: [\"[Jane](redact:r)\"]"),
            ("- {at: \"09:14\", what: \"A, Jane\"}", "- {at: \"09:14\", what: \"A, [Jane](redact:r)\"}"),
            ("- {what: 'It''s Jane'}", "- {what: 'It''s [Jane](redact:r)'}"),
            ("what: A, then Jane came", "what: A, then [Jane](redact:r) came"),
            ("a: {b: [c, d Jane e], f: g}", "a: {b: [c, \"d [Jane](redact:r) e\"], f: g}"),
        ] {
            let text = format!("---\n{line}\n---\nx\n");
            let at = text.find("Jane").unwrap();
            let range = at..at + 4;
            let place = flow_value(&text, at).map_or(Place::Text(range.clone()), |whole| Place::Flow(whole, range));
            assert_eq!(place.marked(&text, "r"), Some(format!("---\n{marked}\n---\nx\n")), "{line}");
        }
    }

    #[test]
    fn a_mark_that_breaks_the_front_matter_is_not_written() {
        let text = "---\na: {b: c,\n  d: Then Jane came}\n---\nx\n";
        let at = text.find("Jane").unwrap();
        assert_eq!(Place::Text(at..at + 4).marked(text, "r"), None);
    }

    #[test]
    fn a_column_is_counted_in_characters_and_over_lines() {
        assert_eq!(begin("ab\näbc\n", 2, 2), 5);
        assert_eq!(begin("ab\ncd\n", 1, 5), 4);
        assert_eq!(begin("ab", 9, 9), 2);
    }
}
