//! Phrases: the files of neighbouring words tell which documents may have them, and the texts of the best are read. The
//! same as `assets/search/phrases.js`, but that the rows come from the texts, from which those files are made.
//! Also moves titles that equal the query to the front.

use super::super::fragment::Fragment;
use super::super::index::Index;
use super::super::pairs;
use super::super::words::lower;
use super::score::Sum;

// Texts are read until as many have the phrase as the browser shows at first, or as many are read as it may load for it.
const SHOWN: usize = 5;
const READ: usize = 10;
/// How many documents have their title compared: those that the browser shows at first.
const TITLES: usize = 5;

/// The phrases of a query.
pub(crate) struct Phrases<'i> {
    index: &'i Index,
    phrases: Vec<String>,
    rows: Vec<u32>,
}

impl<'i> Phrases<'i> {
    pub(crate) fn of(index: &'i Index, phrases: &[String]) -> Self {
        let rows = phrases.iter().flat_map(|phrase| pairs::asked(phrase)).collect();
        Self { index, phrases: phrases.iter().map(|phrase| flat(phrase)).collect(), rows }
    }

    /// Whether a document may have every phrase.
    pub(crate) fn fits(&self, document: usize) -> bool {
        self.rows.is_empty() || {
            let own = pairs::rows(&self.text(document));
            self.rows.iter().all(|row| own.binary_search(row).is_ok())
        }
    }

    /// Reads the first documents in `all`, and moves those without every phrase to the front of `some`.
    pub(crate) fn read(&self, all: &mut Vec<Sum>, some: &mut Vec<Sum>, notes: &mut Vec<String>) {
        if self.phrases.is_empty() {
            return;
        }
        let (mut with, mut without) = (Vec::new(), Vec::new());
        let mut rest = std::mem::take(all).into_iter();
        while with.len() < SHOWN && with.len() + without.len() < READ {
            let Some(hit) = rest.next() else { break };
            let text = flat(&self.text(hit.document));
            let has = self.phrases.iter().all(|phrase| text.contains(phrase.as_str()));
            if has { with.push(hit) } else { without.push(hit) }
        }
        if rest.len() > 0 {
            let read = with.len() + without.len();
            notes.push(format!(
                "The phrase was looked for in the {read} best; of the others, only pairs of its words were compared."
            ));
        }
        all.extend(with.into_iter().chain(rest));
        some.splice(..0, without);
    }

    fn text(&self, document: usize) -> String {
        self.index.fragments.get(document).map(Fragment::text).unwrap_or_default()
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
