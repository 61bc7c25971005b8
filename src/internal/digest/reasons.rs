//! Why a review is worth discussing: it came back, its lesson applies widely, its factors are new. Severity counts a little,
//! and a near miss is not ranked lower for having harmed nobody.

use jiff::civil::Date;

use super::lesson::{applies_to, seen_in};
use super::{Choice, again, plus};
use crate::library::{Dimension, Library};
use crate::review::Review;
use base::text::count;

/// The reasons to choose a review, as counts.
#[derive(Debug, Clone, Default)]
pub(super) struct Reasons {
    /// Earlier failures of the same kind.
    earlier: usize,
    came_back: Option<String>,
    /// Services and teams that its lessons name.
    named: usize,
    /// Other services that had one of its factors.
    seen_in: usize,
    /// Other reviews of its services within ninety days.
    beside: usize,
    /// A factor that no review named before.
    novel: Option<String>,
    /// 0 to 2.
    severity: usize,
}

/// Days within which other reviews of a service count.
const LATELY: i64 = 90;

impl Reasons {
    pub(super) fn of(library: &Library, i: usize, as_of: Date) -> Self {
        let review = &library.reviews[i];
        let again = again::again(library, i, as_of);
        Self {
            earlier: again.as_ref().map_or(0, |again| again.earlier.len()),
            came_back: again.map(|again| again.words),
            named: applies_to(review).len(),
            seen_in: seen_in(library, i, as_of).count(),
            beside: beside(library, i, as_of),
            novel: novel(library, i, as_of),
            severity: severity(library, review),
        }
    }

    pub(super) fn points(&self) -> usize {
        6 * self.earlier.min(3)
            + 2 * self.named.min(3)
            + self.seen_in.min(4)
            + self.beside.min(2)
            + 3 * usize::from(self.novel.is_some())
            + self.severity
    }

    /// One sentence for the page. `alone`: there was no other review to choose from, so that no reason is given.
    pub(super) fn words(&self, library: &Library, choice: Choice, alone: bool) -> String {
        let among = match choice {
            Choice::New if alone => return "It is the one new review of this week.".to_owned(),
            Choice::Late if alone => {
                return "It came out after the last meeting, and nobody has told it yet.".to_owned();
            }
            Choice::Revised if alone => {
                return "Nothing is new this week, and this is the one review that was revised.".to_owned();
            }
            Choice::Archive => {
                return "Nothing is new this week. The reviews of the archive take turns, and this is the next."
                    .to_owned();
            }
            Choice::New => "Chosen among the reviews of this week",
            Choice::Late => "Chosen among the reviews that came out after the last meeting",
            Choice::Revised => "Nothing is new this week. Chosen among the reviews that were revised",
        };
        let services = library.terms_of(Dimension::Services).len();
        let parts = [
            self.came_back.as_ref().map(|words| format!("it came back ({})", lower(words))),
            (self.named > 0).then(|| {
                format!("its lessons name {}", count(self.named, "other service or team", "other services and teams"))
            }),
            (self.seen_in > 0 && services > 0).then(|| {
                format!(
                    "its contributing factors were seen in {}",
                    count(self.seen_in, "other service", "other services")
                )
            }),
            self.novel.as_ref().map(|label| format!("no earlier review names “{label}”")),
            (self.beside > 0).then(|| {
                let reviews = count(self.beside, "other review", "other reviews");
                format!("its services had {reviews} in the {LATELY} days before")
            }),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            format!("{among}; nothing sets it apart.")
        } else {
            format!("{among}: {}.", parts.join("; "))
        }
    }
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn known(library: &Library, i: usize, as_of: Date) -> bool {
    library.published[i].is_some_and(|published| published.on <= as_of)
}

fn beside(library: &Library, i: usize, as_of: Date) -> usize {
    let since = plus(as_of, -LATELY);
    let lately = |other: &&usize| {
        **other != i && known(library, **other, as_of) && library.published[**other].is_some_and(|p| p.on > since)
    };
    // More than two make no difference to the points; the limit only bounds the work.
    library.terms_held(Dimension::Services, i).flat_map(|s| &s.reviews).filter(lately).take(20).count()
}

/// The first factor that no other review had by then.
fn novel(library: &Library, i: usize, as_of: Date) -> Option<String> {
    let own = library.published[i].map_or(as_of, |published| published.on);
    let is_new = |reviews: &[usize]| {
        !reviews.iter().any(|other| *other != i && library.published[*other].is_some_and(|p| p.on <= own))
    };
    library.terms_held(Dimension::Factors, i).find(|factor| is_new(&factor.reviews)).map(|factor| factor.label.clone())
}

fn severity(library: &Library, review: &Review) -> usize {
    let is_incident = library.config.kind(&review.kind).is_none_or(site::config::Kind::is_incident);
    let rank = review.severity.as_deref().and_then(|key| library.config.severity(key)).map(|(rank, _)| rank);
    match rank {
        _ if !is_incident => 2,
        Some(0 | 1) => 2,
        Some(2) => 1,
        _ => 0,
    }
}
