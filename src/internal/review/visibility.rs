//! Who may see a review, and `Visibility:` as a line of its text, if the front matter does not state it.
//!
//! In: a review. Out: a review that is restricted if any such line restricts it. In lines that may be a header (the first
//! sixty, and everything above the first heading after the title), every value restricts the review unless it is known to mean
//! everybody; an empty value does too. Further down, where `Visibility:` may be about a harbour, only values that are known to
//! mean restricted do.

use super::Review;
use super::infer::{self, Found, TOP_LINES};
use base::diagnostics::{Diagnostic, Level};

/// Who may see the review inside the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody.
    Org,
    /// Nobody through this site: it is only counted.
    Restricted,
}

/// Values for a review that everybody inside may read.
const OPEN: [&str; 9] =
    ["org", "internal", "everyone", "everybody", "all", "public", "open", "organisation", "organization"];

/// First words of values that restrict a review in any place.
const HIDING: [&str; 9] =
    ["restricted", "private", "confidential", "secret", "hidden", "sensitive", "limited", "closed", "need"];

/// Restricts the review if a line says so, and adds a note on the line.
pub(super) fn fill(review: &mut Review, problems: &mut Vec<Diagnostic>) {
    let Some(found) = hiding(review) else { return };
    review.visibility = Visibility::Restricted;
    let note = infer::note(review, &found, "visibility `restricted`");
    // What somebody wants to restrict is restricted, whatever word they use.
    let known = found.value.eq_ignore_ascii_case("restricted");
    problems.push(if known { note } else { note.with_level(Level::Warning) });
}

/// The first line that restricts the review.
fn hiding(review: &Review) -> Option<Found> {
    let top: usize = review.body().split_inclusive('\n').take(TOP_LINES).map(str::len).sum();
    infer::lines(review, &["visibility"]).into_iter().find(|found| {
        let said = found.value.to_lowercase();
        let word = said.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if found.start < review.header_end().max(top) { !OPEN.contains(&said.as_str()) } else { HIDING.contains(&word) }
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::parsed;
    use super::Visibility;
    use site::config::Config;

    fn visibility(text: &str) -> Visibility {
        parsed("a.md", text, &Config::default()).0.visibility
    }

    #[test]
    fn a_header_of_any_length_restricts_a_review_and_so_does_an_unknown_word() {
        for lines in [0, 58, 59, 60, 61, 200] {
            let above = "Owner: Ann\n".repeat(lines);
            for line in
                ["Visibility: restricted", "**Visibility**: leads only", "| Visibility | secret |", "Visibility:"]
            {
                let text = format!("# T\n\n{above}{line}\n\n## Summary\n\nText\n");
                assert_eq!(visibility(&text), Visibility::Restricted, "{line} below {lines} lines");
            }
            let open = format!("# T\n\n{above}Visibility: everyone\n\n## Summary\n\nText\n");
            assert_eq!(visibility(&open), Visibility::Org, "below {lines} lines");
        }
    }

    #[test]
    fn further_down_only_known_words_restrict_a_review() {
        let below = |line: &str| format!("# T\n\n## Summary\n\n{}\n\n{line}\n", "Text.\n\n".repeat(40));
        for line in ["Visibility: restricted", "Visibility: Confidential, leads only", "- Visibility: need-to-know"] {
            assert_eq!(visibility(&below(line)), Visibility::Restricted, "{line}");
        }
        for line in ["Visibility: 200 m", "Visibility: poor", "Visibility:", "Visibility: public"] {
            assert_eq!(visibility(&below(line)), Visibility::Org, "{line}");
        }
        let both = format!("# T\n\nVisibility: org\n\n{}", below("Visibility: restricted"));
        assert_eq!(visibility(&both), Visibility::Restricted, "the stricter of two");
    }
}
