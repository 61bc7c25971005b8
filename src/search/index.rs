//! A whole index in memory, for the program's own search and for checking the files of a site.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::analyzer::Analyzer;
use super::catalogue::{Catalogue, Label};
use super::collect::collect;
use super::envelope::{NAME, name as content_name, path, unpack};
use super::facet_file::Members;
use super::forms::Forms;
use super::fragment::Fragment;
use super::language::Language;
use super::lengths::Lengths;
use super::manifest::{BLOCK, Manifest};
use super::postings::Term;
use super::synonyms::{Settings, Shards, by_letter};
use super::word::Word;
use super::{MANIFEST, chunks, common, dates, facet_file, lexicon, pairs, ranges};

/// The content of all files of a search.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Index {
    pub(crate) terms: Vec<Term>,
    pub(crate) words: Vec<Word>,
    /// Whether all words are in one file. Then corrections are searched among all words, otherwise among those with the
    /// same first letter.
    pub(crate) words_together: bool,
    pub(crate) common: Vec<(String, u32)>,
    /// The first terms of the files of terms, shortened.
    pub(crate) starts: Vec<String>,
    pub(crate) lengths: Lengths,
    pub(crate) days: Vec<u32>,
    pub(crate) facets: Vec<FacetIndex>,
    pub(crate) fragments: Vec<Fragment>,
    pub(crate) synonyms: Shards,
    pub(crate) language: Language,
    /// The terms of words, in a language with forms.
    pub(crate) forms: Forms,
}

/// A facet and the documents of its values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FacetIndex {
    pub(crate) key: String,
    pub(crate) label: String,
    pub(crate) values: Vec<Label>,
    pub(crate) members: Members,
}

impl Index {
    /// The index of a catalogue, as its files would hold it.
    #[must_use]
    pub fn of(catalogue: &Catalogue, settings: &Settings) -> Self {
        let postings = collect(catalogue.documents().par_iter(), settings.language);
        // As the files store them: rounded, and without the words that they leave out.
        let shards = lexicon::shards(&postings.words, settings.language);
        let words_together = shards.iter().any(|(letter, _)| letter == lexicon::ALL);
        let words: Vec<Word> = shards.iter().filter_map(|(_, bytes)| lexicon::read(bytes)).flatten().collect();
        let documents = catalogue.documents();
        let facet = |facet: &super::Facet| FacetIndex {
            key: facet.key.to_owned(),
            label: facet.label.to_owned(),
            values: facet.values.clone(),
            members: facet_file::members(catalogue, facet),
        };
        let forms = Forms::of(settings.language, &words, words_together, postings.stop);
        let mut analyzer = Analyzer::with(settings.language, &forms);
        let synonyms = by_letter(&settings.synonyms, &mut analyzer, &postings.terms);
        Self {
            common: common::read(&common::bytes(&postings.terms)).unwrap_or_default(),
            starts: chunks::chunks(&postings.terms).into_iter().map(|chunk| chunk.start).collect(),
            lengths: Lengths::of(&postings.lengths),
            days: documents.iter().map(|document| dates::day(&document.card.date)).collect(),
            facets: catalogue.facets().iter().map(facet).collect(),
            fragments: documents.iter().cloned().map(Fragment::from).collect(),
            synonyms,
            language: settings.language,
            terms: postings.terms,
            forms,
            words_together,
            words,
        }
    }

