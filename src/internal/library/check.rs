//! Checks that need the whole library: duplicate ids, broken references and links.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::links::{Broken, Target, named, resolve};
use super::place::place;
use super::reference::Reference;
use super::{Library, left_out};
use crate::review::Review;
use base::diagnostics::{Code, Diagnostic, Level, Place};
use markdown::LinkKind;

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
    let ids: BTreeSet<_> = library.reviews.iter().map(|review| review.id.as_str()).collect();
    for review in &library.reviews {
        let before = problems.len();
        let chosen = review.related.iter().map(|id| ("related", id));
        for (key, id) in chosen.chain(review.recurrence_of.iter().map(|id| ("recurrence_of", id))) {
            let slug = named(id);
            let found = problems.len() - before;
            let place = || place(review, found, || review.place_of_text(key, id));
            if slug == review.id {
                let message = format!("`{key}` names the review itself");
                problems.push(Diagnostic::new(Code::UnknownReview, message).at(place()));
            } else if library.by_id(&slug).is_none() && library.hidden_id(&slug).is_none() {
                let message = format!("`{key}` names `{id}`, and no review has this id");
                let problem = Diagnostic::new(Code::UnknownReview, message).at(place());
                let near = base::text::nearest(&slug, ids.iter().copied());
                problems.push(match near {
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
    let of_review = |(i, review): (usize, &Review)| {
        let mut found = Found::default();
        for link in &review.outline.links {
            let start = review.body_start + link.span.start;
            let span = start..review.body_start + link.span.end;
            let here = || Reference::Body(span.clone());
            let problem = found.take(i, resolve(shared, i, &link.target, link.kind), here);
            let count = found.problems.len();
            found.problems.extend(problem.map(|broken| {
                let place = place(review, count, || Place::new(&review.source, &review.text, span));
                report(broken, &link.target, link.kind, allow_broken).at(place)
            }));
        }
        left_out::body(review, &shared.config.schemes, &mut found.problems);
        for (key, text) in review.texts().filter(|(_, text)| text.contains(['[', '<', ':'])) {
            let outline = markdown::outline(text);
            left_out::field(review, (key, text), &outline, &shared.config.schemes, &mut found.problems);
            for link in &outline.links {
                let here = || Reference::Field(key, text.to_owned());
                let problem = found.take(i, resolve(shared, i, &link.target, link.kind), here);
                let count = found.problems.len();
                found.problems.extend(problem.map(|broken| {
                    let place = place(review, count, || review.place_of_text(key, text));
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
    /// Records where a link of the review at `from` leads; returns it if it is broken.
    fn take(&mut self, from: usize, target: Target, here: impl FnOnce() -> Reference) -> Option<Broken> {
        match target {
            Target::Review { review, .. } if review != from => {
                self.reviews.insert(review);
            }
            Target::File(path) => {
                self.files.entry(path).or_insert_with(here);
            }
            // When a past day is built again, links added since are not reported.
            Target::Broken(broken) if broken.is_later() => {}
            Target::Broken(broken) => return Some(broken),
            _ => {}
        }
        None
    }
}

fn report(broken: Broken, target: &str, kind: LinkKind, allow: bool) -> Diagnostic {
    let (code, message) = match (&broken.why, kind) {
        (Some(why), _) => (Code::BrokenLink, format!("`{target}` leads to a review that is {why}")),
        (None, _) if broken.anchor => {
            (Code::BrokenAnchor, format!("`{target}` leads to a heading that does not exist"))
        }
        (None, LinkKind::Image) => (Code::BrokenImage, format!("there is no image `{target}`")),
        (None, LinkKind::Review) => (Code::BrokenLink, format!("no review has the id `{target}`")),
        (None, _) => (Code::BrokenLink, format!("`{target}` leads nowhere")),
    };
    let mut diagnostic = Diagnostic::new(code, message);
    // A draft will have its page later; until then the text is shown without a link.
    if allow || broken.why == Some("a draft") {
        diagnostic = diagnostic.with_level(Level::Warning);
    }
    match (broken.nearest, broken.why) {
        (Some(near), _) => diagnostic.hint(format!("did you mean `{near}`?")),
        (None, Some("a draft")) => diagnostic.hint("its text stands there without a link until the draft is finished"),
        (None, Some(_)) => diagnostic.hint("leave the link out: a restricted review is on no page"),
        (None, None) if kind == LinkKind::Review => diagnostic.hint(WHAT_AN_ID_IS),
        (None, None) if broken.anchor => {
            diagnostic.hint("an anchor is the heading in small letters, with hyphens: `#what-happened`")
        }
        (None, None) if target.starts_with("www.") => diagnostic.hint(format!("write `https://{target}`")),
        (None, None) if broken.outside => diagnostic.hint("a link may not leave the library's folder"),
        (None, None) => diagnostic.hint("paths count from the file that they stand in; upper and lower case matter"),
    }
}
