//! Adds facts that were read from a review's text to the front matter of its file.
//!
//! In: a file. Out: the same file with a few more lines at the end of its front matter, or in a new front matter if it had
//! none. Nothing else changes: line endings, a byte-order mark and a missing final newline are kept. `None` if there is nothing
//! to add. Refuses any addition that would change a fact.

use std::ops::Range;

use jiff::Timestamp;
use jiff::tz::Offset;

use super::facts::facts;
use crate::review::{Review, parse, split};
use base::yaml::{Document, Fields, Repeats, Syntax, quoted};
use site::config::Config;
use site::source::SourceFile;

/// A line of front matter.
struct Line {
    key: &'static str,
    value: Value,
}

enum Value {
    Text(String),
    List(Vec<String>),
    Mapping(Vec<(&'static str, Value)>),
}

/// The file with the facts from its text added to its front matter; `None` if there is nothing to add.
#[must_use]
pub fn with_front_matter(file: &SourceFile, config: &Config) -> Option<String> {
    let review = parse(file.clone(), config).value?;
    if review.is_document {
        return None;
    }
    let front = split(&file.path, &file.text).ok()?.front;
    let taken = keys(file, front.as_ref())?;
    let stated = parse(without_body(file, front.as_ref()), config).value?;
    let lines: Vec<_> =
        found(&review, &stated).into_iter().filter(|line| !taken.iter().any(|key| key == line.key)).collect();
    if lines.is_empty() {
        return None;
    }
    let before = facts(&review);
    let is_same = |text: &String| {
        let file = SourceFile { path: file.path.clone(), text: text.clone() };
        parse(file, config).value.is_some_and(|review| facts(&review) == before)
    };
    let with = |lines: &[&Line]| added(&file.text, front.as_ref(), lines);
    let all: Vec<_> = lines.iter().collect();
    let whole = Some(with(&all)).filter(is_same);
    whole.or_else(|| {
        // Keep the lines that change no fact when added on their own; the others are not certain enough to write down.
        let some: Vec<_> = lines.iter().filter(|line| is_same(&with(&[*line]))).collect();
        Some(with(&some)).filter(|text| !some.is_empty() && is_same(text))
    })
}

/// The keys of the front matter; `None` if it cannot be parsed.
fn keys(file: &SourceFile, front: Option<&(Syntax, Range<usize>)>) -> Option<Vec<String>> {
    let Some((syntax, range)) = front else { return Some(Vec::new()) };
    let repeats = Repeats::Reported(&mut Vec::new());
    let document = Document::parse_as(*syntax, &file.path, &file.text, range.clone(), repeats).ok()?;
    if document.is_empty() {
        return Some(Vec::new());
    }
    let root = document.root();
    let fields: Fields<'_> = root.any_fields(&mut Vec::new())?;
    Some(fields.entries().map(|(key, _)| key.to_owned()).collect())
}

/// The file reduced to its front matter, to find out which facts do not come from the text.
fn without_body(file: &SourceFile, front: Option<&(Syntax, Range<usize>)>) -> SourceFile {
    let fence = match front {
        Some((Syntax::Toml, _)) => "+++",
        _ => "---",
    };
    let inner = front.map_or("", |(_, range)| &file.text[range.clone()]);
    SourceFile { path: file.path.clone(), text: format!("{fence}\n{inner}{fence}\n") }
}

/// Facts that the text gives and the front matter does not.
fn found(review: &Review, stated: &Review) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |key, value| lines.push(Line { key, value });
    if review.title_is_stated && review.title != stated.title {
        add("title", Value::Text(review.title.clone()));
    }
    if let Some(severity) = review.severity.as_ref().filter(|_| stated.severity.is_none()) {
        add("severity", Value::Text(severity.clone()));
    }
    for (key, all, known) in [
        ("services", &review.services, &stated.services),
        ("teams", &review.teams, &stated.teams),
        ("tags", &review.tags, &stated.tags),
    ] {
        if known.is_empty() && !all.is_empty() {
            add(key, Value::List(all.clone()));
        }
    }
    let offset = review.moments.started.map_or(Offset::UTC, |at| review.zone.to_offset(at));
    let known = stated.moments.in_order();
    let moments = review.moments.in_order().into_iter().zip(known).filter(|(_, (_, stated))| stated.is_none());
    let moments = moments.filter_map(|((name, at), _)| Some((name, Value::Text(written(at?, offset)))));
    let moments: Vec<_> = moments.collect();
    if !moments.is_empty() {
        add("times", Value::Mapping(moments));
    }
    let people = &review.people;
    let people = [
        ("owner", &people.owner, &stated.people.owner),
        ("incident_commander", &people.incident_commander, &stated.people.incident_commander),
        ("responders", &people.responders, &stated.people.responders),
    ];
    let people = people.into_iter().filter(|(_, all, known)| known.is_empty() && !all.is_empty());
    let people: Vec<_> = people.map(|(name, all, _)| (name, Value::List(all.clone()))).collect();
    if !people.is_empty() {
        add("people", Value::Mapping(people));
    }
    lines
}

/// A moment in the review's own time zone.
fn written(at: Timestamp, offset: Offset) -> String {
    if offset == Offset::UTC { at.to_string() } else { at.display_with_offset(offset).to_string() }
}

/// The text with the lines added.
fn added(text: &str, front: Option<&(Syntax, Range<usize>)>, lines: &[&Line]) -> String {
    let end = if text.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n")) { "\r\n" } else { "\n" };
    let syntax = front.map_or(Syntax::Yaml, |(syntax, _)| *syntax);
    let sign = if syntax == Syntax::Toml { " =" } else { ":" };
    let line = |line: &&Line| format!("{}{sign} {}{end}", line.key, value(&line.value, sign));
    let lines = lines.iter().map(line).collect::<Vec<_>>().concat();
    let (at, lines) = match front {
        Some((Syntax::Toml, range)) => (before_tables(text, range), lines),
        Some((_, range)) => (range.end, lines),
        None => (text.len() - text.trim_start_matches('\u{feff}').len(), format!("---{end}{lines}---{end}")),
    };
    format!("{}{lines}{}", &text[..at], &text[at..])
}

/// Where the top-level keys of TOML end: after a table header, every key belongs to that table.
fn before_tables(text: &str, range: &Range<usize>) -> usize {
    let mut at = range.start;
    for line in text[range.clone()].split_inclusive('\n') {
        if line.trim_start().starts_with('[') && line.trim_end().ends_with(']') {
            return at;
        }
        at += line.len();
    }
    range.end
}

fn value(value: &Value, sign: &str) -> String {
    match value {
        Value::Text(text) => quoted(text),
        Value::List(items) => format!("[{}]", items.iter().map(|item| quoted(item)).collect::<Vec<_>>().join(", ")),
        Value::Mapping(members) => {
            let members = members.iter().map(|(key, inner)| format!("{key}{sign} {}", self::value(inner, sign)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SourceFile, with_front_matter};
    use site::config::Config;

    fn adopted(text: &str) -> Option<String> {
        let file = SourceFile { path: "2026-03-05-queue.md".to_owned(), text: text.to_owned() };
        let once = with_front_matter(&file, &Config::foreign())?;
        let again = with_front_matter(&SourceFile { text: once.clone(), ..file }, &Config::foreign());
        assert_eq!(again, None, "a second time: {once}");
        Some(once)
    }

    const BODY: &str = "# Queue stood still\n\nSeverity: SEV2\n\nThe queue stood still, and nobody could order.";

    #[test]
    fn a_file_without_front_matter_gets_one_and_nothing_else() {
        let text = adopted(BODY).unwrap();
        assert!(text.starts_with("---\n") && text.contains("severity: \"sev2\"\n") && text.ends_with(BODY), "{text}");
        assert!(text.ends_with("order."), "no line end where there was none");
    }

    #[test]
    fn line_ends_and_a_byte_order_mark_stay() {
        let body = BODY.replace('\n', "\r\n");
        let text = adopted(&format!("\u{feff}{body}")).unwrap();
        assert!(text.starts_with("\u{feff}---\r\n") && text.ends_with(&body), "{text:?}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    }

    #[test]
    fn front_matter_is_extended_at_its_end() {
        let front = "---\nlayout: post # of the old site\ncategories: [queues]\n";
        let text = adopted(&format!("{front}---\n\n{BODY}\n")).unwrap();
        assert!(text.starts_with(front) && text.ends_with(&format!("---\n\n{BODY}\n")), "{text}");
        assert!(text.contains("severity: \"sev2\"\n") && !text.contains("tags:"), "{text}");
        let text = adopted(&format!("+++\nweight = 3\n[extra]\nx = 1\n+++\n\n{BODY}\n")).unwrap();
        assert!(text.starts_with("+++\nweight = 3\n") && text.contains("severity = \"sev2\"\n"), "{text}");
        assert!(text.contains("[extra]\nx = 1\n+++\n"), "{text}");
    }

    #[test]
    fn nothing_is_added_if_front_matter_has_it_or_is_invalid() {
        let whole = format!("---\ntitle: Queue stood still\nseverity: sev2\n---\n\n{BODY}\n");
        assert_eq!(adopted(&whole), None);
        for front in ["---\ntitle: [\n---\n", "---\n- a\n- b\n---\n", "---\ntitle: x\n"] {
            assert_eq!(adopted(&format!("{front}\n{BODY}\n")), None, "{front}");
        }
    }
}
