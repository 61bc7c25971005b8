//! Words, not stemmed, by their first letter: for completions and corrections.
//!
//! ```text
//! shard = word*
//! word  = text (shared with the word before), number of documents as a power of two, plus 128 for a name, plus 64 if its
//!         term follows (shared with the word), in languages with forms
//! ```

use std::collections::BTreeMap;

use super::bytes::{Reader, push_text};
use super::forms::{Forms, words_to_store};
use super::language::Language;
use super::order::order;
use super::word::{Word, shard_of};

/// Words that take no more bytes are in one file. In languages with forms, whose files give the term of each word, the
/// limit is [`LARGE`]: there a query needs the words of other letters as well.
const SMALL: usize = 24 << 10;
/// If all words take more, those that may be typing errors are left out.
const LARGE: usize = 256 << 10;

/// The name of the only shard of a small library.
pub(crate) const ALL: &str = "all";
const NAME: u8 = 128;
const TERM: u8 = 64;

/// The shards by their letter, in order. In a large library a word of only one document is left out, because it may be a
/// typing error, unless it is a name or its term could not be guessed.
pub(crate) fn shards(words: &[Word], language: Language) -> Vec<(String, Vec<u8>)> {
    let all = encode(words.iter());
    if all.len() <= if language.has_forms() { LARGE } else { SMALL } {
        return if words.is_empty() { Vec::new() } else { vec![(ALL.to_owned(), all)] };
    }
    let kept = if all.len() <= LARGE {
        words.iter().collect()
    } else {
        words_to_store(words, &Forms::of(language, words, false, std::collections::BTreeSet::new()))
    };
    let mut shards: BTreeMap<&str, Vec<&Word>> = BTreeMap::new();
    for word in kept {
        shards.entry(shard_of(&word.text)).or_default().push(word);
    }
    shards.into_iter().map(|(letter, words)| (letter.to_owned(), encode(words.into_iter()))).collect()
}

fn encode<'w>(words: impl Iterator<Item = &'w Word>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut before = "";
    for word in words {
        push_text(&mut out, before, &word.text);
        let power = u8::try_from(word.documents.checked_ilog2().unwrap_or(0)).unwrap_or(0);
        let mark = |is, mark| if is { mark } else { 0 };
        out.push(power | mark(word.is_name, NAME) | mark(word.own_term.is_some(), TERM));
        if let Some(term) = &word.own_term {
            push_text(&mut out, &word.text, term);
        }
        before = &word.text;
    }
    out
}

/// The words of a shard, with their number of documents rounded down to a power of two; `None` if the shard is invalid.
pub(crate) fn read(bytes: &[u8]) -> Option<Vec<Word>> {
    let mut reader = Reader(bytes);
    let mut words: Vec<Word> = Vec::new();
    while !reader.is_empty() {
        let text = reader.text(words.last().map_or("", |word| &word.text))?;
        if words.last().is_some_and(|before| order(&before.text, &text).is_ge()) {
            return None;
        }
        let byte = reader.byte()?;
        let documents = 1_u32.checked_shl(u32::from(byte & !(NAME | TERM)))?;
        let own_term = if byte & TERM == 0 { None } else { Some(reader.text(&text)?) };
        words.push(Word { text, documents, is_name: byte & NAME != 0, own_term, written: None });
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::super::language::Language;
    use super::super::word::Word;
    use super::{read, shards};

    fn word(text: &str, documents: u32, is_name: bool) -> Word {
        Word { text: text.into(), documents, is_name, own_term: None, written: None }
    }

    #[test]
    fn a_small_library_has_all_its_words_in_one_file() {
        let of_term = Word { own_term: Some("pol".into()), ..word("pools", 8, true) };
        let words = [word("pool", 1, false), of_term, word("über", 2, false)];
        let shards = shards(&words, Language::English);
        assert_eq!(shards.len(), 1);
        assert_eq!(shards[0].0, "all");
        assert_eq!(read(&shards[0].1).unwrap(), words);
        assert!(read(&shards[0].1[1..]).is_none());
    }

    #[test]
    fn a_larger_one_has_all_of_them_by_letter() {
        let mut words: Vec<_> = (0..4_000).map(|n| word(&format!("a{:012}", n * 7_919), 2, false)).collect();
        words.push(word("slip", 1, false));
        let shards = shards(&words, Language::English);
        let names: Vec<_> = shards.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["a", "s"]);
        assert_eq!(read(&shards[1].1).unwrap(), [word("slip", 1, false)]);
        assert_eq!(super::shards(&words, Language::German).len(), 1, "its files tell the terms of words");
    }

    #[test]
    fn a_large_one_has_them_by_letter_and_leaves_out_what_may_be_a_slip() {
        let mut words: Vec<_> = (0..60_000).map(|n| word(&format!("a{:012}", n * 7_919), 2, false)).collect();
        words.extend([word("slip", 1, false), word("slot", 1, true), word("über", 9, false)]);
        let shards = shards(&words, Language::English);
        let names: Vec<_> = shards.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["a", "s", "ü"]);
        assert_eq!(read(&shards[1].1).unwrap(), [word("slot", 1, true)]);
        assert_eq!(read(&shards[2].1).unwrap(), [word("über", 8, false)]);
    }
}
