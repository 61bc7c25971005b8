//! Where the text of a published section comes from: `public.NAME`, else the one section of the body with that meaning, else
//! the field of the front matter. It is an error if both of the last two exist, so that nobody has to guess which one is
//! published.

use super::draft::Written;
use crate::review::{Review, Section, meaning};
use base::diagnostics::{Code, Diagnostic};
use markdown::Heading;

/// The text of a section as its author wrote it.
pub(super) struct Source {
    pub(super) text: String,
    pub(super) written: Written,
}

/// Headings that mean a section, besides those that mean a field.
const HEADINGS: [(&str, &[&str]); 7] = [
    ("services-impacted", &["services impacted", "services affected", "affected services", "impacted services"]),
    ("customer-impact", &["customer impact", "impact on customers", "impact", "who was affected", "user impact"]),
    (
        "customer-actions",
        &["customer actions", "what customers should do", "what you should do", "what you can do", "what to do now"],
    ),
    (
        "communications",
        &[
            "communications",
            "communication",
            "customer communications",
            "when we told customers",
            "what we told customers",
        ],
    ),
    ("duration", &["duration", "how long it took"]),
    ("severity", &["severity"]),
    ("resolution", &["resolution", "how it was resolved", "how we resolved it", "recovery", "resolution and recovery"]),
];

/// The section that a heading of the body means.
pub(super) fn name_of(heading: &str) -> Option<&'static str> {
    match meaning(heading) {
        Some(Section::Summary) => return Some("summary"),
        Some(Section::Timeline) => return Some("timeline"),
        Some(Section::Factors) => return Some("contributing-factors"),
        Some(Section::Learnings) => return Some("learnings"),
        Some(Section::Actions) => return Some("countermeasures"),
        Some(_) => return None,
        None => {}
    }
    let plain: String = heading.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let plain = plain.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    HEADINGS.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(name, _)| *name)
}

/// The text of the section `name`; `None` for a section made of facts (the timeline, a duration, measures), which has no text.
pub(super) fn source(review: &Review, name: &'static str, problems: &mut Vec<Diagnostic>) -> Option<Source> {
    let public = review.public.as_ref()?;
    if let Some((key, text)) = public.text(name) {
        return Some(Source { text: text.to_owned(), written: Written::key(&["public", key]) });
    }
    let headings: Vec<_> = review.outline.headings.iter().filter(|h| name_of(&h.text) == Some(name)).collect();
    let field = field(review, name);
    if let [_, second, ..] = headings.as_slice() {
        let message = format!("two sections mean `{name}`");
        let hint = format!("leave one heading of that meaning, or write `public.{name}`");
        problems.push(Diagnostic::new(Code::PublicSection, message).at(place(review, second)).hint(hint));
        return None;
    }
    match (headings.first(), field) {
        (Some(heading), Some((key, _))) if name != "timeline" => {
            let message = format!("`{name}` stands in the front matter (`{key}`) and under a heading");
            let hint = format!("write `public.{name}`, so that nobody has to guess which one is published");
            problems.push(Diagnostic::new(Code::PublicSection, message).at(place(review, heading)).hint(hint));
            None
        }
        (Some(heading), None) if name != "timeline" => {
            let span = heading.content.clone();
            Some(Source { text: review.body()[span.clone()].to_owned(), written: Written::Body(span.start) })
        }
        (_, Some((key, text))) => Some(Source { text, written: Written::key(&[key]) }),
        _ => None,
    }
}

fn place(review: &Review, heading: &Heading) -> base::diagnostics::Place {
    Written::Body(heading.span.start).place(review, 0..heading.span.len())
}

/// The field of that name as Markdown.
fn field(review: &Review, name: &str) -> Option<(&'static str, String)> {
    let list = |texts: Vec<&str>| {
        let items: Vec<_> = texts.into_iter().map(|text| format!("- {}", text.replace('\n', "\n  "))).collect();
        (!items.is_empty()).then(|| items.join("\n"))
    };
    match name {
        "summary" => Some(("summary", review.summary.clone()?)),
        "customer-impact" => Some(("impact", review.impact.summary.clone()?)),
        "contributing-factors" if !review.factors_from_body => {
            Some(("contributing_factors", list(review.factors.iter().map(|f| f.text.as_str()).collect())?))
        }
        "learnings" if !review.learnings.from_body => {
            Some(("learnings", list(review.learnings.items.iter().map(|p| p.text.as_str()).collect())?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn headings_mean_sections() {
        for (heading, name) in [
            ("Summary", Some("summary")),
            ("Root cause", Some("contributing-factors")),
            ("Impact", Some("customer-impact")),
            ("Action items", Some("countermeasures")),
            ("Affected services", Some("services-impacted")),
            ("What surprised us", None),
            ("What the tablet thought", None),
        ] {
            assert_eq!(name_of(heading), name, "{heading}");
        }
    }
}
