//! The report of a public build, beside the site and never in it: `index.html` for people, `report.json` for programs, a page
//! for each review as its approver sees it. The report and the JSON hold no value that was held back; the approvers' pages
//! hold what their reviews hold, and are for those who may read these.

use serde::Serialize;
use serde_json::json;

use super::{Publication, approver};
use base::text::count;
use clearance::{Finding, Tier};
use internal::disclose::{Account, Withheld};
use site::output::OutPath;

/// The version of `report.json`.
const SCHEMA: u32 = 1;

/// The look of the report and of the approvers' pages: they open from a disk, alone, so it stands in them.
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
    add("index.html".to_owned(), page(publication));
    add("report.json".to_owned(), json(publication));
    for account in &publication.accounts {
        add(format!("reviews/{}.html", account.id), approver::page(account, &findings_of(publication, account)));
    }
    files
}

fn findings_of(publication: &Publication, account: &Account) -> Vec<Finding> {
    let own = |finding: &&Finding| {
        let page = account.slug.as_ref().is_some_and(|slug| finding.at.path.contains(&format!("postmortems/{slug}/")));
        finding.at.path == account.source || page
    };
    publication.findings.iter().filter(own).cloned().collect()
}

/// What a role or a mark took out, by what stands there now.
#[derive(Debug, Serialize)]
struct Replacement {
    section: &'static str,
    why: Withheld,
    with: String,
    times: usize,
}

fn replacements(account: &Account) -> Vec<Replacement> {
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

fn page(publication: &Publication) -> String {
    let blocked = publication.findings.iter().filter(|finding| finding.tier == Tier::Block).count();
    let verdict = if blocked > 0 {
        format!("<p class=\"verdict bad\">Not published: {} would have left.</p>", count(blocked, "value", "values"))
    } else if publication.interference.is_empty() {
        let files = count(publication.files.len(), "file", "files");
        let postmortems = count(publication.postmortems(), "postmortem", "postmortems");
        format!("<p class=\"verdict good\">Nothing was found in {postmortems}, {files}.</p>")
    } else {
        let differ = count(publication.interference.len(), "file changes", "files change");
        format!("<p class=\"verdict bad\">Not published: {differ} with text that must not leave.</p>")
    };
    let mut body = format!("<h1>Public edition: report</h1>{verdict}");
    body.push_str("<h2>Non-interference</h2>");
    body.push_str(&if publication.interference.is_empty() {
        format!("<p>The site was made a second time from a library in which everything that does not leave is another ({}); every byte was the same.</p>", count(publication.reviews, "review", "reviews"))
    } else {
        list(publication.interference.iter().map(|path| code(path)))
    });
    if !publication.loosened.is_empty() {
        body.push_str("<h2>The policy lets more out than before</h2>");
        body.push_str(&list(publication.loosened.iter().map(|line| escape(line))));
    }
    if !publication.gone.is_empty() {
        body.push_str("<h2>No longer published</h2>");
        body.push_str(&list(publication.gone.iter().map(|path| code(path.as_str()))));
    }
    body.push_str("<h2>Findings</h2>");
    body.push_str(&findings(&publication.findings));
    body.push_str("<h2>Reviews that ask to be published</h2><table><thead><tr><th>Review</th><th>State</th><th>Replaced</th><th>Kept inside</th><th>Waivers</th></tr></thead><tbody>");
    for account in &publication.accounts {
        let waivers = account.waivers.iter().map(|w| format!("{}: {}", escape(&w.rule), escape(&w.reason)));
        body.push_str(&format!(
            "<tr><td><a href=\"reviews/{}.html\">{}</a></td><td class=\"state\">{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            escape(&account.id),
            escape(account.slug.as_deref().unwrap_or(&account.source)),
            escape(&approver::state_words(&account.state)),
            replacements(account).iter().map(|r| r.times).sum::<usize>(),
            account.kept_inside.len(),
            waivers.collect::<Vec<_>>().join("<br>"),
        ));
    }
    body.push_str("</tbody></table>");
    document("Public edition: report", &body)
}

/// A table of findings, without a value in it.
pub(super) fn findings(findings: &[Finding]) -> String {
    if findings.is_empty() {
        return "<p>None.</p>".to_owned();
    }
    let mut out = "<table><thead><tr><th>Rule</th><th>Where</th><th>Seen in</th><th>Value</th><th>Known from</th></tr></thead><tbody>".to_owned();
    for finding in findings {
        let tier = if finding.tier == Tier::Block { "block" } else { "review" };
        let known = finding.known_from.as_ref().map(|from| format!("{}:{}", from.path, from.line)).unwrap_or_default();
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

fn code(text: &str) -> String {
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
