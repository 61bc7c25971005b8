//! A mapping: where in each record of an export the fields of a review are. `docs/migrating.md` describes the file.
//!
//! In: the text of an `import.yaml`, or the name of a tool with a shipped mapping. Out: a [`Mapping`]. Refuses unknown keys and
//! fields.

use serde_json::Value;

use base::diagnostics::Diagnostic;
use base::yaml::{Document, Fields, Node};
use site::source::SourceFile;

/// The fields that a record can fill.
pub(super) const FIELDS: [&str; 16] = [
    "title",
    "key",
    "summary",
    "text",
    "severity",
    "services",
    "teams",
    "tags",
    "owner",
    "url",
    "started",
    "detected",
    "acknowledged",
    "identified",
    "mitigated",
    "resolved",
];

/// Tools with a shipped mapping.
const TOOLS: [(&str, &str); 4] = [
    ("pagerduty", include_str!("tools/pagerduty.yaml")),
    ("incident-io", include_str!("tools/incident-io.yaml")),
    ("jira", include_str!("tools/jira.yaml")),
    ("github", include_str!("tools/github.yaml")),
];

/// Where to find each field in a record.
#[derive(Debug, Clone, Default)]
pub struct Mapping {
    /// Paths to the list of records; empty if the document itself is the list.
    records: Vec<String>,
    /// Paths that a record must have for this mapping to apply: at least one of each list.
    needs: Vec<Vec<String>>,
    /// Paths by field; the first with a value counts.
    fields: Vec<(&'static str, Vec<String>)>,
    /// Severity words with a special meaning in this tool, with that meaning.
    severities: Vec<(String, String)>,
    /// Values to keep as written, by the name that they get.
    extra: Vec<(String, Vec<String>)>,
    /// Whether it is one of a tool, whose exports may lack what it names.
    is_shipped: bool,
}

impl Mapping {
    /// Reads a file; every mistake is added to `problems`.
    #[must_use]
    pub fn read(file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Self {
        let mut mapping = Self::default();
        match Document::parse(&file.path, &file.text, 0..file.text.len()) {
            Err(problem) => problems.push(*problem),
            Ok(document) => {
                let root = document.root();
                if let Some(fields) = root.fields(&["records", "needs", "fields", "severities", "extra"], problems) {
                    mapping.fill(&fields, problems);
                }
            }
        }
        mapping
    }

    fn fill(&mut self, fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) {
        self.records = fields.texts("records", problems);
        if let Some(node) = fields.get("needs") {
            self.needs = node.items().iter().map(|item| paths(item, problems)).collect();
        }
        if let Some(node) = fields.get("fields")
            && let Some(known) = node.fields(&FIELDS, problems)
        {
            for name in FIELDS {
                let paths = known.texts(name, problems);
                if !paths.is_empty() {
                    self.fields.push((name, paths));
                }
            }
        }
        if let Some(node) = fields.get("severities")
            && let Some(words) = node.any_fields(problems)
        {
            for (word, node) in words.entries() {
                self.severities.extend(node.text(problems).map(|meaning| (word.to_owned(), meaning)));
            }
        }
        if let Some(node) = fields.get("extra")
            && let Some(extra) = node.any_fields(problems)
        {
            for (name, node) in extra.entries() {
                self.extra.push((name.to_owned(), paths(&node, problems)));
            }
        }
    }

    /// The shipped mapping of a tool.
    #[must_use]
    pub fn of_tool(name: &str) -> Option<Self> {
        let wanted = name.to_lowercase().replace(['.', '_', ' '], "-");
        let (name, text) = TOOLS.into_iter().find(|(known, _)| *known == wanted)?;
        let mapping = Self::read(&SourceFile { path: name.to_owned(), text: text.to_owned() }, &mut Vec::new());
        Some(Self { is_shipped: true, ..mapping })
    }

    /// The names of the tools.
    pub fn tools() -> impl Iterator<Item = &'static str> {
        TOOLS.into_iter().map(|(name, _)| name)
    }

    /// The same mapping for a document that is itself the list.
    pub(super) fn flat(self) -> Self {
        Self { records: Vec::new(), ..self }
    }

    /// The records of a document; `None` if there are none, or if the first lacks what this mapping needs.
    pub(super) fn records_of(&self, document: &Value) -> Option<Vec<Value>> {
        let whole = [String::new()];
        let places = if self.records.is_empty() { &whole[..] } else { &self.records };
        let list = places.iter().find_map(|path| document.pointer(path)?.as_array())?;
        let fits = list.first().is_none_or(|first| self.needs.iter().all(|paths| !any(first, paths).is_empty()));
        fits.then(|| list.clone())
    }

    /// The values of a field in a record; may be empty.
    pub(super) fn values(&self, record: &Value, field: &str) -> Vec<String> {
        let paths = self.fields.iter().find(|(name, _)| *name == field).map_or(&[][..], |(_, paths)| paths);
        any(record, paths)
    }

    /// The first field of which a table with these columns has none of the columns that are named for it, and their names.
    pub(super) fn missing_column(&self, head: &[String]) -> Option<(&str, &[String])> {
        let is_there = |path: &String| path.starts_with('/') || head.contains(path);
        let extra = self.extra.iter().map(|(name, paths)| (name.as_str(), paths));
        let all = self.fields.iter().map(|(name, paths)| (*name, paths)).chain(extra);
        let mut missing = all.filter(|(_, paths)| !self.is_shipped && !paths.is_empty() && !paths.iter().any(is_there));
        missing.next().map(|(name, paths)| (name, paths.as_slice()))
    }

