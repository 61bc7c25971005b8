//! An imported review.

use jiff::Timestamp;

use crate::paths::{of_day, stem_of};
use base::text::{one_line, utc_day};
use base::yaml::quoted;

/// Moments of an incident, in the order in which they come.
pub(super) const MOMENTS: [&str; 6] = ["started", "detected", "acknowledged", "identified", "mitigated", "resolved"];

/// An imported review that its authors still have to revise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Plain text.
    pub title: String,
    /// Whether it is a page of the library, such as a list of links, and tells of no incident.
    pub is_page: bool,
    /// A step of the scale.
    pub severity: Option<String>,
    /// Certain moments, by name.
    pub moments: Vec<(&'static str, Timestamp)>,
    /// Lists by field: `services`, `teams`, `tags`.
    pub names: Vec<(&'static str, Vec<String>)>,
    /// Who is responsible for it.
    pub owner: Vec<String>,
    /// Its address in the other tool.
    pub url: Option<String>,
    /// The file, and the record in it.
    pub source: String,
    /// Values that fit no field, as written.
    pub extra: Vec<(String, String)>,
    /// Markdown.
    pub body: String,
    /// A note about what was left out.
    pub note: Option<String>,
}

impl Draft {
    /// Its path in a library: by year and day if the day is certain, as for reviews by `debrief new`.
    #[must_use]
    pub fn path(&self) -> String {
        let stem = stem_of(&self.title);
        let stem = if stem.is_empty() { "untitled" } else { &stem };
        let day = self.moments.first().map(|(_, at)| utc_day(*at));
        match day {
            Some(day) => of_day(day, stem),
            // Device names cannot be file names on Windows, with any extension.
            None => format!("imported/{}-{stem}.md", if self.is_page { "page" } else { "review" }),
        }
    }

    /// The text of the file.
    #[must_use]
    pub fn text(&self) -> String {
        // A page has nothing that its authors would have to revise before it is published.
        let state = if self.is_page { "page: true" } else { "status: draft" };
        let mut text = format!("---\ntitle: {}\n{state}\n", quoted(&self.title));
        if let Some(severity) = &self.severity {
            text.push_str(&format!("severity: {severity}\n"));
        }
        for (key, names) in self.names.iter().filter(|(_, names)| !names.is_empty()) {
            text.push_str(&format!("{key}: {}\n", list(names)));
        }
        if !self.moments.is_empty() {
            text.push_str("times:\n");
            for (name, at) in &self.moments {
                text.push_str(&format!("  {name}: {at}\n"));
            }
        }
        if !self.owner.is_empty() {
            text.push_str(&format!("people: {{owner: {}}}\n", list(&self.owner)));
        }
        if let Some(url) = &self.url {
            text.push_str(&format!("links:\n  - {{label: Imported from, url: {}}}\n", quoted(url)));
        }
        text.push_str(&format!("extra:\n  source: {}\n", quoted(&self.source)));
        for (key, value) in &self.extra {
            text.push_str(&format!("  {}: {}\n", quoted(key), quoted(value)));
        }
        text.push_str("---\n");
        if !self.body.trim().is_empty() {
            text.push_str(&format!("\n{}\n", self.body.trim()));
        }
        text
    }
}

fn list(names: &[String]) -> String {
    format!("[{}]", names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", "))
}

/// Plain text on one line, without control characters.
pub(super) fn line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    one_line(&plain)
}

/// Text of several lines, without control characters.
pub(super) fn block(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}
