//! The term of each word of a library, in languages for which the browser has no stemmer.
//!
//! The program uses the stemmers of `elasticlunr`. The browser reads the term of each word from the files of words. For
//! a word that is in no review it guesses: if the word is a known term with an ending that is common in the library, it
//! has that term. The program does the same with the same data, so both give the same results.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::language::Language;
use super::order::order;
use super::word::{Word, shard_of};

/// How many endings are stored.
const MOST_ENDINGS: usize = 48;
/// The least number of words with an ending.
const FEWEST: usize = 2;
/// The least length of a guessed term; shorter ones are prefixes of too many words.
const SHORTEST: usize = 4;

/// The words of a library as stored in its files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Forms {
    /// Words that are too common to be indexed.
    pub(crate) stop: BTreeSet<String>,
    /// The most common endings, in order.
    pub(crate) endings: Vec<String>,
    /// The term of each stored word.
    terms: HashMap<String, String>,
    /// The terms that may be guessed for other words.
    stems: HashSet<String>,
}

impl Forms {
    /// The forms of a library's words; empty for a language without forms. `together` means that all words are in one
    /// file.
    pub(crate) fn of(language: Language, words: &[Word], together: bool, stop: BTreeSet<String>) -> Self {
        if !language.has_forms() {
            return Self::default();
        }
        let counts = |word: &&Word| together || word.is_firm();
        // A browser loads only the words of one letter.
        let is_near = |word: &&Word| shard_of(word.term()) == shard_of(&word.text);
        let may_be_guessed = |word: &&Word| counts(word) && (together || is_near(word));
        Self {
            stop,
            endings: endings(words.iter().filter(counts)),
            terms: words.iter().map(|word| (word.text.clone(), word.term().to_owned())).collect(),
            stems: words.iter().filter(may_be_guessed).map(Word::term).map(str::to_owned).collect(),
        }
    }

    /// The term of a word; `None` if it is too common.
    pub(crate) fn term<'t>(&'t self, token: &'t str) -> Option<&'t str> {
        if self.stop.contains(token) {
            return None;
        }
        Some(self.terms.get(token).map_or_else(|| self.guess(token), String::as_str))
    }

    /// The term guessed for an unknown word: the longest known term of which the rest is a known ending.
    pub(crate) fn guess<'t>(&'t self, token: &'t str) -> &'t str {
        if !Language::Other.is_written(token) {
            return token;
        }
        let cuts = token.char_indices().map(|(at, _)| at).skip(SHORTEST).collect::<Vec<_>>();
        let mut cuts = cuts.into_iter().rev().map(|at| token.split_at(at));
        let found =
            cuts.find(|(stem, ending)| self.stems.contains(*stem) && self.endings.iter().any(|known| known == ending));
        found.map_or(token, |(stem, _)| stem)
    }
}

/// The most common endings of words, in order.
fn endings<'w>(words: impl Iterator<Item = &'w Word>) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        if let Some(ending) = word.text.strip_prefix(word.term()).filter(|ending| !ending.is_empty()) {
            *counts.entry(ending).or_default() += 1;
        }
    }
    let mut endings: Vec<(&str, usize)> = counts.into_iter().filter(|(_, count)| *count >= FEWEST).collect();
    endings.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| order(a.0, b.0)));
    endings.truncate(MOST_ENDINGS);
    let mut endings: Vec<String> = endings.into_iter().map(|(ending, _)| ending.to_owned()).collect();
    endings.sort_by(|a, b| order(a, b));
    endings
}

/// The words that the files of a large library must store: those in several documents, and those whose term would be
/// guessed wrong.
pub(crate) fn words_to_store<'w>(words: &'w [Word], forms: &Forms) -> Vec<&'w Word> {
    words.iter().filter(|word| word.is_firm() || forms.guess(&word.text) != word.term()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::language::Language;
    use super::super::word::Word;
    use super::{Forms, words_to_store};

    fn word(text: &str, documents: u32, term: &str) -> Word {
        let own_term = (term != text).then(|| term.to_owned());
        Word { text: text.into(), documents, is_name: false, own_term, written: None }
    }

    fn words() -> Vec<Word> {
        vec![
            word("ampel", 1, "ampel"),
            word("ausfalle", 1, "ausfall"),
            word("kabel", 2, "kabel"),
            word("kabeln", 1, "kabeln"),
            word("leitung", 2, "leitung"),
            word("leitungen", 2, "leitung"),
            word("meldung", 2, "meldung"),
            word("meldungen", 2, "meldung"),
            word("storung", 3, "storung"),
            word("storungen", 1, "storung"),
            word("tage", 2, "tag"),
            word("tagen", 2, "tag"),
        ]
    }

    #[test]
    fn an_unknown_word_is_guessed_by_the_endings_of_others() {
        let forms = Forms::of(Language::German, &words(), false, BTreeSet::from(["die".to_owned()]));
        assert_eq!(forms.endings, ["en"]);
        assert_eq!(forms.term("die"), None);
        assert_eq!(forms.term("leitungen"), Some("leitung"));
        assert_eq!(forms.term("kabelen"), Some("kabel"));
        assert_eq!(forms.term("ampelen"), Some("ampelen"), "one review alone says `ampel`");
        assert_eq!(forms.term("tagen"), Some("tag"));
        assert_eq!(forms.term("kabelx"), Some("kabelx"));
        assert_eq!(forms.term("db-07en"), Some("db-07en"));
        assert_eq!(Forms::of(Language::English, &words(), true, BTreeSet::new()), Forms::default());
    }

    #[test]
    fn what_would_be_guessed_right_is_not_stored_in_a_large_library() {
        let words = words();
        let forms = Forms::of(Language::German, &words, false, BTreeSet::new());
        let kept: Vec<_> = words_to_store(&words, &forms).into_iter().map(|word| word.text.as_str()).collect();
        assert!(!kept.contains(&"storungen") && !kept.contains(&"ampel") && kept.contains(&"ausfalle"), "{kept:?}");
        let of_kept: Vec<Word> = words_to_store(&words, &forms).into_iter().cloned().collect();
        let read = Forms::of(Language::German, &of_kept, false, BTreeSet::new());
        for word in &words {
            assert_eq!(read.term(&word.text), Some(word.term()), "{}", word.text);
        }
        assert_eq!(read.endings, forms.endings);
    }
}
