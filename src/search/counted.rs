//! The words of a catalogue, counted once for both its files and the similarity of documents.

use std::borrow::Borrow;

use rayon::prelude::*;

use super::alike::Alike;
use super::analyzer::Analyzer;
use super::catalogue::Document;
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
    /// Counts the words of documents in the order of their catalogue, in parallel. Documents that are made for this are
    /// gone when they are counted: those of a large library take much memory.
    pub fn of<D>(documents: impl IndexedParallelIterator<Item = D>, language: Language) -> Self
    where
        D: Borrow<Document> + Send,
    {
        Self { postings: collect(documents, language), language }
    }

    /// The similarity of documents, by their index in the catalogue. The words of the texts in `never` do not count, nor do
    /// those of headings that several documents have: these come from a template and say nothing about any document.
    #[must_use]
    pub fn alike(&self, never: &[&str]) -> Alike {
        let forms = Forms::of(self.language, &self.postings.words, true, self.postings.stop.clone());
        let shared =
            self.postings.headings.iter().filter(|(_, count)| **count > 1).map(|(heading, _)| heading.as_str());
        let never: Vec<&str> = never.iter().copied().chain(shared).collect();
        Alike::of(&self.postings, Analyzer::with(self.language, &forms), &never)
    }
}
