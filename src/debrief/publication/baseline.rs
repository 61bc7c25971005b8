//! The policy at the last publication: `.debrief/policy.json` in the library, under version control. A policy that allows more
//! than that one is not used until somebody accepts it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Prepared, Publication};
use base::diagnostics::{Code, Diagnostic, Level, Place};
use base::text::count;
use clearance::{Policy, PolicyRecord, loosened};
use internal::disclose::{Account, State, kept};
use site::output::{OutputError, overwrite};
use site::source;

/// The path of the record in a library.
pub const RECORD: &str = ".debrief/policy.json";

/// Reports what was loosened since the last publication; an error unless it is accepted. If there is no record of the policy
/// under which the `standing` postmortems were published, or it cannot be read, anything may have been loosened.
pub fn check(prepared: &mut Prepared, library: &Path, standing: usize, accepted: bool) -> Vec<Diagnostic> {
    let now = record(&prepared.policy, &prepared.disclosure.accounts);
    let before = match read(library) {
        Ok(Some(before)) => before,
        Ok(None) if standing == 0 => return if accepted { Vec::new() } else { incomplete_checkout(prepared, library) },
        Ok(None) => {
            prepared.loosened = vec![format!("no record says what the policy was: {RECORD} is missing")];
            if accepted {
                return Vec::new();
            }
            let published = count(standing, "postmortem stands", "postmortems stand");
            let message = format!("{published} published, and the record of the policy, `{RECORD}`, is missing");
            let hint = "restore it from version control; without it a looser policy would pass unseen. If there never was one, look at \
                        redaction.yaml and build once with `--accept-policy-change`";
            return vec![
                Diagnostic::new(Code::PolicyLoosened, message).at(Place::file(clearance::POLICY_FILE)).hint(hint),
            ];
        }
        Err(_) if accepted => {
            prepared.loosened = vec![format!("no record says what the policy was: {RECORD} cannot be read")];
            return Vec::new();
        }
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

/// Reports a checkout that may lack files that others have: nothing is published and there is no record, but there are
/// approvals without the approved texts.
fn incomplete_checkout(prepared: &Prepared, library: &Path) -> Vec<Diagnostic> {
    let approved = prepared.disclosure.accounts.iter().filter(|account| account.state == State::Approved);
    let slugs: Vec<&str> = approved.filter_map(|account| account.slug.as_deref()).collect();
    let lacking = slugs.iter().filter(|slug| fs::symlink_metadata(library.join(kept(slug))).is_err()).count();
    if lacking == 0 {
        return Vec::new();
    }
    let approvals = count(lacking, "postmortem is approved", "postmortems are approved");
    let message =
        format!("{approvals}, and `.debrief/`, which keeps what was approved under which policy, is not here");
    let hint = "commit `.debrief/` with the library (`git add -f .debrief`, where a .gitignore names it): without it a looser policy \
                passes unseen, and an approver cannot be shown what is new. If there never was one, build once with \
                `--accept-policy-change` and commit what it writes";
    let problem = Diagnostic::new(Code::PolicyLoosened, message).at(Place::file(clearance::POLICY_FILE)).hint(hint);
    vec![problem.with_level(Level::Warning)]
}

/// Stores the record of a published site; returns whether it is the first one.
///
/// # Errors
/// If the library cannot be written to.
pub fn keep(publication: &Publication, library: &Path, accepted: bool) -> Result<bool, OutputError> {
    let now = record(&publication.policy, &publication.accounts);
    let before = read(library).ok().flatten();
    if before.as_ref() == Some(&now) || (!accepted && before.is_some() && !publication.loosened.is_empty()) {
        return Ok(false);
    }
    let mut text = serde_json::to_string_pretty(&now).unwrap_or_default();
    text.push('\n');
    overwrite(&path(library), text.as_bytes())?;
    Ok(before.is_none())
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

/// The record; `None` only if the file does not exist, not if it cannot be read.
fn read(library: &Path) -> Result<Option<PolicyRecord>, Box<Diagnostic>> {
    // A broken link counts as a record that cannot be read.
    if fs::symlink_metadata(path(library)).is_err() {
        return Ok(None);
    }
    let file = source::read_file(library, RECORD)?;
    serde_json::from_str(&file.text).map(Some).map_err(|error| {
        let message = format!("the record of the last policy cannot be read: {error}");
        let hint = "restore it from version control; without it a looser policy would pass unseen. If that cannot be done, look at \
                    redaction.yaml and build once with `--accept-policy-change`";
        Box::new(Diagnostic::new(Code::PolicyLoosened, message).at(Place::file(RECORD)).hint(hint))
    })
}
