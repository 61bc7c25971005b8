//! Related reviews, with the reason: shared factors, services and tags, weighted by how rare they are, and similar text.

use std::collections::HashMap;

use rayon::prelude::*;
use search::Alike;

use super::links::named;
use super::{Dimension, Library};

/// A review that is worth reading next.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    pub review: usize,
    /// `same factor: stale cache; also checkout`.
    pub reason: String,
    /// The author named it.
    pub chosen: bool,
}

/// Most related reviews on a page, including those that the author named.
const MOST: usize = 5;
/// The least score of a pair.
const LEAST: f32 = 1.6;
/// The weight of a shared term, multiplied by its rarity.
const WEIGHTS: [(Dimension, f32); 4] =
    [(Dimension::Factors, 1.5), (Dimension::Services, 0.6), (Dimension::Tags, 0.5), (Dimension::Teams, 0.15)];
/// The weight of a text similarity of 1.
const TEXT: f32 = 8.0;
/// Similarity below this is ignored.
const CHANCE: f32 = 0.08;

/// A term that more than an eighth of the reviews have, and more than `COMMON`, is ignored.
const COMMON_SHARE: usize = 8;
const COMMON: usize = 200;

/// The related reviews of each review, best first. `places` maps the documents of `alike` to reviews.
pub(crate) fn related(library: &Library, alike: &Alike, places: &[usize]) -> Vec<Vec<Related>> {
    let signals = Signals::new(library, alike, places);
    let count = library.reviews.len();
    (0..count).into_par_iter().map_init(|| Scores::new(count), |scores, i| best(library, &signals, i, scores)).collect()
}

/// Everything that connects reviews: for each term or word, its weight and the reviews that have it.
struct Signals<'a> {
    /// For each review: its terms, as (dimension, index in its list).
    terms: Vec<Vec<(Dimension, usize)>>,
    /// The words of each document, and the documents that have them.
    alike: &'a Alike,
    /// The review of each document.
    reviews: &'a [usize],
    /// The document of each review.
    documents: Vec<usize>,
}

impl<'a> Signals<'a> {
    fn new(library: &Library, alike: &'a Alike, reviews: &'a [usize]) -> Self {
        let mut terms = vec![Vec::new(); library.reviews.len()];
        for (dimension, _) in WEIGHTS {
            for (t, term) in library.terms_of(dimension).iter().enumerate() {
                term.reviews.iter().for_each(|r| terms[*r].push((dimension, t)));
            }
        }
        let mut documents = vec![0; library.reviews.len()];
        for (document, review) in reviews.iter().enumerate() {
            documents[*review] = document;
        }
        Self { terms, alike, reviews, documents }
    }

    /// The words of a review, those with the greatest weight first.
    fn words(&self, review: usize) -> &[(u32, f32)] {
        &self.alike.profiles[self.documents[review]]
    }
}

/// What one review has in common with each other review, by index. Each thread reuses one of these, so that nothing is
/// allocated for a review.
struct Scores {
    terms: Vec<f32>,
    text: Vec<f32>,
}

/// Scores that are checked together: most of them are too low.
const STRETCH: usize = 32;

fn total(terms: f32, text: f32) -> f32 {
    terms + if text < CHANCE { 0.0 } else { text * TEXT }
}

impl Scores {
    fn new(count: usize) -> Self {
        Self { terms: vec![0.0; count], text: vec![0.0; count] }
    }

    /// Sums up the scores of all reviews against `of`.
    fn sum(&mut self, library: &Library, signals: &Signals<'_>, of: usize) {
        self.terms.fill(0.0);
        self.text.fill(0.0);
        for (dimension, t) in &signals.terms[of] {
            let reviews = &library.terms_of(*dimension)[*t].reviews;
            // A term that an eighth of a large library has means little, and would take most of the time.
            if reviews.len() > COMMON.max(self.terms.len() / COMMON_SHARE) {
                continue;
            }
            let weight = weight(library, *dimension, *t);
            for r in reviews {
                self.terms[*r] += weight;
            }
        }
        for (word, own) in signals.words(of) {
            for (document, theirs) in &signals.alike.holders[*word as usize] {
                self.text[signals.reviews[*document as usize]] += own * theirs;
            }
        }
    }

