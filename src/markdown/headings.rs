//! Headings of the page: which level each gets, and how it is written.

use super::write;

/// Gives each heading the level of its place in the tree, so that no level is skipped.
///
/// An author's levels give the nesting, not the depth: a document with the headings `##` and `####` has two levels,
/// which become `h2` and `h3`.
#[derive(Debug)]
pub(super) struct Levels {
    base: u8,
    open: Vec<u8>,
}

impl Levels {
    /// Levels that begin with `base`, which is clamped to 1 to 6.
    pub(super) fn new(base: u8) -> Self {
        Self { base: base.clamp(1, 6), open: Vec::new() }
    }

    /// The level on the page for the next heading, which its author gave `level`.
    pub(super) fn next(&mut self, level: u8) -> u8 {
        while self.open.last().is_some_and(|last| *last >= level) {
            self.open.pop();
        }
        let depth = u8::try_from(self.open.len()).unwrap_or(6);
        self.open.push(level);
        self.base.saturating_add(depth).min(6)
    }
}

/// The opening tag of a heading.
pub(super) fn open(level: u8, id: Option<&str>) -> String {
    let mut out = format!("\n<h{level}");
    if let Some(id) = id {
        write::attr(&mut out, "id", id);
    }
    out.push('>');
    out
}

/// The end of a heading, with the link to itself. The theme draws the link's symbol, so that it is not part of the
/// text.
pub(super) fn close(level: u8, id: Option<&str>) -> String {
    let mut out = String::new();
    if let Some(id) = id {
        out.push_str(" <a class=\"anchor\"");
        write::address(&mut out, "href", &format!("#{id}"));
        out.push_str(" aria-label=\"Link to this section\"></a>");
    }
    out + &format!("</h{level}>\n")
}

#[cfg(test)]
mod tests {
    use super::{Levels, close, open};

    fn levels(base: u8, written: &[u8]) -> Vec<u8> {
        let mut levels = Levels::new(base);
        written.iter().map(|l| levels.next(*l)).collect()
    }

    #[test]
    fn no_level_is_skipped() {
        assert_eq!(levels(2, &[1, 2, 3, 1]), [2, 3, 4, 2]);
        assert_eq!(levels(2, &[2, 4, 3, 4, 2]), [2, 3, 3, 4, 2]);
        assert_eq!(levels(2, &[3, 1, 6]), [2, 2, 3]);
        assert_eq!(levels(5, &[1, 2, 3]), [5, 6, 6]);
    }

    #[test]
    fn a_heading_links_to_itself() {
        let html = open(2, Some("a")) + "A" + &close(2, Some("a"));
        let link = "<a class=\"anchor\" href=\"#a\" aria-label=\"Link to this section\"></a>";
        assert_eq!(html, format!("\n<h2 id=\"a\">A {link}</h2>\n"));
    }

    #[test]
    fn a_heading_without_letters_has_no_id() {
        assert_eq!(open(3, None) + "?" + &close(3, None), "\n<h3>?</h3>\n");
    }
}
