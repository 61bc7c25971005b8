//! A failure that came back: when it was seen before, and what was changed the last time.

use jiff::civil::Date;

use super::{Again, day, plain};
use crate::library::{Library, action_on};
use crate::review::{Action, ActionStatus};
use base::text::{capitalised, month_name, ordinal};

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
    let title = plain(&action.title).to_lowercase();
    let first = title.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    action.improves.is_none() && first.is_some_and(|word| THANKS.contains(&word))
}

/// Beginnings of what is done for people, and not to the system.
const THANKS: [&str; 8] = ["thank", "thanks", "congratulate", "celebrate", "praise", "apologise", "apologize", "danke"];

/// `Third time: March 2025, June 2026`.
fn words(library: &Library, earlier: &[usize]) -> String {
    let nth = capitalised(&ordinal(earlier.len() + 1));
    let dates: Vec<_> = earlier.iter().filter_map(|i| library.reviews[*i].date).collect();
    let month = |date: &Date| format!("{} {}", month_name(*date), date.year());
    let months: Vec<_> = dates.iter().map(month).collect();
    let twice = months.windows(2).any(|pair| pair[0] == pair[1]);
    let when = if twice { dates.iter().map(|date| day(*date)).collect() } else { months };
    if when.is_empty() { format!("{nth} time") } else { format!("{nth} time: {}", when.join(", ")) }
}
