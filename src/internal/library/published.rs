//! When a review was published: the first day on which others could read it.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::review::{Entry, FAR_DAYS, Review};
use site::history::History;

/// Days within which a review is usually written; a later first commit is taken to be an import.
const PROMPT: i32 = 90;

/// A day, and how it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    pub on: Date,
    /// Since when this library has it. Where the review does not state its day, not before git first saw its file, however old the
    /// incident is: documents of others were no part of the library before they came.
    pub known: Date,
    pub dated: Dated,
}

/// How the day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// The review states it in `published:`.
    Stated,
    /// Otherwise, the day of the first commit of its file.
    Committed,
    /// Otherwise the latest of these five: the day on which the incident was over;
    Resolved,
    /// the day of the last entry of its timeline;
    Ended,
    /// the day on which its text says that it was written;
    Written,
    /// the last day that its front matter or the name of its file states;
    Named,
    /// the date of the review.
    Happened,
}

impl Dated {
    /// The note that a page shows for a day that the author did not state; `None` for a stated one.
    pub fn note(self) -> Option<&'static str> {
        match self {
            Self::Stated => None,
            Self::Committed => Some("no date of publication; placed by the first commit of its file"),
            Self::Resolved => Some("no date of publication; placed by the day it was over"),
            Self::Ended => Some("no date of publication; placed by the last entry of its timeline"),
            Self::Written => Some("no date of publication; placed by the day of writing that its text states"),
            Self::Named => Some("no date of publication; placed by the day in its front matter or file name"),
            Self::Happened => Some("no date of publication; placed by the day of the incident"),
        }
    }
}

impl Published {
    /// Since when the library has the review; `None` where its day was only inferred from what it tells.
    pub fn since(self) -> Option<Date> {
        let is_stated = matches!(self.dated, Dated::Stated | Dated::Committed);
        (is_stated || self.known > self.on).then_some(self.known)
    }
}

/// The day on which a review was published, in `zone`; `None` if nothing in it has a date. If the author does not say, git
/// knows when others got the file.
pub fn published_on(review: &Review, history: &History, zone: &TimeZone) -> Option<Published> {
    let over = review.moments.resolved.or(review.moments.mitigated);
    let over = over.map(|at| (at.to_zoned(zone.clone()).date(), Dated::Resolved));
    let date = review.date.map(|on| (on, Dated::Happened));
    let written = review.written.map(|on| (on, Dated::Written));
    let named = review.named_until.map(|on| (on, Dated::Named));
    let first = history.first_commit(&review.source);
    let happened = over.or(date).map(|(on, _)| on);
    // What a review tells of cannot have been read before.
    let day = |entry: &Entry| entry.moment().map(|at| at.to_zoned(zone.clone()).date()).or(entry.when.day());
    let days = review.timeline.iter().filter_map(day);
    let last = days.filter(|on| happened.is_none_or(|day| is_of_incident(day, *on))).max();
    let all = [over, last.map(|on| (on, Dated::Ended)), written, named, date];
    // Of several with the same day the first says most of it.
    let over = all.into_iter().flatten().rev().max_by_key(|(on, _)| *on);
    let prompt = first.filter(|first| happened.is_none_or(|day| is_prompt(day, *first)));
    let stated = review.published.map(|on| (on, Dated::Stated));
    let (on, dated) = stated.or(prompt.map(|on| (on, Dated::Committed))).or(over)?;
    let known = first.filter(|_| dated != Dated::Stated).map_or(on, |first| on.max(first));
    Some(Published { on, known, dated })
}

/// Whether a day is soon after the incident: of a first commit, that it is not the import of an old review into a new repository.
fn is_prompt(happened: Date, on: Date) -> bool {
    (0..=PROMPT).contains(&(on - happened).get_days())
}

/// Whether a day of the timeline is near enough to the incident for its year to be meant.
fn is_of_incident(happened: Date, on: Date) -> bool {
    i64::from((on - happened).get_days()) <= FAR_DAYS
}

#[cfg(test)]
mod tests {
    use super::is_prompt;
    use jiff::civil::date;

    #[test]
    fn an_import_is_no_publication() {
        assert!(is_prompt(date(2026, 3, 2), date(2026, 3, 2)) && is_prompt(date(2026, 3, 2), date(2026, 5, 30)));
        assert!(!is_prompt(date(2023, 3, 2), date(2026, 3, 2)) && !is_prompt(date(2026, 3, 2), date(2026, 3, 1)));
    }
}
