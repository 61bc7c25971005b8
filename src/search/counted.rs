//! The words of a catalogue, counted once for both its files and the similarity of documents.

use super::alike::Alike;
use super::analyzer::Analyzer;
use super::catalogue::Catalogue;
use super::collect::collect;
use super::forms::Forms;
use super::language::Language;
use super::postings::Postings;

/// All words of a catalogue with their documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    pub(crate) postings: Postings,
    pub(crate) language: Language,
}

impl Counted {
    /// Counts the words, in parallel.
    #[must_use]
    pub fn of(catalogue: &Catalogue, language: Language) -> Self {
        Self { postings: collect(catalogue.documents(), language), language }
    }

    /// The similarity of documents, by their index in the catalogue. The words of the texts in `never` do not count.
    #[must_use]
    pub fn alike(&self, never: &[&str]) -> Alike {
        let forms = Forms::of(self.language, &self.postings.words, true, self.postings.stop.clone());
        Alike::of(&self.postings, Analyzer::with(self.language, &forms), never)
    }
}
