//! Where bare addresses and `[[id]]` stay text: in links, in code, and in HTML elements for either.

/// How many links, blocks of code and such elements are open at the current place.
#[derive(Default)]
pub(super) struct Unlinked {
    /// Inside how many links and images.
    pub(super) links: usize,
    pub(super) code: bool,
    /// Inside how many of the author's own `<a>`, `<code>` and the like.
    pub(super) html: usize,
}

impl Unlinked {
    /// Takes an inline tag.
    pub(super) fn html(&mut self, html: &str) {
        let name = |rest: &str| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            ["a", "code", "pre", "kbd", "samp", "var"].iter().any(|n| rest[..end].eq_ignore_ascii_case(n))
        };
        if let Some(rest) = html.strip_prefix("</") {
            self.html = self.html.saturating_sub(usize::from(name(rest)));
        } else if let Some(rest) = html.strip_prefix('<') {
            self.html += usize::from(name(rest));
        }
    }
}
