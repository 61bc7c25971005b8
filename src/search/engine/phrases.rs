//! Phrases: the files of neighbouring words tell which documents may have them, and the texts of the best are read. The
//! same as `assets/search/phrases.js`, but that the rows come from the texts, from which those files are made.
//! Also moves titles that equal the query to the front.

use std::cell::RefCell;
use std::collections::HashMap;

use super::super::fragment::Fragment;
use super::super::index::Index;
use super::super::pairs;
use super::super::words::lower;
use super::sum::Sum;

/// How many documents are read for phrases: those that the browser shows at first.
const READ: usize = 5;
/// How many documents have their title compared: those that the browser shows at first.
const TITLES: usize = 5;

/// The texts of documents, with the rows of those that were asked for: several synonyms are looked for in one document.
pub(crate) struct Texts<'i> {
    index: &'i Index,
    rows: RefCell<HashMap<usize, Vec<u32>>>,
}

impl<'i> Texts<'i> {
    pub(crate) fn of(index: &'i Index) -> Self {
        Self { index, rows: RefCell::default() }
    }

    fn text(&self, document: usize) -> String {
        self.index.fragments.get(document).map(Fragment::text).unwrap_or_default()
    }

    fn have(&self, document: usize, rows: &[u32]) -> bool {
        let mut known = self.rows.borrow_mut();
        let own = known.entry(document).or_insert_with(|| pairs::rows(&self.text(document)));
        rows.iter().all(|row| own.binary_search(row).is_ok())
    }
}

/// The phrases of a query.
pub(crate) struct Phrases<'t> {
    texts: &'t Texts<'t>,
    quoted: Vec<String>,
    rows: Vec<u32>,
}

impl<'t> Phrases<'t> {
    pub(crate) fn of(texts: &'t Texts<'t>, phrases: &[String]) -> Self {
        let rows = phrases.iter().flat_map(|phrase| pairs::asked(phrase)).collect();
        Self { texts, quoted: phrases.iter().map(|phrase| flat(phrase)).collect(), rows }
    }

    /// Whether a document may have every phrase.
    pub(crate) fn fits(&self, document: usize) -> bool {
        self.rows.is_empty() || self.texts.have(document, &self.rows)
    }

    /// Reads the first documents in `all`, and moves those without every phrase to the front of `some`.
    pub(crate) fn read(&self, all: &mut Vec<Sum>, some: &mut Vec<Sum>, notes: &mut Vec<String>) {
        if self.quoted.is_empty() {
            return;
        }
        let rest = all.split_off(all.len().min(READ));
        if !rest.is_empty() {
            notes.push(format!(
                "The phrase was looked for in the {READ} best; of the others, only pairs of its words were compared."
            ));
        }
        let holds = |hit: &Sum| {
            let text = flat(&self.texts.text(hit.document));
            self.quoted.iter().all(|phrase| text.contains(phrase.as_str()))
        };
        let (yes, no): (Vec<_>, Vec<_>) = std::mem::take(all).into_iter().partition(holds);
        all.extend(yes.into_iter().chain(rest));
        some.splice(..0, no);
    }
}

/// In lower case and without accents; whatever is between words, such as a line break or a quotation mark, is one space.
fn flat(text: &str) -> String {
    let text = lower(text);
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Moves documents whose title has the same terms as `text` to the front.
pub(crate) fn exact_first(index: &Index, text: &str, all: &mut [Sum]) {
    let mut analyzer = index.analyzer();
    let said = analyzer.terms(text);
    if said.is_empty() {
        return;
    }
    let first = all.len().min(TITLES);
    all[..first].sort_by_cached_key(|hit| {
        index.fragments.get(hit.document).is_none_or(|fragment| analyzer.terms(&fragment.title) != said)
    });
}
