//! The differences between two canonical texts, for the approver.

use base::text::{clock, date_words};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

/// One line of the difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The field of the lines that follow: `title`, `sections: summary`, `timeline`.
    Field(String),
    /// A line of both texts, shown as context.
    Same(String),
    /// A removed line.
    Old(String),
    /// A new line.
    New(String),
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Field(name) => write!(f, "{name}"),
            Self::Same(text) => write!(f, "    {text}"),
            Self::Old(text) => write!(f, "  - {text}"),
            Self::New(text) => write!(f, "  + {text}"),
        }
    }
}

/// How many unchanged lines are shown around a difference.
const AROUND: usize = 1;

/// The fields that differ, in order, with their lines; empty without a difference. An invalid canonical text, such as
/// the empty one before the first approval, has no fields.
#[must_use]
pub fn changes(before: &str, now: &str) -> Vec<Line> {
    let (before, now) = (fields(before), fields(now));
    let mut names: Vec<&String> = now.iter().map(|(name, _)| name).collect();
    names.extend(before.iter().map(|(name, _)| name).filter(|name| !now.iter().any(|(n, _)| n == *name)));
    let mut lines = Vec::new();
    for name in names {
        let text = |fields: &[(String, String)]| {
            fields.iter().find(|(n, _)| n == name).map(|(_, text)| text.clone()).unwrap_or_default()
        };
        let (old, new) = (text(&before), text(&now));
        if old != new {
            lines.push(Line::Field(name.clone()));
            compare(&old, &new, &mut lines);
        }
    }
    lines
}

fn compare(old: &str, new: &str, lines: &mut Vec<Line>) {
    let diff = TextDiff::from_lines(old, new);
    for group in diff.grouped_ops(AROUND) {
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let text = change.value().trim_end_matches('\n').to_owned();
            lines.push(match change.tag() {
                ChangeTag::Equal => Line::Same(text),
                ChangeTag::Delete => Line::Old(text),
                ChangeTag::Insert => Line::New(text),
            });
        }
    }
}

/// The fields of a canonical text by name, each with its lines: everything that readers see of a postmortem.
#[must_use]
pub fn facts(canonical: &str) -> Vec<(String, String)> {
    let said = |(_, text): &(String, String)| !text.trim().is_empty();
    fields(canonical).into_iter().filter(said).collect()
}

/// The fields of a canonical text as readable lines, in order, with one field for each section.
fn fields(canonical: &str) -> Vec<(String, String)> {
    let json = canonical.split_once('\n').map_or("", |(_, json)| json);
    let Ok(Value::Object(members)) = serde_json::from_str::<Value>(json) else { return Vec::new() };
    let mut fields = Vec::new();
    for name in ORDER {
        match (name, members.get(name)) {
            ("sections", Some(Value::Array(sections))) => {
                for section in sections {
                    let of = |key: &str| section.get(key).and_then(Value::as_str).unwrap_or_default();
                    fields.push((format!("sections: {}", of("name")), with_end(of("text"))));
                }
            }
            ("lasted", Some(Value::Number(seconds))) => {
                let words = seconds.as_i64().map(base::text::duration).unwrap_or_default();
                fields.push((name.to_owned(), with_end(&words)));
            }
            ("span", Some(Value::Object(members))) => {
                let ends: Vec<_> =
                    ["from", "to"].iter().filter_map(|end| members.get(*end)).map(|end| when(&words(end))).collect();
                fields.push((name.to_owned(), with_end(&ends.join(" to "))));
            }
            ("date" | "approved", Some(day)) => fields.push((name.to_owned(), with_end(&when(&words(day))))),
            ("site", Some(Value::Object(members))) => {
                let lines = members.iter().filter_map(|(name, value)| Some((name, value.as_str()?)));
                let lines = lines.filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("{name}: {text}\n"));
                fields.push((name.to_owned(), lines.collect()));
            }
            (_, Some(Value::Array(items))) => {
                fields.push((name.to_owned(), items.iter().map(|item| with_end(&words(item))).collect()));
            }
            (_, Some(value)) => fields.push((name.to_owned(), with_end(&words(value)))),
            (_, None) => {}
        }
    }
    fields
}

/// The members of the canonical text, in order.
const ORDER: [&str; 20] = [
    "slug",
    "aliases",
    "title",
    "date",
    "severity",
    "standing",
    "services",
    "tags",
    "version",
    "changes",
    "revised",
    "span",
    "lasted",
    "sections",
    "timeline",
    "measures",
    "assets",
    "withdrawn",
    "approved",
    "site",
];

/// The members of inner objects, in reading order.
const MEMBERS: [&str; 18] = [
    "at", "on", "fields", "from", "to", "effect", "state", "due", "label", "meaning", "slug", "role", "note", "what",
    "file", "width", "height", "alt",
];

fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(members) => {
            let of = |name: &&str| {
                let value = members.get(*name)?;
                Some(if matches!(*name, "at" | "on") { when(&words(value)) } else { words(value) })
            };
            let parts: Vec<_> = MEMBERS.iter().filter_map(of).collect();
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Null => String::new(),
        value => value.to_string(),
    }
}

/// A moment or a day as people read it: `3 March 2026, 14:05 UTC`; any other text as it is. Seconds are written where there are any,
/// because they are approved too.
#[must_use]
pub fn when(text: &str) -> String {
    if let Ok(at) = text.parse::<Timestamp>() {
        let there = at.to_zoned(TimeZone::UTC).datetime();
        let seconds = if there.second() == 0 { String::new() } else { format!(":{:02}", there.second()) };
        return format!("{}, {}{seconds} UTC", date_words(there.date()), clock(there.time()));
    }
    text.parse::<Date>().map_or_else(|_| text.to_owned(), date_words)
}

fn with_end(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{}\n", text.trim_end_matches('\n')) }
}
