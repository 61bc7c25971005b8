//! Chooses the few distinctive terms of a pasted text; the same as `assets/search/paste.js`. Parts that are different
//! each time are masked; of the rest, the rarest terms in the library are used.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::chunks::place;
use super::super::common::spread;
use super::super::index::Index;
use super::super::order::order;
use super::super::word::shard_of;
use super::super::words::{is_error_status, tokens};
use super::corrections::add_corrections;
use super::group::Group;
use super::moment::mask;
use super::query::has_lines;
use super::score::rarity;
use super::synonyms::add_synonyms;

/// How many terms are used, and how many words of a question that are in no document.
const TERMS: usize = 20;
/// How many files of terms one paste may load in a browser.
const FILES: usize = 32;
/// How many files of words, in a language with forms.
const LETTERS: usize = 6;
/// The weight of an identifier, relative to a word.
const IDENTIFIER: f64 = 3.0;
/// The weight of lines from frameworks, which are in every stack trace.
const FRAME: f64 = 0.3;
const FRAMEWORKS: [&str; 15] = [
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "org.springframework.",
    "org.apache.",
    "org.hibernate.",
    "org.junit.",
    "org.eclipse.",
    "io.netty.",
    "reactor.",
    "kotlin.",
    "scala.",
    "node:",
    "internal/",
];

/// A term of the paste.
struct Candidate {
    term: String,
    token: String,
    weight: f64,
    lines: Vec<usize>,
    /// Its place among the terms of the text.
    place: usize,
}

/// The groups of a paste, each with its lines, and notes. A text of one line is read as a question, whose words may have
/// synonyms in the library or be mistyped; what a system prints it prints in the same words each time.
pub(crate) fn groups(index: &Index, text: &str) -> (Vec<Group>, Vec<String>) {
    let common: HashMap<&str, u32> = index.common.iter().map(|(text, n)| (text.as_str(), *n)).collect();
    let (weak, strong): (Vec<_>, Vec<_>) =
        candidates(index, text).into_iter().partition(|one| index.language.is_weak(&one.token));
    let (known, others): (Vec<_>, Vec<_>) = strong.into_iter().partition(|one| common.contains_key(one.term.as_str()));
    let (mut best, mut unknown) = (Vec::new(), Vec::new());
    for one in known.into_iter().chain(rare(index, others)) {
        let documents = common.get(one.term.as_str()).map(|documents| *documents as usize);
        match documents.or_else(|| index.term(&one.term).map(spread)) {
            Some(documents) => best.push((one.weight * rarity(index.documents(), documents), one)),
            None => unknown.push(one),
        }
    }
    best.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| order(&a.1.term, &b.1.term)));
    best.truncate(TERMS);
    let mut chosen: Vec<_> = best.into_iter().map(|(_, one)| one).collect();
    let mut notes = Vec::new();
    let is_question = !has_lines(text);
    if is_question {
        // A word that is in no document may mean one that is. Synonyms of several words are found in the order of the text.
        chosen.extend(unknown.into_iter().take(TERMS));
        chosen.extend(weak);
        chosen.sort_by_key(|one| one.place);
    }
    let group = |one: Candidate| {
        let lines = if is_question { Vec::new() } else { one.lines };
        let mut group = Group { label: one.token, term: one.term.clone(), lines, ..Group::default() };
        if index.term(&one.term).is_some() && !index.language.is_weak(&group.label) {
            group.add(one.term, one.weight);
        }
        group
    };
    let mut groups: Vec<_> = chosen.into_iter().map(group).collect();
    if is_question {
        let mut analyzer = index.analyzer();
        add_synonyms(index, &mut analyzer, &mut groups, &mut notes);
        add_corrections(index, &mut analyzer, &mut groups, &mut notes);
        // Weak words are only a part of synonyms of several words.
        groups.retain(|group| !group.ways.is_empty() || !index.language.is_weak(&group.label));
    }
    (groups, notes)
}

/// The candidates for which a browser would load files, limited to the most valuable files.
fn rare(index: &Index, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut files: BTreeMap<usize, (f64, Vec<Candidate>)> = BTreeMap::new();
    for one in candidates {
        let file = files.entry(place(&index.starts, &one.term)).or_default();
        let is_word = one.term.bytes().all(|byte| byte.is_ascii_lowercase());
        file.0 += one.weight * if is_word { 1.0 } else { IDENTIFIER };
        file.1.push(one);
    }
    let mut files: Vec<_> = files.into_iter().collect();
    files.sort_by(|(place, (worth, _)), (other, (more, _))| more.total_cmp(worth).then(place.cmp(other)));
    files.into_iter().take(FILES).flat_map(|(_, (_, candidates))| candidates).collect()
}

/// All terms in the order of the text.
fn candidates(index: &Index, text: &str) -> Vec<Candidate> {
    let mut said: Vec<(String, usize, f64)> = Vec::new();
    for (n, line) in text.split('\n').enumerate() {
        let weight = if is_frame(line.trim()) { FRAME } else { 1.0 };
        let tells = |token: &String| is_error_status(token) || !token.chars().all(|c| c.is_ascii_digit());
        let words = tokens(&mask(line)).into_iter().filter(tells);
        said.extend(words.map(|token| (token, n + 1, weight)));
    }
    let mut analyzer = index.analyzer();
    said.retain(|(token, ..)| !analyzer.is_stop(token));
    let letters = letters(index, said.iter().map(|(token, ..)| token.as_str()));
    let mut found: Vec<Candidate> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (token, line, weight) in said {
        let is_asked = letters.as_ref().is_none_or(|letters| letters.contains(shard_of(&token)));
        let term = if is_asked { analyzer.term(&token).unwrap_or_default() } else { &token }.to_owned();
        let place = *places.entry(term.clone()).or_insert(found.len());
        if place == found.len() {
            found.push(Candidate { term, token, weight, lines: Vec::new(), place });
        }
        let Some(one) = found.get_mut(place) else { continue };
        one.weight = one.weight.max(weight);
        if one.lines.last() != Some(&line) {
            one.lines.push(line);
        }
    }
    found
}

/// The first letters of words whose files of words a paste may load: the most frequent ones. `None` if there are no
/// files by letter.
fn letters<'t>(index: &Index, tokens: impl Iterator<Item = &'t str>) -> Option<BTreeSet<String>> {
    if !index.language.has_forms() || index.words_together {
        return None;
    }
    let words: BTreeSet<&str> = tokens.filter(|token| index.language.is_written(token)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(shard_of(word)).or_default() += 1;
    }
    let mut letters: Vec<_> = counts.into_iter().collect();
    letters.sort_by(|(a, count), (b, more)| more.cmp(count).then_with(|| order(a, b)));
    Some(letters.into_iter().take(LETTERS).map(|(letter, _)| letter.to_owned()).collect())
}

/// Whether a line of a stack trace is from a common framework.
fn is_frame(line: &str) -> bool {
    let called = line.strip_prefix("at ").map(str::trim_start);
    called.is_some_and(|name| name.contains("node_modules") || FRAMEWORKS.iter().any(|begin| name.starts_with(begin)))
        || (line.starts_with("File \"") && (line.contains("site-packages") || line.contains("lib/python")))
        || (line.starts_with("... ") && line.ends_with(" more"))
}
