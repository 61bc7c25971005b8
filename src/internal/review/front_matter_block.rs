//! The front matter of a file: its fields, and what is done with keys that are none.
//!
//! In: a review, and where its front matter stands. Out: the fields of the review, and what the stages after it need.

use std::ops::Range;

use super::foreign::front_matter::Deferred;
use super::languages::names;
use super::languages::words::words;
use super::slips::near_front_matter::may_say_visibility;
use super::{Review, Visibility, foreign, front_matter, keys, slips, visibility};
use base::diagnostics::{Code, Diagnostic, Level};
use base::text::nearest;
use base::yaml::{Document, Fields, Node, Repeats, Syntax};
use site::config::{Config, UnknownKeys};

/// What the front matter says for the stages after it.
#[derive(Default)]
pub(super) struct FrontMatter {
    /// Whether its fields are not known: it is no YAML or TOML, or holds no fields.
    pub(super) is_unread: bool,
    pub(super) says_visibility: bool,
    /// Whether a title stands under a misspelt key, or is no text, which is reported.
    pub(super) misspells_title: bool,
    pub(super) deferred: Deferred,
}

/// Fills the review from its front matter.
pub(super) fn read(
    review: &mut Review,
    syntax: Syntax,
    range: Range<usize>,
    config: &Config,
    problems: &mut Vec<Diagnostic>,
) -> FrontMatter {
    let mut found = FrontMatter::default();
    let (path, text) = (review.source.clone(), review.text.clone());
    if syntax == Syntax::Yaml {
        slips::cut_values::report(&path, &text, range.clone(), problems);
    }
    let mut repeated = Vec::new();
    let repeats = if config.foreign { Repeats::Reported(&mut repeated) } else { Repeats::Refused };
    let front = text.get(range.clone()).unwrap_or(&text);
    match Document::parse_as(syntax, &path, &text, range, repeats) {
        Err(problem) => {
            found.is_unread = true;
            problems.push(*problem);
            if !config.foreign || may_say_visibility(&text) {
                review.visibility = Visibility::Restricted;
            }
        }
        Ok(document) if document.is_empty() => {}
        Ok(document) => {
            let root = document.root();
            let mut unknown = Vec::new();
            if let Some(fields) = root.fields(&keys::REVIEW, &mut unknown) {
                found.says_visibility = fields.has("visibility");
                let is_misspelt = |(key, _): (&str, _)| nearest(key, ["title"]).is_some();
                found.misspells_title = match fields.get("title") {
                    Some(title) => title.as_text().is_none(),
                    None => config.unknown_keys == UnknownKeys::Refused && other_keys(&fields).any(is_misspelt),
                };
                keep_or_refuse(review, &fields, config, unknown, problems);
                front_matter::fill(review, &fields, config, problems);
                if config.unknown_keys == UnknownKeys::Kept {
                    found.deferred = foreign::front_matter::fill(review, &fields, config, problems);
                }
                // If a key is repeated, either value may be the one that hides the review.
                let hidden = hidden_by_another_key(&fields, front);
                if !repeated.is_empty() && may_say_visibility(front) || hidden.is_some() {
                    review.visibility = Visibility::Restricted;
                }
                problems.extend(hidden);
                review.read_lines_inline();
            } else if config.foreign {
                // The fences are only two lines of hyphens around some text.
                review.body_start = 0;
                let whole = markdown::Document::read(&review.text);
                (review.outline, review.blocks) = (whole.outline, whole.blocks);
            } else {
                found.is_unread = true;
                problems.extend(unknown);
            }
        }
    }
    problems.append(&mut repeated);
    found
}

/// The keys that are no field, each with its value.
fn other_keys<'n>(fields: &Fields<'n>) -> impl Iterator<Item = (&'n str, Node<'n>)> + use<'n> {
    fields.entries().filter(|(key, _)| !keys::REVIEW.contains(key))
}

