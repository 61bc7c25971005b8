//! Invisible characters in texts to be published: an error for each, at its line in the file.

use super::draft::{Draft, Piece, Written};
use crate::review::Review;
use base::diagnostics::{Code, Diagnostic, Level, Place};
use clearance::{Hidden, hidden, name_of_hidden};
use markdown::plain_text;

/// Most characters to report for one text.
const MOST: usize = 20;

/// Reports every hidden character of the draft. If a text of the draft is refused anyway, that is more serious, and these are
/// only warnings.
pub(super) fn check(review: &Review, draft: &Draft, held: bool) -> Vec<Diagnostic> {
    let mut problems: Vec<_> = draft.pieces().flat_map(|(_, piece)| of_piece(review, piece)).collect();
    if held {
        // The line may contain the value that was found, so do not show an excerpt.
        for problem in &mut problems {
            problem.level = Level::Warning;
            problem.place = problem.place.take().map(|at| Place::hidden(&at.path, at.line, at.column));
        }
    }
    problems
}

fn of_piece(review: &Review, piece: &Piece) -> Vec<Diagnostic> {
    let mut found: Vec<(Place, char)> = Vec::new();
    let mut start = 0;
    for run in &piece.runs {
        if run.withheld.is_none() {
            for Hidden { at, character } in hidden(&run.text) {
                found.push((place(review, &piece.written, start + at, character), character));
            }
        }
        start += run.text.len();
    }
    // References such as `&shy;` are decoded only when the text is shown.
    if piece.text.contains('&') {
        let shown = hidden(&plain_text(&piece.text));
        let written = |c: char| found.iter().filter(|(_, known)| *known == c).count();
        let more = shown
            .iter()
            .find(|one| shown.iter().filter(|other| other.character == one.character).count() > written(one.character));
        found.extend(more.map(|one| (piece.written.place(review, 0..0), one.character)));
    }
    found.truncate(MOST);
    found.into_iter().map(|(place, character)| problem(character).at(place)).collect()
}

/// The place of the character itself; in YAML, which quotes and escapes text, the first such character at or after the value.
fn place(review: &Review, written: &Written, at: usize, character: char) -> Place {
    let place = written.place(review, at..at + character.len_utf8());
    if matches!(written, Written::Body(_)) {
        return place;
    }
    let start: usize = review.text.split_inclusive('\n').take(place.line.saturating_sub(1)).map(str::len).sum();
    let front = review.text.get(start..review.body_start).unwrap_or_default();
    front.find(character).map_or(place, |found| {
        let at = start + found;
        Place::new(&review.source, &review.text, at..at + character.len_utf8())
    })
}

/// The diagnostic for one character.
pub(super) fn problem(character: char) -> Diagnostic {
    let code = u32::from(character);
    let message = format!("U+{code:04X}, {}, stands in a text to be published", name_of_hidden(character));
    Diagnostic::new(Code::HiddenCharacter, message)
        .hint("take it out; nobody sees it, and it may hide something from readers and from rules")
}
