//! The policy at the last publication or approval: `.debrief/policy.json` in the library, under version control. A policy that
//! allows more than that one is not used until somebody accepts it; files of the theme that have changed are named.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Prepared, Publication};
use base::diagnostics::{Code, Diagnostic, Level, Place};
use base::text::count;
use clearance::{Policy, PolicyRecord, changed_theme, loosened};
use internal::disclose::{Account, State, kept};
use site::output::{OutputError, overwrite};
use site::source;
use site::theme::Theme;

/// The path of the record in a library.
pub const RECORD: &str = ".debrief/policy.json";

/// Reports what was loosened since the last publication or approval; an error unless it is accepted. If there is no record of the
/// policy and something is approved or published (`standing` postmortems), anything may have been loosened: the first approval
/// makes the record.
pub fn check(prepared: &mut Prepared, library: &Path, standing: usize, accepted: bool) -> Vec<Diagnostic> {
    let now = record(&prepared.policy, &prepared.disclosure.accounts, prepared.theme.as_ref());
    let before = match read(library) {
        Ok(Some(before)) if before.published || standing == 0 => before,
        Ok(_) => {
            let problem = missing(prepared, library, standing);
            if problem.is_some() {
                let state = state_of_record(library);
                prepared.loosened = vec![format!("no record says what the policy was: {RECORD} {state}")];
            }
            return problem.into_iter().filter(|_| !accepted).collect();
        }
        Err(_) if accepted => {
            prepared.loosened = vec![format!("no record says what the policy was: {RECORD} cannot be read")];
            return Vec::new();
        }
        Err(problem) => return vec![*problem],
    };
    prepared.loosened = loosened(&before, &now);
    let is_all_waived = prepared.loosened.len() == now.waivers.difference(&before.waivers).count();
    let since = if before.published { "last publication" } else { "first approval" };
    let mut problems: Vec<_> = theme_note(&changed_theme(&before, &now), since).into_iter().collect();
    if accepted || prepared.loosened.is_empty() {
        return problems;
    }
    let what = prepared.loosened.join("; ");
    let message = format!("readers may see more than was accepted at the last publication or approval: {what}");
    let problem = Diagnostic::new(Code::PolicyLoosened, message);
    let hint = "if that is meant, build once with `--accept-policy-change` and commit `.debrief/policy.json`";
    let place = is_all_waived.then(|| waived_in(&prepared.disclosure.accounts, &before)).flatten();
    let place = place.unwrap_or(clearance::POLICY_FILE);
    problems.push(problem.at(Place::file(place)).hint(hint));
    problems
}

/// The one review with new waivers: they stand in it and not in the policy.
fn waived_in<'a>(accounts: &'a [Account], before: &PolicyRecord) -> Option<&'a str> {
    let has_new = |account: &&Account| waivers(account).any(|line| !before.waivers.contains(&line));
    let mut reviews = accounts.iter().filter(has_new).map(|account| account.source.as_str());
    let first = reviews.next()?;
    reviews.next().is_none().then_some(first)
}

/// What a review lets out, as lines of the record.
fn waivers(account: &Account) -> impl Iterator<Item = String> {
    account.waivers.iter().map(move |waiver| format!("{}: {} {}", account.source, waiver.rule, waiver.value))
}

/// The most files that a note names.
const MOST_NAMED: usize = 5;

/// The note on files of the theme that have changed: no approval is of the words in them.
fn theme_note(changed: &[String], since: &str) -> Option<Diagnostic> {
    let named = changed.iter().take(MOST_NAMED).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let more = changed.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let message = format!("the theme has changed since the {since}: {named}{more}");
    let note = Diagnostic::new(Code::PolicyLoosened, message).with_level(Level::Note);
    let hint = "no approval is of a theme: look at the files before you publish";
    (!changed.is_empty()).then(|| note.at(Place::file(clearance::POLICY_FILE)).hint(hint))
}

/// What is wrong with a record that does not say under which policy something was published.
fn state_of_record(library: &Path) -> &'static str {
    if has_none(library) { "is missing" } else { "is that of a library that has published nothing" }
}