    /// The best that `skip` does not exclude. For equal scores the newer review, which comes first, is chosen.
    fn best(&self, most: usize, skip: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut best: Vec<(f32, usize)> = Vec::with_capacity(most + 1);
        let mut least = if most == 0 { f32::MAX } else { LEAST };
        for (n, (terms, text)) in self.terms.chunks(STRETCH).zip(self.text.chunks(STRETCH)).enumerate() {
            let totals = || terms.iter().zip(text).map(|(terms, text)| total(*terms, *text));
            // Counting instead of stopping at the first lets the compiler compare the whole chunk at once.
            if totals().map(|total| usize::from(total >= least)).sum::<usize>() == 0 {
                continue;
            }
            for (r, total) in totals().enumerate().map(|(r, total)| (n * STRETCH + r, total)) {
                if total >= least && !skip(r) {
                    let at = best.partition_point(|(better, _)| *better >= total);
                    best.insert(at, (total, r));
                    best.truncate(most);
                    if let Some((last, _)) = best.last().filter(|_| best.len() == most) {
                        least = last.next_up();
                    }
                }
            }
        }
        best.into_iter().map(|(_, r)| r).collect()
    }
}

fn best(library: &Library, signals: &Signals<'_>, of: usize, scores: &mut Scores) -> Vec<Related> {
    scores.sum(library, signals, of);
    let mut found = chosen(library, of);
    let named: Vec<_> = found.iter().map(|related| related.review).collect();
    for review in scores.best(MOST.saturating_sub(found.len()), |r| r == of || named.contains(&r)) {
        let alike = scores.text[review] >= CHANCE;
        found.push(Related { review, reason: reason(library, signals, of, review, alike), chosen: false });
    }
    found
}

/// Rare terms weigh more: ln(N / df), with an upper bound.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^23")]
fn weight(library: &Library, dimension: Dimension, term: usize) -> f32 {
    let df = library.terms_of(dimension)[term].reviews.len().max(2);
    let rare = (library.reviews.len() as f32 / df as f32).ln().clamp(0.05, 5.0);
    WEIGHTS.iter().find(|(d, _)| *d == dimension).map_or(0.0, |(_, w)| w * rare)
}

/// The reviews that the author named, in the author's order.
fn chosen(library: &Library, of: usize) -> Vec<Related> {
    let review = &library.reviews[of];
    let mut found: Vec<Related> = Vec::new();
    for id in &review.related {
        let Some(other) = library.by_id(&named(id)).filter(|other| *other != of) else { continue };
        if found.iter().all(|related| related.review != other) {
            found.push(Related { review: other, reason: "named by the author".to_owned(), chosen: true });
        }
    }
    found
}

/// What two reviews have in common, strongest first.
fn reason(library: &Library, signals: &Signals<'_>, of: usize, other: usize, alike: bool) -> String {
    let shared = |wanted: Dimension| {
        let mut shared: Vec<_> = signals.terms[of]
            .iter()
            .filter(|(d, t)| *d == wanted && signals.terms[other].contains(&(*d, *t)))
            .map(|(d, t)| (weight(library, *d, *t), library.terms_of(*d)[*t].label.as_str()))
            .collect();
        shared.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        shared.into_iter().map(|(_, label)| label).take(2).collect::<Vec<_>>()
    };
    let factors = shared(Dimension::Factors);
    let mut parts = Vec::new();
    if !factors.is_empty() {
        let word = if factors.len() == 1 { "same factor" } else { "same factors" };
        parts.push(format!("{word}: {}", factors.join(", ")));
    }
    let services = shared(Dimension::Services);
    let tags = shared(Dimension::Tags);
    let also: Vec<_> = services.iter().chain(&tags).copied().take(3).collect();
    if !also.is_empty() {
        parts.push(format!("{}{}", if parts.is_empty() { "both: " } else { "also " }, also.join(", ")));
    }
    if alike && parts.len() < 2 {
        let alike = shared_words(library, signals, (of, other), &parts.join(" ").to_lowercase());
        if !alike.is_empty() {
            parts.push(format!("similar words: {}", alike.join(", ")));
        }
    }
    parts.join("; ")
}

/// The strongest words that both have and that are not in `said`, as the first of the two writes them.
fn shared_words<'s>(
    library: &Library,
    signals: &'s Signals<'_>,
    (of, other): (usize, usize),
    said: &str,
) -> Vec<&'s str> {
    let theirs: HashMap<u32, f32> = signals.words(other).iter().copied().collect();
    let own = signals.words(of).iter();
    let mut shared: Vec<_> = own.filter_map(|(word, own)| theirs.get(word).map(|t| (own * t, *word))).collect();
    shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let review = &library.reviews[of];
    let text = format!("{}\n{}", review.title, review.body()).to_lowercase();
    let mut words: Vec<&str> = Vec::new();
    for word in shared.into_iter().filter_map(|(_, word)| signals.alike.written(word, &text)) {
        // A part of a word that is already named adds nothing, and neither does a word of which a part is.
        let is_told = |named: &&str| named.contains(word) || word.contains(*named);
        if words.len() < 3 && !said.contains(word) && !words.iter().any(is_told) {
            words.push(word);
        }
    }
    words
}
