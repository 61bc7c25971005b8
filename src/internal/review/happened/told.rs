//! Which sentence of a text says what failed.
//!
//! In: texts of a review. Out: a text from that sentence on, with the sentences before it that it refers to.

use std::collections::BTreeSet;

use super::failure_words::tells_of_failure;
use super::informative::{is_own, is_sentence};
use super::references::{refers_back, without_connective};
use crate::review::languages::names;
use crate::review::text::template_calls::has_call;
use base::text::{clip, clip_at_clause, first_sentences, sentences};

/// The most characters of two lines of a column.
pub(super) const TWO_LINES: usize = 170;
/// A sentence of three lines stays whole: its end may say what failed.
const THREE_LINES: usize = 255;
/// The most characters of a text that is told in half a minute.
const AT_LENGTH: usize = 420;
/// The most sentences of such a text.
const SENTENCES: usize = 3;
/// Words of the title that make a later sentence the better one.
const OF_TITLE: usize = 3;

/// The sentences of a text, one of which says what failed.
#[derive(Debug)]
pub(super) struct Told {
    sentences: Vec<String>,
    failing: usize,
}

impl Told {
    /// A text whose first sentence says it.
    pub(super) fn whole(text: &str) -> Self {
        Self::of(sentences(text), 0)
    }

    /// Without those that end in a colon, which lead to a list that is not shown, and up to the first call of a template.
    pub(super) fn of<'s>(sentences: impl Iterator<Item = &'s str>, failing: usize) -> Self {
        let is_shown = |(n, one): &(usize, &str)| *n == failing || !one.ends_with([':', '：']);
        let shown: Vec<_> = sentences.take_while(|one| !has_call(one)).enumerate().filter(is_shown).collect();
        let failing = shown.iter().position(|(n, _)| *n == failing).unwrap_or(0);
        Self { sentences: shown.into_iter().map(|(_, one)| one.to_owned()).collect(), failing }
    }

    /// In two lines.
    pub(super) fn in_brief(&self) -> String {
        in_two_lines(&self.within(TWO_LINES))
    }

    /// In up to three sentences.
    pub(super) fn at_length(&self) -> String {
        let whole = first_sentences(&self.within(AT_LENGTH), AT_LENGTH);
        sentences(&whole).take(SENTENCES).collect::<Vec<_>>().join(" ")
    }

    /// The text; where it does not fit up to the sentence that says what failed, from that sentence on, unless that one cannot be
    /// understood without those before it.
    fn within(&self, most: usize) -> String {
        let whole = self.sentences.join(" ");
        let until = || self.sentences[..=self.failing].join(" ");
        if self.failing == 0 || self.failing < SENTENCES && until().chars().count() <= most {
            return whole;
        }
        let rest = self.sentences[self.failing..].join(" ");
        let alone = without_connective(&rest);
        if refers_back(&alone) { whole } else { alone }
    }
}

/// The beginning of a text in two lines; a first sentence of three stays whole. One that is longer still ends with a clause, or with
/// a word where the clause does not say what failed.
pub(super) fn in_two_lines(text: &str) -> String {
    let first = sentences(text).next().unwrap_or_default();
    let length = first.chars().count();
    if length <= TWO_LINES {
        return first_sentences(text, TWO_LINES);
    }
    if length <= THREE_LINES {
        return first.to_owned();
    }
    let clauses = [TWO_LINES, THREE_LINES].map(|most| clip_at_clause(first, most));
    let found = clauses.into_iter().find(|part| tells_of_failure(part));
    found.unwrap_or_else(|| clip(first, THREE_LINES)).into_owned()
}

/// The first of the texts that has a sentence for which `is_failing` holds, from there on.
///
/// A sentence that is not told as past may say how things are built: then from a later one that has more words of the title. One that
/// refers back ("That error", "It") is told from the sentence that says what is meant.
pub(super) fn failure(texts: &[String], title: &str, is_failing: impl Fn(&str) -> bool) -> Option<Told> {
    let all: Vec<_> = texts.iter().enumerate().flat_map(|(n, text)| sentences(text).map(move |one| (n, one))).collect();
    let title = words(title);
    let in_common = |at: usize| words(all[at].1).intersection(&title).count();
    let failing: Vec<_> = (0..all.len()).filter(|at| is_sentence(all[*at].1) && is_failing(all[*at].1)).collect();
    let first = *failing.first()?;
    let better = || {
        let wanted = in_common(first) + OF_TITLE;
        failing.iter().copied().find(|at| in_common(*at) >= wanted)
    };
    let is_past = names::says("told as past", all[first].1);
    let found = if is_past { first } else { better().unwrap_or(first) };
    let (last, _) = all[found];
    let meant = (0..=found).rev().find(|at| !refers_back(all[*at].1) && (*at == found || is_own(all[*at].1)));
    let start = meant.unwrap_or(found);
    // One before it in the same paragraph that names a day, a clock or a number tells of the incident as well.
    let (of, _) = all[start];
    let tells = |(n, one): &(usize, &str)| {
        let is_number = |c: char| c.is_ascii_digit();
        *n == of && is_sentence(one) && one.contains(is_number) && !refers_back(one) && !names::says("is to come", one)
    };
    let start = all[..start].iter().position(tells).unwrap_or(start);
    let mut told = Told::of(all[start..].iter().take_while(|(n, _)| *n <= last).map(|(_, one)| *one), found - start);
    if let Some(lead) = told.sentences.first_mut() {
        *lead = without_connective(lead);
    }
    Some(told)
}

/// Whether a sentence says that something failed, and not only what is to be done or was to come, or that nothing was lost.
pub(super) fn tells_what_failed(sentence: &str) -> bool {
    let is_other = ["is to come", "nothing was harmed"].iter().any(|kind| names::says(kind, sentence));
    tells_of_failure(sentence) && !is_other
}

/// The longer words of a text.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
    words.map(str::to_lowercase).collect()
}
