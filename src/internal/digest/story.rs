//! What a meeting needs to know about one review: what happened, who was affected, whether it came back, who presents it.
//!
//! In: a review of the library and a day. Out: a [`Story`]. Nothing is added that the review does not say.

use jiff::civil::Date;

use super::{Fresh, Presenters, Story, again, changes, next_meeting};
use crate::library::Library;
use crate::review::{Review, says};
use base::text::{capitalised, count, first_sentences, sentences};

/// Most sentences, and characters, about what happened.
const SENTENCES: usize = 3;
const LENGTH: usize = 420;

/// The story of a review as it was known on a day, without its minutes and its questions.
pub(super) fn story(library: &Library, i: usize, as_of: Date) -> Story {
    let review = &library.reviews[i];
    let happened = happened(review);
    Story {
        affected: affected(review, happened.as_deref()).or_else(|| unsaid(library, review)),
        happened,
        in_brief: review.happened.clone(),
        again: again::again(library, i, as_of),
        later: again::later(library, i, as_of),
        changes: changes::changes(library, i, as_of),
        presenters: Presenters::of(review),
        new_to: noted(library, i, as_of),
        minutes: 0,
        unmet: false,
        questions: Vec::new(),
    }
}

/// The first sentences of the summary, else what the review says of it elsewhere.
pub fn happened(review: &Review) -> Option<String> {
    let summary = review.summary.as_deref().map(|text| review.words_of(text)).filter(|text| !text.is_empty());
    let first = summary.map(|text| {
        let most: Vec<_> = sentences(&text).take(SENTENCES).collect();
        first_sentences(&most.join(" "), LENGTH)
    });
    let said = first.or_else(|| review.happened_at_length.clone())?;
    // What ends in a colon leads to a list that is not shown.
    let whole: Vec<_> = sentences(&said).filter(|sentence| !sentence.ends_with([':', '：'])).collect();
    Some(whole.join(" ")).filter(|text| !text.is_empty())
}

/// For an incident whose impact has neither a field nor a section, that this is so: the words about what happened may say it. Of a
/// section in which only a table says it, that would not be true.
fn unsaid(library: &Library, review: &Review) -> Option<String> {
    let has_section = || review.outline.headings.iter().any(|heading| says("impact", &heading.text));
    let is_unsaid = library.is_incident(review) && affected(review, None).is_none() && !has_section();
    is_unsaid.then(|| "The review has no section on impact.".to_owned())
}

/// How many did not know of it before. That is not known until the first meeting after publication.
fn noted(library: &Library, i: usize, as_of: Date) -> Option<String> {
    let came_out = library.published[i].map(|published| published.on);
    let met = came_out.and_then(|on| next_meeting(&library.config, on)).map(|occasion| occasion.start.date());
    library.reviews[i].new_to.clone().filter(|_| met.is_none_or(|met| met <= as_of))
}

/// Who was affected, and how much, unless that was said already: the author's words first, then what was only ticked or counted,
/// and last, apart, what became of what was promised.
pub fn affected(review: &Review, happened: Option<&str>) -> Option<String> {
    let impact = &review.impact;
    let said =
        |text: &Option<String>| text.as_deref().map(|text| review.words_of(text)).filter(|text| !text.is_empty());
    let customers = said(&impact.customers);
    let any = customers.as_deref().and_then(yes_or_no);
    let customers = customers.filter(|_| any.is_none());
    let cases = said(&impact.support_cases).map(|text| match text.parse() {
        Ok(n) => count(n, "support case", "support cases"),
        Err(_) => text,
    });
    let sla = said(&impact.sla).map(|text| format!("SLA: {text}"));
    let mut before = happened.unwrap_or_default().to_owned();
    let mut parts: Vec<String> = Vec::new();
    let in_text = review.impact_in_text.clone().filter(|_| customers.is_none());
    for part in [said(&impact.summary).or(in_text), customers, cases].into_iter().flatten() {
        let new: Vec<_> = sentences(&part).filter(|one| !says_again(&before, one)).collect();
        if !new.is_empty() {
            let part = new.join(" ");
            before = format!("{before} {part}");
            for one in &mut parts {
                one.truncate(one.trim_end_matches('.').len());
            }
            parts.push(part);
        }
    }
    let says_who = impact.summary.is_some()
        || review.impact_in_text.is_some()
        || parts.iter().any(|part| !part.starts_with(|c: char| c.is_ascii_digit()));
    let mut rest = capitalised(&parts.join("; "));
    if any == Some(true) && !says_who {
        // Who they were is not said; what was counted is all that is known of them.
        rest = if rest.is_empty() { "Customers".to_owned() } else { format!("Customers, with {rest}") };
    }
    if any == Some(false) {
        rest = format!("No customers. {}", capitalised(without_none(&rest)));
        rest.truncate(rest.trim_end().len());
    }
    let sla = sla.filter(|part| !says_again(&before, part));
    match (rest.is_empty(), sla) {
        (true, None) => None,
        (true, Some(sla)) => Some(sla),
        (false, None) => Some(rest),
        (false, Some(sla)) => Some(format!("{}. {sla}", rest.trim_end_matches('.'))),
    }
}

/// A text without the `None;` that it begins with, which was said.
fn without_none(text: &str) -> &str {
    let rest = text
        .strip_prefix("None")
        .map(|rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace()));
    match rest {
        Some("") => "",
        Some(rest) if text.len() - rest.len() > "None".len() => rest.trim_start(),
        _ => text,
    }
}

/// Whether the words for whether customers were affected only say yes or no; `None` for any other words.
pub fn yes_or_no(words: &str) -> Option<bool> {
    match words.to_lowercase().as_str() {
        "yes" | "true" => Some(true),
        "no" | "false" | "none" => Some(false),
        _ => None,
    }
}

/// Whether nearly all that a text says was said: every number of it, and four of five of its longer words.
fn says_again(before: &str, text: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let all = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        all.filter(|word| word.chars().count() > 3 || word.chars().any(char::is_numeric)).collect()
    };
    let (before, words) = (words(before), words(text));
    let is_repeated = |word: &&String| before.contains(word);
    let numbers = words.iter().filter(|word| word.chars().any(char::is_numeric));
    !words.is_empty()
        && numbers.clone().all(|n| before.contains(n))
        && 5 * words.iter().filter(is_repeated).count() >= 4 * words.len()
}

impl Story {
    /// What happened, or that the review does not say.
    pub fn happened_words(&self) -> &str {
        self.happened.as_deref().unwrap_or("The review has no summary.")
    }

    /// People who are involved and should not lead the meeting: who presents it, who responded.
    pub(super) fn involved<'r>(&'r self, review: &'r Review) -> impl Iterator<Item = &'r String> {
        let people = &review.people;
        self.presenters.names.iter().chain(&people.incident_commander).chain(&people.responders)
    }

    /// Everybody whom the review names as present: they lead only if nobody else can.
    pub(super) fn present<'r>(&'r self, review: &'r Review) -> impl Iterator<Item = &'r String> {
        self.involved(review).chain(&review.people.participants)
    }
}

impl Fresh {
    /// A single review, as it is known today.
    pub fn of(library: &Library, review: usize) -> Self {
        let story = story(library, review, library.clock.today);
        Self { review, dated: None, revisions: Vec::new(), open_actions: 0, story }
    }
}
