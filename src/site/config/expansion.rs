//! Extra terms for reviews, from a file that `search.expansion` names.
//!
//! In: a mapping from the id of a review to a text or a list of texts. Out: [`Expansion`]. Refuses a file outside the
//! library and unknown ids.

use std::collections::BTreeMap;

use super::{Config, Named};
use crate::source::{SourceFile, Sources, read_file};
use base::diagnostics::{Code, Diagnostic};
use base::yaml::{Document, Node};

/// Additional search terms for reviews, written by a person or a language model; they are on no page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expansion {
    /// By the id of a review.
    by_id: BTreeMap<String, String>,
    /// The file, for diagnostics.
    file: Option<SourceFile>,
}

impl Expansion {
    /// The terms of a review; empty for one without.
    #[must_use]
    pub fn of(&self, id: &str) -> &str {
        self.by_id.get(id).map_or("", String::as_str)
    }

    /// Reports every id that no review has, with its place.
    pub fn check(&self, is_known: impl Fn(&str) -> bool, problems: &mut Vec<Diagnostic>) {
        let Some(file) = self.file.as_ref().filter(|_| self.by_id.keys().any(|id| !is_known(id))) else { return };
        let Ok(document) = Document::parse(&file.path, &file.text, 0..file.text.len()) else { return };
        let root = document.root();
        let Some(fields) = root.any_fields(&mut Vec::new()) else { return };
        for (id, node) in fields.entries().filter(|(id, _)| !is_known(id)) {
            let problem = Diagnostic::new(Code::UnknownReview, format!("no review has the id `{id}`"));
            problems.push(problem.at(node.key_place()).hint("take its terms out, or write the id of a review"));
        }
    }

    /// Reads the file that the configuration names: a mapping from the id of a review to a text or a list of texts.
    fn read(Named { path, place }: &Named, sources: &Sources, problems: &mut Vec<Diagnostic>) -> Self {
        if !sources.files.contains(path) {
            let message = format!("`search.expansion` names `{path}`, and the library holds no such file");
            let hint =
                "write its path from the library's folder; names that begin with `.` or `_` and Markdown are not read";
            problems.push(Diagnostic::new(Code::UnreadableFile, message).at(place.clone()).hint(hint));
            return Self::default();
        }
        let file = match read_file(&sources.root, path) {
            Ok(file) => file,
            Err(problem) => {
                problems.push(*problem);
                return Self::default();
            }
        };
        let by_id = match Document::parse(&file.path, &file.text, 0..file.text.len()) {
            Ok(document) if document.is_empty() => BTreeMap::new(),
            Ok(document) => terms(&document.root(), problems),
            Err(problem) => {
                problems.push(*problem);
                BTreeMap::new()
            }
        };
        Self { by_id, file: Some(file) }
    }
}

fn terms(root: &Node<'_>, problems: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
    let Some(fields) = root.any_fields(problems) else { return BTreeMap::new() };
    let mut text = |node: &Node<'_>| {
        let texts: Vec<_> = node.items().iter().filter_map(|item| item.text(problems)).collect();
        texts.join("\n")
    };
    fields.entries().map(|(id, node)| (id.to_owned(), text(&node))).collect()
}

impl Config {
    /// Reads the file that `search.expansion` names.
    pub fn read_named(&mut self, sources: &Sources, problems: &mut Vec<Diagnostic>) {
        if let Some(file) = &self.search.expansion {
            self.search.terms = Expansion::read(file, sources, problems);
        }
    }
}
