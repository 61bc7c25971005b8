//! Old addresses: pages that redirect to a review's current address.
//!
//! In: `aliases:` of the reviews, and earlier names of their files from git. Out: a redirect page for each. Refuses an address
//! that another page has, that two reviews claim, or that no site can have. What only git says is dropped if it is ambiguous.

use std::collections::{BTreeMap, BTreeSet};

use super::super::route::Route;
use super::Plan;
use crate::library::Library;
use crate::review::{Review, default_id};
use base::diagnostics::{Code, Diagnostic};
use base::links::{file_at, shown};
use site::history::History;
use site::output::OutPath;
use site::source::is_read;

/// Folders in which the program names the files, which may change with every build.
const OWN: [&str; 3] = ["assets", "search", "files"];

/// A redirect that an author asked for.
struct Claim<'l> {
    text: &'l Review,
    place: usize,
    alias: &'l str,
}

impl Claim<'_> {
    fn refused(&self, message: &str, hint: &str) -> Box<Diagnostic> {
        let place = self.text.place_of_text("aliases", self.alias);
        Box::new(Diagnostic::new(Code::OldAddress, message).at(place).hint(hint))
    }
}

impl Plan<'_> {
    /// Adds the redirect pages, once every other page has its address.
    pub(super) fn moved(&mut self, library: &Library, history: &History) {
        let texts = || library.reviews.iter().chain(&library.documents).enumerate();
        let claims =
            texts().flat_map(|(place, text)| text.aliases.iter().map(move |alias| Claim { text, place, alias }));
        let claims: Vec<_> = claims.collect();
        // Only libraries with old addresses need the folders.
        let folders = if claims.is_empty() { BTreeMap::new() } else { self.folders() };
        let mut claimed: BTreeMap<String, usize> = BTreeMap::new();
        for claim in &claims {
            match self.claim(claim, library, &folders, &mut claimed) {
                Ok(None) => {}
                Ok(Some(path)) => {
                    self.routes.insert(path, Route::Moved(claim.place));
                }
                Err(problem) => self.problems.push(*problem),
            }
        }
        let known = texts().flat_map(|(place, text)| {
            history.names_before(&text.source).iter().map(move |before| (place, text, before.as_str()))
        });
        self.renamed(known, &claimed);
        if !library.config.foreign {
            self.lost(library, history);
        }
    }

    /// Every folder of the site, by its form for case-insensitive file systems.
    fn folders(&self) -> BTreeMap<String, String> {
        let of = |path: &OutPath| -> Vec<_> {
            let key = path.clash_key();
            parents(&key).map(str::to_owned).zip(parents(path.as_str()).map(str::to_owned)).collect()
        };
        self.routes.keys().flat_map(of).collect()
    }

    fn claim(
        &self,
        claim: &Claim<'_>,
        library: &Library,
        folders: &BTreeMap<String, String>,
        claimed: &mut BTreeMap<String, usize>,
    ) -> Result<Option<OutPath>, Box<Diagnostic>> {
        let alias = claim.alias;
        let file = file_at(alias, home(claim.text)).map_err(|why| {
            let hint = "write the path that it had on this site, such as `/old/name/`, or an earlier id";
            claim.refused(&format!("the address `{alias}` {}", why.message()), hint)
        })?;
        let path = OutPath::new(&file).map_err(|why| {
            let hint = "write it without what no disk can hold, or leave it out";
            claim.refused(&format!("the address `{alias}` cannot be a file of the site: {why}"), hint)
        })?;
        let key = path.clash_key();
        let top = key.split('/').next().unwrap_or_default();
        if key.contains('/') && OWN.contains(&top) {
            let message = format!("the address `{alias}` lies in `{top}/`, whose files the program names");
            return Err(claim.refused(&message, "leave it out of `aliases`"));
        }
        if let Some(owner) = self.taken.get(&key) {
            let itself = *owner == Some(claim.text.source.as_str());
            if itself && library.config.foreign {
                return Ok(None);
            }
            let (whose, hint) = match owner {
                _ if itself => ("of this review itself", "leave it out of `aliases`: it needs no redirect"),
                Some(other) => return Err(taken(claim, &format!("of {other}"))),
                None => ("of a page of the site", "leave it out of `aliases`: the page that stands there stays"),
            };
            return Err(claim.refused(&format!("`{}` is the address {whose} already", shown(&file)), hint));
        }
        let is_file = |folder: &str| self.taken.contains_key(folder) || claimed.contains_key(folder);
        let below = format!("{key}/");
        let is_folder = folders.contains_key(&key) || is_any_below(claimed, &below);
        if is_folder || parents(&key).any(is_file) {
            let message = format!("`{alias}` would be a file and a folder of the site at once");
            return Err(claim.refused(&message, "leave it out of `aliases`"));
        }
        let other_case = parents(&key)
            .zip(parents(path.as_str()))
            .find_map(|(key, here)| Some((folders.get(key)?, here)).filter(|(there, _)| *there != here));
        if let Some((there, here)) = other_case {
            let message =
                format!("`{here}` and `{there}` are one folder where case does not count, and the site has the second");
            return Err(claim.refused(&message, "write the folder as the site does"));
        }
        match claimed.insert(key.clone(), claim.place) {
            None => Ok(Some(path)),
            Some(first) if first == claim.place => Ok(None),
            Some(first) => {
                claimed.insert(key, first);
                Err(taken(claim, &format!("that {} claims", library.text(first).source)))
            }
        }
    }

    /// Adds redirects from earlier names of files. A name that two reviews had, or that another page has now, is skipped.
    fn renamed<'t>(
        &mut self,
        known: impl Iterator<Item = (usize, &'t Review, &'t str)>,
        claimed: &BTreeMap<String, usize>,
    ) {
        let mut found: BTreeMap<OutPath, BTreeSet<usize>> = BTreeMap::new();
        for (place, text, before) in known {
            let id = if is_read(before) { default_id(before) } else { String::new() };
            let path = OutPath::new(&format!("{}/{id}/index.html", home(text)));
            if let Some(path) = path.ok().filter(|_| !id.is_empty()) {
                found.entry(path).or_default().insert(place);
            }
        }
        for (path, places) in found {
            let key = path.clash_key();
            let is_free = !self.taken.contains_key(&key) && !claimed.contains_key(&key);
            if let (Some(place), 1, true) = (places.first(), places.len(), is_free) {
                self.routes.insert(path, Route::Moved(*place));
            }
        }
    }
}

fn taken(claim: &Claim<'_>, whose: &str) -> Box<Diagnostic> {
    let hint = "an address leads to one review: take it out of one of the two";
    claim.refused(&format!("`{}` is an address {whose} already", claim.alias), hint)
}

/// The folder of an alias that is only a name.
fn home(text: &Review) -> &'static str {
    if text.is_document { "pages" } else { "reviews" }
}

/// Whether an address that is claimed begins with `below`.
fn is_any_below(claimed: &BTreeMap<String, usize>, below: &str) -> bool {
    claimed.range(below.to_owned()..).next().is_some_and(|(key, _)| key.starts_with(below))
}

/// The folders of a path: `a`, `a/b` for `a/b/c`.
fn parents(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}
