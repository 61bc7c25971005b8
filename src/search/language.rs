//! The language of incident reviews: English words stemmed, identifiers left whole; words of other languages as they are written.

use std::collections::HashMap;

use elasticlunr::lang::English;
use elasticlunr::pipeline::{FnWrapper, PipelineFn};
use elasticlunr::{Language as _, Pipeline};
use serde::{Deserialize, Serialize};

use super::words::{self, Place};

/// Words too common to tell reviews apart. `us`, `it`, `not`, `no`, `off`, `can` and `who` stay: they are a region, a team
/// and half of what went wrong. The script `assets/search/words.js` holds the same list.
const STOP: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her",
    "his", "i", "if", "in", "into", "is", "its", "of", "on", "or", "our", "she", "so", "such", "than", "that", "the",
    "their", "then", "there", "these", "they", "this", "to", "was", "we", "were", "which", "while", "will", "with",
    "would", "you", "your",
];

/// How words become terms.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Common words are left out, and endings are cut off.
    #[default]
    English,
    /// Every word is looked for as it is written.
    Other,
}

impl Language {
    /// That of a BCP 47 tag.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let main = tag.split(['-', '_']).next().unwrap_or_default();
        if main.eq_ignore_ascii_case("en") { Self::English } else { Self::Other }
    }

    /// Whether a word is too common to look for.
    pub(crate) fn is_stop(self, token: &str) -> bool {
        self == Self::English && STOP.binary_search(&token).is_ok()
    }

    /// Whether the lexicon may hold a word.
    pub(crate) fn is_written(self, token: &str) -> bool {
        token.chars().count() > 2 && token.chars().all(char::is_alphabetic) && !self.is_stop(token)
    }
}

/// Our language, as `elasticlunr` wants it: a tokenizer and a pipeline.
pub(crate) struct Incidents(pub(crate) Language);

impl elasticlunr::Language for Incidents {
    fn name(&self) -> String {
        "Incidents".to_owned()
    }

    fn code(&self) -> String {
        "en-x-incidents".to_owned()
    }

    fn tokenize(&self, text: &str) -> Vec<String> {
        words::tokens(text)
    }

    fn make_pipeline(&self) -> Pipeline {
        if self.0 == Language::Other {
            return Pipeline { queue: Vec::new() };
        }
        // The stemmer's type is private; it is the last function of the stock pipeline.
        let stemmer = English::new().make_pipeline().queue.pop();
        let stop: Box<dyn PipelineFn> = Box::new(FnWrapper("debriefStop".to_owned(), stop));
        let stem = stemmer.map(|stemmer| Box::new(Stem(stemmer)) as Box<dyn PipelineFn>);
        Pipeline { queue: std::iter::once(stop).chain(stem).collect() }
    }
}

fn stop(token: String) -> Option<String> {
    Some(token).filter(|token| !Language::English.is_stop(token))
}

/// Porter's stemmer for what looks like an English word; `DNS`, `5xx` and `db-07` are names and stay.
struct Stem(Box<dyn PipelineFn>);

impl PipelineFn for Stem {
    fn name(&self) -> String {
        "debriefStem".to_owned()
    }

    fn filter(&self, token: String) -> Option<String> {
        let is_word = token.len() > 3 && token.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_word { self.0.filter(token) } else { Some(token) }
    }
}

/// The pipeline with what it has said before: a library has far fewer words than it writes.
pub(crate) struct Analyzer {
    pub(crate) language: Language,
    pipeline: Pipeline,
    known: HashMap<String, Option<String>>,
}

impl Analyzer {
    /// A new one; one a thread, because a pipeline cannot be shared.
    pub(crate) fn new(language: Language) -> Self {
        Self { language, pipeline: Incidents(language).make_pipeline(), known: HashMap::new() }
    }

    /// The term that a word is found by; none for a word that is not looked for.
    pub(crate) fn term(&mut self, token: &str) -> Option<&str> {
        if !self.known.contains_key(token) {
            let term = self.pipeline.run(vec![token.to_owned()]).pop();
            self.known.insert(token.to_owned(), term);
        }
        self.known.get(token).and_then(Option::as_deref)
    }

    /// The terms of a text, in order.
    pub(crate) fn terms(&mut self, text: &str) -> Vec<String> {
        let tokens = words::tokens(text);
        tokens.iter().filter_map(|token| self.term(token).map(str::to_owned)).collect()
    }
}

/// The words that an English text is found by, in order; the script `assets/search/words.js` gives the same.
#[must_use]
pub fn analyze(text: &str) -> Vec<String> {
    Analyzer::new(Language::English).terms(text)
}

/// The words of a text as they are written, in lower case, that the lexicon may hold: letters only, three and more.
#[must_use]
pub fn written(text: &str) -> Vec<String> {
    written_in(Language::English, text)
}

/// The same in a language.
pub(crate) fn written_in(language: Language, text: &str) -> Vec<String> {
    let tokens = words::placed(text).into_iter();
    let is_written = |(token, place): &(String, Place)| *place != Place::Compound && language.is_written(token);
    tokens.filter(is_written).map(|(token, _)| token).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Analyzer, Language, STOP, analyze};

    #[test]
    fn words_of_another_language_stay_as_they_are_written() {
        let mut analyzer = Analyzer::new(Language::of_tag("de-AT"));
        assert_eq!(
            analyzer.terms("Was die Störungen an us-east-1"),
            ["was", "die", "storungen", "an", "us-east-1", "us", "east"]
        );
        assert_eq!(Language::of_tag("en-GB"), Language::English);
        assert_eq!(Language::of_tag("enx"), Language::Other);
    }

    #[test]
    fn stop_words_are_sorted_for_the_search_in_them() {
        assert!(STOP.is_sorted());
    }

    proptest! {
        #[test]
        fn any_text_has_lower_case_words_that_are_neither_empty_nor_endless(text in "\\PC{0,80}|[a-zA-Z0-9_./:'-]{0,200}") {
            for token in analyze(&text) {
                prop_assert!(!token.is_empty() && token.chars().count() <= 64 * 3, "{token:?}");
                prop_assert!(!token.chars().any(char::is_whitespace), "{token:?}");
                prop_assert!(!token.bytes().any(|byte| byte.is_ascii_uppercase()), "{token:?}");
            }
        }

        #[test]
        fn the_stemmer_survives_every_word(word in "[a-z]{4,14}") {
            prop_assert_eq!(analyze(&word).len(), usize::from(STOP.binary_search(&word.as_str()).is_err()));
        }
    }
}
