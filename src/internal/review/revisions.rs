//! Changes to a published review: `revisions:`.

use jiff::civil::Date;

use super::{keys, times};
use base::diagnostics::Diagnostic;
use base::yaml::{Fields, Node};

/// A change to a published review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    pub on: Date,
    pub note: String,
}

/// Reads `revisions:`, a list of `{on, note}`.
pub(super) fn read(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Revision> {
    let Some(node) = fields.get("revisions") else { return Vec::new() };
    let mut read = |item: &Node<'_>| {
        let fields = item.fields(&keys::REVISION, problems)?;
        let note = fields.required("note", problems);
        let on = times::required_date(&fields, "on", problems);
        Some(Revision { on: on?, note: note? })
    };
    node.items().iter().filter_map(&mut read).collect()
}
