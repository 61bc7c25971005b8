//! Links and pictures of an imported text, which was written for another tool.
//!
//! In: Markdown. Out: the same, with pictures as links to their addresses, and with links that would not work in a library
//! replaced by their text: pages of the other tool that are not imported, headings, files beside it.

use markdown::{LinkKind, outline};

/// The text without links that would not work.
pub(super) fn harmless(text: &str) -> String {
    led(text, |_| None)
}

/// The same, with links led to what `lead` says for their target.
pub(super) fn led(text: &str, lead: impl Fn(&str) -> Option<String>) -> String {
    let mut links = outline(text).links;
    links.sort_by_key(|link| (link.span.start, std::cmp::Reverse(link.span.end)));
    let (mut out, mut copied) = (String::with_capacity(text.len()), 0);
    for link in links {
        let is_whole = ["https://", "http://", "mailto:"].iter().any(|scheme| link.target.starts_with(scheme));
        let words = link.text.trim();
        let instead = match link.kind {
            LinkKind::Image if is_whole => {
                let words = if words.is_empty() { "picture" } else { words };
                format!("[{words}](<{}>)", link.target.replace(['<', '>', '\n'], ""))
            }
            LinkKind::Image => words.to_owned(),
            LinkKind::Link | LinkKind::Review if !is_whole => {
                lead(&link.target).map_or_else(|| words.to_owned(), |target| format!("[{words}]({target})"))
            }
            _ => continue,
        };
        // A link inside one that was replaced is gone already.
        if link.span.start >= copied {
            out.push_str(&text[copied..link.span.start]);
            out.push_str(&instead);
            copied = link.span.end;
        }
    }
    out + &text[copied..]
}

#[cfg(test)]
mod tests {
    use super::{harmless, led};

    #[test]
    fn a_link_to_what_is_imported_leads_there() {
        let lead = |target: &str| (target == "Stale_1.html").then(|| "../2026/stale.md".to_owned());
        let text = "- [Stale *fares*](Stale_1.html)\n- [Other](Other_2.html)";
        assert_eq!(led(text, lead), "- [Stale fares](../2026/stale.md)\n- Other");
    }

    #[test]
    fn links_that_would_not_work_become_text() {
        for (text, wanted) in [
            ("See [the page](../x.md) and [it](https://example.org/).", "See the page and [it](https://example.org/)."),
            ("![a graph](https://example.org/1.png)", "[a graph](<https://example.org/1.png>)"),
            ("a ![graph](1.png) b", "a graph b"),
            ("Plain *words*.", "Plain *words*."),
        ] {
            assert_eq!(harmless(text), wanted);
        }
    }
}
