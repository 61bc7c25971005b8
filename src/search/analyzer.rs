//! Turns words into terms: the pipeline of `elasticlunr`, with the forms of a library's words.

use ahash::AHashMap;
use elasticlunr::lang::English;
use elasticlunr::pipeline::{FnWrapper, PipelineFn};
use elasticlunr::{Language as _, Pipeline};

use super::forms::Forms;
use super::language::Language;
use super::words::{self, Place};

/// For English: common words are removed, words stemmed, identifiers kept. For any other language every word is kept.
pub(crate) fn pipeline(language: Language) -> Pipeline {
    if language != Language::English {
        return Pipeline { queue: Vec::new() };
    }
    // The stemmer's type is private; it is the last function of the stock pipeline.
    let stemmer = English::new().make_pipeline().queue.pop();
    let stop: Box<dyn PipelineFn> = Box::new(FnWrapper("debriefStop".to_owned(), stop));
    let stem = stemmer.map(|stemmer| Box::new(Stem(stemmer)) as Box<dyn PipelineFn>);
    Pipeline { queue: std::iter::once(stop).chain(stem).collect() }
}

fn stop(token: String) -> Option<String> {
    Some(token).filter(|token| !Language::English.is_stop(token))
}

/// Porter's stemmer for words that look English; names such as `DNS`, `5xx` and `db-07` stay as they are.
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

/// The pipeline with a cache of its results: a library has far fewer distinct words than words.
pub(crate) struct Analyzer<'f> {
    pub(crate) language: Language,
    forms: Option<&'f Forms>,
    pipeline: Pipeline,
    known: AHashMap<String, Option<String>>,
}

impl<'f> Analyzer<'f> {
    /// A new analyzer, one for each thread, because a pipeline cannot be shared. Words of a language with forms stay as
    /// they are.
    pub(crate) fn new(language: Language) -> Self {
        Self { language, forms: None, pipeline: pipeline(language), known: AHashMap::default() }
    }

    /// An analyzer that uses a library's forms if its language has them.
    pub(crate) fn with(language: Language, forms: &'f Forms) -> Self {
        Self { forms: language.has_forms().then_some(forms), ..Self::new(language) }
    }

    /// The term of a word; `None` for a word that is not indexed.
    pub(crate) fn term<'t>(&'t mut self, token: &'t str) -> Option<&'t str> {
        if let Some(forms) = self.forms {
            return forms.term(token);
        }
        if !self.known.contains_key(token) {
            let term = self.pipeline.run(vec![token.to_owned()]).pop();
            self.known.insert(token.to_owned(), term);
        }
        self.known.get(token).and_then(Option::as_deref)
    }

    /// Whether a word is too common to be indexed.
    pub(crate) fn is_stop(&self, token: &str) -> bool {
        self.forms.map_or_else(|| self.language.is_stop(token), |forms| forms.stop.contains(token))
    }

    /// The terms of a text, in order.
    pub(crate) fn terms(&mut self, text: &str) -> Vec<String> {
        let tokens = words::tokens(text);
        tokens.iter().filter_map(|token| self.term(token).map(str::to_owned)).collect()
    }
}

/// The terms of an English text, in order; the script `assets/search/words.js` gives the same.
#[must_use]
pub fn analyze(text: &str) -> Vec<String> {
    Analyzer::new(Language::English).terms(text)
}

/// The words of an English text in lower case, not stemmed, that the lexicon may contain: of three or more letters and
/// nothing else.
#[must_use]
pub fn written(text: &str) -> Vec<String> {
    let is_listed = |(token, place): &(String, Place)| *place != Place::Compound && Language::English.is_written(token);
    words::placed(text).into_iter().filter(is_listed).map(|(token, _)| token).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::language::Language;
    use super::{Analyzer, analyze};

    #[test]
    fn words_of_another_language_stay_as_they_are_written() {
        let mut analyzer = Analyzer::new(Language::of_tag("pl"));
        assert_eq!(
            analyzer.terms("Was die Störungen an us-east-1"),
            ["was", "die", "storungen", "an", "us-east-1", "us", "east"]
        );
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
            prop_assert_eq!(analyze(&word).len(), usize::from(!Language::English.is_stop(&word)));
        }
    }
}
