//! Quotations that were meant as alerts: `> [!WARN]`, `> [! NOTE]`, and `> [!NOTE]` with text on its line.
//!
//! In: a review of a library with settings. Out: a note for each with the way out. The page shows the quotation.

use std::cell::LazyCell;

use super::place::Places;
use crate::review::Review;
use crate::review::on_line::until;
use base::diagnostics::{Code, Diagnostic, Level};
use markdown::codes;

const ALERTS: [&str; 5] = ["note", "tip", "important", "warning", "caution"];

/// Adds a note for each.
pub(super) fn report(review: &Review, places: &Places<'_>, problems: &mut Vec<Diagnostic>) {
    let body = review.body();
    let code = LazyCell::new(|| codes(body));
    let comments = &review.outline.comments;
    let (mut start, mut was_quoted) = (0, false);
    for line in body.split_inclusive('\n') {
        let at = start + line.len() - line.trim_start_matches(['>', ' ', '\t']).len();
        let is_quoted = line.trim_start().starts_with('>');
        let is_first = is_quoted && !was_quoted && body[at..].starts_with("[!");
        (start, was_quoted) = (start + line.len(), is_quoted);
        if !is_first {
            continue;
        }
        let Some((inside, end)) = until(body, at + 2, ']') else { continue };
        let name = inside.trim();
        let is_spaced = name != inside;
        let is_known = ALERTS.iter().any(|known| known.eq_ignore_ascii_case(name));
        let is_alone = body[end..start].trim().is_empty();
        let is_word = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !is_word
            || (is_known && is_alone && !is_spaced)
            || (is_spaced && !is_known)
            || code.iter().any(|code| code.span.contains(&at))
            || comments.iter().any(|comment| comment.contains(&at))
        {
            continue;
        }
        let note =
            |code, message| Diagnostic::new(code, message).with_level(Level::Note).at(places.in_body(&(at..end)));
        problems.push(if is_spaced {
            note(Code::Unclosed, format!("`[!{inside}]` is no alert with a space in it, and is shown as a quotation"))
                .hint(format!("write `> [!{name}]` on a line of its own, and the text below it"))
        } else if is_known {
            note(Code::Unclosed, format!("`[!{name}]` is no alert beside other text, and is shown as a quotation"))
                .hint(format!("write `> [!{name}]` on a line of its own, and the text below it"))
        } else {
            note(Code::UnknownValue, format!("there is no alert `[!{name}]`, and it is shown as a quotation"))
                .did_you_mean(name, ALERTS)
        });
    }
}
