//! Words that people use for severities.

use super::labelled::labelled;
use super::{Review, foreign, infer};
use site::config::Config;

/// A longer text is a sentence about the severity, not a word for it.
const LONGEST: usize = 24;

/// The step of the scale that a word of another tool means, if that is certain.
#[must_use]
pub fn severity_of(word: &str, config: &Config) -> Option<String> {
    infer::severity(word, config).or_else(|| foreign::severity::mapped(word, config))
}

/// The word for the severity of a review: in its front matter, or else after a label at the top.
pub fn severity_word(review: &Review) -> Option<String> {
    let word = stated(review).or_else(|| labelled(review, &["severity", "sev"]).map(|found| found.value))?;
    let word = markdown::plain_text(&word).trim().to_owned();
    (!word.is_empty() && word.chars().count() <= LONGEST).then_some(word)
}

fn stated(review: &Review) -> Option<String> {
    let document = review.front_matter().filter(|document| !document.is_empty())?;
    let root = document.root();
    root.any_fields(&mut Vec::new())?.text("severity", &mut Vec::new())
}
