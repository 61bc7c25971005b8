//! Writes all files of the search for a catalogue.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::analyzer::Analyzer;
use super::catalogue::{Card, Catalogue, Document, Facet};
use super::counted::Counted;
use super::forms::Forms;
use super::fragment::Fragment;
use super::lengths::Lengths;
use super::manifest::{BLOCK, Manifest, VERSION};
use super::pairs::Rows;
use super::plain::plain;
use super::synonyms::{Settings, by_letter};
use super::{MANIFEST, PLAIN, chunks, common, dates, envelope, facet_file, lexicon, pairs, ranges};

/// Every file of the search, by its path from the root of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Makes all files, in parallel. The same catalogue makes the same bytes.
    #[must_use]
    pub fn of(catalogue: &Catalogue, settings: &Settings) -> Self {
        let counted = Counted::of(catalogue.documents().par_iter(), settings.language);
        let documents = || catalogue.documents().par_iter().cloned();
        Self::counted(documents, catalogue.facets().to_vec(), counted, settings)
    }

    /// The same from words counted already, in the language of the settings. Documents come in the order of their catalogue,
    /// and each is gone when its file is made: those of a large library take much memory.
    #[must_use]
    pub fn counted<D>(documents: impl Fn() -> D, facets: Vec<Facet>, counted: Counted, settings: &Settings) -> Self
    where
        D: IndexedParallelIterator<Item = Document>,
    {
        let postings = counted.postings;
        let lengths = Lengths::of(&postings.lengths);
        let mut files = Self::default();
        let terms = chunks::chunks(&postings.terms);
        let words = lexicon::shards(&postings.words, settings.language);
        let common = files.add("t", vec![common::bytes(&postings.terms)]);
        let together = words.iter().any(|(letter, _)| letter == lexicon::ALL);
        let forms = Forms::of(settings.language, &postings.words, together, postings.stop);
        let mut analyzer = Analyzer::with(settings.language, &forms);
        let synonyms = by_letter(&settings.synonyms, &mut analyzer, &postings.terms);
        drop((postings.terms, postings.words));
        let made: Vec<_> = if settings.with_plain {
            let documents: Vec<Document> = documents().collect();
            files.0.insert(PLAIN.to_owned(), plain(&documents, settings.language, &forms).into_bytes());
            documents.into_par_iter().map(of_document).collect()
        } else {
            documents().map(of_document).collect()
        };
        let (stop, endings) = (forms.stop.into_iter().collect(), forms.endings);
        let (starts, terms): (Vec<_>, Vec<_>) = terms.into_iter().map(|chunk| (chunk.start, chunk.bytes)).unzip();
        let (letters, words): (Vec<_>, Vec<_>) = words.into_iter().unzip();
        let sets = synonyms.values().map(|sets| serde_json::to_vec(sets).unwrap_or_default()).collect();
        let (facts, (rows, fragments)): (_, (Vec<_>, Vec<_>)) = made.into_iter().unzip();
        let catalogue = Catalogue::new(facts, facets);
        let days: Vec<u32> = catalogue.documents().iter().map(|document| dates::day(&document.card.date)).collect();
        let facets = catalogue.facets();
        let members = |facet| facet_file::members(&catalogue, facet);
        let members = facets.par_iter().map(|facet| facet_file::bytes(&facet.values, &members(facet))).collect();
        let facet_names = files.add("f", members);
        let blocks = files.put(fragments).chunks(BLOCK).map(names).collect();
        let pair_names = files.add("p", pairs::files(rows));
        let ranges: Vec<_> = starts.into_iter().zip(files.add("t", terms)).collect();
        let ranges = ranges.chunks(ranges::RANGES);
        let starts = ranges.clone().filter_map(|ranges| Some(ranges.first()?.0.clone())).collect();
        let ranges = ranges.map(ranges::bytes).collect();
        let manifest = Manifest {
            version: VERSION,
            documents: days.len(),
            average: lengths.average,
            levels: lengths.levels.clone(),
            lengths: files.add("n", vec![lengths.bytes()]).concat(),
            dates: files.add("d", vec![dates::bytes(&days)]).concat(),
            starts,
            ranges: files.add("r", ranges).concat(),
            words: letters.into_iter().zip(files.add("w", words)).collect(),
            common: common.concat(),
            facets: facets
                .iter()
                .zip(facet_names)
                .map(|(facet, name)| (facet.key.to_owned(), facet.label.to_owned(), name))
                .collect(),
            fragments: files.add("b", blocks).concat(),
            pairs: (pair_names.len(), files.add("q", pair_names.chunks(pairs::NAMES).map(names).collect()).concat()),
            synonyms: synonyms.into_keys().zip(files.add("s", sets)).collect(),
            language: settings.language,
            stop,
            endings,
        };
        files.0.insert(envelope::path(MANIFEST), envelope::pack(MANIFEST, &manifest.bytes()));
        files
    }

    /// Packs contents into files of a folder and returns their names.
    fn add(&mut self, folder: &str, contents: Vec<Vec<u8>>) -> Vec<String> {
        let packed = contents.into_par_iter().map(|content| pack(folder, &content)).collect();
        self.put(packed)
    }

    fn put(&mut self, packed: Vec<Packed>) -> Vec<String> {
        let put = |(name, path, bytes)| {
            self.0.insert(path, bytes);
            name
        };
        packed.into_iter().map(put).collect()
    }

    /// The paths of all files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// All files with their paths, in order.
    pub fn into_all(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.0.into_iter()
    }

    /// The bytes of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }
}

/// What facets and dates need of a document, the rows of its pairs of words, and its file.
fn of_document(mut document: Document) -> (Document, (Rows, Packed)) {
    let facts = Document {
        url: document.url.clone(),
        values: std::mem::take(&mut document.values),
        card: Card { date: document.card.date.clone(), ..Card::default() },
        ..Document::default()
    };
    let fragment = Fragment::from(document);
    (facts, (Rows::of(&fragment.text()), pack("x", &fragment.bytes())))
}

/// The name, the path and the bytes of a file.
type Packed = (String, String, Vec<u8>);

fn pack(folder: &str, content: &[u8]) -> Packed {
    let name = envelope::name(content);
    let file = format!("{folder}/{name}");
    (name, envelope::path(&file), envelope::pack(&file, content))
}

/// Names as bytes.
fn names(names: &[String]) -> Vec<u8> {
    names.iter().filter_map(|name| data_encoding::HEXLOWER.decode(name.as_bytes()).ok()).flatten().collect()
}