/// Reports unknown keys as errors, or keeps them in `extra` if the library says so.
fn keep_or_refuse(
    review: &mut Review,
    fields: &Fields<'_>,
    config: &Config,
    unknown: Vec<Diagnostic>,
    problems: &mut Vec<Diagnostic>,
) {
    if config.unknown_keys == UnknownKeys::Kept {
        problems.extend(unknown.into_iter().filter(|problem| problem.code != Code::UnknownKey));
        review.extra = other_keys(fields).map(|(key, value)| (key.to_owned(), value.shown())).collect();
        return;
    }
    // One for each unknown key, in the order of the file.
    let mut keys = other_keys(fields);
    for problem in unknown {
        let key = if problem.code == Code::UnknownKey { keys.next() } else { None };
        problems.push(match key.map(|(key, _)| (key, foreign::keys::meaning(key))) {
            Some((_, Some(meaning))) if meaning.field() != "extra" => match meaning.field().split_once('.') {
                Some((group, field)) => problem.hint(format!("a review says this under `{group}:`, as `{field}: ...`")),
                None => problem.hint(format!("a review says this as `{}`", meaning.field())),
            },
            Some((key, _)) if problem.hint.is_none() => {
                problem.hint(format!("a fact that no field is for goes under `extra:`, as `{key}: ...`"))
            }
            _ => problem,
        });
    }
}

/// The note on a key that is no field and may be meant as `visibility`, such as `Visibility` or `visiblity`, unless it lets
/// everybody read the review; `<<` may bring in such a field from another place.
fn hidden_by_another_key(fields: &Fields<'_>, text: &str) -> Option<Diagnostic> {
    // What people write for `true`, in any language.
    let is_yes = |said: &str| names::is("yes", &words(said)) || matches!(said.to_lowercase().as_str(), "on" | "1");
    let (_, node) = other_keys(fields).find(|(key, value)| {
        let said = value.shown();
        visibility::is_label(key) && !visibility::is_open(&said)
            || names::is("restricted", &words(key)) && is_yes(&said)
            || *key == "<<" && may_say_visibility(text)
    })?;
    let note = Diagnostic::new(Code::Inferred, "visibility `restricted` was read from a key that is no field");
    Some(note.with_level(Level::Warning).at(node.key_place()).hint("write it as `visibility: restricted`"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::foreign;
    use super::Visibility;

    #[test]
    fn a_key_that_is_a_word_for_restricted_hides_the_review() {
        let read = |line: &str| foreign("a.md", &format!("---\ntitle: T\n{line}\n---\n\nText.\n")).visibility;
        for line in [
            "restricted: true",
            "Restricted: yes",
            "confidential: \"Yes\"",
            "private: 1",
            "Vertraulich: on",
            "Vertraulich: ja",
            "confidentiel: Oui",
            "機密: はい",
        ] {
            assert_eq!(read(line), Visibility::Restricted, "{line}");
        }
        for line in ["restricted: false", "restricted: no", "private: notes.md", "closed: true"] {
            assert_eq!(read(line), Visibility::Org, "{line}");
        }
    }

    #[test]
    fn a_key_written_twice_hides_the_review_only_beside_one_of_visibility() {
        let read = |line: &str, body: &str| {
            foreign("a.md", &format!("---\ntitle: T\n{line}\nlayout: a\nlayout: b\n---\n\nText.\n\n{body}\n"))
                .visibility
        };
        assert_eq!(read("owner: Ana", "```\nvisibility: increase\n```"), Visibility::Org);
        assert_eq!(read("visibility: org\nvisibility: restricted", ""), Visibility::Restricted);
    }

    #[test]
    fn a_second_block_of_front_matter_may_hide_the_review() {
        let text = |second: &str| format!("---\ntitle: T\nvisibility: org\n---\n\n---\n{second}\n---\n\nText.\n");
        assert_eq!(foreign("a.md", &text("visibility: restricted")).visibility, Visibility::Restricted);
        assert_eq!(
            foreign("a.md", "---\ntitle: T\nvisibility: org\n---\n\n---\n\nText.\n").visibility,
            Visibility::Org
        );
    }
}
