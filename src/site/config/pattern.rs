//! Patterns of paths: `payments/**`, `drafts/*.md`, `old`.
//!
//! In: a pattern relative to the library. Out: whether it holds a file. `*` is anything but `/`, `?` one sign of it, `**` any number of folders; a
//! pattern that names a folder holds all that lies in it. Refuses what is empty, begins at the disk's root or leads out of the library.

/// A pattern of paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(Vec<String>);

impl Pattern {
    /// The pattern that a text is, if it is one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches("./");
        let parts: Vec<_> = text.trim_end_matches('/').split('/').map(str::to_owned).collect();
        let is_wrong = |part: &String| part.is_empty() || matches!(part.as_str(), "." | "..");
        (!parts.iter().any(is_wrong)).then_some(Self(parts))
    }

    /// Whether it holds the file at a path, or a folder above it.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        let path: Vec<_> = path.split('/').collect();
        matches(&self.0, &path)
    }
}

fn matches(pattern: &[String], path: &[&str]) -> bool {
    let Some((first, rest)) = pattern.split_first() else { return true };
    if first == "**" {
        // Behind the last `**` something has to lie.
        let skipped = usize::from(rest.is_empty());
        return (skipped..=path.len()).any(|skip| (!rest.is_empty() || skip > 0) && matches(rest, &path[skip..]));
    }
    path.split_first().is_some_and(|(name, below)| is_like(first, name) && matches(rest, below))
}

/// Whether a name is like a part of a pattern; in time of their product.
fn is_like(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        if pattern.get(p) == Some(&'*') {
            star = Some((p, n));
            p += 1;
        } else if pattern.get(p).is_some_and(|c| *c == '?' || *c == name[n]) {
            (p, n) = (p + 1, n + 1);
        } else if let Some((at, from)) = star {
            star = Some((at, from + 1));
            (p, n) = (at + 1, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn patterns_hold_files_and_folders() {
        let holds = |pattern: &str, path: &str| Pattern::new(pattern).unwrap().holds(path);
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
            assert_eq!(Pattern::new(text), None, "{text}");
        }
    }
}