    /// Reads all files, from the manifest on. `get` gives the bytes at a path from the root of the site.
    ///
    /// # Errors
    /// The path of the first file that is missing or invalid.
    pub fn read<'f>(get: impl Fn(&str) -> Option<&'f [u8]>) -> Result<Self, String> {
        Self::read_all(get).map(|(index, _)| index)
    }

    /// The same, and the paths of all files that belong to it.
    pub(crate) fn read_all<'f>(get: impl Fn(&str) -> Option<&'f [u8]>) -> Result<(Self, BTreeSet<String>), String> {
        let mut files = Open { get, seen: BTreeSet::new() };
        let manifest = files.content(MANIFEST)?;
        let manifest = Manifest::read(&manifest).ok_or_else(|| path(MANIFEST))?;
        let count = manifest.documents;
        let mut terms: Vec<Term> = Vec::new();
        let (mut starts, mut first_starts): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for name in cut(&manifest.ranges) {
            let ranges = files.read("r", name, ranges::read)?;
            first_starts.extend(ranges.first().map(|(start, _)| start.clone()));
            for (start, name) in ranges {
                terms.extend(files.read("t", &name, chunks::read)?);
                starts.push(start);
            }
        }
        let mut words: Vec<Word> = Vec::new();
        for (_, name) in &manifest.words {
            words.extend(files.read("w", name, lexicon::read)?);
        }
        let mut facets = Vec::new();
        for (key, label, name) in &manifest.facets {
            let (values, members) = files.read("f", name, facet_file::read)?;
            facets.push(FacetIndex { key: key.clone(), label: label.clone(), values, members });
        }
        let mut fragments = Vec::new();
        for name in cut(&manifest.fragments) {
            let block = files.content(&format!("b/{name}"))?;
            for name in block.chunks(NAME) {
                fragments.push(files.read("x", &data_encoding::HEXLOWER.encode(name), Fragment::read)?);
            }
        }
        files.pairs(&fragments, &manifest.pairs)?;
        let codes = files.read("n", &manifest.lengths, |bytes| Lengths::read(bytes, count))?;
        let days = files.read("d", &manifest.dates, |bytes| dates::read(bytes, count))?;
        let common = files.read("t", &manifest.common, common::read)?;
        let whole = fragments.len() == count && manifest.fragments.len() / NAME / 2 == count.div_ceil(BLOCK);
        if !whole || manifest.starts != first_starts {
            return Err(path(MANIFEST));
        }
        let lengths = Lengths { levels: manifest.levels, average: manifest.average, codes };
        let words_together = manifest.words.iter().any(|(letter, _)| letter == lexicon::ALL);
        let read = |(letter, name): &(String, String)| {
            let sets = files.read("s", name, |bytes| serde_json::from_slice(bytes).ok())?;
            Ok((letter.clone(), sets))
        };
        let synonyms = manifest.synonyms.iter().map(read).collect::<Result<_, String>>()?;
        let language = manifest.language;
        let forms = Forms::of(language, &words, words_together, manifest.stop.iter().cloned().collect());
        let is_ours = forms.endings == manifest.endings && forms.stop.iter().eq(&manifest.stop);
        if !is_ours {
            return Err(path(MANIFEST));
        }
        let index = Self {
            terms,
            words,
            words_together,
            common,
            starts,
            lengths,
            days,
            facets,
            fragments,
            synonyms,
            language,
            forms,
        };
        Ok((index, files.seen))
    }

    /// The analyzer for its words.
    pub(crate) fn analyzer(&self) -> Analyzer<'_> {
        Analyzer::with(self.language, &self.forms)
    }

    /// How many documents it has.
    #[must_use]
    pub fn documents(&self) -> usize {
        self.fragments.len()
    }

    /// Every text of the index that does not belong to a single document, terms aside.
    pub(crate) fn texts_of_all(&self) -> Vec<&str> {
        let facets = self.facets.iter().flat_map(|facet| {
            let values = facet.values.iter().flat_map(|value| [value.key.as_str(), value.label.as_str()]);
            [facet.key.as_str(), facet.label.as_str()].into_iter().chain(values)
        });
        let synonyms = self.synonyms.values().flatten().flat_map(|set| set.here.iter().chain(&set.others));
        facets.chain(synonyms.map(String::as_str)).collect()
    }
}

/// Splits a text into names of twelve letters.
fn cut(names: &str) -> impl Iterator<Item = &str> {
    (0..names.len().div_ceil(NAME * 2)).map(move |n| names.get(n * NAME * 2..(n + 1) * NAME * 2).unwrap_or(""))
}

struct Open<G> {
    get: G,
    seen: BTreeSet<String>,
}

impl<'f, G: Fn(&str) -> Option<&'f [u8]>> Open<G> {
    fn content(&mut self, file: &str) -> Result<Vec<u8>, String> {
        let path = path(file);
        let found = (self.get)(&path).and_then(unpack).filter(|(name, _)| name == file);
        self.seen.insert(path.clone());
        found.map(|(_, content)| content).ok_or(path)
    }

    /// Checks the files of neighbouring words, which the texts determine.
    fn pairs(&mut self, fragments: &[Fragment], (count, blocks): &(usize, String)) -> Result<(), String> {
        let made = pairs::files(fragments.par_iter().map(|fragment| pairs::Rows::of(&fragment.text())).collect());
        let names: Vec<String> = made.iter().map(|file| content_name(file)).collect();
        let mut wanted = names.chunks(pairs::NAMES);
        for block in cut(blocks) {
            let file = format!("q/{block}");
            let content = data_encoding::HEXLOWER.encode(&self.content(&file)?);
            if wanted.next().is_none_or(|names| names.concat() != content) {
                return Err(path(&file));
            }
        }
        if wanted.next().is_some() || *count != made.len() {
            return Err(path(MANIFEST));
        }
        for (name, made) in names.iter().zip(&made) {
            let file = format!("p/{name}");
            if self.content(&file)? != *made {
                return Err(path(&file));
            }
        }
        Ok(())
    }

    fn read<T>(&mut self, folder: &str, name: &str, read: impl Fn(&[u8]) -> Option<T>) -> Result<T, String> {
        let file = format!("{folder}/{name}");
        let content = self.content(&file)?;
        read(&content).ok_or_else(|| path(&file))
    }
}
