//! Phrases, which the index does not store: the texts of the best documents with all words are searched for the phrase.
//! Also moves titles that equal the query to the front.

use super::super::fragment::Fragment;
use super::super::index::Index;
use super::super::words::fold;
use super::score::Sum;

/// How many documents are searched for phrases.
const ASKED: usize = 40;
/// How many documents have their title compared.
const TITLES: usize = 10;

/// Keeps the documents in `all` that contain every phrase; the others move to the front of `some`.
pub(crate) fn sieve(
    index: &Index,
    phrases: &[String],
    all: &mut Vec<Sum>,
    some: &mut Vec<Sum>,
    notes: &mut Vec<String>,
) {
    if all.len() > ASKED {
        notes.push(format!("The phrase was looked for in the {ASKED} best."));
    }
    let phrases: Vec<String> = phrases.iter().map(|phrase| flat(phrase)).collect();
    let holds = |hit: &Sum| {
        let text = index.fragments.get(hit.document).map(text).unwrap_or_default();
        phrases.iter().all(|phrase| text.contains(phrase.as_str()))
    };
    let (asked, rest) = all.split_at(all.len().min(ASKED));
    let (yes, no): (Vec<_>, Vec<_>) = asked.iter().cloned().partition(holds);
    let others = no.into_iter().chain(rest.iter().cloned()).chain(std::mem::take(some)).collect();
    *all = yes;
    *some = others;
}

fn text(fragment: &Fragment) -> String {
    let sections = fragment.sections.iter().flat_map(|(_, heading, text)| [heading, text]);
    let texts: Vec<&str> =
        [&fragment.title, &fragment.lesson].into_iter().chain(sections).map(String::as_str).collect();
    flat(&texts.join("\n"))
}

/// In lower case, without accents, with single spaces.
fn flat(text: &str) -> String {
    let folded: String = fold(text).into_iter().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
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
