//! Lines in the text of a review that git leaves where it could not join two versions. Both versions would be published.
//!
//! In: a review. Out: an error for each place outside of code.

use base::diagnostics::{Code, Diagnostic, Place};
use base::text::{CONFLICT, CONFLICT_HINT, begins_conflict};
use markdown::codes;

use crate::review::Review;

/// Says where versions were not joined.
pub(in crate::review) fn report(review: &Review, problems: &mut Vec<Diagnostic>) {
    let body = review.body();
    let mut end = 0;
    let places = body.split_inclusive('\n').filter_map(|line| {
        let start = end;
        end += line.len();
        begins_conflict(line).then(|| start..start + line.trim_end().len())
    });
    let places: Vec<_> = places.collect();
    if places.is_empty() {
        return;
    }
    // A review may show such lines on purpose.
    let code = codes(body);
    for place in places.into_iter().filter(|place| !code.iter().any(|code| code.span.contains(&place.start))) {
        let span = review.body_start + place.start..review.body_start + place.end;
        let problem = Diagnostic::new(Code::MergeConflict, CONFLICT);
        problems.push(problem.at(Place::new(&review.source, &review.text, span)).hint(CONFLICT_HINT));
    }
}
