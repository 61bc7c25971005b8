//! Renders pages of a library whose templates are its own, as `check` does: an unknown name in a template is found in no other
//! way. Nothing is written.

use crate::publication::{Prepared, in_pages};
use crate::render::render_all;
use base::diagnostics::Diagnostic;
use clearance::Finding;
use internal::Site;

/// Every mistake in templates of the internal edition. One that is on every page is reported once.
pub(super) fn internal(site: Option<&Site>) -> Vec<Diagnostic> {
    let Some(site) = site.filter(|site| site.has_own_templates()) else { return Vec::new() };
    site.prepare();
    let pages: Vec<_> = site.pages().cloned().collect();
    render_all(site, &pages, |_, _| None::<()>).err().unwrap_or_default()
}

/// The same for the public edition, and findings in its pages, which are found in no other way where a template has the words.
pub(super) fn public(prepared: Option<&Prepared>, problems: &mut Vec<Diagnostic>) -> Vec<Finding> {
    let found = prepared.map_or(Ok(Vec::new()), in_pages);
    found.map_err(|mistakes| problems.extend(mistakes)).unwrap_or_default()
}
