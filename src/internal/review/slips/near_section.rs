//! Headings that are nearly the name of a section which is read: `## Timline`.
//!
//! In: a review. Out: for each such heading a note that names the section. Nothing is read from it: what it means is a guess.

use crate::review::languages::names;
use crate::review::section_names::NAMES;
use crate::review::{Review, foreign, sections};
use base::diagnostics::{Code, Diagnostic, Place};
use base::text::{edits, nearest};

/// Kinds of names that sections have in other languages.
const KINDS: [&str; 8] =
    ["summary", "actions", "learnings", "went well", "went wrong", "got lucky", "factors", "open questions"];

/// Says of each heading that is nearly the name of a section which one it is.
pub(in crate::review) fn report(review: &Review, is_foreign: bool, problems: &mut Vec<Diagnostic>) {
    for heading in &review.outline.headings {
        let is_known = if is_foreign {
            foreign::label(&heading.text).is_some() || foreign::header::is_no_title(&heading.text)
        } else {
            sections::meaning(&heading.text).is_some()
        };
        let words = foreign::words(&heading.text);
        if is_known || heading.level == 1 {
            continue;
        }
        if let Some(name) = near(&words, is_foreign) {
            let span = review.body_start + heading.span.start..review.body_start + heading.span.end;
            problems.push(
                Diagnostic::new(Code::NearSection, "nothing is read from this section: its name is not known")
                    .at(Place::new(&review.source, &review.text, span))
                    .hint(format!("did you mean `{name}`?")),
            );
        }
    }
}

/// The name of a section that words miss by a slip: one letter, in longer names two, behind the same first letter.
fn near(words: &str, is_foreign: bool) -> Option<&'static str> {
    const SHORTEST: usize = 7;
    const LONG: usize = 12;
    if words.chars().count() < SHORTEST - 1 {
        return None;
    }
    let english = NAMES.iter().flat_map(|(_, names)| names.iter().copied());
    let others = KINDS.iter().filter(|_| is_foreign).flat_map(|kind| names::of(kind).iter().map(String::as_str));
    let first = words.chars().next();
    let candidates =
        english.chain(others).filter(|name| name.chars().count() >= SHORTEST && name.chars().next() == first);
    let name = nearest(words, candidates)?;
    let slips = if name.chars().count() >= LONG { 2 } else { 1 };
    (edits(words, name) <= slips).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn a_slip_is_noticed_and_another_word_is_not() {
        for (heading, name) in [
            ("timline", Some("timeline")),
            ("timeilne", Some("timeline")),
            ("action itmes", Some("action items")),
            ("lessons leraned", Some("lessons learned")),
            ("root casue", Some("root cause")),
            ("contribting factrs", Some("contributing factors")),
            ("impact", None),
            ("cases", None),
            ("details", None),
            ("reactions", None),
            ("time", None),
            ("resolution", None),
            ("mitigation", None),
        ] {
            assert_eq!(near(heading, false), name, "{heading}");
        }
        assert_eq!(near("zusamenfassung", true), Some("zusammenfassung"));
    }
}
