//! The search index as words. A trie of stemmed letters hides a word from any scan of its bytes.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::Value;

use super::common::all_common;
use super::terms::Terms;
use crate::search::{File, analyze};

/// Every term of an index with the documents that hold it.
#[derive(Debug, Default)]
pub(super) struct IndexTerms {
    terms: BTreeMap<String, BTreeSet<String>>,
}

/// Whether a file of the site is the index.
pub(super) fn is_index(path: &str) -> bool {
    path == File::Index.path()
}

impl IndexTerms {
    /// Reads the script that holds the index; `None` when it holds none, or one of another form.
    pub(super) fn read(script: &str) -> Option<Self> {
        let start = script.find("('")? + 2;
        let end = script.rfind("')")?;
        let json: Value = serde_json::from_str(&unquote(script.get(start..end)?)).ok()?;
        let mut terms = Self::default();
        for field in json.get("index")?.as_object()?.values() {
            terms.walk(field.get("root")?, &mut String::new());
        }
        Some(terms)
    }

    fn walk(&mut self, node: &Value, path: &mut String) {
        let Some(node) = node.as_object() else { return };
        for (key, below) in node {
            match key.as_str() {
                "docs" => {
                    let docs = below.as_object().into_iter().flat_map(serde_json::Map::keys).cloned();
                    let docs: Vec<_> = docs.collect();
                    if !docs.is_empty() {
                        self.terms.entry(path.clone()).or_default().extend(docs);
                    }
                }
                "df" => {}
                letter => {
                    let length = path.len();
                    path.push_str(letter);
                    self.walk(below, path);
                    path.truncate(length);
                }
            }
        }
    }

    /// All terms, a line each: a text like any other.
    pub(super) fn text(&self) -> String {
        self.terms.keys().map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// Values whose words all stand in one document, at least one of them being no common word: the rule and the value.
    pub(super) fn values(&self, terms: &Terms) -> Vec<(&'static str, String)> {
        let mut found = BTreeSet::new();
        for pattern in
            terms.patterns().iter().filter(|p| !matches!(p.rule, "title" | "file-name" | "marked" | "comment"))
        {
            let words = analyze(&pattern.value);
            let telling = words.iter().any(|word| word.chars().count() > 2 && !all_common(word));
            if !telling || all_common(&pattern.value) {
                continue;
            }
            let mut together: Option<BTreeSet<&String>> = None;
            for word in &words {
                let Some(docs) = self.terms.get(word) else {
                    together = None;
                    break;
                };
                let docs: BTreeSet<_> = docs.iter().collect();
                together = Some(together.map_or(docs.clone(), |held| held.intersection(&docs).copied().collect()));
            }
            if together.is_some_and(|docs| !docs.is_empty()) {
                found.insert((pattern.rule, pattern.value.clone()));
            }
        }
        found.into_iter().collect()
    }

    /// Terms that no word of the pages gives: the index was fed with something that is not published.
    pub(super) fn unpublished(&self, words: &HashSet<String>) -> Vec<&str> {
        let mut published = HashSet::new();
        let mut sorted: Vec<_> = words.iter().collect();
        sorted.sort_unstable();
        for word in sorted {
            published.extend(analyze(word));
        }
        self.terms.keys().map(String::as_str).filter(|term| !published.contains(*term)).collect()
    }
}

/// A single-quoted literal of JavaScript as the text that it stands for.
fn unquote(literal: &str) -> String {
    let mut out = String::with_capacity(literal.len());
    let mut rest = literal;
    while let Some(at) = rest.find('\\') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + 1..).unwrap_or_default();
        let code = rest.strip_prefix('u').and_then(|r| u32::from_str_radix(r.get(..4)?, 16).ok());
        if let Some(c) = code.and_then(char::from_u32) {
            out.push(c);
            rest = rest.get(5..).unwrap_or_default();
        } else if let Some(c) = rest.chars().next() {
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::{Normal, Origin, Person, Policy, Taint, Why};
    use super::{IndexTerms, Terms, is_index};
    use crate::search::{Catalogue, Document, File, Section, render};

    fn index(text: &str) -> String {
        let sections = vec![Section { text: text.into(), ..Section::default() }];
        let documents = vec![Document { title: "Pool isn't".into(), sections, ..Document::default() }];
        render(File::Index, &Catalogue { documents, ..Catalogue::default() }).unwrap()
    }

    #[test]
    fn words_are_read_out_of_the_trie() {
        assert!(is_index("search/index.js"));
        let script = index("Kestrel's failures <b> db-prod-07 \"q\\x\"");
        let terms = IndexTerms::read(&script).unwrap();
        for word in ["kestrel", "failur", "db-prod-07", "pool", "isnt"] {
            assert!(terms.text().lines().any(|line| line == word), "{word}: {}", terms.text());
        }
        assert!(IndexTerms::read("debriefSearch.index({});").is_none());
    }

    #[test]
    fn values_are_known_by_their_stems() {
        let policy = Policy {
            people: vec![Person { name: "Ann Jennings".into(), handles: vec![], role: None }],
            ..Policy::default()
        };
        let mut taint = Taint::new();
        taint.term("checkout", Why::Service, Origin { path: "a".into(), line: 1, column: 1 });
        let terms = Terms::new(&policy, &taint, &mut Vec::new());
        let script = index("then Jennings came to the checkout, and so did Ann");
        assert!(terms.find(&script, &Normal::of(&script)).is_empty());
        let found = IndexTerms::read(&script).unwrap().values(&terms);
        assert!(found.contains(&("person", "Ann Jennings".to_owned())), "{found:?}");
        assert!(IndexTerms::read(&index("nobody of that name")).unwrap().values(&terms).is_empty());
    }

    #[test]
    fn what_no_page_says_is_not_published() {
        let terms = IndexTerms::read(&index("the pool failed at KESTREL/x")).unwrap();
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<HashSet<_>>();
        assert!(terms.unpublished(&words("Pool isn't: pool failing kestrel/x")).is_empty());
        assert_eq!(terms.unpublished(&words("Pool isn't pool failing x")), ["kestrel", "kestrel/x"]);
    }
}
