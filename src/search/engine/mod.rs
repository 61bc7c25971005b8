//! The search of the site, in the program: the same words, weights and order as in `assets/search/engine.js`; a browser
//! test compares both.
//!
//! In: an [`Index`] and a typed or pasted text. Out: an [`Answer`], best first. Nothing is refused: the answer lists
//! what was not understood.

mod complete;
mod corrections;
mod filters;
mod group;
mod groups;
mod moment;
mod near;
mod paste;
mod phrases;
mod query;
mod score;
mod sum;
mod synonyms;
#[cfg(test)]
mod tests;

use super::index::Index;
use phrases::{Phrases, Texts};
use query::Query;
use score::Scored;
use sum::Sum;

/// A document that matches.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its title.
    pub title: String,
    /// Its page, from the root of the site.
    pub url: String,
    /// The ISO date on which it began; empty if unknown.
    pub date: String,
    /// The label of its severity; empty for none.
    pub severity: String,
    /// How well it matches; comparable within one answer.
    pub score: f64,
    /// The words that it matches; for a paste with the line, such as `line 3: err_pool_timeout`.
    pub matched: Vec<String>,
    /// What failed and for whom.
    pub happened: String,
    /// The actions that helped.
    pub helped: Vec<String>,
    /// The teams to contact.
    pub ask: Vec<String>,
    /// Whether it matches all words.
    pub all: bool,
}

/// What a query finds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// Best first: those that match all words, then those that match some; at most as many as requested.
    pub hits: Vec<Hit>,
    /// How many match all words.
    pub all: usize,
    /// How many match some words.
    pub some: usize,
    /// Notes on changed words: corrected typing errors, synonyms.
    pub notes: Vec<String>,
    /// If no word of the query is indexed, why, and what to type instead.
    pub nothing: Option<&'static str>,
    /// Filters that could not be understood.
    pub problems: Vec<String>,
}

impl Index {
    /// Searches for a typed query: words, phrases, filters. A text of several lines or more than a dozen words is
    /// treated as a paste.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Answer {
        self.answer(&Query::parse(self, query), false, limit)
    }

    /// The same while typing: the last word may be incomplete.
    #[must_use]
    pub fn search_typing(&self, query: &str, limit: usize) -> Answer {
        self.answer(&Query::parse(self, query), true, limit)
    }

    /// Searches for documents similar to a pasted text of any length.
    #[must_use]
    pub fn similar(&self, paste: &str, limit: usize) -> Answer {
        self.answer(&Query::pasted(paste), false, limit)
    }

    fn answer(&self, query: &Query, open: bool, limit: usize) -> Answer {
        let (groups, mut notes) =
            if query.is_paste { paste::groups(self, &query.text) } else { groups::groups(self, &query.text, open) };
        let texts = Texts::of(self);
        let scored = Scored::of(self, &texts, &groups);
        let mut hits = if query.asks_for_words() { scored.hits(query.is_paste) } else { scored.everything(self) };
        let passes = filters::passes(self, query);
        hits.retain(|hit| passes.get(hit.document).copied().unwrap_or(false));
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(b.document.cmp(&a.document)));
        let phrases = Phrases::of(&texts, &query.phrases);
        let is_all = |hit: &Sum| query.is_paste || (hit.matched == scored.needed() && phrases.fits(hit.document));
        let (mut all, mut some): (Vec<_>, Vec<_>) = hits.into_iter().partition(is_all);
        phrases.read(&mut all, &mut some, &mut notes);
        if !query.is_paste {
            phrases::exact_first(self, &query.text, &mut all);
        }
        let shown = all.iter().map(|hit| (hit, true)).chain(some.iter().map(|hit| (hit, false))).take(limit);
        let hits = shown.filter_map(|(hit, is_all)| self.hit(hit, is_all, &groups, &scored)).collect();
        let is_without_words = groups.is_empty() && query.asks_for_words() && !query.is_paste;
        Answer {
            hits,
            all: all.len(),
            some: some.len(),
            notes,
            nothing: is_without_words.then(|| groups::nothing_to_look_for(&query.text)),
            problems: query.problems.clone(),
        }
    }

    fn hit(&self, sum: &Sum, all: bool, groups: &[group::Group], scored: &Scored) -> Option<Hit> {
        let fragment = self.fragments.get(sum.document)?.clone();
        let matching = groups.iter().enumerate().filter(|(n, _)| scored.has(*n, sum.document));
        let matched = matching.map(|(_, group)| match group.lines.first() {
            Some(line) => format!("line {line}: {}", group.label),
            None => group.label.clone(),
        });
        Some(Hit {
            matched: matched.collect(),
            score: sum.score,
            all,
            title: fragment.title,
            url: fragment.url,
            date: fragment.date,
            severity: fragment.severity.map(|(_, label, _)| label).unwrap_or_default(),
            happened: fragment.happened,
            helped: fragment.helped,
            ask: fragment.ask,
        })
    }
}
