//! Names of labels and headings under which authors say what happened, and of those under which they write about something
//! else.

/// Labels of a line with a summary.
pub(super) const SUMMARY_LABELS: [&str; 8] = [
    "summary",
    "tl;dr",
    "tldr",
    "synopsis",
    "in short",
    "problem statement",
    "description of the incident",
    "incident description",
];
/// Labels of a line with the impact. The last one says what happened, to somebody or not.
pub(super) const IMPACT_LABELS: [&str; 5] =
    ["impact", "customer impact", "user impact", "business impact", "what happened"];
/// Headings of a section with the impact.
pub(super) const IMPACT_HEADINGS: [&str; 9] = [
    "impact",
    "customer impact",
    "user impact",
    "business impact",
    "impact on customers",
    "impact on users",
    "who was affected",
    "auswirkungen",
    "impacto",
];
/// Headings of a section about what happened.
pub(super) const STORY_HEADINGS: [&str; 13] = [
    "short description",
    "what happened",
    "what went wrong",
    "description",
    "incident description",
    "the incident",
    "incident",
    "issue",
    "the problem",
    "problem",
    "details",
    "was ist passiert",
    "was geschah",
];

/// Whether a heading is one of these names, ignoring a leading number.
pub(super) fn is_named(heading: &str, names: &[&str]) -> bool {
    let plain: String = heading.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<_> = plain.split_whitespace().map(str::to_lowercase).collect();
    let numbered = words.first().is_some_and(|w| w.chars().all(|c| c.is_ascii_digit()));
    names.contains(&words[usize::from(numbered)..].join(" ").as_str())
}

/// Headings of sections that may mention failures other than this one.
pub(super) const OTHER: [&str; 8] = [
    "background",
    "context",
    "introduction",
    "glossary",
    "architecture",
    "overview of the system",
    "hintergrund",
    "contexte",
];
