//! The inverted index, built by `elasticlunr` with our own language.

use elasticlunr::{Index, IndexBuilder};

use super::catalogue::Document;
use super::language::Incidents;

/// An index over four fields, whose references are the numbers of the documents.
///
/// Documents are not stored: cards and fragments hold what results show. No field repeats another, because the
/// browser asks each word of all fields by itself.
pub(super) fn index(documents: &[Document]) -> Index {
    let mut index = IndexBuilder::with_language(Box::new(Incidents))
        .save_docs(false)
        .set_ref("n")
        .add_fields(["title", "learnings", "meta", "body"])
        .build();
    for (number, document) in documents.iter().enumerate() {
        let body = body(document);
        index.add_doc(&number.to_string(), [&document.title, &document.learnings, &document.meta, &body]);
    }
    index
}

/// Headings and texts, each on a line of its own, so that no word forms across a border.
fn body(document: &Document) -> String {
    let mut body = String::new();
    for section in &document.sections {
        for text in [&section.heading, &section.text] {
            body.push_str(text);
            body.push('\n');
        }
    }
    body
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::catalogue::{Document, Section};
    use super::index;

    #[test]
    fn postings_name_documents_by_number_and_store_none() {
        let documents = ["Timeouts", "db-07 timed out"].map(|title| Document {
            title: title.into(),
            sections: vec![Section { heading: "Impact".into(), text: "none".into(), ..Section::default() }],
            ..Document::default()
        });
        let json: Value = serde_json::from_str(&index(&documents).to_json()).unwrap();
        let node = |field: &str, token: &str| {
            let path: String = token.chars().flat_map(|c| ['/', c]).collect();
            json.pointer(&format!("/index/{field}/root{path}/docs")).cloned()
        };
        assert_eq!(node("title", "timeout"), Some(serde_json::json!({ "0": { "tf": 1.0 } })));
        assert_eq!(node("title", "db-07"), Some(serde_json::json!({ "1": { "tf": 1.0 } })));
        assert_eq!(node("body", "timeout"), None);
        assert_eq!(json.pointer("/documentStore/docs/1"), Some(&serde_json::json!({})));
        assert_eq!(json.pointer("/documentStore/docInfo/1/body"), Some(&serde_json::json!(2)));
    }
}
