//! What to talk about. Questions ask how and what: who and why look for somebody, or for one cause.

use super::{Digest, Fresh, Question, plain};
use crate::internal::library::{Dimension, Library};
use crate::internal::review::{Points, Review};

/// Most that a meeting gets to.
const MOST: usize = 8;
/// Open questions, and surprises, that are taken up.
const EACH: usize = 2;

/// The questions of a week, from what its reviews hold.
pub(super) fn questions(library: &Library, digest: &Digest) -> Vec<Question> {
    let told: Vec<usize> = digest
        .lesson
        .iter()
        .map(|l| &l.fresh)
        .chain(&digest.new)
        .chain(&digest.signals)
        .map(|f: &Fresh| f.review)
        .collect();
    let mut found = Vec::new();
    found.extend(digest.lesson.as_ref().and_then(|lesson| {
        let names = names(library, &lesson.applies_to);
        let text = format!("What does the lesson of the week change for {names}, and how would it show?");
        (!names.is_empty()).then_some(Question { text, review: Some(lesson.fresh.review) })
    }));
    found.extend(told.iter().flat_map(|i| open(&library.reviews[*i], *i)).take(EACH));
    found.extend(digest.patterns.iter().find(|pattern| pattern.dimension == Dimension::Factors).map(|pattern| {
        let label = &library.terms_of(Dimension::Factors)[pattern.term].label;
        let text = format!(
            "“{label}” has come back: what do we run that has it too, and how would we notice before it matters?"
        );
        Question { text, review: None }
    }));
    found.extend(told.iter().find_map(|i| unknown_service(library, *i)));
    found.extend(told.iter().filter_map(|i| surprise(&library.reviews[*i], *i)).take(EACH));
    let always = ["How do we know sooner?", "How do we recover sooner?"];
    found.truncate(MOST - always.len());
    found.extend(always.map(|text| Question { text: text.to_owned(), review: None }));
    found
}

/// Whether a text looks for somebody, or for one cause.
fn asks_who_or_why(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.into_iter().any(|word| matches!(word.as_str(), "who" | "whom" | "whose" | "why"))
}

/// What a review leaves open, in its own words where they ask how or what.
fn open(review: &Review, i: usize) -> Vec<Question> {
    let question = |text: String| Question { text, review: Some(i) };
    let texts = review.open_questions.items.iter().map(|point| plain(&point.text));
    let (other, own): (Vec<_>, Vec<_>) = texts.partition(|text| asks_who_or_why(text));
    let mut found: Vec<_> = own.into_iter().map(question).collect();
    if !other.is_empty() {
        found.push(question(format!("What would it take to answer what “{}” leaves open?", review.title)));
    }
    found
}

/// The first surprise of a review.
fn surprise(review: &Review, i: usize) -> Option<Question> {
    let first = |points: &Points| points.items.first().map(|point| plain(&point.text));
    let text = first(&review.surprises)?;
    let told = if asks_who_or_why(&text) || text.chars().count() > 200 {
        format!("What came as a surprise in “{}”, and how would it look from where we sit?", review.title)
    } else {
        format!("“{}” What would surprise us in the same way, and how could we look for it now?", text.trim())
    };
    Some(Question { text: told, review: Some(i) })
}

/// A service that a review names and no list has.
fn unknown_service(library: &Library, i: usize) -> Option<Question> {
    let known = &library.config.services;
    let review = &library.reviews[i];
    let name = review.services.iter().find(|name| !known.is_empty() && known.get(&known.resolve(name)).is_none())?;
    let text = format!("What is “{name}”, which is in no list of ours, and how do we find out what leans on it?");
    Some(Question { text, review: Some(i) })
}

/// Names as the configuration has them, as a list in words.
fn names(library: &Library, names: &[String]) -> String {
    let config = &library.config;
    let label = |name: &String| {
        let of = |terms: &crate::config::Terms| terms.get(&terms.resolve(name)).map(|term| term.label.clone());
        of(&config.services).or_else(|| of(&config.teams)).unwrap_or_else(|| name.clone())
    };
    let labels: Vec<_> = names.iter().map(label).collect();
    match labels.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => labels.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::asks_who_or_why;

    #[test]
    fn who_and_why_are_heard_as_whole_words() {
        for text in ["Who speaks for the ship?", "And why?", "Tell us whose it is."] {
            assert!(asks_who_or_why(text), "{text}");
        }
        for text in ["How would we have seen it?", "What of the whole?", "Where does a whom-ever..."] {
            assert_eq!(asks_who_or_why(text), text.contains("whom-"), "{text}");
        }
    }
}
