//! `reviews.json`: the library for programs, with a versioned schema.

use serde_json::{Value, json};

use super::at::{At, status};
use super::route::review_path;
use crate::internal::library::Dimension;
use crate::internal::review::Review;
use crate::markdown::plain_text;

/// Version of the document's shape; raised when a field changes meaning or goes. New fields do not raise it.
const SCHEMA: u32 = 1;

/// All reviews, newest first, texts plain. `url` is relative to the site's root.
pub(super) fn reviews(at: At<'_>) -> String {
    let library = at.library();
    let title = json!(library.config.title);
    // A line a review: it is written as it is made, so that a large library is never held twice, and a diff shows what changed.
    let mut text =
        format!("{{\"schema\":{SCHEMA},\"title\":{title},\"restricted\":{},\"reviews\":[", library.restricted);
    for (i, one) in library.reviews.iter().enumerate() {
        text.push_str(if i == 0 { "\n" } else { ",\n" });
        text.push_str(&review(at, i, one).to_string());
    }
    text.push_str("\n]}\n");
    text
}

fn review(at: At<'_>, i: usize, review: &Review) -> Value {
    let slugs =
        |dimension: Dimension| at.library().terms_held(dimension, i).map(|term| term.slug.as_str()).collect::<Vec<_>>();
    let points = |points: &crate::internal::review::Points| {
        points.items.iter().map(|point| plain_text(&point.text)).collect::<Vec<_>>()
    };
    let times: serde_json::Map<_, _> = review
        .moments
        .in_order()
        .into_iter()
        .filter_map(|(name, at)| Some((name.to_owned(), Value::from(at?.to_string()))))
        .collect();
    json!({
        "id": review.id,
        "url": review_path(&review.id).trim_end_matches("index.html"),
        "title": review.title,
        "lesson": review.lesson(),
        "kind": review.kind,
        "status": status(review.status).key,
        "severity": review.severity,
        "date": review.date.map(|date| date.to_string()),
        "times": times,
        "duration_seconds": review.duration(),
        "environment": review.environment,
        "services": slugs(Dimension::Services),
        "teams": slugs(Dimension::Teams),
        "tags": slugs(Dimension::Tags),
        "factors": slugs(Dimension::Factors),
        "learnings": points(&review.learnings),
        "surprises": points(&review.surprises),
        "actions": review.actions.iter().map(|action| json!({
            "id": action.id,
            "title": plain_text(&action.title),
            "owner": action.owner,
            "priority": action.priority,
            "status": action.status.key(),
            "due": action.due.map(|date| date.to_string()),
            "closed": action.closed.map(|date| date.to_string()),
            "ticket": action.ticket,
        })).collect::<Vec<_>>(),
        "published": review.published.map(|date| date.to_string()),
        "revised": review.revisions.iter().map(|revision| revision.on).max().map(|date| date.to_string()),
        "recurrence_of": review.recurrence_of,
    })
}
