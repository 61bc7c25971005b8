//! Paths of files: as people see them, as the system sees them, and those of new reviews.

use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;

use base::text::slug;

/// A path with `/` on every system.
pub(crate) fn slashed(path: &Path) -> String {
    let path = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { path.into_owned() } else { path.replace(std::path::MAIN_SEPARATOR, "/") }
}

/// A path without a leading `./` and a final `/`; `.` for an empty path.
pub(crate) fn tidy(path: &Path) -> PathBuf {
    let parts: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if parts.as_os_str().is_empty() { PathBuf::from(".") } else { parts }
}

/// The absolute path with links resolved, as far as it exists.
pub(crate) fn resolved(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let found = whole.ancestors().find_map(|above| Some((above.canonicalize().ok()?, whole.strip_prefix(above).ok()?)));
    // Joining nothing would add a `/`.
    let join = |(real, rest): (PathBuf, &Path)| if rest.as_os_str().is_empty() { real } else { real.join(rest) };
    found.map_or_else(|| whole.clone(), join)
}

/// The name of the file of a review, by its title; empty if the title holds no letter or digit.
pub(crate) fn stem_of(title: &str) -> String {
    const LONGEST: usize = 80;
    let stem: String = slug(title).chars().take(LONGEST).collect();
    stem.trim_end_matches('-').to_owned()
}

/// Where a new review stands in its library: `2026/2026-03-02-stale-fares.md`.
pub(crate) fn of_day(day: Date, stem: &str) -> String {
    format!("{}/{day}-{stem}.md", day.year())
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{resolved, stem_of, tidy};

    #[test]
    fn paths_are_shown_as_short_as_they_can_be() {
        for (typed, tidied) in [("./a/b/", "a/b"), (".", "."), ("./", "."), ("../a", "../a"), ("/x/y/", "/x/y")] {
            assert_eq!(tidy(Path::new(typed)), PathBuf::from(tidied), "{typed}");
        }
    }

    #[test]
    fn what_does_not_exist_is_resolved_as_far_as_it_does() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().canonicalize().unwrap();
        assert_eq!(resolved(folder.path()).as_os_str(), real.as_os_str());
        assert_eq!(resolved(&folder.path().join("a/b")), real.join("a/b"));
    }

    #[test]
    fn a_file_is_named_by_its_title() {
        assert_eq!(stem_of("Stale fares!"), "stale-fares");
        assert_eq!(stem_of("..."), "");
        assert_eq!(stem_of(&"a ".repeat(99)), "a-".repeat(39) + "a");
    }
}
