//! Similarity of documents: TF-IDF cosine over their most distinctive terms, from the postings of the index.
//!
//! Weight of a term in a document is (1 + ln tf) · ln(N / df), after Salton and Buckley, *Term-weighting approaches in automatic text
//! retrieval* (1988); tf counts a title three times and a learning twice. Terms in too many documents, such as those of
//! a template's headings, numbers, and terms that the caller names do not count. Above ten thousand documents only the strongest
//! terms of each document count.

use std::collections::{HashMap, HashSet};

use super::analyzer::Analyzer;
use super::order::order;
use super::postings::{BODY, Postings, Term};
use super::word::Word;
use super::words::is_error_status;

/// The most terms that count for a document of a large library; in a smaller one all distinctive terms count.
const STRONGEST: usize = 100;
/// A library with more documents than this is large.
const LARGE: usize = 10_000;
/// A term in more than one of this many documents is not distinctive.
const COMMON_SHARE: usize = 8;
/// Neither is one in more documents than this, in a library of any size: without a bound, the number of pairs to
/// compare would grow with the square of the library.
const COMMON: usize = 200;
/// The least bytes of a distinctive term; a pair of Chinese characters has six.
const SHORTEST: usize = 4;
/// The weight of a word in title, learnings, names, body and expansion. Names are compared elsewhere, and an expansion
/// is never shown.
const COUNTS: [u32; 5] = [3, 2, 0, 1, 0];

/// The distinctive terms of all documents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Alike {
    /// For each document its terms by number with their weights, strongest first, as a vector of length 1.
    pub profiles: Vec<Vec<(u32, f32)>>,
    /// For each term the documents that have it, with its weight there.
    pub holders: Vec<Vec<(u32, f32)>>,
    /// For each term its words, the most common first.
    words: Vec<Vec<String>>,
}

impl Alike {
    /// The word for a term: the most common of its words that occurs in the lower-case `text`.
    #[must_use]
    pub fn written(&self, term: u32, text: &str) -> Option<&str> {
        self.words.get(term as usize)?.iter().map(String::as_str).find(|word| holds_word(text, word))
    }

    /// From postings. The words of the texts in `never` do not count.
    pub(crate) fn of(postings: &Postings, mut analyzer: Analyzer<'_>, never: &[&str]) -> Self {
        let never: HashSet<String> = never.iter().flat_map(|text| analyzer.terms(text)).collect();
        let documents = postings.lengths.len();
        let most = (documents / COMMON_SHARE).clamp(3, COMMON);
        let (mut holders, mut names): (Vec<Vec<(u32, f32)>>, _) = (Vec::new(), Vec::new());
        for term in &postings.terms {
            if !is_telling(&term.text) || never.contains(&term.text) {
                continue;
            }
            let counts = counts(term);
            if !(2..=most).contains(&counts.len()) {
                continue;
            }
            names.push(term.text.as_str());
            let weigh = |(document, count): &(u32, u32)| (*document, weight(*count, counts.len(), documents));
            holders.push(counts.iter().map(weigh).collect());
        }
        let mut profiles = turned(&holders, documents);
        for profile in &mut profiles {
            strongest(profile, documents);
        }
        drop(holders);
        let holders = turned(&profiles, names.len());
        Self { profiles, holders, words: ways(&names, &postings.words, &mut analyzer) }
    }
}

/// From a list for each term that of each document, or the other way round, in order. Each list has the room that it needs.
fn turned(lists: &[Vec<(u32, f32)>], count: usize) -> Vec<Vec<(u32, f32)>> {
    let mut lengths = vec![0; count];
    for (other, _) in lists.iter().flatten() {
        if let Some(length) = lengths.get_mut(*other as usize) {
            *length += 1;
        }
    }
    let mut turned: Vec<_> = lengths.into_iter().map(Vec::with_capacity).collect();
    for (number, list) in (0..).zip(lists) {
        for (other, weight) in list {
            if let Some(of) = turned.get_mut(*other as usize) {
                of.push((number, *weight));
            }
        }
    }
    turned
}

/// Whether a term may be distinctive: a word, an identifier, a version, `503`; no other number, no day, no clock time and
/// nothing with an at sign.
fn is_telling(term: &str) -> bool {
    let is_number = term.bytes().all(|byte| byte.is_ascii_digit() || b":-/.,".contains(&byte));
    let is_version =
        term.split('.').filter(|part| (1..4).contains(&part.len()) && part.parse::<u16>().is_ok()).count() > 2;
    is_error_status(term) || term.len() >= SHORTEST && !term.contains('@') && (!is_number || is_version)
}

/// Whether a text contains a word as a whole word.
fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// The documents of a term with its weighted count, in order.
fn counts(term: &Term) -> Vec<(u32, u32)> {
    // Most terms occur in bodies only.
    let mut counts: Vec<(u32, u32)> = Vec::with_capacity(term.holders[BODY].len());
    for (postings, each) in term.holders.iter().zip(COUNTS).filter(|(_, each)| *each > 0) {
        counts.extend(postings.iter().map(|posting| (posting.document, posting.count * each)));
    }
    counts.sort_unstable();
    counts.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        kept.1 += if is_same { next.1 } else { 0 };
        is_same
    });
    counts
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^23")]
fn weight(count: u32, with: usize, all: usize) -> f32 {
    (1.0 + (count as f32).ln()) * (all as f32 / with as f32).ln()
}

