//! Fields that every postmortem must state itself: slug, title, date, sections.

use super::draft::Piece;
use crate::review::{Public, Review};
use base::diagnostics::{Code, Diagnostic};
use clearance::Slug;

pub(super) fn slug(review: &Review, public: &Public, problems: &mut Vec<Diagnostic>) -> Option<Piece> {
    let piece = required(review, "slug", public.slug.as_deref(), problems)?;
    if !Slug::is_valid(&piece.text) {
        let message = format!("`{}` cannot be a public address", piece.text);
        let problem = Diagnostic::new(Code::PublicField, message).at(review.place_in(&["public", "slug"]));
        problems.push(problem.hint("write 1 to 80 of a-z, 0-9 and hyphens"));
        return None;
    }
    Some(piece)
}

pub(super) fn required(
    review: &Review,
    key: &str,
    text: Option<&str>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Piece> {
    let Some(text) = text else {
        missing(review, key, problems);
        return None;
    };
    Some(Piece::plain(text, &["public", key]))
}

pub(super) fn missing(review: &Review, key: &str, problems: &mut Vec<Diagnostic>) {
    // A value that could not be read has already been reported.
    let place = review.place_in(&["public", key]);
    if problems.iter().any(|problem| problem.place.as_ref() == Some(&place)) {
        return;
    }
    let hint = match key {
        "slug" => {
            "write its public address, such as `slug: checkout-latency-2026-03`; it is never taken from the file name"
        }
        "title" => "write the title that readers outside see; the internal one never leaves",
        "date" => "write the day that it is published under, such as `date: 2026-03-05`",
        _ => "name the sections that may leave, such as `sections: [summary, customer-impact]`",
    };
    problems.push(Diagnostic::new(Code::PublicField, format!("`public.{key}` is missing")).at(place).hint(hint));
}
