//! Where comments, declarations and raw text end.

/// The end of the comment whose `<!--` is at `start`: after its `-->` or `--!>`, or the end of the text. `<!-->` and
/// `<!--->` are whole comments.
#[must_use]
pub fn comment_end(html: &str, start: usize) -> usize {
    let inside = start + "<!--".len();
    let rest = html.get(inside..).unwrap_or_default();
    if let Some(end) = [">", "->"].into_iter().find(|end| rest.starts_with(end)) {
        return inside + end.len();
    }
    // One search, because a text may have many comments and hold one of the two ends nowhere.
    let closes = |at: &usize| rest[..*at].ends_with("--") || rest[..*at].ends_with("--!");
    rest.match_indices('>').map(|(at, _)| at).find(closes).map_or(html.len(), |at| inside + at + 1)
}

/// The end of the declaration, processing instruction or nameless closing tag that begins at `start`.
#[must_use]
pub fn declaration_end(html: &str, start: usize) -> usize {
    html.get(start..).and_then(|rest| rest.find('>')).map_or(html.len(), |at| start + at + 1)
}

/// The end of the text of a `<script>` or `<style>` that begins at `start`: before the closing tag of `name`, or the
/// end of `html`.
#[must_use]
pub fn raw_text_end(html: &str, start: usize, name: &str) -> usize {
    let rest = html.get(start..).unwrap_or_default();
    let closes = |at: &usize| {
        let after = rest.as_bytes().get(at + 2..).unwrap_or_default();
        // At the end of the text, `</style` is not a tag yet.
        let (Some(written), Some(next)) = (after.get(..name.len()), after.get(name.len())) else { return false };
        written.eq_ignore_ascii_case(name.as_bytes()) && b" \t\n\r\x0c/>".contains(next)
    };
    rest.match_indices("</").map(|(at, _)| at).find(closes).map_or(html.len(), |at| start + at)
}
