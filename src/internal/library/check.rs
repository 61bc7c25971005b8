//! Checks that need the whole library: duplicate ids, broken references and links.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::links::{Broken, Target, named, nearest_id, resolve};
use super::place::Places;
use super::reference::Reference;
use super::{Library, alert_slips, removed_markup, text_slips};
use crate::review::Review;
use base::diagnostics::{Code, Diagnostic, Level, Place};
use base::links::is_mailbox;
use markdown::LinkKind;
use site::source::is_review;

const WHAT_AN_ID_IS: &str = "an id is the file's name without `.md`, unless the review sets its own";

/// Two reviews with one id would be two pages with one address; restricted and draft reviews count too.
pub(super) fn ids(reviews: &[Review]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<&str, &Review> = BTreeMap::new();
    let mut problems = Vec::new();
    for review in reviews {
        if review.id.is_empty() {
            let problem = Diagnostic::new(Code::InvalidId, "the file's name holds no letter or digit to make an id of");
            problems.push(problem.at(Place::file(&review.source)).hint("rename the file, or give the review an `id:`"));
            continue;
        }
        if let Some(first) = seen.insert(&review.id, review) {
            let message = format!("the id `{}` is taken by {}", review.id, first.source);
            let problem = Diagnostic::new(Code::DuplicateId, message).at(review.place_of("id"));
            problems.push(problem.hint("give one of them an `id:` of its own; it is the address of its page for ever"));
            seen.insert(&first.id, first);
        }
    }
    problems
}

/// `search.expansion` must name reviews that exist. Terms for a draft are ignored until it is shown.
pub(super) fn expansion(library: &Library, problems: &mut Vec<Diagnostic>) {
    let is_known = |id: &str| library.by_id(id).is_some() || library.hidden_id(id).is_some();
    library.config.search.terms.check(is_known, problems);
}

/// `related:` and `recurrence_of:` must name reviews that exist. A reference to a draft is left out until the draft is shown.
pub(super) fn references(library: &Library, problems: &mut Vec<Diagnostic>) {
    for review in &library.reviews {
        let places = Places::of(review);
        let chosen = review.related.iter().map(|id| ("related", id));
        for (key, id) in chosen.chain(review.recurrence_of.iter().map(|id| ("recurrence_of", id))) {
            let slug = named(id);
            if slug == review.id {
                let message = format!("`{key}` names the review itself");
                let problem = Diagnostic::new(Code::UnknownReview, message).at(places.of_text(key, id));
                problems.push(problem.hint("take it out, or name the review that is meant by its id"));
            } else if library.by_id(&slug).is_none() && library.hidden_id(&slug).is_none() {
                let message = format!("`{key}` names `{id}`, and no review has this id");
                let problem = Diagnostic::new(Code::UnknownReview, message).at(places.of_text(key, id));
                problems.push(match nearest_id(library, &slug) {
                    Some(near) => problem.hint(format!("did you mean `{near}`?")),
                    None => problem.hint(WHAT_AN_ID_IS),
                });
            }
        }
    }
}

/// Resolves every link of every body: records which files are attached and who links to whom, and reports broken links.
pub(super) fn links(library: &mut Library, allow_broken: bool, problems: &mut Vec<Diagnostic>) {
    let shared: &Library = library;
    let of_review =
        |(i, review): (usize, &Review)| {
            let mut found = Found::default();
            let places = Places::of(review);
            for link in &review.outline.links {
                let span = review.body_start + link.span.start..review.body_start + link.span.end;
                let problem = found.take(i, resolve(shared, i, &link.target, link.kind), || Reference::Body(span));
                found.problems.extend(problem.map(|broken| {
                    report(broken, &link.target, link.kind, allow_broken).at(places.in_body(&link.span))
                }));
            }
            if !shared.config.foreign {
                text_slips::report(review, &places, &mut found.problems);
                alert_slips::report(review, &places, &mut found.problems);
            }
            removed_markup::body(review, &places, &shared.config.schemes, &mut found.problems);
            for (key, text) in review.texts().filter(|(_, text)| text.contains(['[', '<', ':'])) {
                let outline = markdown::outline(text);
                removed_markup::field(&places, (key, text), &outline, &shared.config.schemes, &mut found.problems);
                for link in &outline.links {
                    let here = || Reference::Field(key, text.to_owned());
                    let problem = found.take(i, resolve(shared, i, &link.target, link.kind), here);
                    found.problems.extend(problem.map(|broken| {
                        let place = places.of_text(key, text).narrowed(&text[link.span.clone()]);
                        report(broken, &link.target, link.kind, allow_broken).at(place)
                    }));
                }
            }
            found
        };
    let texts: Vec<_> = shared.reviews.iter().chain(&shared.documents).collect();
    let all: Vec<Found> = texts.into_par_iter().enumerate().map(of_review).collect();
    let count = shared.reviews.len();
    let mut backlinks = vec![Vec::new(); library.reviews.len()];
    for (from, found) in all.into_iter().enumerate() {
        for to in found.reviews.into_iter().filter(|to| from < count && *to < count) {
            backlinks[to].push(from);
        }
        for (file, reference) in found.files {
            library.attachments.entry(file).or_insert((from, reference));
        }
        problems.extend(found.problems);
    }
    library.backlinks = backlinks;
}

