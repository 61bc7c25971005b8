//! Makes all files of the search for a catalogue, and hands each over as soon as it is made.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

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

/// Takes a file: its path from the root of the site, and its bytes. It is called from several threads at once, once for each path.
pub type Take<'t> = &'t (dyn Fn(&str, Vec<u8>) + Sync);

/// Makes all files from words counted already, in the language of the settings. Documents come in the order of their catalogue, and
/// neither they nor their files are kept: those of a large library take much memory.
pub fn write<D>(documents: impl Fn() -> D, facets: Vec<Facet>, counted: Counted, settings: &Settings, take: Take<'_>)
where
    D: IndexedParallelIterator<Item = Document>,
{
    let postings = counted.postings;
    let lengths = Lengths::of(&postings.lengths);
    let writer = Writer { take, taken: Mutex::default() };
    let terms = chunks::chunks(&postings.terms);
    let words = lexicon::shards(&postings.words, settings.language);
    let common = writer.file("t", &common::bytes(&postings.terms));
    let together = words.iter().any(|(letter, _)| letter == lexicon::ALL);
    let forms = Forms::of(settings.language, &postings.words, together, postings.stop);
    let mut analyzer = Analyzer::with(settings.language, &forms);
    let synonyms = by_letter(&settings.synonyms, &mut analyzer, &postings.terms);
    drop((postings.terms, postings.words));
    let (starts, terms): (Vec<_>, Vec<_>) = terms.into_iter().map(|chunk| (chunk.start, chunk.bytes)).unzip();
    let ranges: Vec<_> = starts.into_iter().zip(writer.files("t", terms)).collect();
    let (letters, words): (Vec<_>, Vec<_>) = words.into_iter().unzip();
    let word_names = writer.files("w", words);
    let made: Vec<_> = if settings.with_plain {
        let documents: Vec<Document> = documents().collect();
        take(PLAIN, plain(&documents, settings.language, &forms).into_bytes());
        documents.into_par_iter().map(|document| writer.document(document)).collect()
    } else {
        documents().map(|document| writer.document(document)).collect()
    };
    let (stop, endings) = (forms.stop.into_iter().collect(), forms.endings);
    let sets = synonyms.values().map(|sets| serde_json::to_vec(sets).unwrap_or_default()).collect();
    let (facts, (rows, fragments)): (_, (Vec<_>, Vec<String>)) = made.into_iter().unzip();
    let catalogue = Catalogue::new(facts, facets);
    let days: Vec<u32> = catalogue.documents().iter().map(|document| dates::day(&document.card.date)).collect();
    let facets = catalogue.facets();
    let members = |facet| facet_file::members(&catalogue, facet);
    let members = facets.par_iter().map(|facet| facet_file::bytes(&facet.values, &members(facet))).collect();
    let facet_names = writer.files("f", members);
    let blocks = fragments.chunks(BLOCK).map(names).collect();
    let pair_names = writer.files("p", pairs::files(rows));
    let ranges = ranges.chunks(ranges::RANGES);
    let starts = ranges.clone().filter_map(|ranges| Some(ranges.first()?.0.clone())).collect();
    let ranges = ranges.map(ranges::bytes).collect();
    let manifest = Manifest {
        version: VERSION,
        documents: days.len(),
        average: lengths.average,
        levels: lengths.levels.clone(),
        lengths: writer.file("n", &lengths.bytes()),
        dates: writer.file("d", &dates::bytes(&days)),
        starts,
        ranges: writer.files("r", ranges).concat(),
        words: letters.into_iter().zip(word_names).collect(),
        common,
        facets: facets
            .iter()
            .zip(facet_names)
            .map(|(facet, name)| (facet.key.to_owned(), facet.label.to_owned(), name))
            .collect(),
        fragments: writer.files("b", blocks).concat(),
        pairs: (pair_names.len(), writer.files("q", pair_names.chunks(pairs::NAMES).map(names).collect()).concat()),
        synonyms: synonyms.into_keys().zip(writer.files("s", sets)).collect(),
        language: settings.language,
        stop,
        endings,
    };
    take(&envelope::path(MANIFEST), envelope::pack(MANIFEST, &manifest.bytes()));
}

struct Writer<'t> {
    take: Take<'t>,
    /// The files that were handed over: two of the same content are one.
    taken: Mutex<BTreeSet<String>>,
}

impl Writer<'_> {
    /// Hands over the file of a content in a folder, and returns its name.
    fn file(&self, folder: &str, content: &[u8]) -> String {
        let name = envelope::name(content);
        let file = format!("{folder}/{name}");
        if self.taken.lock().unwrap_or_else(PoisonError::into_inner).insert(file.clone()) {
            (self.take)(&envelope::path(&file), envelope::pack(&file, content));
        }
        name
    }

    fn files(&self, folder: &str, contents: Vec<Vec<u8>>) -> Vec<String> {
        contents.into_par_iter().map(|content| self.file(folder, &content)).collect()
    }

    /// What facets and dates need of a document, the rows of its pairs of words, and the name of its file.
    fn document(&self, mut document: Document) -> (Document, (Rows, String)) {
        let facts = Document {
            url: document.url.clone(),
            values: std::mem::take(&mut document.values),
            card: Card { date: document.card.date.clone(), ..Card::default() },
            ..Document::default()
        };
        let fragment = Fragment::from(document);
        (facts, (Rows::of(&fragment.text()), self.file("x", &fragment.bytes())))
    }
}

/// Names as bytes.
fn names(names: &[String]) -> Vec<u8> {
    names.iter().filter_map(|name| data_encoding::HEXLOWER.decode(name.as_bytes()).ok()).flatten().collect()
}