fn strongest(profile: &mut Vec<(u32, f32)>, documents: usize) {
    // The numbers of terms follow their order.
    let stronger = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    profile.sort_unstable_by(stronger);
    if documents > LARGE {
        profile.truncate(STRONGEST);
    }
    profile.shrink_to_fit();
    let length = profile.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    if length > 0.0 {
        for (_, weight) in profile {
            *weight /= length;
        }
    }
}

/// The words of each term, the most common first; a term without words is its own word.
fn ways(names: &[&str], words: &[Word], analyzer: &mut Analyzer<'_>) -> Vec<Vec<String>> {
    let numbers: HashMap<&str, usize> = names.iter().enumerate().map(|(number, name)| (*name, number)).collect();
    let mut of: Vec<Vec<&Word>> = vec![Vec::new(); names.len()];
    for word in words {
        let number = analyzer.term(&word.text).and_then(|term| numbers.get(term));
        if let Some(own) = number.and_then(|number| of.get_mut(*number)) {
            own.push(word);
        }
    }
    let ways = |(mut own, name): (Vec<&Word>, &&str)| {
        own.sort_by(|a, b| b.documents.cmp(&a.documents).then_with(|| order(&a.text, &b.text)));
        if own.is_empty() {
            vec![(*name).to_owned()]
        } else {
            own.into_iter().map(|word| word.as_written().to_owned()).collect()
        }
    };
    of.into_iter().zip(names).map(ways).collect()
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::super::catalogue::{Catalogue, Document, Section};
    use super::super::counted::Counted;
    use super::super::language::Language;
    use super::Alike;

    fn alike(texts: &[(&str, &str)], language: Language, never: &[&str]) -> Alike {
        let document = |(n, (title, text)): (usize, &(&str, &str))| Document {
            title: (*title).into(),
            url: format!("{n:03}"),
            meta: "farebox".into(),
            expansion: "flamingo".into(),
            sections: vec![Section { text: (*text).into(), ..Section::default() }],
            ..Document::default()
        };
        let catalogue = Catalogue::new(texts.iter().enumerate().map(document).collect(), Vec::new());
        Counted::of(catalogue.documents().par_iter(), language).alike(never)
    }

    fn shared(alike: &Alike, text: &str) -> Vec<String> {
        let words = alike.profiles[0].iter().filter_map(|(term, _)| alike.written(*term, text)).map(str::to_owned);
        let mut words: Vec<_> = words.collect();
        words.sort();
        words
    }

    const TEXTS: [(&str, &str); 3] = [
        ("Pool timeouts", "in checkout of db-07 by Gerald, 2026 not"),
        ("A pool", "timed out: Timeout, db-07, Gerald 2026"),
        ("Else", "entirely"),
    ];

    #[test]
    fn what_two_texts_share_in_any_form_is_their_profile_but_names_and_numbers() {
        let alike = alike(&TEXTS, Language::English, &["Gerald"]);
        assert_eq!(shared(&alike, "pool timeouts in db-07"), ["db-07", "pool", "timeouts"]);
        assert_eq!(shared(&alike, "a pool timed out: timeout"), ["pool", "timeout"]);
        let length: f32 = alike.profiles[0].iter().map(|(_, weight)| weight * weight).sum();
        assert!((length - 1.0).abs() < 1e-5);
        assert!(alike.profiles[2].is_empty());
        // A title counts more than a text.
        assert_eq!(alike.written(alike.profiles[0][0].0, "the pool"), Some("pool"));
        for (document, profile) in (0..).zip(&alike.profiles) {
            for (term, weight) in profile {
                assert!(alike.holders[*term as usize].contains(&(document, *weight)));
            }
        }
    }

    #[test]
    fn of_numbers_only_versions_and_errors_of_http_tell() {
        for term in ["503", "1.24.3", "10.0.4.17", "db-07", "5xx-errors", "v1.24"] {
            assert!(super::is_telling(term), "{term}");
        }
        for term in
            ["200", "5032", "22:40", "2019-12-05", "05.12.2019", "12/05", "10.55", "1,000,000", "abc", "ops@a.example"]
        {
            assert!(!super::is_telling(term), "{term}");
        }
    }

    #[test]
    fn words_of_other_languages_are_shown_as_people_write_them() {
        let texts = [("a", "Störungen der Fähre"), ("b", "Eine Störung der Fähren"), ("c", "nichts")];
        let alike = alike(&texts, Language::German, &[]);
        assert_eq!(shared(&alike, "störungen der fähre"), ["fähre", "störungen"]);
    }

    #[test]
    fn a_large_library_is_compared_by_the_strongest_terms() {
        let many = (0..150).map(|k| format!("term{k}x")).collect::<Vec<_>>().join(" ");
        let text = |n: usize| ("", if n < 2 { many.as_str() } else { "else" });
        let texts: Vec<(&str, &str)> = (0..=super::LARGE).map(text).collect();
        assert_eq!(alike(&texts, Language::English, &[]).profiles[0].len(), super::STRONGEST);
        assert_eq!(alike(&texts[..super::LARGE], Language::English, &[]).profiles[0].len(), 150);
    }
}
