//! Neighbouring words, for phrases: of the many documents that have all words of a phrase, only those that have its words
//! beside each other are read.
//!
//! A pair of words is a row, chosen by a digest of the beginnings of both, so that `pool` and `pools` are the same. A few
//! other pairs share the row; so a row tells which documents may have a pair, and that no other has it.
//!
//! ```text
//! file = row*
//! row  = distance from the row before, number of documents, differences between documents
//! ```
//!
//! The script `assets/search/phrases.js` reads these files and must choose the same rows.

use std::cmp::Reverse;
use std::ops::Range;

use rayon::prelude::*;

use super::bytes::{Reader, number, push_number};
use super::words::{is_word, lower};

/// How many rows there are, in all files together. With as many, most documents have less than one row in a hundred.
const ROWS: u32 = 1 << 17;
/// How many letters of a word count: enough to tell words apart, and few enough for its inflections.
const LETTERS: usize = 4;
/// A file has half as many postings to as many, on average.
const FULL: usize = 2048;
/// How many rows of a phrase are looked up; together they are in hardly any document by chance.
const ASKED: usize = 3;
/// How many names of files are in one file.
pub(crate) const NAMES: usize = 128;

/// The files of the rows of each document, in the order of the rows. Their number is a power of two.
pub(crate) fn files(rows: Vec<Rows>) -> Vec<Vec<u8>> {
    let held = Held::of(rows);
    let postings = held.documents.len();
    if postings == 0 {
        return Vec::new();
    }
    let count = number(postings.div_ceil(FULL).next_power_of_two()).min(ROWS);
    let size = ROWS / count;
    (0..count).into_par_iter().map(|n| held.bytes(n * size..(n + 1) * size)).collect()
}

/// The documents of every row.
struct Held {
    /// Sorted by row and document.
    documents: Vec<u32>,
    /// How many documents the rows before each row have.
    starts: Vec<usize>,
}

impl Held {
    /// From the rows of each document. A document is put where its row goes on, so that nothing is sorted.
    fn of(rows: Vec<Rows>) -> Self {
        let mut starts = vec![0; ROWS as usize + 1];
        for row in rows.iter().flat_map(Rows::numbers) {
            starts[row as usize + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut documents = vec![0; sum];
        for (document, rows) in rows.into_iter().enumerate() {
            for row in rows.numbers() {
                let place = &mut next[row as usize];
                documents[*place] = number(document);
                *place += 1;
            }
        }
        Self { documents, starts }
    }

    /// The content of the file of these rows.
    fn bytes(&self, rows: Range<u32>) -> Vec<u8> {
        let mut out = Vec::new();
        let mut before = rows.start;
        for row in rows {
            let documents = &self.documents[self.starts[row as usize]..self.starts[row as usize + 1]];
            if documents.is_empty() {
                continue;
            }
            push_number(&mut out, row - before);
            push_number(&mut out, number(documents.len()));
            before = row;
            let mut last = 0;
            for document in documents {
                push_number(&mut out, document - last);
                last = *document;
            }
        }
        out
    }
}

/// The rows of a document, each as its distance from the one before: those of a large library are many, all at once.
pub(crate) struct Rows(Box<[u8]>);

impl Rows {
    /// Of the neighbouring words of a text.
    pub(crate) fn of(text: &str) -> Self {
        let (mut out, mut before) = (Vec::new(), 0);
        for row in rows(text) {
            push_number(&mut out, row - before);
            before = row;
        }
        Self(out.into())
    }

    fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        let (mut reader, mut row) = (Reader(&self.0), 0);
        std::iter::from_fn(move || {
            row += reader.number()?;
            Some(row)
        })
    }
}

/// The rows of all neighbouring words of a text, sorted.
pub(crate) fn rows(text: &str) -> Vec<u32> {
    let words = words(text);
    let mut rows: Vec<u32> = words.iter().zip(words.iter().skip(1)).map(|(a, b)| row(a, b)).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// The rows to look up for a phrase: those of its longest pairs of words, because long words are rarer.
pub(crate) fn asked(phrase: &str) -> Vec<u32> {
    let words = words(phrase);
    let mut pairs: Vec<_> = words.iter().zip(words.iter().skip(1)).collect();
    pairs.sort_by_key(|(a, b)| Reverse(a.letters + b.letters));
    pairs.into_iter().take(ASKED).map(|(a, b)| row(a, b)).collect()
}

/// What counts of a word.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    letters: usize,
    /// A digest of its beginning.
    digest: u32,
}

/// The words of a text: everything between characters that are neither letters nor digits. Writing without spaces is
/// left out, because its pairs of characters are terms already.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::default();
    for c in lower(text).chars().chain(" ".chars()) {
        if is_word(c) {
            if word.letters < LETTERS {
                word.digest = (word.digest ^ u32::from(c)).wrapping_mul(0x0100_0193);
            }
            word.letters += 1;
        } else if word.letters > 0 {
            words.push(word);
            word = Word::default();
        }
    }
    words
}

fn row(first: &Word, second: &Word) -> u32 {
    let joined = first.digest.wrapping_mul(0x9e37_79b1).wrapping_add(second.digest);
    let mixed = (joined ^ (joined >> 15)).wrapping_mul(0x85eb_ca6b);
    (mixed ^ (mixed >> 13)) % ROWS
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::bytes::Reader;
    use super::{ROWS, Rows, asked, files, rows};

    fn made(texts: &[&str]) -> Vec<Vec<u8>> {
        files(texts.iter().map(|text| Rows::of(text)).collect())
    }

    #[test]
    fn a_phrase_has_the_rows_of_every_text_that_has_it() {
        let own = rows("Then the connection-pool of farebox (v1.24.3) ran dry; nobody was told: Zo\u{eb} slept.");
        let has = |phrase: &str| asked(phrase).iter().all(|row| own.binary_search(row).is_ok());
        for phrase in
            ["pool of farebox", "POOL of", "v1.24.3) ran dry", "told: zoe slept", "farebox", "pools of fareboxes"]
        {
            assert!(has(phrase), "{phrase}");
        }
        for phrase in ["of pool", "farebox ran", "dry nobody told"] {
            assert!(!has(phrase), "{phrase}");
        }
        assert_eq!(asked("データ損失"), [0; 0], "its pairs of characters are terms");
        assert_eq!(asked("one two three four five six").len(), 3);
        assert_eq!(asked("a b elephants walked a b")[0], rows("elephants walked")[0], "the longest words first");
    }

    #[test]
    fn every_row_is_in_its_file_with_its_documents() {
        let texts: Vec<String> =
            (0..300).map(|n| format!("w{n} w{} w{} w{}", n % 7, n * 31 % 90, n * 17 % 40)).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let files = made(&texts.repeat(4));
        assert_eq!(files.len(), 2);
        let mut found = BTreeSet::new();
        for (file, n) in files.iter().zip(0..) {
            let (mut reader, mut row) = (Reader(file), n * ROWS / 2);
            while !reader.is_empty() {
                row += reader.number().unwrap();
                let mut document = 0;
                for _ in 0..reader.number().unwrap() {
                    document += reader.number().unwrap();
                    assert!(found.insert((row, document)), "each once");
                }
            }
        }
        let wanted = texts
            .repeat(4)
            .iter()
            .zip(0..)
            .flat_map(|(text, n)| rows(text).into_iter().map(move |row| (row, n)))
            .collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_library_without_words_has_no_files() {
        assert_eq!(made(&[]), [[0; 0]; 0]);
        assert_eq!(made(&["", "one", "データ損失"]), [[0; 0]; 0]);
    }
}
