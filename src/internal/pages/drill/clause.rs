//! The beginning of a sentence as far as the clause that may not be told.

use crate::review::cause_begins;

/// The most bytes of a beginning: nobody reads more of them to players, and each place where one may end is judged from the start.
const MOST: usize = 2000;

/// The longest beginning of a text that ends before a mark between clauses, or before words that introduce a cause, and may be told.
pub(super) fn clause_before(text: &str, may_be_told: impl Fn(&str) -> bool) -> Option<&str> {
    let text = text.trim();
    let text = &text[..text.char_indices().map(|(at, _)| at).find(|at| *at >= MOST).unwrap_or(text.len())];
    let is_end = |(at, mark): &(usize, &str)| *mark == "(" || text[at + mark.len()..].starts_with(char::is_whitespace);
    let marks = text.match_indices([':', ';', ',', '–', '—', '(']).filter(is_end).map(|(at, _)| at);
    let mut ends: Vec<_> = marks.chain(cause_begins(text)).collect();
    ends.sort_unstable();
    // Code and emphasis are not cut in two.
    let is_whole = |part: &&str| ['`', '*', '"'].iter().all(|mark| part.matches(*mark).count().is_multiple_of(2));
    let parts = ends.into_iter().rev().map(|end| text[..end].trim_end_matches([' ', ',', ';', ':'])).filter(is_whole);
    parts.filter(|part| !part.is_empty()).find(|part| may_be_told(part))
}

#[cfg(test)]
mod tests {
    use super::{MOST, clause_before};

    #[test]
    fn a_long_text_costs_as_much_as_a_long_beginning() {
        let judged = |length: usize| {
            let text = "é, the cache ".repeat(length / 12);
            let read = std::cell::Cell::new(0);
            let told = clause_before(&text, |part| {
                read.set(read.get() + part.len());
                part.len() < 4
            });
            assert_eq!(told, Some("é"));
            read.get()
        };
        assert_eq!(judged(2 * MOST), judged(100_000));
    }

    #[test]
    fn a_sentence_is_told_as_far_as_the_clause_before() {
        let told = |text| clause_before(text, |part| !part.contains("cache"));
        assert_eq!(told("The board takes 9 s: the cache is old"), Some("The board takes 9 s"));
        assert_eq!(told("At 9:02 the board is dark due to the cache"), Some("At 9:02 the board is dark"));
        assert_eq!(told("The board, *once, and the cache* again"), Some("The board"));
        assert_eq!(told("The board is dark, due to the cache"), Some("The board is dark"));
        assert_eq!(told("The cache: it is old"), None);
        assert_eq!(told("It is the cache"), None);
    }
}