/// Reports a record that is missing, or older than what is published, unless nothing is published and nothing approved.
fn missing(prepared: &Prepared, library: &Path, standing: usize) -> Option<Diagnostic> {
    let at_policy =
        |message: String| Diagnostic::new(Code::PolicyLoosened, message).at(Place::file(clearance::POLICY_FILE));
    if standing > 0 {
        let published = count(standing, "postmortem stands", "postmortems stand");
        let state = state_of_record(library);
        let message = format!("{published} published, and the record of the policy, `{RECORD}`, {state}");
        let hint = "restore it from version control; without it a looser policy would pass unseen. If there never was one, look at \
                    redaction.yaml and build once with `--accept-policy-change`";
        return Some(at_policy(message).hint(hint));
    }
    let approved: Vec<&Account> =
        prepared.disclosure.accounts.iter().filter(|account| account.state == State::Approved).collect();
    if approved.is_empty() {
        return None;
    }
    let approvals = count(approved.len(), "postmortem is approved", "postmortems are approved");
    let slugs = approved.iter().filter_map(|account| account.slug.as_deref());
    let lacks = slugs.into_iter().any(|slug| fs::symlink_metadata(library.join(kept(slug))).is_err());
    let (message, hint) = if lacks {
        (
            format!("{approvals}, and `.debrief/`, which keeps what was approved under which policy, is not here"),
            "commit `.debrief/` with the library (`git add -f .debrief`, where a .gitignore names it): without it a looser policy \
             passes unseen, and an approver cannot be shown what is new. If there never was one, build once with \
             `--accept-policy-change` and commit what it writes",
        )
    } else {
        (
            format!(
                "{approvals}, and the record of the policy, `{RECORD}`, which the first approval makes, is missing or empty"
            ),
            "restore it from version control; without it a looser policy would pass unseen. If the approvals are of an earlier \
             release, which made none, look at redaction.yaml and build once with `--accept-policy-change`",
        )
    };
    Some(at_policy(message).hint(hint))
}

/// The record that an approval leaves; `None` if it stays as it is. The first one makes it: without it nobody could tell that one
/// was removed. A later one adds to it what is protected and takes from it what is no longer permitted, so that a build that keeps
/// no record of its own notices when that is undone; a looser policy is for `--accept-policy-change` to accept. Waivers and the
/// theme stay as recorded: a review with a mistake has no waivers now and will have them again, and no approval is of a theme.
#[must_use]
pub fn at_approval(library: &Path, now: &PolicyRecord, is_first: bool) -> Option<String> {
    let Some(before) = read(library).ok()? else {
        return is_first.then(|| to_text(&PolicyRecord { published: false, ..now.clone() }));
    };
    if !loosened(&before, now).is_empty() {
        return None;
    }
    let (protected, permitted) = (now.protected.clone(), now.permitted.clone());
    Some(to_text(&PolicyRecord { protected, permitted, ..before }))
}

/// Whether the library has no record, not even one that cannot be read.
fn has_none(library: &Path) -> bool {
    fs::symlink_metadata(path(library)).is_err()
}

/// Stores the record of a published site; returns whether it is the first one. A site without postmortems has only its own texts and
/// theme: where no record is, it begins none, with which the first permissions would be compared.
///
/// # Errors
/// If the library cannot be written to.
pub fn keep(publication: &Publication, library: &Path, accepted: bool) -> Result<bool, OutputError> {
    let before = read(library).ok().flatten();
    // What is said to be looser without a record stands published, or its record cannot be read.
    let stood = before.as_ref().map_or(!publication.loosened.is_empty(), |before| before.published);
    let published = stood || publication.postmortems() > 0;
    if !published && before.is_none() {
        return Ok(false);
    }
    let now = record(&publication.policy, &publication.accounts, publication.theme.as_ref());
    let now = PolicyRecord { published, ..now };
    if before.as_ref() == Some(&now) || (!accepted && before.is_some() && !publication.loosened.is_empty()) {
        return Ok(false);
    }
    overwrite(&path(library), to_text(&now).as_bytes())?;
    Ok(before.is_none_or(|before| !before.published))
}

fn to_text(record: &PolicyRecord) -> String {
    let mut text = serde_json::to_string_pretty(record).unwrap_or_default();
    text.push('\n');
    text
}

fn path(library: &Path) -> PathBuf {
    library.join(RECORD)
}

/// The record of what holds now.
#[must_use]
pub fn record(policy: &Policy, accounts: &[Account], theme: Option<&Theme>) -> PolicyRecord {
    PolicyRecord::of(policy, accounts.iter().flat_map(waivers), theme.into_iter().flat_map(Theme::own_files))
}

/// The record; `None` only if the file does not exist or is the empty one of an earlier release, not if it cannot be read.
fn read(library: &Path) -> Result<Option<PolicyRecord>, Box<Diagnostic>> {
    // A broken link counts as a record that cannot be read.
    if has_none(library) {
        return Ok(None);
    }
    let file = source::read_file(library, RECORD)?;
    let record = serde_json::from_str(&file.text).map(|record| Some(record).filter(|r| *r != PolicyRecord::default()));
    record.map_err(|error| {
        let message = format!("the record of the last policy cannot be read: {error}");
        let hint = "restore it from version control; without it a looser policy would pass unseen. If that cannot be done, look at \
                    redaction.yaml and build once with `--accept-policy-change`";
        Box::new(Diagnostic::new(Code::PolicyLoosened, message).at(Place::file(RECORD)).hint(hint))
    })
}
