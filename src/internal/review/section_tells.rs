//! Which sections tell how the incident ended, or repeat its timeline or its actions.

use super::languages::names;
use super::languages::words::words;
use super::text::headings::{Label, label};
use super::text::section::Section;

/// What a section of a review tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// The timeline or the actions once more.
    Again,
    /// The cause, the fix, lessons: what was known at the end.
    Answers,
}

/// Beginnings of headings under which a review says what it was in the end.
const ANSWERS: [&str; 18] = [
    "cause",
    "root cause",
    "what it was",
    "the fix",
    "fix",
    "resolution",
    "mitigation",
    "remediation",
    "recovery",
    "solution",
    "explanation",
    "what went wrong",
    "what we learned",
    "what we took",
    "why it happened",
    "how we fixed",
    "trigger",
    "conclusion",
];

/// What the section under a heading tells, in any language whose headings are known; none of any other section.
pub fn section_tells(heading: &str) -> Option<Tells> {
    let words = words(heading);
    match label(heading) {
        Some(Label::Field(Section::Timeline | Section::Actions)) => return Some(Tells::Again),
        Some(Label::Field(Section::Summary)) | None => {}
        Some(Label::Field(_) | Label::Other) => return Some(Tells::Answers),
    }
    let begins = |beginning: &&str| {
        words.strip_prefix(*beginning).is_some_and(|rest| {
            let rest = rest.strip_prefix('s').unwrap_or(rest);
            rest.is_empty() || rest.starts_with(' ')
        })
    };
    let is_known =
        ANSWERS.iter().any(begins) || names::is("resolution", &words) || names::is("possible actions", &words);
    is_known.then_some(Tells::Answers)
}

#[cfg(test)]
mod tests {
    use super::{Tells, section_tells};

    #[test]
    fn a_heading_can_promise_the_answer() {
        let answers =
            ["What it was", "Root causes", "Resolution: a new disk", "Cause", "Lessons learned", "Where we got lucky"];
        for heading in
            answers.into_iter().chain(["Ursache", "Behebung", "根本原因", "Résolution", "Solución", "Lehren"])
        {
            assert_eq!(section_tells(heading), Some(Tells::Answers), "{heading}");
        }
        for heading in ["Timeline", "Timeline (UTC)", "Action items", "Maßnahmen", "Next steps"] {
            assert_eq!(section_tells(heading), Some(Tells::Again), "{heading}");
        }
        for heading in ["What happened", "Causeway", "The fixture", "Impact", "Summary", "Chalk"] {
            assert_eq!(section_tells(heading), None, "{heading}");
        }
    }
}
