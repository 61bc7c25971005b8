//! The search of the site, in the program: the same words, the same weights, the same order as `assets/search/engine.js`, held to it
//! by a test in the browser.
//!
//! In: an [`Index`] and what somebody typed or pasted. Out: an [`Answer`], best first. Refuses nothing: what could not be
//! understood is said.

mod complete;
mod filters;
mod group;
mod groups;
mod moment;
mod near;
mod paste;
mod phrases;
mod query;
mod same;
mod score;
#[cfg(test)]
mod tests;

use super::index::Index;
use query::Query;
use score::Scored;

/// A document that matches.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its title.
    pub title: String,
    /// Its page, from the root of the site.
    pub url: String,
    /// The ISO day on which it began; empty if nobody knows.
    pub date: String,
    /// The label of its severity; empty for none.
    pub severity: String,
    /// How well it matches; comparable within one answer.
    pub score: f64,
    /// The words that it matches; of a paste those of its lines that do, as `line 3: err_pool_timeout`.
    pub matched: Vec<String>,
    /// What failed and for whom.
    pub happened: String,
    /// What brought it closer to restored.
    pub helped: Vec<String>,
    /// The teams to ask.
    pub ask: Vec<String>,
    /// Whether it matches all words.
    pub all: bool,
}

/// What a query finds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// Best first: those that match all words, then those that match some; no more than were asked for.
    pub hits: Vec<Hit>,
    /// How many match all words.
    pub all: usize,
    /// How many match some.
    pub some: usize,
    /// What was made of the words: slips put right, other words for the same.
    pub notes: Vec<String>,
    /// Why nothing was looked for, where no word of the query counts, and what to type instead.
    pub nothing: Option<&'static str>,
    /// Filters that could not be understood.
    pub problems: Vec<String>,
}

impl Index {
    /// Finds what somebody typed: words, phrases, filters; what is longer than a line or a dozen words is taken for a paste.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Answer {
        self.answer(&Query::parse(self, query), false, limit)
    }

    /// The same while somebody types: the last word may be half typed.
    #[must_use]
    pub fn search_typing(&self, query: &str, limit: usize) -> Answer {
        self.answer(&Query::parse(self, query), true, limit)
    }

    /// Finds the like of a pasted failure, however short.
    #[must_use]
    pub fn similar(&self, paste: &str, limit: usize) -> Answer {
        self.answer(&Query::pasted(paste), false, limit)
    }

    fn answer(&self, query: &Query, open: bool, limit: usize) -> Answer {
        let (groups, mut notes) = if query.is_paste {
            (paste::groups(self, &query.text), Vec::new())
        } else {
            groups::groups(self, &query.text, open)
        };
        let scored = Scored::of(self, &groups);
        let mut hits = if query.asks_for_words() { scored.hits() } else { scored.everything(self) };
        let passes = filters::passes(self, query);
        hits.retain(|hit| passes.get(hit.document).copied().unwrap_or(false));
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(b.document.cmp(&a.document)));
        let is_all = |hit: &score::Sum| hit.matched == groups.len() || query.is_paste;
        let (mut all, mut some): (Vec<_>, Vec<_>) = hits.into_iter().partition(is_all);
        if !query.phrases.is_empty() {
            phrases::sieve(self, &query.phrases, &mut all, &mut some, &mut notes);
        }
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

    fn hit(&self, sum: &score::Sum, all: bool, groups: &[group::Group], scored: &Scored) -> Option<Hit> {
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
