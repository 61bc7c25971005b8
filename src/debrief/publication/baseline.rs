//! What the policy was when something was last published: `.debrief/policy.json` in the library, under version control with
//! it. A policy that lets more out than that one is not used until somebody says so.

use std::path::{Path, PathBuf};

use super::{Prepared, Publication};
use base::diagnostics::{Code, Diagnostic, Place};
use clearance::{Policy, PolicyRecord, loosened};
use internal::disclose::Account;
use site::output::{OutputError, overwrite};
use site::source;

/// Where the record stands in a library.
pub const RECORD: &str = ".debrief/policy.json";

/// Says what was loosened since; an error unless it is accepted.
pub fn check(prepared: &mut Prepared, library: &Path, accepted: bool) -> Vec<Diagnostic> {
    let now = record(&prepared.policy, &prepared.disclosure.accounts);
    let before = match read(library) {
        Ok(Some(before)) => before,
        Ok(None) => return Vec::new(),
        Err(problem) => return vec![*problem],
    };
    prepared.loosened = loosened(&before, &now);
    if accepted || prepared.loosened.is_empty() {
        return Vec::new();
    }
    let what = prepared.loosened.join("; ");
    let problem = Diagnostic::new(Code::PolicyLoosened, format!("the policy lets more out than it did: {what}"));
    let hint = "if that is meant, build once with `--accept-policy-change` and commit `.debrief/policy.json`";
    vec![problem.at(Place::file(clearance::POLICY_FILE)).hint(hint)]
}

/// Keeps the record of a site that was published.
///
/// # Errors
/// When the library cannot be written to.
pub fn keep(publication: &Publication, library: &Path, accepted: bool) -> Result<(), OutputError> {
    let now = record(&publication.policy, &publication.accounts);
    let before = read(library).ok().flatten();
    if before.as_ref() == Some(&now) || (!accepted && before.is_some() && !publication.loosened.is_empty()) {
        return Ok(());
    }
    let mut text = serde_json::to_string_pretty(&now).unwrap_or_default();
    text.push('\n');
    overwrite(&path(library), text.as_bytes())
}

fn path(library: &Path) -> PathBuf {
    library.join(RECORD)
}

fn record(policy: &Policy, accounts: &[Account]) -> PolicyRecord {
    let waivers = accounts.iter().flat_map(|account| {
        account.waivers.iter().map(move |waiver| format!("{}: {} {}", account.source, waiver.rule, waiver.value))
    });
    PolicyRecord::of(policy, waivers)
}

/// A record that cannot be read is not taken for none.
fn read(library: &Path) -> Result<Option<PolicyRecord>, Box<Diagnostic>> {
    if !path(library).exists() {
        return Ok(None);
    }
    let file = source::read_file(library, RECORD)?;
    serde_json::from_str(&file.text).map(Some).map_err(|error| {
        let message = format!("the record of the last policy cannot be read: {error}");
        let hint = "restore it from version control; without it a looser policy would pass unseen";
        Box::new(Diagnostic::new(Code::PolicyLoosened, message).at(Place::file(RECORD)).hint(hint))
    })
}
