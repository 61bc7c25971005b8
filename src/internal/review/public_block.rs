//! `public:` is kept for the public edition; here only its shape is checked, so that a misspelt key is told of today.

use crate::diagnostics::Diagnostic;
use crate::yaml::Fields;

const KEYS: [&str; 24] = [
    "publish",
    "slug",
    "title",
    "date",
    "severity",
    "services",
    "tags",
    "sections",
    "assets",
    "not_before",
    "time_precision",
    "allow",
    "approval",
    "version",
    "changes",
    "summary",
    "services-impacted",
    "duration",
    "customer-impact",
    "proximate-cause",
    "contributing-factors",
    "resolution",
    "countermeasures",
    "learnings",
];

/// Reports unknown keys and a `publish` that is neither `true` nor `false`.
pub(super) fn check(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(node) = fields.get("public") else { return };
    if let Some(public) = node.fields(&KEYS, problems) {
        public.flag("publish", problems);
    }
}
