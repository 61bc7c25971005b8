//! The facts of a review in words: severity, kind, services, the day, and how long there was harm.

use super::{Fresh, day};
use crate::library::{Dated, Dimension, Library, Published};
use crate::review::Review;
use base::text::count;

/// `SEV2 · Fares · 4 November 2026 · 11 min of harm`, as parts; `notes` adds what is open and how the day is known.
pub fn facts(library: &Library, fresh: &Fresh, notes: bool) -> Vec<String> {
    let i = fresh.review;
    let review = &library.reviews[i];
    let config = &library.config;
    let severity = review.severity.as_deref().and_then(|key| config.severity(key)).map(|(_, s)| s.label.clone());
    let kind = config.kind(&review.kind).filter(|kind| !kind.is_incident()).map(|kind| kind.label.clone());
    let services: Vec<_> = library.terms_held(Dimension::Services, i).map(|term| term.label.as_str()).collect();
    let services = Some(services.join(", ")).filter(|labels| !labels.is_empty());
    let open = (fresh.open_actions > 0).then(|| count(fresh.open_actions, "open action", "open actions"));
    let note = fresh.dated.and_then(Dated::note).map(str::to_owned);
    let said = [severity, kind, services, Some(when(library, i)), lasted(review)];
    let more = [open, note].into_iter().filter(|_| notes);
    said.into_iter().chain(more).flatten().collect()
}

/// The day of what happened; else that it is not stated, and since when the library has the review, if that is known.
pub fn when(library: &Library, i: usize) -> String {
    let since = library.published[i].and_then(Published::since);
    match (library.reviews[i].date, since) {
        (Some(date), _) => day(date),
        (None, Some(since)) => format!("the day is not stated; in the library since {}", day(since)),
        (None, None) => "the day is not stated".to_owned(),
    }
}

/// `11 min of harm`, `15 min of exposure`.
pub fn lasted(review: &Review) -> Option<String> {
    review.headline().map(|figure| figure.words())
}
