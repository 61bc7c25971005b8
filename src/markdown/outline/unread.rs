//! Parts of raw HTML that are not prose: code and comments.

use std::ops::Range;

/// The places of `<pre>` elements in HTML that begins at `start`.
pub(super) fn code(html: &str, start: usize) -> Vec<Range<usize>> {
    between(html, "<pre", "</pre>", start)
}

/// The places of comments in HTML that begins at `start`.
pub(super) fn comments(html: &str, start: usize) -> Vec<Range<usize>> {
    between(html, "<!--", "-->", start)
}

/// The places from one text to the next other text, both included; to the end if that is missing.
fn between(html: &str, opening: &str, closing: &str, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(begins) = html[at..].find(opening).map(|begins| at + begins) {
        let inner = begins + opening.len();
        at = html[inner..].find(closing).map_or(html.len(), |ends| inner + ends + closing.len());
        found.push(start + begins..start + at);
    }
    found
}
