//! What of a postmortem is new since it was last approved, and which rows of an export it can be joined with: for its approver.

use std::path::Path;

use super::against::{Export, Joined};
use internal::disclose::Account;
use public::{Line, changes};
use site::source::read_file;

/// What differs from what was approved before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// Nothing was approved before, or what it was is not kept.
    First,
    /// Nothing.
    Same,
    /// These lines.
    Changed(Vec<Line>),
}

/// A postmortem beside what is known of it elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What is new.
    pub since: Since,
    /// The name of the export, where there is one, and its rows.
    pub rows: Option<(String, Vec<Joined>)>,
}

/// Compares what would leave of one review.
#[must_use]
pub fn compare(account: &Account, library: &Path, export: Option<&Export>) -> Compared {
    let joins =
        |export: &Export| account.postmortem.as_ref().map(|postmortem| export.joins(postmortem)).unwrap_or_default();
    Compared { since: since(account, library), rows: export.map(|export| (export.file.clone(), joins(export))) }
}

fn since(account: &Account, library: &Path) -> Since {
    let (Some(slug), Some(now)) = (&account.slug, &account.canonical) else { return Since::First };
    let kept = format!(".debrief/approved/{slug}.txt");
    if !library.join(&kept).is_file() {
        return Since::First;
    }
    match read_file(library, &kept) {
        Ok(before) if before.text == *now => Since::Same,
        Ok(before) => Since::Changed(changes(&before.text, now)),
        Err(_) => Since::First,
    }
}
