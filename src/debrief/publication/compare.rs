//! For the approver: what has changed in a postmortem since its last approval, and which rows of an export it can be joined
//! with.

use std::fs;
use std::path::Path;

use super::status_export::{Export, Joined};
use base::diagnostics::Diagnostic;
use internal::disclose::{Account, kept};
use public::{Line, changes, digest_of};
use site::source::read_file;

/// The changes since the last approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// Nothing was approved before, or the approved text was not kept.
    First,
    /// The approved text cannot be read.
    Unreadable(Box<Diagnostic>),
    /// Nothing has changed.
    Same,
    /// These lines have changed.
    Changed(Vec<Line>),
}

/// A postmortem compared with its last approval and with an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The changes since the last approval.
    pub since: Since,
    /// The name of the export and its rows, if there is one.
    pub rows: Option<(String, Vec<Joined>)>,
}

/// Compares what would be published of one review.
#[must_use]
pub fn compare(account: &Account, library: &Path, export: Option<&Export>) -> Compared {
    let joins =
        |export: &Export| account.postmortem.as_ref().map(|postmortem| export.joins(postmortem)).unwrap_or_default();
    Compared { since: since(account, library), rows: export.map(|export| (export.file.clone(), joins(export))) }
}

fn since(account: &Account, library: &Path) -> Since {
    let (Some(slug), Some(now)) = (&account.slug, &account.canonical) else { return Since::First };
    match approved_before(library, account, slug) {
        Ok(None) => Since::First,
        Ok(Some(before)) if before == *now => Since::Same,
        Ok(Some(before)) => Since::Changed(changes(&before, now)),
        Err(problem) => Since::Unreadable(problem),
    }
}

/// What was approved last, if anything was. A text that is kept and is not what the approval names was approved by nobody: whoever approves
/// is shown everything then.
///
/// # Errors
/// When it cannot be read, which is not the same as nothing.
pub fn approved_before(library: &Path, account: &Account, slug: &str) -> Result<Option<String>, Box<Diagnostic>> {
    let path = kept(slug);
    if fs::symlink_metadata(library.join(&path)).is_err() {
        return Ok(None);
    }
    let hint =
        "this is what was approved before: restore it from version control, or remove it and be shown everything";
    let before = read_file(library, &path).map_err(|problem| Box::new(problem.hint(hint)))?.text;
    Ok(Some(before).filter(|before| account.approved.as_deref() == Some(digest_of(before).as_str())))
}
