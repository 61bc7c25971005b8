//! Renders files of a site of either edition.

use rayon::iter::Either;
use rayon::prelude::*;

use base::diagnostics::{Code, Diagnostic, sort};
use site::output::{Failure, OutPath, Site};

/// Renders these files in parallel; returns what `keep` makes of their bytes, in the order of the paths.
///
/// # Errors
/// If files cannot be rendered, planned ones that cannot be made among them. A mistake in a template, which is on every page,
/// is returned once.
pub fn render_all<S: Site, T: Send>(
    site: &S,
    paths: &[OutPath],
    keep: impl Fn(&OutPath, Vec<u8>) -> Option<T> + Sync,
) -> Result<Vec<T>, Vec<Diagnostic>> {
    let rendered = paths.par_iter().filter_map(|path| match site.render(path) {
        Ok(bytes) => keep(path, bytes).map(Either::Left),
        Err(failure) => Some(Either::Right(problem(path, failure))),
    });
    let (kept, mut problems): (Vec<_>, Vec<_>) = rendered.partition_map(|file| file);
    sort(&mut problems);
    problems.dedup();
    if problems.is_empty() { Ok(kept) } else { Err(problems) }
}

fn problem(path: &OutPath, failure: Failure) -> Diagnostic {
    match failure {
        Failure::Problem(problem) => *problem,
        Failure::Missing => Diagnostic::new(Code::Template, format!("`{path}` was planned and cannot be made")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site of which only `good` can be rendered.
    struct Broken;

    impl Site for Broken {
        fn render(&self, path: &OutPath) -> Result<Vec<u8>, Failure> {
            match path.as_str() {
                "good" => Ok(b"fine".to_vec()),
                "missing" => Err(Failure::Missing),
                _ => Err(Failure::Problem(Box::new(Diagnostic::new(Code::Template, "unknown name")))),
            }
        }

        fn has(&self, _: &OutPath) -> bool {
            true
        }
    }

    #[test]
    fn a_page_that_cannot_be_made_is_reported_and_a_mistake_on_every_page_once() {
        let render = |paths: &[&str]| {
            let paths: Vec<_> = paths.iter().map(|path| OutPath::new(path).unwrap()).collect();
            render_all(&Broken, &paths, |path, bytes| Some((path.to_string(), bytes)))
        };
        assert_eq!(render(&["good"]).unwrap(), [("good".to_owned(), b"fine".to_vec())]);
        let messages: Vec<_> = render(&["good", "bad", "missing", "worse"])
            .unwrap_err()
            .into_iter()
            .map(|problem| problem.message)
            .collect();
        assert_eq!(messages, ["`missing` was planned and cannot be made", "unknown name"]);
    }
}
