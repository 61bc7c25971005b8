//! The facts of a review that front matter could change, as one text: two readings of a file that give the same text are the same
//! for `adopt`. Some are left out, such as impact, detection, and the phases and effects of entries.

use crate::review::{Entry, Review};

/// These facts, without their places in the file.
pub(super) fn facts(review: &Review) -> String {
    let entry = |entry: &Entry| format!("{:?} {} {} {:?}", entry.when, entry.stated, entry.what, entry.who);
    let timeline: Vec<_> = review.timeline.iter().map(entry).collect();
    let actions: Vec<_> = review.actions.iter().map(|a| (&a.title, &a.owner, a.due, a.status)).collect();
    let factors: Vec<_> = review.factors.iter().map(|factor| &factor.text).collect();
    let points = [&review.surprises, &review.learnings, &review.went_well, &review.got_lucky, &review.open_questions];
    let points = points.map(|points| points.items.iter().map(|point| point.text.clone()).collect::<Vec<_>>());
    let omitted: Vec<_> = review.omitted.iter().map(|span| review.body().get(span.clone())).collect();
    let which = (&review.id, &review.aliases, review.is_document, review.visibility, review.status, &review.kind);
    let said =
        (&review.title, review.title_is_stated, &review.severity, &review.summary, &review.happened, &review.lesson);
    let when = (review.date, &review.moments, review.duration(), &review.zone, review.zone_is_stated, review.published);
    let whose = (&review.services, &review.systems, &review.teams, &review.tags, &review.people, &review.extra);
    format!(
        "{which:?}\n{said:?}\n{when:?}\n{whose:?}\n{timeline:?}\n{actions:?}\n{factors:?}\n{points:?}\n{omitted:?}\n{}",
        review.body()
    )
}
