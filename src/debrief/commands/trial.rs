//! Renders pages of a library whose templates are its own, as `check` does: an unknown name in a template is found in no other
//! way. Nothing is written.

use rayon::prelude::*;

use crate::publication::{self, Prepared, unrendered};
use base::diagnostics::{Diagnostic, sort};
use internal::Site;

/// Every mistake in templates of the internal edition. One that is on every page is reported once.
pub(super) fn internal(site: Option<&Site>) -> Vec<Diagnostic> {
    let Some(site) = site.filter(|site| site.has_own_templates()) else { return Vec::new() };
    site.prepare();
    let pages: Vec<_> = site.pages().collect();
    let failure = |path| site.render(path).err().map(|failure| unrendered(path, failure));
    let mut problems: Vec<_> = pages.into_par_iter().filter_map(failure).collect();
    sort(&mut problems);
    problems.dedup();
    problems
}

/// The same for the public edition.
pub(super) fn public(prepared: Option<&Prepared>) -> Vec<Diagnostic> {
    let site = prepared.and_then(|prepared| prepared.site.as_ref()).filter(|site| site.has_own_templates());
    site.and_then(|site| publication::render(site).err()).unwrap_or_default()
}
