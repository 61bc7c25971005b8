//! Links whose address has a space, which Markdown reads as text: `[x](my file.md)`.
//!
//! In: a review. Out: for each such link outside of code a warning with the way out.

use base::diagnostics::{Code, Diagnostic, Level, Place};
use base::text::Lines;
use markdown::codes;

use super::on_line::{before, until};
use crate::review::Review;

/// Endings of files that reviews lead to or show.
const ENDS: [&str; 14] =
    ["md", "markdown", "html", "htm", "pdf", "txt", "csv", "log", "json", "png", "jpg", "jpeg", "svg", "webp"];

/// Says which links are none.
pub(in crate::review) fn report(review: &Review, problems: &mut Vec<Diagnostic>) {
    let body = review.body();
    let (mut code, mut lines) = (None, None);
    for (at, _) in body.match_indices("](") {
        let Some((target, closes)) = until(body, at + 2, ')') else { continue };
        let Some((begins, _)) = before(body, at, '[') else { continue };
        let is_link = || review.outline.links.iter().any(|link| link.span.contains(&at));
        if !is_spaced_path(target) || is_link() {
            continue;
        }
        let code = code.get_or_insert_with(|| codes(body));
        if code.iter().any(|code| code.span.contains(&at)) {
            continue;
        }
        let lines = lines.get_or_insert_with(|| Lines::of(&review.text));
        let span = review.body_start + begins..review.body_start + closes;
        let written = format!("{}](<{target}>)", &body[begins..at]);
        problems.push(
            Diagnostic::new(Code::BrokenLink, "this is text and no link, because its address has a space")
                .with_level(Level::Warning)
                .at(Place::among(lines, &review.source, &review.text, span))
                .hint(format!("write the address between `<` and `>`: `{written}`")),
        );
    }
}

/// Whether a text is the path of a file with a space in it.
fn is_spaced_path(target: &str) -> bool {
    let target = target.trim();
    let path = target.split('#').next().unwrap_or_default();
    let ends = path.rsplit_once('.').is_some_and(|(_, end)| ENDS.contains(&end.to_ascii_lowercase().as_str()));
    ends && path.contains(' ') && !target.starts_with('<') && !target.contains(['"', '\'', '('])
}

#[cfg(test)]
mod tests {
    use super::is_spaced_path;

    #[test]
    fn only_the_path_of_a_file_was_meant_as_one() {
        for path in ["my file.md", "../Runbooks/My Service.html#part", " a b.PNG"] {
            assert!(is_spaced_path(path), "{path}");
        }
        for text in ["file.md", "<my file.md>", "see below", "a.md \"A title\"", "and so on...", "file.md "] {
            assert!(!is_spaced_path(text), "{text}");
        }
    }
}
