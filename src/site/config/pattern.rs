//! Patterns of paths: `payments/**`, `drafts/*.md`, `old`.
//!
//! In: a pattern relative to the library. Out: whether it matches a file. `*` matches anything but `/`, `?` one such
//! character, `**` any number of folders; a pattern that matches a folder matches everything in it. Refuses empty and
//! absolute patterns and those that leave the library.

use glob::MatchOptions;

use base::diagnostics::Place;

const OPTIONS: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: false };

/// A pattern of paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    glob: glob::Pattern,
    /// As the settings have it.
    pub(super) text: String,
    /// Where they have it.
    pub(super) place: Place,
}

impl Pattern {
    /// Parses a pattern; `None` if it is invalid.
    #[must_use]
    pub fn new(written: &str, place: Place) -> Option<Self> {
        let text = written.trim().trim_start_matches("./").trim_end_matches('/');
        let is_wrong = |part: &str| part.is_empty() || matches!(part, "." | "..");
        if text.split('/').any(is_wrong) {
            return None;
        }
        let glob = glob::Pattern::new(text).ok()?;
        Some(Self { glob, text: written.to_owned(), place })
    }

    /// Whether it matches the file at a path, or a folder above it.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
        ends.filter_map(|end| path.get(..end)).any(|part| self.glob.matches_with(part, OPTIONS))
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use base::diagnostics::Place;

    fn pattern(text: &str) -> Option<Pattern> {
        Pattern::new(text, Place::file("debrief.yaml"))
    }

    #[test]
    fn patterns_hold_files_and_folders() {
        let holds = |text: &str, path: &str| pattern(text).unwrap().holds(path);
        for (pattern, path) in [
            ("payments/**", "payments/a.md"),
            ("payments/**", "payments/2026/a.md"),
            ("payments", "payments/2026/a.md"),
            ("payments/", "payments/a.md"),
            ("**/old/*", "x/y/old/a.md"),
            ("**/old/*", "old/a.md"),
            ("*.md", "a.md"),
            ("**/*.md", "x/a.md"),
            ("2026-??-*", "2026-03-outage.md"),
            ("**", "a.md"),
        ] {
            assert!(holds(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("payments/**", "payments.md"),
            ("*.md", "x/a.md"),
            ("pay", "payments/a.md"),
            ("a/*/c.md", "a/c.md"),
            ("?", "ab"),
        ] {
            assert!(!holds(pattern, path), "{pattern} {path}");
        }
        let long = "a".repeat(2_000);
        assert!(!holds(&"*a".repeat(40), &format!("{long}b")));
    }

    #[test]
    fn patterns_stay_in_the_library() {
        for text in ["", "/etc", "../x", "a//b", "a/../b", "."] {
            assert_eq!(pattern(text), None, "{text}");
        }
    }
}
