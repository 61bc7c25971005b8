//! Reviews into a library.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Library, attachments, chain, check, index, published_on, related};
use crate::clock::Clock;
use crate::config::Config;
use crate::diagnostics::{Code, Diagnostic};
use crate::internal::review::{Review, Status, Visibility};
use crate::source::Sources;

/// What a site shows, and how strict it is about links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Show {
    /// Drafts too.
    pub drafts: bool,
    /// Broken links are warnings.
    pub allow_broken_links: bool,
}

/// Orders the reviews, derives what needs all of them, and checks what one refers to another by.
pub(in crate::internal) fn assemble(
    reviews: Vec<Review>,
    config: Config,
    clock: Clock,
    sources: &Sources,
    show: Show,
) -> (Library, Vec<Diagnostic>) {
    let mut problems = check::ids(&reviews);
    if reviews.is_empty() && sources.reviews.is_empty() {
        let problem = Diagnostic::new(Code::NoReviews, "this library holds no review yet");
        problems.push(problem.hint("start one with `debrief new \"What happened\"`"));
    }
    let mut hidden = BTreeMap::new();
    let zone = config.zone();
    let (mut restricted, mut restricted_on, mut drafts_left_out) = (0, Vec::new(), 0);
    let mut shown = Vec::with_capacity(reviews.len());
    for review in reviews {
        if review.visibility == Visibility::Restricted {
            restricted += 1;
            restricted_on.extend(published_on(&review, &sources.history, &zone).map(|published| published.on));
            hidden.insert(review.source, "restricted");
        } else if review.status == Status::Draft && !show.drafts {
            drafts_left_out += 1;
            hidden.insert(review.source, "a draft");
        } else {
            shown.push(review);
        }
    }
    sort(&mut shown);
    let by = |key: fn(&Review) -> &String| shown.iter().enumerate().map(|(i, r)| (key(r).clone(), i)).collect();
    let mut library = Library {
        by_id: by(|r| &r.id),
        by_source: by(|r| &r.source),
        indexes: index::indexes(&shown, &config),
        published: shown.iter().map(|review| published_on(review, &sources.history, &zone)).collect(),
        reviews: shown,
        config,
        clock,
        restricted,
        restricted_on,
        drafts_left_out,
        hidden,
        related: Vec::new(),
        chains: Vec::new(),
        backlinks: Vec::new(),
        files: sources.files.clone(),
        attachments: std::collections::BTreeSet::new(),
    };
    check::references(&library, &mut problems);
    check::links(&mut library, show.allow_broken_links, &mut problems);
    attachments::check(&library, sources, &mut problems);
    library.chains = chain::chains(&library);
    library.related = related::related(&library);
    (library, problems)
}

/// Newest first; what has no date comes last. Ties go by time of day, then by id, so that the order is total.
fn sort(reviews: &mut [Review]) {
    reviews.sort_by(|a, b| {
        let newest = |r: &Review| (Reverse(r.date), Reverse(r.moments.started.or(r.moments.detected)));
        let undated = |r: &Review| r.date.is_none();
        undated(a).cmp(&undated(b)).then_with(|| newest(a).cmp(&newest(b))).then_with(|| a.id.cmp(&b.id))
    });
}
