//! Whom an incident affected, and how: `impact:`, a sentence or a mapping.

use super::keys;
use base::diagnostics::Diagnostic;
use base::yaml::Fields;

/// Who was affected; Markdown of one line each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Impact {
    pub customers: Option<String>,
    pub summary: Option<String>,
    pub sla: Option<String>,
    pub support_cases: Option<String>,
}

/// Reads `impact:`.
pub(super) fn read(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Impact {
    let Some(node) = fields.get("impact") else { return Impact::default() };
    if !node.is_mapping() {
        return Impact { summary: node.words(problems), ..Impact::default() };
    }
    let Some(fields) = node.fields(&keys::IMPACT, problems) else { return Impact::default() };
    Impact {
        customers: fields.words("customers", problems),
        summary: fields.words("summary", problems),
        sla: fields.words("sla", problems),
        support_cases: fields.words("support_cases", problems),
    }
}