#[derive(Default)]
struct Found {
    reviews: BTreeSet<usize>,
    /// With the first place that refers to each.
    files: BTreeMap<String, Reference>,
    problems: Vec<Diagnostic>,
}

impl Found {
    /// Records where a link of the review at `from` leads; returns what is wrong with it, if anything.
    fn take(&mut self, from: usize, target: Target, here: impl FnOnce() -> Reference) -> Option<Broken> {
        match target {
            Target::Review { review, .. } if review != from => {
                self.reviews.insert(review);
            }
            Target::File(path) => {
                self.files.entry(path).or_insert_with(here);
            }
            // A build of a past day (`--as-of`) does not report links to reviews that were published later.
            Target::Broken(broken) if broken.is_later() => {}
            Target::Broken(broken) => return Some(broken),
            _ => {}
        }
        None
    }
}

/// Whether an address most likely lacks its `https://`: `www.example.com`, `example.com/a`.
fn begins_with_host(target: &str) -> bool {
    let (host, path) = target.split_once('/').unwrap_or((target, ""));
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let end = host.rsplit_once('.').map_or("", |(_, end)| end);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let is_number = host.parse::<std::net::Ipv4Addr>().is_ok();
    let is_end = is_number || end.len() >= 2 && end.chars().all(|c| c.is_ascii_alphabetic());
    // `notes.md`, `graph.v2.png` and `v1.old/notes.md` are files.
    let is_address = host.starts_with("www.") || target.ends_with('/') || !path.is_empty() && !is_review(path);
    is_end && is_address && host.chars().all(is_plain) && !host.starts_with('.')
}

/// What follows the scheme in `https//example.com` and `https;//example.com`.
fn without_colon(target: &str) -> Option<&str> {
    let (scheme, rest) = target.split_once("//")?;
    matches!(scheme.trim_end_matches([';', ',', '.']), "http" | "https").then_some(rest)
}

fn report(broken: Broken, target: &str, kind: LinkKind, allow: bool) -> Diagnostic {
    let (code, message) = match (&broken.why, kind) {
        (Some(why), _) => (Code::BrokenLink, format!("`{target}` leads to a review that is {why}")),
        (None, _) if broken.anchor => {
            (Code::BrokenAnchor, format!("`{target}` leads to a heading that does not exist"))
        }
        (None, LinkKind::Image) => (Code::BrokenImage, format!("there is no image `{target}`")),
        (None, LinkKind::Review) => (Code::BrokenLink, format!("no review has the id `{target}`")),
        (None, _) if broken.settings => {
            (Code::BrokenLink, format!("`{target}` leads nowhere: settings are not published"))
        }
        (None, _) => (Code::BrokenLink, format!("`{target}` leads nowhere")),
    };
    let mut diagnostic = Diagnostic::new(code, message);
    // A draft will have its page later; until then the text is shown without a link.
    if allow || broken.why == Some("a draft") {
        diagnostic = diagnostic.with_level(Level::Warning);
    }
    let rest = without_colon(target);
    match (broken.nearest, broken.why) {
        (Some(near), _) => diagnostic.hint(format!("did you mean `{near}`?")),
        (None, Some("a draft")) => diagnostic.hint("its text stands there without a link until the draft is finished"),
        (None, Some(_)) => diagnostic.hint("leave the link out: a restricted review is on no page"),
        (None, None) if broken.anchor => {
            diagnostic.hint("an anchor is the heading in small letters, with hyphens: `#what-happened`")
        }
        (None, None) if kind == LinkKind::Review => diagnostic.hint(WHAT_AN_ID_IS),
        (None, None) if is_mailbox(target) => diagnostic.hint(format!("write `mailto:{target}`")),
        (None, None) if rest.is_some() || begins_with_host(target) => {
            diagnostic.hint(format!("write `https://{}`", rest.unwrap_or(target)))
        }
        (None, None) if target.ends_with('/') => diagnostic.hint("folders have no page: name a file in it"),
        (None, None) if broken.settings => diagnostic.hint("name the file in a span of code, without a link"),
        (None, None) if broken.outside => diagnostic.hint("a link may not leave the library's folder"),
        (None, None) => diagnostic.hint("paths count from the file that they stand in; upper and lower case matter"),
    }
}
