//! The report of a public build, beside the site and never in it: `index.html` for people, `report.json` for programs, and an
//! approver's page for each review. The report and the JSON contain no withheld value; the approvers' pages contain internal
//! text, and are only for people who may read the reviews.

use serde_json::json;

use super::account::{findings_of, replacements};
use super::{Publication, approver, overview};
use internal::disclose::Account;
use site::output::OutPath;

/// The version of `report.json`.
const SCHEMA: u32 = 1;

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
