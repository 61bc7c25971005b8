//! Public addresses: each belongs to one postmortem.

use std::collections::BTreeMap;

use crate::review::Review;
use base::diagnostics::{Code, Diagnostic};

/// Reports two postmortems with the same address.
pub(super) fn clashes(reviews: &[&Review]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    for review in reviews {
        let Some(slug) = review.public.as_ref().and_then(|public| public.slug.as_deref()) else { continue };
        if let Some(first) = seen.insert(slug, &review.source) {
            let message = format!("the slug `{slug}` is taken by {first}");
            let problem = Diagnostic::new(Code::PublicField, message).at(review.place_in(&["public", "slug"]));
            problems.push(problem.hint("give one of them another; it is the postmortem's address for ever"));
            seen.insert(slug, first);
        }
    }
    problems
}
