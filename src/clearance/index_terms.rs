//! The search index as words. A trie of stemmed letters hides a word from any scan of its bytes, so the index is held to what
//! it was made from: whatever it says of a postmortem, a cleared text of that postmortem says.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use site::search::analyze;

/// One document of the search as it should be.
#[derive(Debug, Clone, Default)]
pub struct Searched {
    /// The postmortem's address.
    pub slug: String,
    /// Every text that its words may come from.
    pub texts: Vec<String>,
}

/// Every term of an index, by the field and the number of the document that hold it.
#[derive(Debug, Default)]
pub(super) struct IndexTerms {
    terms: BTreeMap<(String, String), BTreeSet<String>>,
}

impl IndexTerms {
    /// Reads the script that holds the index; `None` when it holds none, or one of another form.
    pub(super) fn read(script: &str) -> Option<Self> {
        let start = script.find("('")? + 2;
        let end = script.rfind("')")?;
        let json: Value = serde_json::from_str(&unquote(script.get(start..end)?)).ok()?;
        let mut terms = Self::default();
        for (name, field) in json.get("index")?.as_object()? {
            terms.walk(field.get("root")?, name, &mut String::new());
        }
        Some(terms)
    }

    fn walk(&mut self, node: &Value, field: &str, path: &mut String) {
        let Some(node) = node.as_object() else { return };
        for (key, below) in node {
            match key.as_str() {
                "docs" => {
                    for document in below.as_object().into_iter().flat_map(serde_json::Map::keys) {
                        let held = self.terms.entry((field.to_owned(), document.clone())).or_default();
                        held.insert(path.clone());
                    }
                }
                "df" => {}
                letter => {
                    let length = path.len();
                    path.push_str(letter);
                    self.walk(below, field, path);
                    path.truncate(length);
                }
            }
        }
    }

    /// Terms that the texts of their document do not give: where each stands, in words, and the term.
    pub(super) fn foreign(&self, made_from: &[Searched]) -> Vec<(String, String)> {
        let mut given: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let mut foreign = Vec::new();
        for ((field, number), terms) in &self.terms {
            let document = number.parse::<usize>().ok().and_then(|number| made_from.get(number));
            let given = given.entry(number).or_insert_with(|| {
                document.iter().flat_map(|document| &document.texts).flat_map(|text| analyze(text)).collect()
            });
            let of = document.map_or("no postmortem", |document| document.slug.as_str());
            let strange = terms.difference(given);
            foreign.extend(strange.map(|term| (format!("search terms, field `{field}` of `{of}`"), term.clone())));
        }
        foreign
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
    use super::{IndexTerms, Searched};
    use site::search::{Catalogue, Document, File, Section, render};

    fn index(texts: &[&str]) -> String {
        let document = |text: &&str| {
            let sections = vec![Section { text: (*text).into(), ..Section::default() }];
            Document { title: "Pool isn't".into(), sections, ..Document::default() }
        };
        let documents = texts.iter().map(document).collect();
        render(File::Index, &Catalogue { documents, ..Catalogue::default() }).unwrap()
    }

    fn searched(texts: &[&str]) -> Vec<Searched> {
        let texts = texts.iter().map(|text| vec!["Pool isn't".to_owned(), (*text).to_owned()]);
        texts.zip(["one", "two"]).map(|(texts, slug)| Searched { slug: slug.to_owned(), texts }).collect()
    }

    #[test]
    fn an_index_of_what_it_was_made_from_holds_nothing_else() {
        let texts = ["Kestrel's failures <b> db-prod-07 \"q\\x\" データ損失", "We was it"];
        let terms = IndexTerms::read(&index(&texts)).unwrap();
        assert!(terms.foreign(&searched(&texts)).is_empty(), "{:?}", terms.foreign(&searched(&texts)));
        assert!(IndexTerms::read("debriefSearch.index({});").is_none());
    }

    #[test]
    fn a_term_of_another_text_is_told_with_field_and_address() {
        let terms = IndexTerms::read(&index(&["the pool failed at KESTREL/x", "the dam"])).unwrap();
        let told = terms.foreign(&searched(&["the pool failed", "the dam at KESTREL/x"]));
        let place = "search terms, field `body` of `one`";
        let wanted = ["kestrel", "kestrel/x"].map(|term| (place.to_owned(), term.to_owned()));
        assert_eq!(told, wanted);
        // A document that nobody made.
        let told = terms.foreign(&searched(&["the pool failed at KESTREL/x"]));
        assert!(told.iter().any(|(place, term)| place.contains("no postmortem") && term == "dam"), "{told:?}");
    }
}
