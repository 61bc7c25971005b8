//! The plain index of `elasticlunr`, in one file, for themes and programs that read it: `search: {emit_elasticlunr: true}`.

use elasticlunr::{Index, IndexBuilder};

use super::catalogue::Document;
use super::language::{Incidents, Language};
use super::postings::fields;

/// The index as JSON. References are the numbers of the documents, which are not stored; its pipeline names two functions,
/// `debriefStop` and `debriefStem`, which a reader registers.
#[must_use]
pub fn plain(documents: &[Document], language: Language) -> String {
    build(documents, language).to_json()
}

fn build(documents: &[Document], language: Language) -> Index {
    let mut index = IndexBuilder::with_language(Box::new(Incidents(language)))
        .save_docs(false)
        .set_ref("n")
        .add_fields(["title", "learnings", "meta", "body", "expansion"])
        .build();
    for (number, document) in documents.iter().enumerate() {
        index.add_doc(&number.to_string(), fields(document));
    }
    index
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::Value;

    use super::super::catalogue::{Document, Section};
    use super::super::language::Language;
    use super::super::postings::collect;
    use super::plain;

    /// Every posting of a field by term: document and frequency.
    type Held = BTreeMap<String, BTreeMap<u32, f64>>;

    fn walk(node: &Value, path: &mut String, held: &mut Held) {
        for (key, below) in node.as_object().unwrap() {
            match key.as_str() {
                "docs" => {
                    let of = |(n, tf): (&String, &Value)| (n.parse().unwrap(), tf["tf"].as_f64().unwrap());
                    let documents: BTreeMap<u32, f64> = below.as_object().unwrap().iter().map(of).collect();
                    if !documents.is_empty() {
                        held.insert(path.clone(), documents);
                    }
                }
                "df" => {}
                letter => {
                    path.push_str(letter);
                    walk(below, path, held);
                    path.truncate(path.len() - letter.len());
                }
            }
        }
    }

    /// `elasticlunr` is the oracle: the files hold exactly its postings.
    #[test]
    fn our_postings_are_those_of_elasticlunr() {
        let texts =
            ["ERR_POOL_TIMEOUT on db-07, timed out; timeouts", "Zoë's café データ損失 v1.2.3", "us-east-1 it not"];
        let documents = texts.map(|text| Document {
            title: "Pools timed out".into(),
            learnings: text.to_lowercase(),
            meta: "sev1 db-07".into(),
            sections: vec![Section { heading: "Impact".into(), text: text.into(), ..Section::default() }],
            ..Document::default()
        });
        let json: Value = serde_json::from_str(&plain(&documents, Language::English)).unwrap();
        let postings = collect(&documents, Language::English);
        for (field, name) in ["title", "learnings", "meta", "body", "expansion"].iter().enumerate() {
            let (mut theirs, mut ours) = (Held::new(), Held::new());
            walk(&json["index"][name]["root"], &mut String::new(), &mut theirs);
            for term in postings.terms.iter().filter(|term| !term.holders[field].is_empty()) {
                let of = term.holders[field].iter().map(|p| (p.document, f64::from(p.count).sqrt()));
                ours.insert(term.text.clone(), of.collect());
            }
            assert_eq!(ours, theirs, "{name}");
        }
    }
}
