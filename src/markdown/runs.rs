//! Links in plain text: `[[id]]` and bare addresses.
//!
//! The parser's own wiki links include `[[1]](https://...)`, which GitHub and other readers treat as an ordinary link.
//! So wiki links are found here, in the text that remains after everything else was recognised.

use std::ops::Range;

use super::step::Step;

/// A text event's content and its place.
pub(super) type Piece<'a> = (pulldown_cmark::CowStr<'a>, Range<usize>);

/// A link found in a run, in bytes of the joined text.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    /// The target, and the text where it has its own.
    Review { whole: Range<usize>, target: Range<usize>, label: Option<Range<usize>> },
    /// An address that is its own text.
    Address(Range<usize>),
}

/// Longer brackets are not a link, so that the search for their end is limited.
const LONGEST_LINK: usize = 400;

/// Splits the run of text `pieces` (consecutive text events) at the links in it, as link events of the parser's own
/// kind. Without a link the pieces are returned unchanged.
pub(super) fn split<'a>(source: &str, pieces: Vec<Piece<'a>>, out: &mut impl Extend<Step<'a>>) {
    let joined: String = pieces.iter().map(|(text, _)| &**text).collect();
    let places = Places::new(source, &pieces);
    let found = find(&joined, &places);
    if found.is_empty() {
        out.extend(pieces.into_iter().map(|(text, span)| (pulldown_cmark::Event::Text(text), span)));
        return;
    }
    let mut at = 0;
    for link in found {
        let whole = match &link {
            Found::Review { whole, .. } | Found::Address(whole) => whole.clone(),
        };
        text(&joined, at..whole.start, &places, out);
        at = whole.end;
        link_events(&joined, link, places.span(whole), out);
    }
    text(&joined, at..joined.len(), &places, out);
}

fn text<'a>(joined: &str, range: Range<usize>, places: &Places, out: &mut impl Extend<Step<'a>>) {
    if !range.is_empty() {
        let span = places.span(range.clone());
        out.extend([(pulldown_cmark::Event::Text(joined[range].to_owned().into()), span)]);
    }
}

fn link_events<'a>(joined: &str, link: Found, span: Range<usize>, out: &mut impl Extend<Step<'a>>) {
    use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
    let (link_type, target, label) = match link {
        Found::Review { target, label, .. } => {
            (LinkType::WikiLink { has_pothole: label.is_some() }, target.clone(), label.unwrap_or(target))
        }
        Found::Address(whole) => (LinkType::Autolink, whole.clone(), whole),
    };
    let tag = Tag::Link { link_type, dest_url: joined[target].to_owned().into(), title: "".into(), id: "".into() };
    out.extend([
        (Event::Start(tag), span.clone()),
        (Event::Text(joined[label].to_owned().into()), span.clone()),
        (Event::End(TagEnd::Link), span),
    ]);
}

/// Finds all links of a run, left to right, never overlapping.
fn find(joined: &str, places: &Places) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = joined[at..].find(['[', ':']) {
        let start = at + next;
        let link = if joined[start..].starts_with("[[") {
            review(joined, start, places)
        } else if joined[start..].starts_with("://") {
            address(joined, at, start).map(Found::Address)
        } else {
            None
        };
        at = match &link {
            Some(Found::Review { whole, .. } | Found::Address(whole)) => whole.end,
            None => start + 1,
        };
        found.extend(link);
    }
    found
}

