//! The plain index of `elasticlunr`, in one file, for themes and programs that read it: `search: {emit_elasticlunr: true}`.

use elasticlunr::pipeline::PipelineFn;
use elasticlunr::{Index, IndexBuilder, Pipeline};

use super::analyzer::pipeline;
use super::catalogue::Document;
use super::collect::fields;
use super::forms::Forms;
use super::language::Language;
use super::words::tokens;

/// The index as JSON. References are the numbers of the documents, which are not stored; its pipeline names two functions,
/// `debriefStop` and `debriefStem`, which a reader registers; for a language with forms, one named `debriefForms`.
pub(crate) fn plain(documents: &[Document], language: Language, forms: &Forms) -> String {
    build(documents, Incidents { language, forms: forms.clone() }).to_json()
}

/// Our tokenizer and pipeline as a language of `elasticlunr`.
struct Incidents {
    language: Language,
    forms: Forms,
}

impl elasticlunr::Language for Incidents {
    fn name(&self) -> String {
        "Incidents".to_owned()
    }

    fn code(&self) -> String {
        format!("{}-x-incidents", self.language.code().unwrap_or("en"))
    }

    fn tokenize(&self, text: &str) -> Vec<String> {
        tokens(text)
    }

    fn make_pipeline(&self) -> Pipeline {
        if self.language.has_forms() {
            Pipeline { queue: vec![Box::new(StoredForms(self.forms.clone()))] }
        } else {
            pipeline(self.language)
        }
    }
}

/// The pipeline function that uses a library's forms.
struct StoredForms(Forms);

impl PipelineFn for StoredForms {
    fn name(&self) -> String {
        "debriefForms".to_owned()
    }

    fn filter(&self, token: String) -> Option<String> {
        self.0.term(&token).map(str::to_owned)
    }
}

fn build(documents: &[Document], language: Incidents) -> Index {
    let mut index = IndexBuilder::with_language(Box::new(language))
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

    use rayon::prelude::*;
    use serde_json::Value;

    use super::super::catalogue::{Document, Section};
    use super::super::collect::collect;
    use super::super::forms::Forms;
    use super::super::language::Language;
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

    /// Compares the postings with those of `elasticlunr`.
    fn compare(texts: &[&str], language: Language) {
        let document = |text: &&str| Document {
            title: "Pools timed out".into(),
            learnings: text.to_lowercase(),
            meta: "sev1 db-07".into(),
            sections: vec![Section { heading: "Impact".into(), text: (*text).into(), ..Section::default() }],
            ..Document::default()
        };
        let documents: Vec<Document> = texts.iter().map(document).collect();
        let postings = collect(documents.par_iter(), language);
        let forms = Forms::of(language, &postings.words, true, postings.stop.clone());
        let json: Value = serde_json::from_str(&plain(&documents, language, &forms)).unwrap();
        for (field, name) in ["title", "learnings", "meta", "body", "expansion"].iter().enumerate() {
            let (mut theirs, mut ours) = (Held::new(), Held::new());
            walk(&json["index"][name]["root"], &mut String::new(), &mut theirs);
            for term in postings.terms.iter().filter(|term| !term.holders[field].is_empty()) {
                let of = term.holders[field].iter().map(|p| (p.document, f64::from(p.count).sqrt()));
                ours.insert(term.text.clone(), of.collect());
            }
            assert_eq!(ours, theirs, "{language:?} {name}");
        }
    }

    #[test]
    fn our_postings_are_those_of_elasticlunr() {
        let english =
            ["ERR_POOL_TIMEOUT on db-07, timed out; timeouts", "Zoë's café データ損失 v1.2.3", "us-east-1 it not"];
        compare(&english, Language::English);
        compare(&["Die Störungen der Leitungen", "Störung: ERR_POOL, schön und schon"], Language::German);
    }
}
