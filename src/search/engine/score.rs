//! BM25F over the fields, times the share of the words that match; the same as the scores of `assets/search/engine.js`.

use std::collections::BTreeMap;

use super::super::index::Index;
use super::super::postings::{BODY, FIELDS, Term, find};
use super::group::Group;
use super::phrases::{Phrases, Texts};
use super::sum::Sum;

const BOOSTS: [f64; FIELDS] = [5.0, 3.0, 2.0, 1.0, 0.3];
const K1: f64 = 2.0;
const B: f64 = 0.9;

/// Scores by document.
type Scores = BTreeMap<u32, f64>;

/// The scores of each group.
pub(crate) struct Scored {
    groups: Vec<Scores>,
    /// Whether a document needs the group to have all words: a weak one only where all are.
    is_needed: Vec<bool>,
}

impl Index {
    /// Finds a term by its text.
    pub(crate) fn term(&self, text: &str) -> Option<&Term> {
        find(&self.terms, text)
    }

    fn scores(&self, text: &str) -> Scores {
        let mut scores = Scores::new();
        for (field, postings) in self.term(text).iter().flat_map(|term| term.holders.iter().enumerate()) {
            for posting in postings {
                let length = self.lengths.at(posting.document as usize) / self.lengths.average;
                let norm = if field == BODY { 1.0 - B + B * length } else { 1.0 };
                let boost = BOOSTS.get(field).copied().unwrap_or_default();
                *scores.entry(posting.document).or_default() += boost * f64::from(posting.count) / norm;
            }
        }
        let idf = rarity(self.documents(), scores.len());
        for weight in scores.values_mut() {
            *weight = idf * *weight * (K1 + 1.0) / (*weight + K1);
        }
        scores
    }
}

/// The inverse document frequency of a term in `with` of `all` documents.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub(crate) fn rarity(all: usize, with: usize) -> f64 {
    (1.0 + (all.saturating_sub(with) as f64 + 0.5) / (with as f64 + 0.5)).ln()
}

impl Scored {
    pub(crate) fn of(index: &Index, texts: &Texts<'_>, groups: &[Group]) -> Self {
        let strong: Vec<_> = groups.iter().map(|group| !index.language.is_weak(&group.label)).collect();
        let is_any = strong.contains(&true);
        Self {
            groups: groups.iter().map(|group| Self::group(index, texts, group)).collect(),
            is_needed: strong.into_iter().map(|strong| strong || !is_any).collect(),
        }
    }

    /// The number of groups that a document with all words matches.
    pub(crate) fn needed(&self) -> usize {
        self.is_needed.iter().filter(|needed| **needed).count()
    }

    /// The score of the best way for each matching document.
    #[expect(clippy::cast_precision_loss, reason = "a way has a few terms")]
    fn group(index: &Index, texts: &Texts<'_>, group: &Group) -> Scores {
        let mut best = Scores::new();
        for way in &group.ways {
            let found: Vec<Scores> = way.terms.iter().map(|term| index.scores(term)).collect();
            let phrase = Phrases::of(texts, way.phrase.as_slice());
            for document in found.first().into_iter().flat_map(Scores::keys) {
                let Some(scores) = found.iter().map(|scores| scores.get(document)).collect::<Option<Vec<_>>>() else {
                    continue;
                };
                let score = way.weight * scores.iter().copied().sum::<f64>() / found.len() as f64;
                let is_better = best.get(document).is_none_or(|held| *held < score);
                if is_better && phrase.fits(*document as usize) {
                    best.insert(*document, score);
                }
            }
        }
        best
    }

    /// Whether a document matches a group.
    pub(crate) fn has(&self, group: usize, document: usize) -> bool {
        let document = u32::try_from(document).unwrap_or(u32::MAX);
        self.groups.get(group).is_some_and(|scores| scores.contains_key(&document))
    }

    /// All documents that match a needed group. The words of a paste are chosen from many, so that a document with few of them is
    /// no worse for it.
    #[expect(clippy::cast_precision_loss, reason = "a query has a few words")]
    pub(crate) fn hits(&self, is_paste: bool) -> Vec<Sum> {
        let mut sums: BTreeMap<u32, (f64, usize)> = BTreeMap::new();
        for (scores, is_needed) in self.groups.iter().zip(&self.is_needed) {
            for (document, score) in scores {
                let sum = sums.entry(*document).or_default();
                *sum = (sum.0 + score, sum.1 + usize::from(*is_needed));
            }
        }
        sums.retain(|_, (_, matched)| *matched > 0);
        let needed = self.needed();
        let share = |matched: usize| if is_paste { 1.0 } else { matched as f64 / needed.max(1) as f64 };
        let sum = |(document, (score, matched)): (u32, (f64, usize))| Sum {
            document: document as usize,
            score: score * share(matched),
            matched,
        };
        sums.into_iter().map(sum).collect()
    }

    /// All documents, for a query without words.
    pub(crate) fn everything(&self, index: &Index) -> Vec<Sum> {
        (0..index.documents()).map(|document| Sum { document, score: 0.0, matched: self.needed() }).collect()
    }
}
