//! Words and how they are written: identifiers, addresses, durations, counts, nearest names.
//!
//! Everything here is a pure function of its arguments; nothing knows what a review is.

mod anchor;
mod date;
mod duration;
mod escape;
mod nearest;
mod slug;

pub use anchor::{Anchors, anchor};
pub use date::{date_words, iso_duration};
pub use duration::duration;
pub use escape::escape_html;
pub use nearest::nearest;
pub use slug::slug;

/// `1 review`, `2 reviews`: a count with the right form of its noun.
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}
