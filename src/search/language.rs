//! The languages of reviews: what is known of their words.

use serde::{Deserialize, Serialize};

/// Words too common to tell reviews apart. `us`, `it`, `not`, `no`, `off`, `can` and `who` stay: they are a region, a team
/// and half of what went wrong. The script `assets/search/words.js` holds the same list.
const STOP: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her",
    "his", "i", "if", "in", "into", "is", "its", "of", "on", "or", "our", "she", "so", "such", "than", "that", "the",
    "their", "then", "there", "these", "they", "this", "to", "was", "we", "were", "which", "while", "will", "with",
    "would", "you", "your",
];

/// How words become terms.
///
/// # Languages with forms
/// Common words and endings are those that `elasticlunr` knows; the browser reads in the files which word belongs to which term.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Common words are left out, and endings are cut off, here and in the browser by the same rules.
    #[default]
    English,
    /// Every word is looked for as it is written; Chinese, Japanese and Korean in pairs of characters, as everywhere.
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

/// Each language with forms by its tag, and what `elasticlunr` calls it.
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
    /// That of a BCP 47 tag.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let main = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match WITH_FORMS.iter().find(|(tag, ..)| *tag == main) {
            Some((.., language)) => *language,
            None if main == "en" => Self::English,
            None => Self::Other,
        }
    }

    /// What `elasticlunr` calls a language whose forms the files tell.
    pub(crate) fn code(self) -> Option<&'static str> {
        WITH_FORMS.iter().find(|(.., language)| *language == self).map(|(_, code, _)| *code)
    }

    /// Whether the files tell which term a word belongs to.
    pub(crate) fn has_forms(self) -> bool {
        self.code().is_some()
    }

    /// Whether a word is too common to look for, as far as the language alone says it.
    pub(crate) fn is_stop(self, token: &str) -> bool {
        self == Self::English && STOP.binary_search(&token).is_ok()
    }

    /// Whether the lexicon may hold a word.
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
