//! The pieces of HTML that the pages of a report are made of.

use super::status_export::Joined;
use base::text::count;
use clearance::{Finding, Origin, Tier};
use public::Line;

/// The look of the report and of the approvers' pages: they open from a disk, alone, so it stands in them.
const STYLE: &str = include_str!("report.css");

/// What differs, field by field.
pub(super) fn diff(lines: &[Line]) -> String {
    let line = |line: &Line| match line {
        Line::Field(name) => format!("<h5>{}</h5>", escape(name)),
        Line::Same(text) => format!("<p>{}</p>", escape(text)),
        Line::Old(text) => format!("<del>{}</del>", escape(text)),
        Line::New(text) => format!("<ins>{}</ins>", escape(text)),
    };
    format!("<div class=\"diff\">{}</div>", lines.iter().map(line).collect::<String>())
}

/// A table of findings, without a value in it.
pub(super) fn findings(findings: &[Finding]) -> String {
    if findings.is_empty() {
        return "<p>None.</p>".to_owned();
    }
    let mut out = "<table><thead><tr><th>Rule</th><th>Where</th><th>Seen in</th><th>Value</th><th>Known from</th></tr></thead><tbody>".to_owned();
    for finding in findings {
        let tier = if finding.tier == Tier::Block { "block" } else { "review" };
        let known = finding.known_from.as_ref().map(Origin::shown).unwrap_or_default();
        out.push_str(&format!(
            "<tr class=\"{tier}\"><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            code(&finding.rule),
            code(&format!("{}:{}:{}", finding.at.path, finding.at.line, finding.at.column)),
            escape(&finding.way_out().map_or_else(|| finding.view.clone(), |way| format!("{}: {way}", finding.view))),
            code(&finding.masked),
            code(&known),
        ));
    }
    out + "</tbody></table>"
}

pub(super) fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.map(|item| format!("<li>{item}</li>")).collect();
    format!("<ul>{}</ul>", items.concat())
}

pub(super) fn code(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<code>{}</code>", escape(text)) }
}

pub(super) fn escape(text: &str) -> String {
    base::text::escape_html(text)
}

/// A page that needs nothing beside it.
pub(super) fn document(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\"><title>{}</title><style>{STYLE}</style></head><body><main>{body}</main></body></html>\n",
        escape(title)
    )
}

/// The rows of an export near its time.
pub(super) fn rows_of(file: &str, rows: &[Joined]) -> String {
    match rows {
        [] => format!("<p>No row of {} lies near its time.</p>", code(file)),
        rows => {
            let head = format!(
                "<p>{} of {} near its time, and what else agrees:</p>",
                count(rows.len(), "row", "rows"),
                code(file)
            );
            head + &list(rows.iter().map(|row| escape(&row.to_string())))
        }
    }
}
