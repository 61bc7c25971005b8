//! The paths of messages: those of a library's files as they can be opened from the working folder, or from the root of the repository.

use std::path::Path;

use super::{Library, whole};
use crate::paths::{resolved, slashed};
use base::diagnostics::{Diagnostic, Place};
use clearance::Finding;
use site::history::repository_above;
use site::source::CONFIG_FILE;

impl Library {
    /// The path of a file of the library, relative to the working folder.
    pub(in crate::commands) fn named_here(&self, file: &str) -> String {
        if self.root == Path::new(".") || self.whole.join(file).symlink_metadata().is_err() {
            return file.to_owned();
        }
        if let Some(below) = file.strip_prefix(&self.inside).filter(|_| !self.inside.is_empty()) {
            return below.to_owned();
        }
        format!("{}/{file}", slashed(&self.root))
    }

    /// Makes the paths of diagnostics relative to the working folder, so that they can be opened from there.
    pub(in crate::commands) fn show_from_here(&self, problems: &mut [Diagnostic]) {
        for place in problems.iter_mut().filter_map(|problem| problem.place.as_mut()) {
            place.path = self.named_here(&place.path);
        }
    }

    /// The same for findings.
    pub(in crate::commands) fn findings_from_here(&self, findings: &mut [Finding]) {
        for finding in findings {
            finding.at.path = self.named_here(&finding.at.path);
            if let Some(known) = &mut finding.known_from {
                known.path = self.named_here(&known.path);
            }
        }
    }

    /// Gives diagnostics of the library as a whole the place of its settings, if it has any, for readers that require a place.
    pub(in crate::commands) fn place_all(&self, problems: &mut [Diagnostic]) {
        if self.whole.join(CONFIG_FILE).is_file() {
            for problem in problems.iter_mut().filter(|problem| problem.place.is_none()) {
                problem.place = Some(Place::file(&self.named_here(CONFIG_FILE)));
            }
        }
    }
}

/// Makes paths that are relative to the working folder relative to the root of the repository, where GitHub looks for them.
pub(in crate::commands) fn show_from_repository(problems: &mut [Diagnostic]) {
    let Ok(here) = whole(Path::new(".")) else { return };
    let Some(root) = repository_above(&here) else { return };
    for place in problems.iter_mut().filter_map(|problem| problem.place.as_mut()) {
        let path = resolved(Path::new(&place.path));
        if let Ok(below) = path.strip_prefix(&root) {
            place.path = slashed(below);
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes files")]
mod tests {
    use std::path::PathBuf;

    use super::Library;

    #[test]
    fn files_are_named_from_the_working_folder_only_where_they_exist() {
        let folder = tempfile::tempdir().unwrap();
        let library =
            Library { root: PathBuf::from("../mine"), whole: folder.path().to_path_buf(), inside: String::new() };
        assert_eq!(library.named_here("themes/default/x.html"), "themes/default/x.html");
        std::fs::write(folder.path().join("a.md"), "x").unwrap();
        assert_eq!(library.named_here("a.md"), "../mine/a.md");
        let library = Library { root: PathBuf::from("/srv/mine"), ..library };
        assert_eq!(library.named_here("a.md"), "/srv/mine/a.md");
        std::fs::create_dir(folder.path().join("2026")).unwrap();
        std::fs::write(folder.path().join("2026/b.md"), "x").unwrap();
        let library = Library { root: PathBuf::from(".."), inside: "2026/".to_owned(), ..library };
        assert_eq!(
            (library.named_here("2026/b.md"), library.named_here("a.md")),
            ("b.md".to_owned(), "../a.md".to_owned())
        );
    }
}
