//! The words of a catalogue, counted once: for its files, and for what is alike in it.

use super::alike::Alike;
use super::analyzer::Analyzer;
use super::catalogue::Catalogue;
use super::forms::Forms;
use super::language::Language;
use super::postings::{Postings, collect};

/// All words of a catalogue, with who says them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    pub(crate) postings: Postings,
    pub(crate) language: Language,
}

impl Counted {
    /// Counts, in parallel.
    #[must_use]
    pub fn of(catalogue: &Catalogue, language: Language) -> Self {
        Self { postings: collect(catalogue.documents(), language), language }
    }

    /// Which documents are like which, by their place in the catalogue. `never` are texts whose words make no two alike.
    #[must_use]
    pub fn alike(&self, never: &[&str]) -> Alike {
        let forms = Forms::of(self.language, &self.postings.words, true, self.postings.stop.clone());
        Alike::of(&self.postings, Analyzer::with(self.language, &forms), never)
    }
}
