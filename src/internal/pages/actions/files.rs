//! The files for sorting and filtering the list of actions, if it has several pages.

use rayon::prelude::*;

use super::list::in_list;
use super::{ActionRow, row, view};
use crate::pages::at::At;
use crate::pages::lists::{Columns, Facts, Files, Key};
use markdown::plain_text;
use site::output::Failure;

/// Makes the files.
pub fn files(at: At<'_>) -> Result<Files, Failure> {
    let library = at.library();
    let mut places = at.site.actions().places().to_vec();
    places.sort_unstable_by_key(|(i, place)| (library.publication_order(*i), *place));
    let facts = places.par_iter().map(|place| facts_of(at, *place)).collect();
    let list = places.iter().map(|(i, place)| (in_list(&library.reviews[*i].actions[*place]), *i, *place));
    let columns = Columns::of(&SORTED_BY, facts, list);
    Files::of("actions", &columns, |n| row(at, &view(at, places[n])))
}

/// The columns that the list can be sorted by.
const SORTED_BY: [&str; 6] = ["action", "review", "owner", "team", "due", "state"];

fn facts_of(at: At<'_>, place: (usize, usize)) -> Facts<'_> {
    let of = &at.library().reviews[place.0];
    let ActionRow { action, text, facets, rank } = view(at, place);
    let review = action.review.as_ref().map_or("", |link| &link.label);
    let owner = action.owner.as_deref().unwrap_or_default();
    let team = action.teams.iter().map(|link| link.label.as_str()).collect::<Vec<_>>().join(", ");
    let day = action.closed.as_ref().or(action.due.as_ref());
    let mut words = vec![text.clone(), review.to_owned(), team.clone(), action.status_label.clone()];
    words.push(action.owner.clone().unwrap_or_else(|| "no owner".to_owned()));
    words.push(day.map_or("no date", |day| &day.words).to_owned());
    words.extend(of.actions[place.1].reason.as_deref().map(plain_text));
    words.extend([&action.priority, &action.improves, &action.ticket, &action.age].into_iter().flatten().cloned());
    Facts {
        review: &of.id,
        facets: facets.split_whitespace().map(str::to_owned).collect(),
        words,
        keys: vec![
            Key::text(&text),
            Key::text(review),
            Key::text(owner),
            Key::text(&team),
            day.and_then(|day| Key::text(&day.iso)),
            Key::number(rank),
        ],
    }
}
