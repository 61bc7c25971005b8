//! English headings that mean a field. Those of other languages are in `languages`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::section::Section;

/// The field of each name.
static FIELDS: LazyLock<HashMap<&'static str, Section>> = LazyLock::new(|| {
    let mut fields = HashMap::new();
    for (section, names) in &NAMES {
        for name in *names {
            // A name of two fields means the first.
            fields.entry(*name).or_insert(*section);
        }
    }
    fields
});

/// The field that a name means.
pub(super) fn field(name: &str) -> Option<Section> {
    FIELDS.get(name).copied()
}

/// Headings by meaning: lower case, without numbering and punctuation.
pub(in crate::review) const NAMES: [(Section, &[&str]); 9] = [
    (
        Section::Summary,
        &[
            "summary",
            "executive summary",
            "incident summary",
            "issue summary",
            "overview",
            "tl dr",
            "tldr",
            "abstract",
            "synopsis",
            "in short",
            "what happened in short",
            "high level summary",
            "event summary",
        ],
    ),
    (
        Section::Timeline,
        &[
            "timeline",
            "incident timeline",
            "timeline of events",
            "timeline of the incident",
            "event timeline",
            "chronology",
            "sequence of events",
            "chronology of events",
            "detailed timeline",
            "annotated timeline",
        ],
    ),
    (
        Section::Factors,
        &[
            "contributing factors",
            "contributing factor",
            "contributing causes",
            "root cause",
            "root causes",
            "root cause analysis",
            "cause",
            "causes",
            "root cause s",
            "proximate cause",
            "underlying causes",
            "why it happened",
            "what contributed",
        ],
    ),
    (Section::Surprises, &["surprises", "what surprised us", "surprise", "what was surprising"]),
    (
        Section::Learnings,
        &[
            "lessons learned",
            "lessons learnt",
            "lessons",
            "learnings",
            "what we learned",
            "what did we learn",
            "what we learnt",
            "key learnings",
            "takeaways",
            "key takeaways",
            "lesson",
            "what have we learned",
        ],
    ),
    (
        Section::WentWell,
        &[
            "what went well",
            "what worked",
            "what worked well",
            "things that went well",
            "went well",
            "what helped",
            "positives",
        ],
    ),
    (
        Section::GotLucky,
        &[
            "where we got lucky",
            "what was lucky",
            "where did we get lucky",
            "got lucky",
            "luck",
            "lucky",
            "why it was not worse",
            "why wasn t it worse",
            "how we got lucky",
        ],
    ),
    (
        Section::OpenQuestions,
        &[
            "open questions",
            "questions",
            "unanswered questions",
            "what we still do not know",
            "unknowns",
            "what we do not know yet",
            "outstanding questions",
        ],
    ),
    (
        Section::Actions,
        &[
            "action items",
            "actions",
            "action item",
            "follow up actions",
            "follow ups",
            "follow up",
            "followups",
            "follow up items",
            "next steps",
            "corrective actions",
            "corrective and preventative measures",
            "corrective and preventive measures",
            "preventive actions",
            "preventative actions",
            "preventative measures",
            "preventive measures",
            "countermeasures",
            "todo",
            "to do",
            "remediation items",
            "action plan",
            "what we are doing",
            "resulting actions",
        ],
    ),
];
