//! Whether a page has the content security policy where a browser takes it.
//!
//! A browser takes a policy from a `<meta>` in the head alone, and only for what comes after it. The first tag or word that does
//! not belong in a head ends it, so that nothing may stand before the policy but the beginning of the page and other `<meta>`.

use std::ops::Range;

use html::Piece;

use super::tag::Tag;
use super::{Found, csp};

/// Checks the policy of a page; a missing one is reported at `missing`.
pub(super) fn of(text: &str, tags: &[Tag], missing: Range<usize>) -> Option<Found> {
    // A browser takes the value as it is: with a space in front it is another name.
    let is_policy = |tag: &&Tag| {
        tag.name == "meta"
            && tag.value("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
    };
    let Some(tag) = tags.iter().find(is_policy) else {
        return Some(Found::new(missing, "the page carries no content security policy"));
    };
    if let Some(before) = first_other(text, tag.span.start) {
        let what = text.get(before).unwrap_or_default().split_whitespace().next().unwrap_or_default();
        let what: String = what.chars().take(24).collect();
        let message = format!("`{what}` stands above the content security policy, so that browsers may not take it");
        return Some(Found::new(tag.span.clone(), message));
    }
    let looser = csp::looser(tag.value("content").unwrap_or_default())?;
    let message = format!("the content security policy is looser than that of the shipped theme: `{looser}`");
    Some(Found::new(tag.span.clone(), message))
}

/// The first piece before `end` that is not the beginning of a page.
fn first_other(text: &str, end: usize) -> Option<Range<usize>> {
    let belongs = |piece: &Piece<'_>, range: &Range<usize>| match piece {
        Piece::Comment | Piece::Declaration => true,
        Piece::Text => {
            let words = text.get(range.clone()).unwrap_or_default();
            let words = if range.start == 0 { words.trim_start_matches('\u{feff}') } else { words };
            words.trim_matches(|c: char| c.is_ascii_whitespace()).is_empty()
        }
        Piece::Tag(tag) => {
            let name = tag.name.to_ascii_lowercase();
            !tag.closing && matches!(name.as_str(), "html" | "head" | "meta")
        }
        Piece::Raw(_) => false,
    };
    let mut before = html::pieces(text).take_while(|(_, range)| range.start < end);
    before.find(|(piece, range)| !belongs(piece, range)).map(|(_, range)| range)
}
