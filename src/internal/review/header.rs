//! Lines such as `Status: draft` at the top of a review without front matter for them, beside `Date:` and `Severity:`.
//!
//! In: a review with its front matter read. Out: status, visibility, owner, kind, services, teams and tags, each noted with its
//! place. For visibility see [`visibility`].

use super::infer::{self, Found};
use super::{Review, Status, visibility};
use base::diagnostics::Diagnostic;
use site::config::{Config, canonical_kind};

/// Fills fields that the front matter leaves empty; `says_visibility` is whether it has `visibility`.
pub(super) fn fill(review: &mut Review, says_visibility: bool, config: &Config, problems: &mut Vec<Diagnostic>) {
    if !says_visibility {
        visibility::fill(review, problems);
    }
    if review.status == Status::Unstated
        && let Some(found) = in_header(review, &["status"])
        && let Some(status) = status(&found.value)
    {
        review.status = status;
        problems.push(infer::note(review, &found, &format!("status `{}`", status.label())));
    }
    if let Some(found) = in_header(review, &["kind"]) {
        let key = canonical_kind(&found.value);
        if config.kind(&key).is_some() && review.kind != key {
            problems.push(infer::note(review, &found, &format!("kind `{key}`")));
            review.kind = key;
        }
    }
    if review.people.owner.is_empty()
        && let Some(found) = in_header(review, &["owner", "owners"])
    {
        review.people.owner = names(&found.value);
        problems.push(infer::note(review, &found, "the owner"));
    }
    for (labels, what) in
        [(["service", "services"], "services"), (["team", "teams"], "teams"), (["tag", "tags"], "tags")]
    {
        let list = |review: &mut Review| match what {
            "services" => std::mem::take(&mut review.services),
            "teams" => std::mem::take(&mut review.teams),
            _ => std::mem::take(&mut review.tags),
        };
        let mut said = list(review);
        if said.is_empty()
            && let Some(found) = in_header(review, &labels)
        {
            said = names(&found.value);
            problems.push(infer::note(review, &found, what));
        }
        match what {
            "services" => review.services = said,
            "teams" => review.teams = said,
            _ => review.tags = said,
        }
    }
}

/// A label above the first heading after the title: further down, `Owner:` is the owner of an action.
fn in_header(review: &Review, labels: &[&str]) -> Option<Found> {
    let end = review.outline.headings.iter().find(|heading| heading.level > 1).map(|heading| heading.span.start);
    infer::labelled(review, labels).filter(|found| end.is_none_or(|end| found.start < end))
}

fn status(text: &str) -> Option<Status> {
    let plain = |text: &str| text.to_lowercase().replace([' ', '-'], "_");
    Status::ALL.into_iter().find(|(key, _)| *key == plain(text.trim())).map(|(_, status)| status)
}

fn names(text: &str) -> Vec<String> {
    let parts = text.split([',', ';']).map(|part| markdown::plain_text(part.trim()));
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}
