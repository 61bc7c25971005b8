//! Assembles reviews into a library.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::links::LATER;
use super::{Dated, Hidden, Library, Published, attachments, chain, check, index, odd, odd_days, published_on, rewind};
use crate::review::{Review, Status, Visibility};
use base::clock::Clock;
use base::diagnostics::{Code, Diagnostic, Warned};
use site::config::Config;
use site::source::Sources;

/// What a site shows, and how strictly links are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Show {
    /// Show drafts.
    pub drafts: bool,
    /// Report broken links as warnings.
    pub allow_broken_links: bool,
}

/// Orders the reviews, derives what needs all of them, and checks what one refers to another by.
pub fn assemble(reviews: Vec<Review>, config: Config, clock: Clock, sources: &Sources, show: Show) -> Warned<Library> {
    let mut problems = check::ids(&reviews);
    if reviews.is_empty() && sources.reviews.is_empty() {
        let problem = Diagnostic::new(Code::NoReviews, "this library holds no review yet");
        let hint = "start one with `debrief new \"What happened\"`";
        problems.push(if config.ignored.is_empty() {
            problem.hint(hint)
        } else {
            problem.hint(format!("{hint}, or look whether `ignore:` in debrief.yaml leaves out more than is meant"))
        });
    }
    let mut hidden = BTreeMap::new();
    let zone = config.zone();
    let (mut restricted, mut restricted_on, mut drafts_left_out) = (0, Vec::new(), 0);
    let mut shown = Vec::with_capacity(reviews.len());
    let mut later = BTreeSet::new();
    for mut review in reviews {
        let published = published_on(&review, &sources.history, &zone);
        // A day that was asked for has what the library had then. On the machine's own day its clock may be behind that of git, and an
        // entry of the timeline that is still to come does not keep the review off the site.
        let is_later = published.is_some_and(|out| {
            let is_sure = clock.was_given() || out.dated != Dated::Ended;
            is_sure && out.on > clock.today || clock.was_given() && out.known > clock.today
        });
        if !config.foreign {
            problems.extend(odd::published(&review, clock));
        }
        if review.visibility == Visibility::Restricted {
            restricted += usize::from(!is_later);
            restricted_on.extend(published.filter(|_| !is_later).map(|out| out.on));
            hidden.insert(review.source, Hidden { id: review.id, why: "restricted" });
        } else if review.status == Status::Draft && !show.drafts {
            drafts_left_out += 1;
            hidden.insert(review.source, Hidden { id: review.id, why: "a draft" });
        } else if is_later && !show.drafts {
            later.insert(review.id.clone());
            hidden.insert(review.source, Hidden { id: review.id, why: LATER });
        } else {
            problems.extend(odd::to_come(&review, clock));
            problems.extend(odd_days::rehearsed(&review, clock));
            problems.extend(odd_days::closed(&review, clock));
            rewind::rewind(&mut review, clock, &zone);
            shown.push((review, published));
        }
    }
    if !later.is_empty() {
        for (review, _) in &mut shown {
            rewind::forget(review, &later);
        }
    }
    let (documents, mut shown): (Vec<_>, Vec<_>) = shown.into_iter().partition(|(review, _)| review.is_document);
    let documents: Vec<_> = documents.into_iter().map(|(document, _)| document).collect();
    sort(&mut shown);
    let (shown, published): (Vec<_>, Vec<_>) = shown.into_iter().unzip();
    let all = || shown.iter().chain(&documents).enumerate();
    let by = |key: fn(&Review) -> &String| all().map(|(i, r)| (key(r).clone(), i)).collect();
    let mut library = Library {
        by_id: by(|r| &r.id),
        by_source: by(|r| &r.source),
        indexes: index::indexes(&shown, &config),
        published,
        reviews: shown,
        documents,
        config,
        clock,
        restricted,
        restricted_on,
        drafts_left_out,
        hidden,
        chains: Vec::new(),
        backlinks: Vec::new(),
        files: sources.files.clone(),
        attachments: BTreeMap::new(),
    };
    check::expansion(&library, &mut problems);
    odd::ask(&library.reviews, &mut problems);
    check::references(&library, &mut problems);
    check::links(&mut library, show.allow_broken_links, &mut problems);
    attachments::check(&library, sources, &mut problems);
    library.chains = chain::chains(&library);
    Warned::new(library, problems)
}

/// Newest first, reviews without a date last. Ties are broken by time of day, then by id, so that the order is total.
fn sort(reviews: &mut [(Review, Option<Published>)]) {
    reviews.sort_by(|(a, _), (b, _)| {
        let newest = |r: &Review| (Reverse(r.date), Reverse(r.moments.started.or(r.moments.detected)));
        let undated = |r: &Review| r.date.is_none();
        undated(a).cmp(&undated(b)).then_with(|| newest(a).cmp(&newest(b))).then_with(|| a.id.cmp(&b.id))
    });
}
