//! Reviews for tests, made of text.

use super::{Entry, Review, parse};
use base::diagnostics::{Diagnostic, Warned};
use site::config::Config;
use site::source::SourceFile;

/// A review of a library with these settings, and its diagnostics.
pub(super) fn parsed(path: &str, text: &str, config: &Config) -> (Review, Vec<Diagnostic>) {
    let Warned { value: review, diagnostics: problems } =
        parse(SourceFile { path: path.to_owned(), text: text.to_owned() }, config);
    (review.unwrap(), problems)
}

/// A review of a folder without settings.
pub(super) fn foreign(path: &str, text: &str) -> Review {
    parsed(path, text, &Config::foreign()).0
}

/// The times of the entries: moments in UTC, others as far as they are sure.
pub(super) fn times(review: &Review) -> Vec<String> {
    let time =
        |entry: &Entry| entry.moment().map_or_else(|| entry.when.machine().unwrap_or_default(), |at| at.to_string());
    review.timeline.iter().map(time).collect()
}
