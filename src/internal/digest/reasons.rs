//! Why a review is worth discussing: it came back, its lesson applies widely, its factors are new. Severity counts a little,
//! and a near miss is not ranked lower for having harmed nobody.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::reach::{applies_to, seen};
use super::{Choice, Week, again, plus};
use crate::library::{Dimension, Library};
use crate::review::Review;
use base::text::count;

/// What speaks for a review: each reason with what it counts, in the order in which they are written.
#[derive(Debug, Clone, Default)]
pub(super) struct Reasons {
    /// It says what was learned or what surprised.
    teaches: bool,
    all: [Reason; 6],
}

/// One reason.
#[derive(Debug, Clone, Default)]
struct Reason {
    points: usize,
    /// How much of it there is. Points end at a limit, so reviews with as many points can differ in this.
    amount: usize,
    /// None where it does not speak for the review.
    words: Option<String>,
}

impl Reason {
    fn new(points: usize, amount: usize, words: impl FnOnce() -> String) -> Self {
        Self { points, amount, words: (points > 0).then(words) }
    }
}

/// Days within which other reviews of a service count.
const LATELY: i64 = 90;

impl Reasons {
    pub(super) fn of(library: &Library, i: usize, as_of: Date) -> Self {
        let review = &library.reviews[i];
        let again = again::again(library, i, as_of);
        let earlier = again.as_ref().map_or(0, |again| again.earlier.len());
        let came_back = again.map(|again| lower(&again.words)).unwrap_or_default();
        let (named, seen) = (applies_to(library, review).len(), seen(library, i, as_of));
        let services = seen.as_ref().map_or(0, |seen| seen.services.len());
        let (novel, beside) = (novel(library, i, as_of), beside(library, i, as_of));
        let all = [
            Reason::new(6 * earlier.min(3), earlier, || format!("it came back ({came_back})")),
            Reason::new(2 * named.min(3), named, || {
                format!("its lessons name {}", count(named, "other service or team", "other services and teams"))
            }),
            Reason::new(services.min(4), services, || {
                let factor = seen.map(|seen| seen.factor).unwrap_or_default();
                format!("“{factor}” was also seen in {}", count(services, "other service", "other services"))
            }),
            Reason::new(3 * usize::from(novel.is_some()), usize::from(novel.is_some()), || {
                format!("no earlier review names “{}”", novel.unwrap_or_default())
            }),
            Reason::new(beside.min(2), beside, || {
                let reviews = count(beside, "other review", "other reviews");
                format!("its services had {reviews} in the {LATELY} days before this week")
            }),
            severity(library, review),
        ];
        Self { teaches: !review.learnings.items.is_empty() || !review.surprises.items.is_empty(), all }
    }

    pub(super) fn points(&self) -> (bool, usize) {
        (self.teaches, self.all.iter().map(|reason| reason.points).sum())
    }

    /// One sentence for the page: in what it goes beyond each of the `others` that could have been chosen. `waited` is whether some of
    /// these reviews came out before this week.
    pub(super) fn words(&self, choice: Choice, others: &[Self], waited: bool) -> String {
        let among = match choice {
            Choice::New if others.is_empty() => return "It is the one new review of this week.".to_owned(),
            Choice::Late if others.is_empty() => {
                return "It came out after the last meeting, and nobody has told it yet.".to_owned();
            }
            Choice::Revised if others.is_empty() => {
                return "Nothing is new this week, and this is the one review that was revised.".to_owned();
            }
            Choice::Archive => {
                return "Nothing is new this week. The reviews of the archive take turns, and this is the next."
                    .to_owned();
            }
            Choice::New | Choice::Late if waited => "Chosen among the reviews that came out since the last meeting",
            Choice::New | Choice::Late => "Chosen among the reviews of this week",
            Choice::Revised => "Nothing is new this week. Chosen among the reviews that were revised",
        };
        if self.teaches && others.iter().all(|other| !other.teaches) && !others.is_empty() {
            return format!("{among}: it says what was learned or what came as a surprise.");
        }
        let is_beyond = |other: &Self, place: usize| self.all[place].amount > other.all[place].amount;
        let words = |place: usize| self.all[place].words.as_deref();
        let beyond_all = |place: &usize| others.iter().all(|other| is_beyond(other, *place));
        let parts: Vec<_> = (0..self.all.len()).filter(beyond_all).filter_map(words).collect();
        if !parts.is_empty() {
            return format!("{among}: {}.", parts.join("; "));
        }
        // No single reason sets it apart from all others. Those that none of the others has more of, and not all as much of, are named.
        let is_behind = |other: &Self, place: usize| other.all[place].amount > self.all[place].amount;
        let beyond_some = |place: &usize| {
            others.iter().any(|other| is_beyond(other, *place)) && !others.iter().any(|other| is_behind(other, *place))
        };
        let parts: Vec<_> = (0..self.all.len()).filter(beyond_some).filter_map(words).collect();
        match parts.as_slice() {
            [] if others.iter().any(|other| other.points() == self.points()) => {
                format!("{among}, the first by its file name of those with as much to discuss.")
            }
            [] => {
                let own: Vec<_> = (0..self.all.len()).filter_map(words).collect();
                format!("{among}, because these count most together: {}.", own.join("; "))
            }
            [part] => format!("{among}: {part}, and no other goes beyond that."),
            parts => format!("{among}, for these reasons together: {}.", parts.join("; ")),
        }
    }
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// Other reviews of its services that came out in the ninety days before this week, each once.
fn beside(library: &Library, i: usize, as_of: Date) -> usize {
    let start = library.config.week_start;
    let first = Week::of(as_of, start).first(start);
    let from = plus(first, -LATELY);
    let is_before = |other: &&usize| {
        let on = library.published[**other].filter(|published| published.known <= as_of).map(|published| published.on);
        **other != i && on.is_some_and(|on| on < first && on >= from)
    };
    let others = library.terms_held(Dimension::Services, i).flat_map(|service| &service.reviews);
    others.filter(is_before).collect::<BTreeSet<_>>().len()
}

/// The first factor that no other review had by then.
fn novel(library: &Library, i: usize, as_of: Date) -> Option<String> {
    let own = library.published[i].map_or(as_of, |published| published.on);
    let is_new = |reviews: &[usize]| {
        !reviews.iter().any(|other| *other != i && library.published[*other].is_some_and(|p| p.on <= own))
    };
    library.terms_held(Dimension::Factors, i).find(|factor| is_new(&factor.reviews)).map(|factor| factor.label.clone())
}

/// Of an incident, how severe it was; another kind harmed nobody, and is not behind for that.
fn severity(library: &Library, review: &Review) -> Reason {
    let kind = library.config.kind(&review.kind);
    let found = review.severity.as_deref().and_then(|key| library.config.severity(key));
    if let Some(kind) = kind.filter(|kind| !kind.is_incident()) {
        return Reason::new(2, 2, || {
            format!("what harmed nobody counts like a severe incident ({})", kind.label.to_lowercase())
        });
    }
    let (points, amount) = match found.map(|(rank, _)| rank) {
        Some(0) => (2, 3),
        Some(1) => (2, 2),
        Some(2) => (1, 1),
        _ => (0, 0),
    };
    let label = found.map(|(_, severity)| severity.label.clone()).unwrap_or_default();
    Reason::new(points, amount, || format!("its severity is {label}"))
}
