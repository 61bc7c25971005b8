//! The missing marks: for each value that the scanner found, a mark that its author may accept.

use std::ops::Range;

use crate::commands::candidate::Candidate;
use base::text::visible_name;
use clearance::{Finding, Policy, Tier};
use markdown::{CodePlace, codes};

/// One line for each value: the mark to write.
pub(super) fn lines(found: &Candidate) -> Vec<String> {
    let code = codes(&found.text);
    let mut lines: Vec<_> = to_mark(found)
        .map(|finding| {
            let at = format!("  {}:{}:", visible_name(&finding.at.path), finding.at.line);
            match place(&found.text, &code, finding) {
                Some(Place::Block) => {
                    format!("{at} it stands in a block of code: name the block `redact` to leave it out, or word it otherwise")
                }
                Some(Place::Span(span)) => format!("{at} write [{}](redact:omit)", &found.text[span]),
                Some(Place::PlainValue) => {
                    format!("{at} write {}, with the whole value in quotes", mark(finding, &found.policy))
                }
                Some(Place::Text(_)) | None => format!("{at} write {}", mark(finding, &found.policy)),
            }
        })
        .collect();
    lines.dedup();
    if !lines.is_empty() {
        lines.insert(0, "Marks to add, by hand or with --apply:".to_owned());
    }
    lines
}

/// The file with every proposal that can be placed: at the first unmarked occurrence of the value at or after the finding's
/// line; and how many were placed.
pub(super) fn applied(found: &Candidate) -> (String, usize) {
    let mut text = found.text.clone();
    let mut placed = 0;
    let mut findings: Vec<_> = to_mark(found).collect();
    // From the last line up, so that lines above keep their numbers.
    findings.sort_by_key(|finding| std::cmp::Reverse((finding.at.line, finding.at.column)));
    for finding in findings {
        match place(&text, &codes(&text), finding) {
            Some(Place::Text(range)) => text.replace_range(range, &mark(finding, &found.policy)),
            // In code a mark would be text: the mark is around the code.
            Some(Place::Span(range)) => {
                let marked = format!("[{}](redact:omit)", &text[range.clone()]);
                text.replace_range(range, &marked);
            }
            Some(Place::PlainValue | Place::Block) | None => continue,
        }
        placed += 1;
    }
    (text, placed)
}

/// The findings that a mark would settle.
fn to_mark(found: &Candidate) -> impl Iterator<Item = &Finding> {
    found.findings.iter().filter(|finding| finding.tier == Tier::Block)
}

/// Whether the text at `at` begins a value of the front matter that is not in quotes: with `[` at its start, YAML would read a
/// list.
fn begins_a_plain_value(text: &str, at: usize) -> bool {
    let in_front_matter = text.trim_start_matches('\u{feff}').starts_with("---") && !text[..at].contains("\n---");
    let before = text[..at].rsplit('\n').next().unwrap_or_default().trim();
    let is_next_in_list = before.ends_with(',') && before.contains(['[', '{']);
    in_front_matter && (before == "-" || before.ends_with([':', '[', '{']) || is_next_in_list)
}

/// Where the value of a finding stands.
enum Place {
    Text(Range<usize>),
    /// At the beginning of a value of the front matter that is not in quotes.
    PlainValue,
    /// A span of code, with its signs.
    Span(Range<usize>),
    /// A block of code.
    Block,
}

/// The first unmarked occurrence of the value at or after the finding's line; `code` is all code of the text.
fn place(text: &str, code: &[CodePlace], finding: &Finding) -> Option<Place> {
    let value = finding.value.reveal();
    if value.is_empty() {
        return None;
    }
    let start: usize = text.split_inclusive('\n').take(finding.at.line.saturating_sub(1)).map(str::len).sum();
    let bare = text[start..].match_indices(value).map(|(at, _)| start + at).find(|at| !is_marked(text, *at))?;
    let range = bare..bare + value.len();
    let around = code.iter().find(|code| code.span.start <= range.start && range.end <= code.span.end);
    Some(match around {
        Some(code) if code.is_block => Place::Block,
        Some(code) => Place::Span(code.span.clone()),
        None if begins_a_plain_value(text, range.start) => Place::PlainValue,
        None => Place::Text(range),
    })
}

/// Whether the text at `at` is already inside a mark.
fn is_marked(text: &str, at: usize) -> bool {
    let open = text[..at].rfind('[');
    let closed = text[..at].rfind(']');
    let inside = open.is_some_and(|open| closed.is_none_or(|closed| closed < open));
    inside && text[at..].split_once(']').is_some_and(|(_, rest)| rest.starts_with("(redact:"))
}

fn mark(finding: &Finding, policy: &Policy) -> String {
    let value = finding.value.reveal();
    format!("[{value}](redact:{})", policy.person(value).and_then(|person| person.role.as_deref()).unwrap_or("omit"))
}

#[cfg(test)]
mod tests {
    use super::{begins_a_plain_value, is_marked};

    #[test]
    fn a_value_in_a_mark_is_left_alone() {
        let text = "a [Jane](redact:x) and Jane, [Jane](https://x)";
        let places: Vec<_> = text.match_indices("Jane").map(|(at, _)| is_marked(text, at)).collect();
        assert_eq!(places, [true, false, false]);
    }

    #[test]
    fn a_mark_does_not_turn_a_value_of_front_matter_into_a_list() {
        let text = "---\nsummary: Jane came\ntags: [a, Jane]\nlearnings:\n  - Jane left\n  - 'Jane'\nimpact: |\n  Jane ran, Jane\n---\nPaged: Jane\n- Jane\n";
        let places: Vec<_> = text.match_indices("Jane").map(|(at, _)| begins_a_plain_value(text, at)).collect();
        assert_eq!(places, [true, true, true, false, false, false, false, false]);
    }
}
