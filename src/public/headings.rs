//! The parts of a postmortem's page and their headings.

/// The parts of the page in order: id, heading, and the sections below it.
pub(crate) const PARTS: [(&str, &str, &[&str]); 9] = [
    ("summary", "Summary", &["summary"]),
    ("impact", "Who was affected, and how", &["customer-impact", "services-impacted"]),
    ("customer-actions", "What you can do", &["customer-actions"]),
    ("communications", "When we told our customers", &["communications"]),
    ("timeline", "What happened", &["timeline"]),
    ("factors", "Contributing factors", &["contributing-factors"]),
    ("resolution", "How it was resolved", &["resolution"]),
    ("learnings", "What we learned", &["learnings"]),
    ("measures", "What we are doing", &["countermeasures"]),
];

/// The id and heading of the part that contains a section.
pub(crate) fn heading(section: &str) -> (&'static str, &'static str) {
    match section {
        "duration" => ("duration", "Duration"),
        "severity" => ("severity", "Severity"),
        section => {
            let part = PARTS.iter().find(|(_, _, sections)| sections.contains(&section));
            part.map_or(("", ""), |(id, heading, _)| (id, heading))
        }
    }
}

/// Every heading of a postmortem's page.
pub(crate) fn headings() -> impl Iterator<Item = &'static str> {
    PARTS.into_iter().map(|(_, heading, _)| heading).chain(["Duration", "Severity"])
}
