//! The files from which the browser searches a library.
//!
//! In comes a [`Catalogue`]: one [`Document`] a review, already in the words that readers may see, and the labels of
//! the facets. Out go classic scripts under `search/`, because a page opened from `file://` may load nothing else:
//!
//! ```text
//! search/documents.js   debriefSearch.documents({…})      a card a review and the facets: enough to browse
//! search/index.js       debriefSearch.index('…')          the elasticlunr index, loaded when somebody types
//! search/x/N.js         debriefSearch.fragment(N, […])    the texts of review N, loaded to show where it matches
//! ```
//!
//! Each file is rendered on its own, so a preview builds only those that are asked for. Documents are numbered by
//! their place in the catalogue, and nothing but that order reaches the bytes. The index is `elasticlunr`'s plain one:
//! it grows with the text of the library, and everything that knows its form is in this module and in the scripts of
//! the theme under `assets/search/`.

mod cards;
mod catalogue;
mod index;
mod language;
mod script;
mod words;

pub use catalogue::{Card, Catalogue, Document, Label, Labels, Section};
pub use language::analyze;

use serde_json::json;

/// One file that the browser may load; see the module for what each holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    /// The cards of all documents, and the facets.
    Documents,
    /// The inverted index over all documents.
    Index,
    /// The texts of one document, by its place in the catalogue.
    Fragment(usize),
}

impl File {
    /// Where the file lies, relative to the root of the site.
    ///
    /// Names are numbers, never titles: they are safe on every file system and say nothing of what they hold.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::Documents => "search/documents.js".to_owned(),
            Self::Index => "search/index.js".to_owned(),
            Self::Fragment(number) => format!("search/x/{number}.js"),
        }
    }
}

/// The files of a catalogue that holds `count` documents.
pub fn files(count: usize) -> impl Iterator<Item = File> {
    [File::Documents, File::Index].into_iter().chain((0..count).map(File::Fragment))
}

/// The text of one file; `None` for a fragment of a document that the catalogue does not hold.
#[must_use]
pub fn render(file: File, catalogue: &Catalogue) -> Option<String> {
    match file {
        File::Documents => Some(script::call("documents", &[&cards::cards(catalogue).to_string()])),
        File::Index => Some(script::call_with_text("index", &index::index(&catalogue.documents).to_json())),
        File::Fragment(number) => {
            let document = catalogue.documents.get(number)?;
            let sections: Vec<_> = document.sections.iter().map(|s| json!([s.anchor, s.heading, s.text])).collect();
            Some(script::call("fragment", &[&number.to_string(), &json!(sections).to_string()]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Card, Catalogue, Document, File, Label, Labels, Section, files, render};

    fn catalogue() -> Catalogue {
        Catalogue {
            documents: vec![Document {
                title: "Pool <exhausted>".into(),
                url: "reviews/pool/index.html".into(),
                learnings: "A pool needs a bound.".into(),
                meta: "PM-1 sev1".into(),
                sections: vec![Section {
                    anchor: "timeline".into(),
                    heading: "Timeline".into(),
                    text: "ERR_POOL_TIMEOUT on db-07; </script> in the body, isn't it".into(),
                }],
                card: Card {
                    date: "2026-03-02".into(),
                    date_words: "2 March 2026".into(),
                    severity: Some("sev1".into()),
                    kind: "incident".into(),
                    services: vec!["checkout".into()],
                    tags: vec![],
                    happened: "Nobody could pay.".into(),
                    lesson: "A pool needs a bound.".into(),
                },
            }],
            labels: Labels {
                severities: vec![Label::new("sev1", "SEV 1")],
                kinds: vec![Label::new("incident", "Incident")],
                services: vec![Label::new("checkout", "Checkout")],
                tags: vec![],
            },
        }
    }

    #[test]
    fn every_file_has_a_numbered_path_and_a_text() {
        let catalogue = catalogue();
        let paths: Vec<_> = files(1).map(File::path).collect();
        assert_eq!(paths, ["search/documents.js", "search/index.js", "search/x/0.js"]);
        for file in files(1) {
            assert!(render(file, &catalogue).is_some_and(|text| text.starts_with("debriefSearch.")), "{file:?}");
        }
        assert_eq!(render(File::Fragment(1), &catalogue), None);
    }

    #[test]
    fn a_fragment_holds_the_texts_of_its_review_and_cannot_end_a_script() {
        let text = render(File::Fragment(0), &catalogue()).unwrap();
        assert_eq!(
            text,
            "debriefSearch.fragment(0,[[\"timeline\",\"Timeline\",\
             \"ERR_POOL_TIMEOUT on db-07; \\u003c/script> in the body, isn't it\"]]);\n"
        );
    }

    #[test]
    fn an_empty_library_has_its_files_too() {
        let empty = Catalogue::default();
        assert_eq!(files(0).count(), 2);
        for file in files(0) {
            assert!(render(file, &empty).is_some());
        }
    }
}
