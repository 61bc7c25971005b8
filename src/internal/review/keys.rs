//! Every key that front matter may have.

/// The fields of a review, in the order in which they are written.
pub(super) const REVIEW: [&str; 41] = [
    "id",
    "aliases",
    "title",
    "summary",
    "kind",
    "status",
    "severity",
    "scheduled",
    "environment",
    "services",
    "systems",
    "teams",
    "tags",
    "timezone",
    "times",
    "detection",
    "impact",
    "timeline",
    "contributing_factors",
    "root_cause",
    "surprises",
    "learnings",
    "went_well",
    "got_lucky",
    "open_questions",
    "actions",
    "no_action_reason",
    "wont_do",
    "people",
    "presenter",
    "new_to",
    "links",
    "related",
    "recurrence_of",
    "published",
    "revisions",
    "rehearsed",
    "visibility",
    "page",
    "public",
    "extra",
];

pub(super) const TIMES: [&str; 6] = ["started", "detected", "acknowledged", "identified", "mitigated", "resolved"];
pub(super) const DETECTION: [&str; 2] = ["source", "note"];
pub(super) const IMPACT: [&str; 4] = ["customers", "summary", "sla", "support_cases"];
pub(super) const ENTRY: [&str; 8] = ["at", "phase", "kind", "impact", "what", "who", "evidence", "public"];
pub(super) const POINT: [&str; 2] = ["text", "applies_to"];
pub(super) const FACTOR: [&str; 2] = ["text", "category"];
pub(super) const ACTION: [&str; 11] =
    ["id", "title", "owner", "priority", "improves", "due", "status", "closed", "ticket", "reason", "sensitive"];
pub(super) const DECLINED: [&str; 2] = ["title", "reason"];
pub(super) const PEOPLE: [&str; 6] =
    ["owner", "presenter", "facilitator", "incident_commander", "responders", "participants"];
pub(super) const LINK: [&str; 2] = ["label", "url"];
pub(super) const REVISION: [&str; 2] = ["on", "note"];
