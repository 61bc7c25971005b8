//! The languages of reviews, and how their words are analysed.

use serde::{Deserialize, Serialize};

use super::weak::WEAK;

/// Words too common to distinguish reviews. `us`, `it`, `not`, `no`, `off`, `can` and `who` are not included, because
/// they can be a region, a team or an essential part of an error. The script `assets/search/words.js` holds the same
/// list.
const STOP: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her",
    "his", "i", "if", "in", "into", "is", "its", "of", "on", "or", "our", "she", "so", "such", "than", "that", "the",
    "their", "then", "there", "these", "they", "this", "to", "was", "we", "were", "which", "while", "will", "with",
    "would", "you", "your",
];

/// How words become terms.
///
/// # Languages with forms
/// Common words and stemmers are those of `elasticlunr`; the browser reads the term of each word from the files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Common words are left out and words are stemmed, in the program and in the browser by the same rules.
    #[default]
    English,
    /// Every word is indexed as it is written; Chinese, Japanese and Korean in pairs of characters, as in every
    /// language.
    Other,
    /// [With forms](Language#languages-with-forms).
    Danish,
    /// [With forms](Language#languages-with-forms).
    Dutch,
    /// [With forms](Language#languages-with-forms).
    Finnish,
    /// [With forms](Language#languages-with-forms).
    French,
    /// [With forms](Language#languages-with-forms).
    German,
    /// [With forms](Language#languages-with-forms).
    Hungarian,
    /// [With forms](Language#languages-with-forms).
    Italian,
    /// [With forms](Language#languages-with-forms).
    Norwegian,
    /// [With forms](Language#languages-with-forms).
    Portuguese,
    /// [With forms](Language#languages-with-forms).
    Romanian,
    /// [With forms](Language#languages-with-forms).
    Russian,
    /// [With forms](Language#languages-with-forms).
    Spanish,
    /// [With forms](Language#languages-with-forms).
    Swedish,
    /// [With forms](Language#languages-with-forms).
    Turkish,
}

/// The languages with forms: tag, code in `elasticlunr`, language.
const WITH_FORMS: [(&str, &str, Language); 16] = [
    ("da", "da", Language::Danish),
    ("de", "de", Language::German),
    ("es", "es", Language::Spanish),
    ("fi", "fi", Language::Finnish),
    ("fr", "fr", Language::French),
    ("hu", "hu", Language::Hungarian),
    ("it", "it", Language::Italian),
    ("nb", "no", Language::Norwegian),
    ("nl", "du", Language::Dutch),
    ("nn", "no", Language::Norwegian),
    ("no", "no", Language::Norwegian),
    ("pt", "pt", Language::Portuguese),
    ("ro", "ro", Language::Romanian),
    ("ru", "ru", Language::Russian),
    ("sv", "sv", Language::Swedish),
    ("tr", "tr", Language::Turkish),
];

impl Language {
    /// The language for a BCP 47 tag.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let main = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match WITH_FORMS.iter().find(|(tag, ..)| *tag == main) {
            Some((.., language)) => *language,
            None if main == "en" => Self::English,
            None => Self::Other,
        }
    }

    /// The code in `elasticlunr` of a language with forms.
    pub(crate) fn code(self) -> Option<&'static str> {
        WITH_FORMS.iter().find(|(.., language)| *language == self).map(|(_, code, _)| *code)
    }

    /// Whether the files store the term of each word.
    pub(crate) fn has_forms(self) -> bool {
        self.code().is_some()
    }

    /// Whether a word is too common to be indexed; always false for languages with forms.
    pub(crate) fn is_stop(self, token: &str) -> bool {
        self == Self::English && STOP.binary_search(&token).is_ok()
    }

    /// Whether a word counts little in a query.
    pub(crate) fn is_weak(self, token: &str) -> bool {
        self == Self::English && WEAK.binary_search(&token).is_ok()
    }

    /// Whether the lexicon may contain a word.
    pub(crate) fn is_written(self, token: &str) -> bool {
        token.chars().count() > 2 && token.chars().all(char::is_alphabetic) && !self.is_stop(token)
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, STOP};

    #[test]
    fn a_tag_names_its_language_whatever_its_region() {
        let named = ["en-GB", "de_AT", "NL", "nn", "ja", "enx", ""].map(Language::of_tag);
        assert_eq!(
            named,
            [
                Language::English,
                Language::German,
                Language::Dutch,
                Language::Norwegian,
                Language::Other,
                Language::Other,
                Language::Other
            ]
        );
    }

    #[test]
    fn stop_words_are_sorted_for_the_search_in_them() {
        assert!(STOP.is_sorted());
    }
}
