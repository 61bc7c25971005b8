//! Patterns of `ignore:` and `defaults:` that match no file.
//!
//! In: the settings, and what the library holds. Out: a note for each pattern, at its place.

use std::collections::BTreeSet;

use super::Config;
use super::pattern::Pattern;
use crate::source::Sources;
use base::diagnostics::{Code, Diagnostic, Level};
use base::text::nearest;
use base::yaml::{Document, Fields, Node};

impl Config {
    /// Says which patterns of the settings match nothing; called before the ignored files are left out. A library without reviews
    /// has only been started.
    pub fn report_unmatched(&self, sources: &Sources, problems: &mut Vec<Diagnostic>) {
        if self.ignored.is_empty() && self.defaults.is_empty() || sources.reviews.is_empty() {
            return;
        }
        let Some(file) = &sources.config else { return };
        let Ok(document) = Document::parse(&file.path, &file.text, 0..file.text.len()) else { return };
        let root = document.root();
        let Some(fields) = root.any_fields(&mut Vec::new()) else { return };
        let reviews = || sources.reviews.iter().map(|file| file.path.as_str());
        let ignored = fields.get("ignore");
        for item in ignored.iter().flat_map(Node::items) {
            let Some(text) = item.text(&mut Vec::new()) else { continue };
            let is_there = |pattern: Pattern| {
                reviews().chain(sources.files.iter().map(String::as_str)).any(|path| pattern.holds(path))
            };
            if Pattern::new(&text).is_some_and(|pattern| !is_there(pattern)) {
                problems.push(note(&item, &text, "file", reviews()));
            }
        }
        let defaults = fields.get("defaults");
        let by_pattern = defaults.as_ref().and_then(|node| node.any_fields(&mut Vec::new()));
        for (text, value) in by_pattern.iter().flat_map(Fields::entries) {
            if Pattern::new(text).is_some_and(|pattern| !reviews().any(|path| pattern.holds(path))) {
                problems.push(note(&value, text, "review", reviews()).at(value.key_place()));
            }
        }
    }
}

fn note<'s>(node: &Node<'_>, text: &str, what: &str, reviews: impl Iterator<Item = &'s str>) -> Diagnostic {
    let folders: BTreeSet<&str> = reviews.filter_map(|path| path.rsplit_once('/')).map(|(folder, _)| folder).collect();
    let folder = text.trim_end_matches(['*', '/']);
    let hint = match nearest(folder, folders) {
        _ if text.split('/').any(|part| part.starts_with(['.', '_'])) => {
            "take it out: names that begin with `.` or `_` are not read anyway".to_owned()
        }
        Some(near) => format!("did you mean `{near}{}`?", &text[folder.len()..]),
        None => "write a path from the library's folder, or take it out".to_owned(),
    };
    let problem = node.problem(Code::UnknownValue, format!("`{text}` matches no {what} of the library"));
    problem.with_level(Level::Note).hint(hint)
}