/// `[[id]]`, `[[id#anchor]]` or `[[id|text]]` at `start`, in brackets that the author typed as such.
fn review(joined: &str, start: usize, places: &Places) -> Option<Found> {
    let inside = &joined[start + 2..];
    let end = inside.bytes().take(LONGEST_LINK).position(|b| matches!(b, b'[' | b']'))?;
    let whole = start..start + end + 4;
    if !inside[end..].starts_with("]]") || joined[..start].ends_with('!') || joined[..start].ends_with('[') {
        return None;
    }
    if [start, start + 1, whole.end - 2, whole.end - 1].iter().any(|at| !places.typed(*at)) {
        return None;
    }
    let (target, label) = match inside[..end].split_once('|') {
        Some((target, label)) => (target, Some(label)),
        None => (&inside[..end], None),
    };
    let is_name = !target.is_empty() && target.trim() == target && !target.chars().any(char::is_control);
    if !is_name || label.is_some_and(|l| l.trim().is_empty()) {
        return None;
    }
    let from = start + 2;
    let label = label.map(|l| from + end - l.len()..from + end);
    Some(Found::Review { whole, target: from..from + target.len(), label })
}

/// An address around the `://` at `colon`, by the rules of GitHub's extended autolinks; it begins no earlier than `from`.
///
/// Source of the rule: GitHub Flavored Markdown Spec, "Autolinks (extension)".
fn address(joined: &str, from: usize, colon: usize) -> Option<Range<usize>> {
    let before = &joined[from..colon];
    let scheme = ["https", "http"].into_iter().find(|s| before.ends_with(s))?;
    let start = colon - scheme.len();
    let joins_word =
        joined[..start].chars().next_back().is_some_and(|c| !c.is_whitespace() && !"*_~([\"'|".contains(c));
    let host = &joined[colon + 3..];
    if joins_word || !host.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let length = host.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(host.len());
    Some(start..colon + 3 + trimmed(&host[..length]))
}

/// The length of an address without the punctuation that ends the sentence around it.
fn trimmed(address: &str) -> usize {
    let open = address.matches('(').count();
    let mut close = address.matches(')').count();
    let mut end = address.len();
    while let Some(last) = address[..end].chars().next_back() {
        match last {
            ')' if close > open => close -= 1,
            '?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' | '"' | ']' => {}
            _ => break,
        }
        end -= last.len_utf8();
    }
    end
}

/// Maps bytes of the joined text to the source.
struct Places {
    /// For each piece: its start in the joined text, its place in the source, and whether both have the same letters.
    pieces: Vec<(usize, Range<usize>, Letters)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    Same,
    /// A character reference, or a letter after a backslash.
    Other,
}

impl Places {
    fn new(source: &str, pieces: &[Piece<'_>]) -> Self {
        let mut at = 0;
        let mut last_end = None;
        let pieces = pieces
            .iter()
            .map(|(text, span)| {
                let start = at;
                at += text.len();
                let backslash = span.start > 0 && source.as_bytes().get(span.start - 1) == Some(&b'\\');
                let escaped = backslash && last_end != Some(span.start);
                last_end = Some(span.end);
                let same = !escaped && source.get(span.clone()) == Some(&**text);
                (start, span.clone(), if same { Letters::Same } else { Letters::Other })
            })
            .collect();
        Self { pieces }
    }

    fn piece(&self, at: usize) -> Option<&(usize, Range<usize>, Letters)> {
        self.pieces[..self.pieces.partition_point(|(start, ..)| *start <= at)].last()
    }

    /// True if the letter at `at` was typed directly, neither escaped nor as a reference.
    fn typed(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|(.., letters)| *letters == Letters::Same)
    }

    /// The place of a range of the joined text.
    fn span(&self, range: Range<usize>) -> Range<usize> {
        let exact = |at: usize, from: Letters| {
            self.piece(at).map_or(0, |(start, span, letters)| match (letters, from) {
                (Letters::Same, _) => (span.start + at - start).min(span.end),
                (Letters::Other, Letters::Same) => span.start,
                (Letters::Other, Letters::Other) => span.end,
            })
        };
        let start = exact(range.start, Letters::Same);
        // The end is computed from the last letter, because the next letter may be elsewhere.
        let end = range.end.checked_sub(1).map_or(start, |last| {
            let at = exact(last, Letters::Other);
            if self.piece(last).is_some_and(|(.., l)| *l == Letters::Same) { at + 1 } else { at }
        });
        start..end.max(start)
    }
}
