//! Headings that are nearly the name of a section which is read: `## Timline`.
//!
//! In: a review. Out: for each such heading a note that names the section. Nothing is read from it: what it means is a guess.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::text::section_names::NAMES;
use crate::review::text::{headings, usual_headings};
use crate::review::{Review, foreign};
use base::diagnostics::{Code, Diagnostic, Place};
use base::text::{edits, nearest};

/// Kinds of names that sections have in other languages.
const KINDS: [&str; 8] =
    ["summary", "actions", "learnings", "went well", "went wrong", "got lucky", "factors", "open questions"];

/// Says of each heading that is nearly the name of a section which one it is.
pub(in crate::review) fn report(review: &Review, is_foreign: bool, problems: &mut Vec<Diagnostic>) {
    for heading in &review.outline.headings {
        let is_known = if is_foreign {
            headings::label(&heading.text).is_some() || foreign::header::is_no_title(&heading.text)
        } else {
            usual_headings::meaning(&heading.text).is_some()
        };
        let words = words(&heading.text);
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

/// Names by their first character, with their lengths.
type ByFirst = BTreeMap<char, Vec<(usize, &'static str)>>;

/// Fewest characters of a name that may be missed by a slip.
const SHORTEST: usize = 7;
/// The most characters by which a slip changes the length.
const MOST: usize = 2;

/// The English names, and those of all languages. A file may have many headings: each is compared with few names.
static ENGLISH: LazyLock<ByFirst> = LazyLock::new(|| by_first(english()));
static ALL: LazyLock<ByFirst> = LazyLock::new(|| {
    by_first(english().chain(KINDS.iter().flat_map(|kind| names::of(kind).iter().map(String::as_str))))
});

fn english() -> impl Iterator<Item = &'static str> {
    NAMES.iter().flat_map(|(_, names)| names.iter().copied())
}

fn by_first(names: impl Iterator<Item = &'static str>) -> ByFirst {
    let mut all = ByFirst::new();
    for name in names {
        let length = name.chars().count();
        if let Some(first) = name.chars().next().filter(|_| length >= SHORTEST) {
            all.entry(first).or_default().push((length, name));
        }
    }
    all
}

/// The name of a section that words miss by a slip: one letter, in longer names two, after the same first letter.
fn near(words: &str, is_foreign: bool) -> Option<&'static str> {
    const LONG: usize = 12;
    let length = words.chars().count();
    if length < SHORTEST - 1 {
        return None;
    }
    let names: &ByFirst = if is_foreign { &ALL } else { &ENGLISH };
    let alike = names.get(&words.chars().next()?)?.iter().filter(|(known, _)| known.abs_diff(length) <= MOST);
    let name = nearest(words, alike.map(|(_, name)| *name))?;
    let slips = if name.chars().count() >= LONG { MOST } else { 1 };
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
