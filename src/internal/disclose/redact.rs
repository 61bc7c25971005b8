//! Redacts one text: marks are replaced, comments dropped, links and pictures rewritten, and everything else is unchanged.
//!
//! All places are found in the text as written, and all changes are made at once at the end; a change that overlaps an earlier
//! one is dropped. Anything that is nearly a mark is an error, so that a broken mark does not reveal what it should hide.

use std::ops::Range;

use super::draft::{Piece, Written};
use super::redactor::{Edit, Redactor};
use super::roles::OMIT;
use super::run::{Run, Withheld};
use super::{links, markup};
use base::diagnostics::{Code, Diagnostic};
use base::text::capitalised;
use markdown::{LinkKind, Outline, inspect, outline};

impl Redactor<'_> {
    /// The redacted piece for a Markdown text.
    pub(super) fn piece(&mut self, text: &str, written: Written) -> Piece {
        // Without leading blank lines, so that a line of the piece maps to its line in the file.
        let lead: usize = text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
        let text = &text[lead..];
        let written = match written {
            Written::Body(start) => Written::Body(start + lead),
            key @ Written::Key(_) => key,
        };
        let inspection = inspect(text);
        let outline = outline(text);
        let mut edits = Vec::new();
        markup::edits(self, text, &written, &inspection, &mut edits);
        self.marks(text, &written, &outline, &mut edits);
        links::edits(self, text, &written, &outline, &mut edits);
        markup::undefined(self, text, &written, &inspection, &edits);
        edits.sort_by_key(|edit| (edit.span.start, std::cmp::Reverse(edit.span.end)));
        self.leftovers(text, &written, &edits);
        let (text, runs) = apply(text, edits);
        Piece { text, written, runs }
    }

    /// `[text](redact:role)` becomes the role's phrase.
    fn marks(&mut self, text: &str, written: &Written, outline: &Outline, edits: &mut Vec<Edit>) {
        let fenced = outline.marked.clone();
        let inside =
            |span: &Range<usize>| fenced.iter().any(|fence| fence.start <= span.start && span.end <= fence.end);
        for link in outline.links.iter().filter(|link| link.kind == LinkKind::Redaction && !inside(&link.span)) {
            let role = link.target.split_once(':').map_or("", |(_, role)| role).trim();
            if role == OMIT {
                edits.push(Edit { span: link.span.clone(), with: String::new(), why: Some(Withheld::Omitted) });
                continue;
            }
            if let Some(phrase) = self.roles.phrase(self.world.policy, role, &link.text) {
                let with = if begins_sentence(&text[..link.span.start]) { capitalised(&phrase) } else { phrase };
                let why = Some(Withheld::Role(role.to_owned()));
                edits.push(Edit { span: link.span.clone(), with, why });
                continue;
            }
            let known: Vec<_> = self.world.policy.roles.keys().map(String::as_str).chain([OMIT]).collect();
            let problem = Diagnostic::new(Code::PublicMark, format!("`{role}` is no role of redaction.yaml"));
            let place = written.place(self.review, link.span.clone());
            self.problems.push(problem.at(place).did_you_mean(role, known));
            // Report this mistake only, and not also a leak of what the mark should have hidden.
            edits.push(Edit { span: link.span.clone(), with: String::new(), why: Some(Withheld::Omitted) });
        }
    }

    /// Reports `redact:` that is not a mark - in code, in a definition, with a space in its role - and would be published as it
    /// is.
    fn leftovers(&mut self, text: &str, written: &Written, edits: &[Edit]) {
        let lower = text.to_ascii_lowercase();
        for (at, found) in lower.match_indices("redact:") {
            let span = at..at + found.len();
            if edits.iter().any(|edit| edit.span.start <= span.start && span.end <= edit.span.end) {
                continue;
            }
            let is_reported = self.problems.iter().any(|p| {
                p.code == Code::PublicMark && p.place.as_ref() == Some(&written.place(self.review, span.clone()))
            });
            if !is_reported {
                let problem = Diagnostic::new(Code::PublicMark, "`redact:` stands here as text and marks nothing");
                let hint =
                    "write a mark as `[the text](redact:role)`, outside of code and without a definition elsewhere";
                self.problems.push(problem.at(written.place(self.review, span)).hint(hint));
            }
        }
    }
}

/// Applies all changes; the runs are the text as written, split at them.
fn apply(text: &str, edits: Vec<Edit>) -> (String, Vec<Run>) {
    let (mut out, mut runs, mut at) = (String::with_capacity(text.len()), Vec::new(), 0);
    for edit in edits {
        if edit.span.start < at {
            continue;
        }
        let before = &text[at..edit.span.start];
        out.push_str(before);
        runs.push(Run::kept(before));
        let written = &text[edit.span.clone()];
        runs.push(match edit.why {
            Some(why) => Run::withheld(written, why, &edit.with),
            None => Run::kept(written),
        });
        at = edit.span.end;
        if edit.with.is_empty() && out.ends_with([' ', '\n']) && text[at..].starts_with(' ') {
            at += 1;
        }
        out.push_str(&edit.with);
    }
    out.push_str(&text[at..]);
    runs.push(Run::kept(&text[at..]));
    runs.retain(|run| !run.text.is_empty());
    let lines: Vec<_> = out.lines().map(str::trim_end).collect();
    (lines.join("\n").trim().to_owned(), runs)
}

/// Whether the text after `before` is the first word of a sentence, a list item or a cell.
fn begins_sentence(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let plain = before.trim_end_matches([' ', '\t', '*', '_', '"', '\u{201c}']);
    let bare = line.trim_matches([' ', '\t', '*', '_', '>', '-', '+', '|', '"']);
    let bare = bare.trim_end_matches('.').trim_matches(|c: char| c.is_ascii_digit());
    let opens_line = bare.is_empty();
    let fresh = opens_line && (line.trim() != "" || plain.trim_end_matches('\n').is_empty() || plain.ends_with("\n\n"));
    fresh || plain.trim_end().is_empty() || plain.ends_with(['.', '!', '?', '|'])
}

#[cfg(test)]
mod tests {
    use super::{Edit, apply, begins_sentence};

    #[test]
    fn a_phrase_is_capital_where_a_sentence_begins() {
        for before in ["", "It ended. ", "- ", "1. ", "It ended.\n\n", "| ", "> ", "**"] {
            assert!(begins_sentence(before), "{before:?}");
        }
        for before in ["then ", "we asked\n", "so, ", "- then "] {
            assert!(!begins_sentence(before), "{before:?}");
        }
    }

    #[test]
    fn what_is_omitted_leaves_no_hole() {
        let edit = |span| Edit { span, with: String::new(), why: None };
        assert_eq!(apply("a b c", vec![edit(2..3)]).0, "a c");
        assert_eq!(apply("a (b) c", vec![edit(3..4), edit(3..4)]).0, "a () c");
    }
}
