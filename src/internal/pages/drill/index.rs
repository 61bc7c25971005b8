//! The index of drills: what can be run, for how long and by how many people, what it teaches, and whether it was run already.

use std::collections::{BTreeSet, HashMap};

use super::no_drill::NoDrill;
use super::page::subject;
use super::texts::Texts;
use super::{DrillRow, DrillsPage, NoDrillRow};
use crate::library::Dimension;
use crate::pages::at::{About, At};
use crate::pages::dates;
use crate::pages::lists::{page_of, page_title};
use crate::pages::prose::Prose;
use crate::pages::review::factors;
use crate::pages::route::{PAGE, drill_path, drills_path};
use crate::pages::shell::PageView;
use base::text::{capitalised, first_sentences};

/// Incident commander, communications, scribe and facilitator.
const ROLES: usize = 4;

/// Most characters of a first sign.
const SIGN: usize = 120;

/// Most responders in a drill.
const RESPONDERS: usize = 4;

/// A page of the index. The first page also says why other reviews have no drill.
pub fn page(at: At<'_>, number: usize) -> (PageView, DrillsPage) {
    let (library, drills) = (at.library(), &at.site.drills);
    let playable = drills.playable();
    let (shown, pager) = page_of(at, &playable, number, "drills", "drills");
    let mut others: Vec<_> = if number == 0 { drills.others(library).collect() } else { Vec::new() };
    let others_more = others.len().saturating_sub(PAGE);
    others.truncate(PAGE);
    let other = |(i, reason): (usize, NoDrill)| NoDrillRow { review: at.review_link(i), reason: reason.words() };
    let mut rows: Vec<_> = shown.iter().filter_map(|i| row(at, *i)).collect();
    tell_apart(&mut rows);
    let heading = page_title("Drills", number);
    let page = DrillsPage {
        heading: heading.clone(),
        drills: rows,
        pager,
        others: others.into_iter().map(other).collect(),
        others_more,
    };
    let mut crumbs = vec![at.home_crumb()];
    crumbs.extend((number > 0).then(|| at.link("Drills", drills_path())));
    let about = About {
        title: heading,
        description: "Reviews that can be played, step by step.".to_owned(),
        class: "drills",
        breadcrumbs: crumbs,
        feeds: Vec::new(),
    };
    (at.page(about), page)
}

/// Drills of one title get their days.
fn tell_apart(rows: &mut [DrillRow]) {
    let mut times: HashMap<String, usize> = HashMap::new();
    for row in rows.iter() {
        *times.entry(row.drill.label.clone()).or_default() += 1;
    }
    for row in rows {
        let is_shared = times.get(&row.drill.label).is_some_and(|times| *times > 1);
        if let Some(date) = row.date.as_ref().filter(|_| is_shared) {
            row.drill.label = format!("{}, {}", row.drill.label, date.words);
        }
    }
}

/// The first sign in a sentence, for a drill that no service and no team tells apart from others.
fn sign(at: At<'_>, i: usize) -> Option<String> {
    let is_placed = [Dimension::Services, Dimension::Teams].iter().any(|kind| !at.terms_of(*kind, i).is_empty());
    let review = at.library().reviews.get(i).filter(|_| !is_placed)?;
    let script = at.site.drills.get(i)?.ok()?.script(review)?;
    let first = script.steps.first()?.entries.first()?;
    Some(first_sentences(&Texts::of(at, i, review).words(first.what), SIGN)).filter(|text| !text.is_empty())
}

fn row(at: At<'_>, i: usize) -> Option<DrillRow> {
    let review = &at.library().reviews[i];
    let steps = at.site.drills.steps(i)?;
    let who: BTreeSet<_> = review.timeline.iter().filter_map(|entry| entry.who.as_ref()).collect();
    let mut played = review.rehearsed.clone();
    played.sort_unstable_by(|a, b| b.cmp(a));
    Some(DrillRow {
        sign: sign(at, i),
        drill: at.link(capitalised(&subject(at, i)), &drill_path(&review.id)),
        date: at.site.drills.first_sign(i).map(|first| dates::date(dates::day(first, review.zone_of_timeline()))),
        minutes: at.site.drills.minutes(i)?,
        steps,
        people: ROLES + who.len().clamp(1, RESPONDERS),
        teaches: factors(at, review, Prose::new(at, i)),
        played: played.into_iter().map(dates::date).collect(),
    })
}
