//! Parses a query into words, phrases, filters and problems; the same as `assets/search/query.js`.

use super::super::analyzer::Analyzer;
use super::super::index::{FacetIndex, Index};
use super::super::words::fold;
use super::near::nearest;

/// A longer text is a paste.
const MOST_LETTERS: usize = 200;
/// A text of more words is a paste.
const MOST_WORDS: usize = 12;
/// How much of a paste is read.
const MOST_PASTED: usize = 20_000;

/// A query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) text: String,
    pub(crate) phrases: Vec<String>,
    /// Key of a facet, keys of values, whether documents with them are excluded.
    pub(crate) filters: Vec<(String, Vec<String>, bool)>,
    pub(crate) after: Option<u32>,
    pub(crate) before: Option<u32>,
    pub(crate) problems: Vec<String>,
    pub(crate) is_paste: bool,
}

impl Query {
    pub(crate) fn pasted(text: &str) -> Self {
        Self { text: text.chars().take(MOST_PASTED).collect(), is_paste: true, ..Self::default() }
    }

    /// Whether the query has words; otherwise it shows everything that passes its filters.
    pub(crate) fn asks_for_words(&self) -> bool {
        self.is_paste || !matches!(self.text.trim(), "" | ".")
    }

    pub(crate) fn parse(index: &Index, typed: &str) -> Self {
        if has_lines(typed) || typed.chars().count() > MOST_LETTERS || typed.split_whitespace().count() > MOST_WORDS {
            return Self::pasted(typed);
        }
        let mut query = Self::default();
        let mut rest = typed;
        let mut words = String::new();
        while let Some((piece, after)) = piece(rest) {
            rest = after;
            if !query.filter(index, piece) {
                words.push_str(piece);
            }
        }
        query.text = query.take_phrases(&words, &mut index.analyzer());
        query
    }

    /// Adds a piece if it is a filter, and returns whether it is.
    fn filter(&mut self, index: &Index, piece: &str) -> bool {
        let (minus, plain) = piece.strip_prefix('-').map_or((false, piece), |plain| (true, plain));
        let Some((key, value)) = plain.split_once(':').filter(|(_, value)| !value.is_empty()) else { return false };
        let key = key.to_lowercase();
        let value = value.trim_matches('"');
        if key == "after" || key == "before" {
            match day(value).filter(|_| !minus) {
                Some(day) if key == "after" => self.after = Some(day),
                Some(day) => self.before = Some(day),
                None => self.problems.push(format!("Write {key}: with a year, a month or a day, as in {key}:2026-01.")),
            }
            return true;
        }
        let Some(facet) = index.facets.iter().find(|facet| facet.key == key) else { return false };
        let mut keys = Vec::new();
        for one in value.split(',').filter(|one| !one.is_empty()) {
            match value_of(facet, one) {
                Some(found) => keys.push(found),
                // To leave out a value that nothing has changes nothing, so only a likely typing error is said.
                None if minus && hint(facet, one).is_empty() => {}
                None => self
                    .problems
                    .push(format!("No {key} is called “{one}”, so nothing is filtered by it.{}", hint(facet, one))),
            }
        }
        // All values given for one facet are alternatives.
        match self.filters.iter_mut().find(|(of, _, is_without)| *of == key && *is_without == minus) {
            Some((_, all, _)) => all.extend(keys),
            None if keys.is_empty() => {}
            None => self.filters.push((key, keys, minus)),
        }
        true
    }

    /// The words of a query, including those in quotes, which are also added as phrases. An unclosed quote is ignored.
    fn take_phrases(&mut self, words: &str, analyzer: &mut Analyzer<'_>) -> String {
        let mut text = String::new();
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('"') {
            text.push_str(before);
            let quoted = after.split_once('"').filter(|(phrase, _)| !phrase.is_empty());
            rest = quoted.map_or(after, |(_, after)| after);
            let Some((phrase, _)) = quoted else {
                text.push(' ');
                continue;
            };
            // Common words are not indexed, but count in a phrase.
            let terms = analyzer.terms(phrase).len();
            if terms > 1 || (terms == 1 && phrase.split_whitespace().count() > 1) {
                self.phrases.push(phrase.to_owned());
            }
            text.extend([" ", phrase, " . "]);
        }
        text + rest
    }
}

/// Whether a text has several lines.
pub(crate) fn has_lines(text: &str) -> bool {
    text.lines().filter(|line| !line.trim().is_empty()).count() > 1
}

/// The first piece of a text: white space, or a word with a quoted part at its end.
fn piece(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let is_space = first.is_whitespace();
    let mut end = text.find(|c: char| c.is_whitespace() != is_space).unwrap_or(text.len());
    // A filter's value may be quoted and hold white space.
    if let Some(quote) = text[..end].find(":\"") {
        end = text[quote + 2..].find('"').map_or(end, |close| quote + 2 + close + 1);
    }
    Some(text.split_at(end))
}

/// `2026`, `2026-01`, `2026-01-31` as 20260101 and so on.
fn day(text: &str) -> Option<u32> {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let plain = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    (plain && [4, 2, 2].starts_with(&lengths) && !lengths.is_empty()).then_some(())?;
    let number = |n: usize| parts.get(n).map_or(Some(1), |part| part.parse::<u32>().ok());
    let (year, month, day) = (number(0)?, number(1)?, number(2)?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(year * 10_000 + month * 100 + day)
}

/// The key of a value by its key or its label, ignoring case and hyphens.
fn value_of(facet: &FacetIndex, typed: &str) -> Option<String> {
    let plain = |text: &str| -> String {
        let letters = fold(text).into_iter().flat_map(char::to_lowercase);
        letters.filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).collect()
    };
    let typed = plain(typed);
    let found = facet.values.iter().find(|value| plain(&value.key) == typed || plain(&value.label) == typed);
    found.map(|value| value.key.clone())
}

fn hint(facet: &FacetIndex, typed: &str) -> String {
    let near = nearest(&typed.to_lowercase(), facet.values.iter().map(|value| (value.key.as_str(), 0, false)));
    near.first().map_or_else(String::new, |near| format!(" Did you mean {}:{}?", facet.key, near.text))
}
