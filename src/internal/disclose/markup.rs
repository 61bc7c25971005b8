//! Comments, raw HTML, fences and references in a text to be published.

use super::draft::Written;
use super::redactor::{Edit, Redactor};
use super::run::Withheld;
use base::diagnostics::Code;
use markdown::{Inspection, inspect, is_language};

/// Removes comments and marked fences. Any other raw HTML, and a fence with an unknown name, is an error.
pub(super) fn edits(
    redactor: &mut Redactor<'_>,
    text: &str,
    written: &Written,
    inspection: &Inspection,
    edits: &mut Vec<Edit>,
) {
    for html in &inspection.html {
        if html.comment {
            edits.push(Edit { span: html.span.clone(), with: String::new(), why: Some(Withheld::Comment) });
        } else {
            let message = "raw HTML cannot be published".to_owned();
            let hint = "write it in Markdown; for a literal `<`, write `&lt;` or put it in backticks";
            redactor.problem(Code::PublicMarkup, message, written, html.span.clone(), hint);
        }
    }
    for fence in &inspection.fences {
        let span = fence.span.clone();
        if fence.name.eq_ignore_ascii_case("redact") {
            if fence.closed {
                edits.push(Edit { span, with: String::new(), why: Some(Withheld::Omitted) });
            } else {
                let message = "this `redact` fence is never closed".to_owned();
                redactor.problem(
                    Code::PublicMark,
                    message,
                    written,
                    first_line(text, span),
                    "end it with a line of three backticks",
                );
            }
        } else if !is_language(&fence.name) {
            let near = base::text::nearest(&fence.name.to_lowercase(), ["redact"]).is_some();
            let message = format!("`{}` is no language that is known here", fence.name);
            let hint = if near { "did you mean `redact`?" } else { "name a known language, or `text`" };
            redactor.problem(Code::PublicMarkup, message, written, first_line(text, span), hint);
        } else if !fence.closed {
            let message = "this fence is never closed".to_owned();
            redactor.problem(
                Code::PublicMarkup,
                message,
                written,
                first_line(text, span),
                "end it with a line of three backticks",
            );
        }
    }
}

/// References that the section does not define: a definition elsewhere in the review is not published with it.
pub(super) fn undefined(
    redactor: &mut Redactor<'_>,
    text: &str,
    written: &Written,
    inspection: &Inspection,
    edits: &[Edit],
) {
    if inspection.undefined.is_empty() {
        return;
    }
    let elsewhere = inspect(&format!("{text}\n\n{}\n", redactor.review.definitions)).undefined;
    for reference in &inspection.undefined {
        let inside = |edit: &Edit| edit.span.start <= reference.span.start && reference.span.end <= edit.span.end;
        // `[sic]` is text, unless another part of the review defines it.
        let is_text = reference.shortcut
            && !reference.label.starts_with('^')
            && elsewhere.iter().any(|known| known.label == reference.label);
        // `rows[0][1]` is code without backticks, not a reference.
        let before = text.get(..reference.span.start).and_then(|head| head.chars().next_back());
        let is_index = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ']' | ')'))
            && elsewhere.iter().any(|known| known.label == reference.label);
        if is_text || is_index || reference.label.starts_with('[') || edits.iter().any(inside) {
            continue;
        }
        let what = if reference.label.starts_with('^') { "footnote" } else { "link" };
        let message = format!("`[{}]` has no definition in this section", reference.label);
        let hint = format!("define the {what} in the section that is published, or write it out where it stands");
        redactor.problem(Code::PublicMarkup, message, written, reference.span.clone(), &hint);
    }
}

fn first_line(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let end = text[span.clone()].find('\n').map_or(span.end, |end| span.start + end);
    span.start..end
}
