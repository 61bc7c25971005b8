//! The file name extensions of reviews.
//!
//! In: a path. Out: whether the file is read as a review, and its path without the extension. Template files
//! (`.md.erb`, `.mdx`) are read as plain Markdown.

const MARKDOWN: [&str; 3] = [".md", ".markdown", ".mdx"];

/// Whether a file is read as a review.
#[must_use]
pub fn is_review(path: &str) -> bool {
    without_ending(path).len() < path.len()
}

/// The path without `.md`, `.markdown`, `.mdx`, `.html.md` or `.md.erb`; unchanged for other extensions.
#[must_use]
pub fn without_ending(path: &str) -> &str {
    let bare = without(path, ".erb").unwrap_or(path);
    match MARKDOWN.iter().find_map(|ending| without(bare, ending)) {
        Some(stem) => without(stem, ".html").unwrap_or(stem),
        None => path,
    }
}

fn without<'p>(path: &'p str, ending: &str) -> Option<&'p str> {
    let at = path.len().checked_sub(ending.len())?;
    path.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(ending)).then(|| &path[..at])
}

#[cfg(test)]
mod tests {
    use super::{is_review, without_ending};

    #[test]
    fn a_review_is_markdown_whoever_fills_it_in() {
        for path in
            ["x/a.md", "x/a.MD", "x/a.markdown", "x/a.html.md", "x/a.md.erb", "x/a.html.markdown.erb", "x/a.mdx"]
        {
            assert!(is_review(path) && without_ending(path) == "x/a", "{path}");
        }
        for path in ["a.html", "a.erb", "a.html.erb", "a.mdown", "md", "a.rmd2"] {
            assert!(!is_review(path), "{path}");
            assert_eq!(without_ending(path), path);
        }
        assert_eq!(without_ending("v1.2-outage.md"), "v1.2-outage");
    }
}
