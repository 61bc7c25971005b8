//! Many texts searched for in another at once: a drill asks every sentence for the words of several kinds.

use std::ops::Range;

use aho_corasick::AhoCorasick;

/// Texts as an automaton; `None` if there are too many for one. No list of this program is that long.
#[derive(Debug)]
pub struct Finder(Option<AhoCorasick>);

impl Finder {
    /// Finds `texts`, none of which is empty.
    pub fn of<T: AsRef<[u8]>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self(AhoCorasick::new(texts).ok())
    }

    /// Every place where one of them stands, also where places overlap.
    pub fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        self.0.iter().flat_map(move |finder| finder.find_overlapping_iter(text)).map(|found| found.range())
    }
}
