//! A failure that came back: when it was seen before, and what was changed the last time.

use jiff::civil::Date;

use super::{Again, Later, day};
use crate::library::{Library, action_on};
use crate::review::{Action, ActionStatus, is_word_of};
use base::text::{capitalised, month_name, ordinal};
use markdown::plain_text;

/// Most changes to list from the last time.
const CHANGES: usize = 6;

/// What was known on a day about earlier failures of the same kind; `None` if this is the first.
pub(super) fn again(library: &Library, i: usize, as_of: Date) -> Option<Again> {
    let known = |i: &usize| library.published[*i].is_none_or(|published| published.known <= as_of);
    let earlier: Vec<_> = library.line_of(i).into_iter().filter(known).collect();
    let last = *earlier.last()?;
    let actions = &library.reviews[last].actions;
    let changed = actions.iter().map(|action| (last, action_on(action, as_of)));
    let changes = |action: &Action| action.status != ActionStatus::WontDo && !gives_thanks(action);
    let mut changed: Vec<_> = changed.filter(|(_, action)| changes(action)).collect();
    // What was done comes first: it is what did not keep the failure away.
    changed.sort_by_key(|(_, action)| action.status != ActionStatus::Done);
    let left_out = changed.len().saturating_sub(CHANGES);
    changed.truncate(CHANGES);
    Some(Again { words: words(library, &earlier), earlier, changed, left_out })
}

/// Whether an action thanks somebody and changes nothing; what says which phase it improves changes something.
pub(super) fn gives_thanks(action: &Action) -> bool {
    let title = plain_text(&action.title).to_lowercase();
    let first = title.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    action.improves.is_none() && first.is_some_and(|word| is_word_of("thanks", word))
}

/// `Third time; before: March 2025, June 2026`.
fn words(library: &Library, earlier: &[usize]) -> String {
    let nth = capitalised(&ordinal(earlier.len() + 1));
    let when = months(library, earlier);
    if when.is_empty() { format!("{nth} time") } else { format!("{nth} time; before: {when}") }
}

/// What was known on a day about later failures that were a recurrence of this one.
pub(super) fn later(library: &Library, i: usize, as_of: Date) -> Option<Later> {
    let known = |j: &usize| library.published[*j].is_some_and(|p| p.on <= as_of && p.known <= as_of);
    let chain = library.chains.get(i).map_or(&[][..], Vec::as_slice);
    let came_back = |j: &usize| known(j) && library.line_of(*j).contains(&i);
    let reviews: Vec<_> = chain.iter().copied().filter(came_back).collect();
    (!reviews.is_empty()).then(|| Later { words: months(library, &reviews), reviews })
}

/// `March 2025, June 2026 (near miss)`: when these happened, and what they were if they were no incidents. Days, where two are of
/// one month.
fn months(library: &Library, reviews: &[usize]) -> String {
    let of = |i: &usize| {
        let review = &library.reviews[*i];
        let kind = library.config.kind(&review.kind).filter(|kind| !kind.is_incident());
        let kind = kind.map(|kind| format!(" ({})", kind.label.to_lowercase())).unwrap_or_default();
        review.date.map(|date| (date, kind))
    };
    let dates: Vec<_> = reviews.iter().filter_map(of).collect();
    let month = |date: Date| format!("{} {}", month_name(date), date.year());
    let twice = dates.windows(2).any(|pair| month(pair[0].0) == month(pair[1].0));
    let words = |(date, kind): &(Date, String)| format!("{}{kind}", if twice { day(*date) } else { month(*date) });
    dates.iter().map(words).collect::<Vec<_>>().join(", ")
}
