//! Renders all files of the public site.

use std::collections::BTreeMap;

use rayon::prelude::*;

use base::diagnostics::{Code, Diagnostic, sort};
use internal::Reviews;
use public::{Failure, Site};
use site::output::OutPath;

/// The files of a site, by path.
pub type Files = BTreeMap<OutPath, Vec<u8>>;

/// The function that renders the files of a site: [`render`], or in a test one that leaks something from the reviews on purpose.
pub type Press<'p> = dyn Fn(&Site, &Reviews) -> Result<Files, Vec<Diagnostic>> + 'p;

/// Why a page of the plan could not be rendered.
pub(crate) fn unrendered(path: &OutPath, failure: Failure) -> Diagnostic {
    match failure {
        Failure::Problem(problem) => *problem,
        Failure::Missing => Diagnostic::new(Code::Template, format!("`{path}` was planned and cannot be made")),
    }
}

/// Every file of a site; a template's mistake, which fails on every page, is reported once.
///
/// # Errors
/// If a template fails.
pub fn render(site: &Site) -> Result<Files, Vec<Diagnostic>> {
    let paths = site.paths();
    let rendered: Vec<_> = paths.into_par_iter().map(|path| (site.render(&path), path)).collect();
    let (mut files, mut problems) = (BTreeMap::new(), Vec::new());
    for (result, path) in rendered {
        match result {
            Ok(bytes) => {
                files.insert(path, bytes);
            }
            Err(failure) => problems.push(unrendered(&path, failure)),
        }
    }
    sort(&mut problems);
    problems.dedup();
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}
