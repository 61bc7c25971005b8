//! Labels in bold at the start of lines and their values: `**Root cause:** the fan stood still.` The label of a cause may be in plain
//! letters.
//!
//! In: a paragraph or an item of a list. Out: the fields that its labels name, each with the place of its value.

use std::ops::Range;

use crate::review::text::headings::meaning;
use crate::review::text::label_line::is_label_line;
use crate::review::text::section::Section;

/// The fields whose values may follow a label.
const FIELDS: [Section; 4] = [Section::Factors, Section::Learnings, Section::WentWell, Section::GotLucky];

/// The values after bold labels at the start of lines; each goes up to the next line with a label. The text begins at `start` of the
/// body.
pub(super) fn of_paragraph(text: &str, start: usize) -> Vec<(Section, Range<usize>)> {
    let mut found: Vec<(Section, Range<usize>)> = Vec::new();
    let mut is_open = false;
    let mut at = start;
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end().len();
        if let Some((label, value)) = parts(line) {
            let field = meaning(label).filter(|field| FIELDS.contains(field));
            is_open = field.is_some();
            found.extend(field.map(|field| (field, at + value..end)));
        } else if is_label_line(line) {
            is_open = false;
            found.extend(plain_cause(line).map(|value| (Section::Factors, at + value..end)));
        } else if let Some((_, span)) = found.last_mut().filter(|_| is_open) {
            span.end = end;
        }
        at += line.len();
    }
    found
}

/// Where the cause begins that a line in plain letters states: `Cause: the fan stood still`. A word or two are the name of a kind.
fn plain_cause(line: &str) -> Option<usize> {
    const FEWEST: usize = 15;
    let (label, value) = line.split_once(": ")?;
    let value = value.trim();
    let is_cause = meaning(label) == Some(Section::Factors) && !label.trim_start().starts_with(['*', '#', '|']);
    (is_cause && value.chars().count() >= FEWEST && value.contains(' ')).then(|| line.trim_end().len() - value.len())
}

/// The label of a line, and where its value begins.
fn parts(line: &str) -> Option<(&str, usize)> {
    let lead = line.len() - line.trim_start().len();
    let rest = line[lead..].strip_prefix("**")?;
    let (label, after) = rest.split_once("**")?;
    let value = match label.trim_end().strip_suffix([':', '：']) {
        Some(_) => after,
        None => after.strip_prefix([':', '：'])?,
    };
    let value = value.trim_start();
    (!value.trim_end().is_empty()).then(|| (label.trim_end_matches([':', '：', ' ']), line.len() - value.len()))
}

#[cfg(test)]
mod tests {
    use super::of_paragraph;
    use crate::review::Section;

    #[test]
    fn a_value_stands_after_its_label() {
        let text =
            "**Date:** 5 March\n**Root cause:** the fan\nstood still\n**Status**: over\n**Lessons learned**: look";
        let found: Vec<_> = of_paragraph(text, 10)
            .into_iter()
            .map(|(field, span)| (field, &text[span.start - 10..span.end - 10]))
            .collect();
        assert_eq!(found, [(Section::Factors, "the fan\nstood still"), (Section::Learnings, "look")]);
        for text in ["**Root cause:**", "**Root cause** of it: the fan", "Root cause: the fan", "**The fan** stood"] {
            assert_eq!(of_paragraph(text, 0), [], "{text}");
        }
    }
}
