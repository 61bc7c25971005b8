//! Formatting and comparing texts: slugs, anchors, dates, durations, counts, nearest names.
//!
//! Everything here is a pure function of its arguments; nothing knows what a review is.

mod age;
mod anchor;
mod capitalised;
mod clause;
mod clip;
mod conflict;
mod date;
mod duration;
mod escape;
mod for_shell;
mod forbidden;
mod lines;
mod nearest;
mod number_words;
mod ordinal;
mod sentences;
mod slug;
mod visible;

pub use age::age;
pub use anchor::{Anchors, anchor};
pub use capitalised::capitalised;
pub use clause::clip_at_clause;
pub use clip::clip;
pub use conflict::{CONFLICT, CONFLICT_HINT, begins_conflict};
pub use date::{MONTHS, YEARS, clock, date_words, iso_duration, month_name, push_two, utc_day};
pub use duration::duration;
pub use escape::{escape_html, push_escaped, push_escaped_text};
pub use for_shell::for_shell;
pub use forbidden::{allowed, allowed_bytes, is_forbidden};
pub use lines::Lines;
pub use nearest::{edits, nearest};
pub use number_words::{SMALL_NUMBERS, TENS, number_word};
pub use ordinal::ordinal;
pub use sentences::{first_sentences, is_shortened, sentences};
pub use slug::slug;
pub use visible::{is_unseen, push_visible, shown, visible, visible_json, visible_name};

/// The words of a text on one line, with a space between each two.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `1 review`, `2 reviews`: a count with the right form of its noun.
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// `640 kB`, `4.1 MB`: bytes for people, in powers of ten.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "one decimal of a megabyte is shown")]
pub fn megabytes(bytes: u64) -> String {
    if bytes < 1_000_000 { format!("{} kB", bytes.div_ceil(1000)) } else { format!("{:.1} MB", bytes as f64 / 1e6) }
}
