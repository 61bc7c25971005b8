//! Given names that are common in reviews.

use std::collections::HashSet;
use std::sync::LazyLock;

static GIVEN: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("given.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Whether a word is a given name that is no word of a sentence, as written.
pub fn is_given(word: &str) -> bool {
    GIVEN.contains(word)
}

/// All given names that are no words of a sentence, in any order.
pub fn given<'n>() -> impl Iterator<Item = &'n str> {
    GIVEN.iter().map(|name| -> &str { name })
}
