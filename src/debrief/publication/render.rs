//! Renders all files of the public site.

use std::collections::BTreeMap;

use crate::render::render_all;
use base::diagnostics::Diagnostic;
use internal::Reviews;
use public::Site;
use site::output::OutPath;

/// The files of a site, by path.
pub type Files = BTreeMap<OutPath, Vec<u8>>;

/// The function that renders the files of a site: [`render`], or in a test one that leaks something from the reviews on purpose.
pub type Press<'p> = dyn Fn(&Site, &Reviews) -> Result<Files, Vec<Diagnostic>> + 'p;

/// Every file of a site.
///
/// # Errors
/// If a template fails.
pub fn render(site: &Site) -> Result<Files, Vec<Diagnostic>> {
    let rendered = render_all(site, &site.paths(), |path, bytes| Some((path.clone(), bytes)))?;
    Ok(rendered.into_iter().collect())
}