    /// The meaning of a severity word in this tool; the word itself if it has no special meaning.
    pub(super) fn severity<'m>(&'m self, word: &'m str) -> &'m str {
        let known = self.severities.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
        known.map_or(word, |(_, meaning)| meaning)
    }

    /// The values to keep as written.
    pub(super) fn extra(&self, record: &Value) -> Vec<(String, String)> {
        let said = self.extra.iter().map(|(name, paths)| (name.clone(), any(record, paths).join(", ")));
        said.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Whether an author wrote it, so that what it names has to be there.
    pub(super) fn is_own(&self) -> bool {
        !self.is_shipped
    }

    /// Whether the mapping has a path for titles, without which nothing can be read.
    #[must_use]
    pub fn has_title(&self) -> bool {
        self.fields.iter().any(|(name, _)| *name == "title")
    }
}

/// One path, or several of which the first with a value counts.
fn paths(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Vec<String> {
    node.items().iter().filter_map(|item| item.text(problems)).collect()
}

/// The texts at the first path that leads to any.
fn any(record: &Value, paths: &[String]) -> Vec<String> {
    paths.iter().map(|path| pick(record, path)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The texts at a path: `/service/summary`; `/labels/*/name` for all items of a list; `/roles/?role.name=Lead/person` for the
/// items that match a condition. A path without a leading `/` is the name of a member, or of a column.
fn pick(record: &Value, path: &str) -> Vec<String> {
    let mut found = vec![record];
    let parts: Vec<&str> = if path.starts_with('/') { path.split('/').skip(1).collect() } else { vec![path] };
    for part in parts {
        found = found.into_iter().flat_map(|value| step(value, part)).collect();
    }
    found.into_iter().flat_map(texts).filter(|text| !text.trim().is_empty()).collect()
}

fn step<'v>(value: &'v Value, part: &str) -> Vec<&'v Value> {
    match value {
        Value::Array(items) if part == "*" => items.iter().collect(),
        Value::Array(items) => match part.strip_prefix('?').and_then(|wanted| wanted.split_once('=')) {
            Some((keys, wanted)) => {
                let says = |item: &&Value| {
                    let end = keys.split('.').try_fold(*item, |value, key| value.get(key));
                    end.and_then(Value::as_str).is_some_and(|text| text.eq_ignore_ascii_case(wanted))
                };
                items.iter().filter(says).collect()
            }
            None => part.parse::<usize>().ok().and_then(|at| items.get(at)).into_iter().collect(),
        },
        Value::Object(members) => members.get(part).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The texts of a value: one for a text or number, each of a list, and the paragraphs of an Atlassian document.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(_) => {
            let text = document(value);
            if text.is_empty() { Vec::new() } else { vec![text] }
        }
        Value::Bool(_) | Value::Null => Vec::new(),
    }
}

/// The text of an Atlassian document (<https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/>), which
/// has `content` in inner nodes and `text` in leaves.
fn document(node: &Value) -> String {
    if let Some(text) = node.get("text").and_then(Value::as_str) {
        return text.to_owned();
    }
    let inner = node.get("content").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let parts: Vec<String> = inner.iter().map(document).filter(|part| !part.is_empty()).collect();
    let is_block = |node: &Value| {
        let kind = node.get("type").and_then(Value::as_str).unwrap_or_default();
        !matches!(kind, "text" | "hardBreak" | "mention" | "emoji" | "inlineCard" | "date" | "status")
    };
    match node.get("type").and_then(Value::as_str) {
        Some("hardBreak") => "\n".to_owned(),
        Some("heading") => format!("### {}", parts.concat()),
        Some("bulletList" | "orderedList") => {
            parts.iter().map(|part| format!("- {part}")).collect::<Vec<_>>().join("\n")
        }
        _ if inner.iter().any(is_block) => parts.join("\n\n"),
        _ => parts.concat(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Mapping, pick};

    #[test]
    fn paths_lead_to_texts() {
        let record = json!({"a": {"b": 1}, "l": [{"n": "x", "v": "1"}, {"n": "y", "v": "2"}], "Issue key": "K-1", "z": null, "e": ""});
        for (path, wanted) in [
            ("/a/b", vec!["1"]),
            ("/l/*/n", vec!["x", "y"]),
            ("/l/?n=Y/v", vec!["2"]),
            ("/l/1/n", vec!["y"]),
            ("Issue key", vec!["K-1"]),
            ("/z", vec![]),
            ("/e", vec![]),
            ("/a/x/y", vec![]),
        ] {
            assert_eq!(pick(&record, path), wanted, "{path}");
        }
        let text = json!({"d": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "It "}, {"type": "text", "text": "fell."}]},
            {"type": "bulletList", "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "a"}]}]}]}]}});
        assert_eq!(pick(&text, "/d"), ["It fell.\n\n- a"]);
    }

    #[test]
    fn every_shipped_mapping_can_be_read() {
        for name in Mapping::tools() {
            let mapping = Mapping::of_tool(name).unwrap();
            assert!(mapping.has_title() && !mapping.needs.is_empty(), "{name}");
        }
        assert!(Mapping::of_tool("incident.io").is_some() && Mapping::of_tool("other").is_none());
    }
}
