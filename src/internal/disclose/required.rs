//! Fields that every postmortem must state itself: slug, title, date, sections.

use super::draft::Piece;
use crate::review::{Public, Review};
use base::diagnostics::{Code, Diagnostic};
use clearance::Slug;

pub(super) fn slug(review: &Review, public: &Public, problems: &mut Vec<Diagnostic>) -> Option<Piece> {
    let piece = stated("slug", public.slug.as_deref())?;
    if !Slug::is_valid(&piece.text) {
        let message = format!("`{}` cannot be a public address", piece.text);
        let problem = Diagnostic::new(Code::PublicField, message).at(review.place_in(&["public", "slug"]));
        problems.push(problem.hint("write 1 to 80 of a-z, 0-9 and hyphens"));
        return None;
    }
    Some(piece)
}

/// Whether the key has a value. An invalid one was reported where it was read.
fn is_written(review: &Review, key: &str) -> bool {
    review.has_in(&["public", key])
}

/// The text of a key; [`report_missing`] says that it is missing.
pub(super) fn stated(key: &str, text: Option<&str>) -> Option<Piece> {
    text.map(|text| Piece::plain(text, &["public", key]))
}

/// How each key is written, and why nothing takes its place.
const KEYS: [(&str, &str, &str); 4] = [
    (
        "slug",
        "slug: checkout-latency-2026-03",
        "write its public address, such as `slug: checkout-latency-2026-03`; it is never taken from the file name",
    ),
    (
        "title",
        "title: Slow checkouts in March",
        "write the title that readers outside see; the internal one is never published",
    ),
    ("date", "date: 2026-03-05", "write the day that it is published under, such as `date: 2026-03-05`"),
    (
        "sections",
        "sections: [summary, customer-impact]",
        "name the sections to be published, such as `sections: [summary, customer-impact]`",
    ),
];

/// Reports all required keys that `public:` lacks, at once. A withdrawn postmortem has no sections.
pub(super) fn report_missing(review: &Review, public: &Public, problems: &mut Vec<Diagnostic>) {
    let is_missing = |key: &str| match key {
        "slug" => public.slug.is_none(),
        "title" => public.title.is_none(),
        "date" => public.date.is_none(),
        _ => public.sections.is_empty() && public.withdrawn.is_none(),
    };
    let block = review.place_in(&["public"]);
    // A value that could not be read has already been reported; a key that is not there has the place of the block.
    let is_news = |key: &str| {
        let place = review.place_in(&["public", key]);
        place == block
            || !is_written(review, key) && !problems.iter().any(|problem| problem.place.as_ref() == Some(&place))
    };
    let missing: Vec<_> = KEYS.iter().filter(|(key, ..)| is_missing(key) && is_news(key)).collect();
    let (place, message, hint) = match missing[..] {
        [] => return,
        [(key, _, hint)] => {
            (review.place_in(&["public", *key]), format!("`public.{key}` is missing"), (*hint).to_owned())
        }
        _ => {
            let names: Vec<_> = missing.iter().map(|(key, ..)| format!("`{key}`")).collect();
            let lines: Vec<_> = missing.iter().map(|(_, line, _)| format!("`{line}`")).collect();
            let message = format!("{} are missing in `public`", names.join(", "));
            (block, message, format!("write them there, each with words of its own, such as {}", lines.join(", ")))
        }
    };
    problems.push(Diagnostic::new(Code::PublicField, message).at(place).hint(hint));
}
