//! Public addresses that were approved once and no longer exist.
//!
//! In: the reviews, and the files in `.debrief/approved/`. Out: a warning for each such address, with the line that redirects
//! it.

use std::collections::BTreeSet;

use super::approval::kept;
use super::asks;
use crate::Reviews;
use base::diagnostics::{Code, Diagnostic, Place};
use base::links::file_at;
use public::facts;
use site::source::{Sources, names_in, read_file};

/// A warning for every slug with an approved text that is no longer the slug or an alias of a postmortem.
#[must_use]
pub fn lost(reviews: &Reviews, sources: &Sources) -> Vec<Diagnostic> {
    let publics =
        || reviews.0.iter().filter(|review| asks(review)).filter_map(|review| Some((review, review.public.as_ref()?)));
    let slugs = publics().filter_map(|(_, public)| public.slug.clone());
    let aliases = publics().flat_map(|(_, public)| &public.aliases).filter_map(|alias| {
        let file = file_at(alias, "postmortems").ok()?;
        Some(file.strip_prefix("postmortems/")?.strip_suffix("/index.html")?.to_owned())
    });
    let known: BTreeSet<String> = slugs.chain(aliases).collect();
    let mut problems = Vec::new();
    for name in names_in(&sources.root, ".debrief/approved") {
        let Some(slug) = name.strip_suffix(".txt").filter(|slug| !known.contains(*slug)) else { continue };
        let message = format!("the public address `postmortems/{slug}/` was approved once and leads nowhere");
        let problem = Diagnostic::new(Code::LostAddress, message);
        let title = read_file(&sources.root, &kept(slug)).ok().and_then(|file| {
            facts(&file.text)
                .into_iter()
                .find(|(name, _)| name == "title")
                .map(|(_, title)| title.trim_end().to_owned())
        });
        let now = publics().find(|(_, public)| title.is_some() && public.title == title);
        let own = reviews
            .0
            .iter()
            .find(|review| review.public.as_ref().is_some_and(|public| public.slug.as_deref() == Some(slug)));
        problems.push(match (now, own) {
            (Some((review, _)), _) => problem
                .at(review.place_in(&["public", "slug"]))
                .hint(format!("if this is the same postmortem, write `aliases: [{slug}]` under `public:`")),
            (None, Some(review)) => problem
                .at(review.place_in(&["public", "slug"]))
                .hint("write `withdrawn:` with the reason under `public:`, so that readers learn what became of it"),
            (None, None) => problem.at(Place::file(&kept(slug))).hint(format!(
                "write `aliases: [{slug}]` under `public:` of the review that took its place; if it was never published, delete this file"
            )),
        });
    }
    problems
}
