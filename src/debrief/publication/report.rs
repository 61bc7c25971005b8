//! The report of a public build, beside the site and never in it: `index.html` for people, `report.json` for programs, and an
//! approver's page for each review. The report and the JSON contain no withheld value; the approvers' pages contain internal
//! text, and are only for people who may read the reviews.

use serde::Serialize;
use serde_json::json;

use super::{Publication, approver, overview};
use clearance::{Finding, Origin, Tier};
use internal::disclose::{Account, Withheld};
use public::Line;
use site::output::OutPath;

/// The version of `report.json`.
const SCHEMA: u32 = 1;

/// The style of the report and of the approvers' pages. It is inlined, because the pages are opened from a disk.
pub(super) const STYLE: &str = include_str!("report.css");

/// Every file of the report.
#[must_use]
pub fn files(publication: &Publication) -> Vec<(OutPath, Vec<u8>)> {
    let mut files = Vec::new();
    let mut add = |path: String, text: String| {
        if let Ok(path) = OutPath::new(&path) {
            files.push((path, text.into_bytes()));
        }
    };
    add("index.html".to_owned(), overview::page(publication));
    add("report.json".to_owned(), json(publication));
    for account in &publication.accounts {
        add(format!("reviews/{}.html", account.id), page_of(publication, account));
    }
    files
}

fn page_of(publication: &Publication, account: &Account) -> String {
    approver::page(account, &findings_of(publication, account), publication.compared.get(&account.source))
}

/// The findings of one review and of its page.
pub(super) fn findings_of(publication: &Publication, account: &Account) -> Vec<Finding> {
    let own = |finding: &&Finding| {
        let page = account.slug.as_ref().is_some_and(|slug| finding.at.path.contains(&format!("postmortems/{slug}/")));
        finding.at.path == account.source || page
    };
    publication.findings.iter().filter(own).cloned().collect()
}

/// A withheld part by its replacement.
#[derive(Debug, Serialize)]
pub(super) struct Replacement {
    section: &'static str,
    why: Withheld,
    with: String,
    pub(super) times: usize,
}

/// Each replacement with the number of times it occurs.
pub(super) fn replacements(account: &Account) -> Vec<Replacement> {
    let mut all: Vec<Replacement> = Vec::new();
    for shown in &account.shown {
        for (why, with) in shown.runs.iter().filter_map(|run| run.withheld.as_ref()) {
            match all.iter_mut().find(|r| r.section == shown.name && r.why == *why && r.with == *with) {
                Some(same) => same.times += 1,
                None => all.push(Replacement { section: shown.name, why: why.clone(), with: with.clone(), times: 1 }),
            }
        }
    }
    all
}

fn json(publication: &Publication) -> String {
    let reviews: Vec<_> = publication.accounts.iter().map(|account| {
        json!({
            "source": account.source,
            "slug": account.slug,
            "state": account.state,
            "digest": account.digest,
            "leaves": account.shown.iter().map(|shown| shown.name).collect::<std::collections::BTreeSet<_>>(),
            "kept_inside": account.kept_inside,
            "joins": account.joins,
            "approved": account.approval.as_ref().map(|(by, on)| json!({"by": by, "on": on})),
            "rows": publication.compared.get(&account.source).and_then(|compared| compared.rows.as_ref()).map(|(_, rows)| rows),
            "replacements": replacements(account),
            "pictures": account.pictures.len(),
            "waivers": account.waivers.iter().map(|w| json!({"rule": w.rule, "reason": w.reason})).collect::<Vec<_>>(),
        })
    }).collect();
    let report = json!({
        "schema": SCHEMA,
        "published": publication.postmortems(),
        "files": publication.files.len(),
        "findings": publication.findings,
        "interference": publication.interference,
        "no_longer_published": publication.gone.iter().map(OutPath::as_str).collect::<Vec<_>>(),
        "policy_loosened": publication.loosened,
        "reviews": reviews,
    });
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

/// The changes, field by field.
pub(super) fn diff(lines: &[Line]) -> String {
    let line = |line: &Line| match line {
        Line::Field(name) => format!("<h5>{}</h5>", escape(name)),
        Line::Same(text) => format!("<p>{}</p>", escape(text)),
        Line::Old(text) => format!("<del>{}</del>", escape(text)),
        Line::New(text) => format!("<ins>{}</ins>", escape(text)),
    };
    format!("<div class=\"diff\">{}</div>", lines.iter().map(line).collect::<String>())
}

/// A table of findings, without their values.
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

/// A self-contained page.
pub(super) fn document(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\"><title>{}</title><style>{STYLE}</style></head><body><main>{body}</main></body></html>\n",
        escape(title)
    )
}
