//! The changes between two published versions: days and names of fields. They contain no text of either version, so
//! that removed text cannot be published again.
//!
//! In: the canonical text that was approved before, and the one that is approved now. Out: a [`Revised`], or nothing if
//! readers see no difference. Texts of different formats are not compared.

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::headings::heading;
use clearance::publishable;

publishable! {
    /// What changed on a day.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Revised {
        /// The day of the approval.
        pub on: Date,
        /// The names of the fields that changed, each of which [`revisable`] accepts.
        pub fields: Vec<&'static str>,
    }
}

/// Names of fields besides sections, with labels for readers.
const FIELDS: [(&str, &str); 11] = [
    ("title", "Title"),
    ("date", "Day of publication"),
    ("state", "State"),
    ("severity", "Severity"),
    ("services", "Services"),
    ("tags", "Tags"),
    ("version", "Preliminary or final"),
    ("duration", "Duration"),
    ("pictures", "Pictures"),
    ("withdrawn", "Withdrawn"),
    ("reinstated", "Published again"),
];

/// Names of sections, in the order of a page.
const SECTIONS: [&str; 10] = [
    "summary",
    "services-impacted",
    "customer-impact",
    "customer-actions",
    "communications",
    "timeline",
    "contributing-factors",
    "resolution",
    "learnings",
    "countermeasures",
];

/// The name for each member of a canonical text.
const MEMBERS: [(&str, &str); 12] = [
    ("title", "title"),
    ("date", "date"),
    ("standing", "state"),
    ("severity", "severity"),
    ("services", "services"),
    ("tags", "tags"),
    ("version", "version"),
    ("span", "duration"),
    ("lasted", "duration"),
    ("timeline", "timeline"),
    ("measures", "countermeasures"),
    ("assets", "pictures"),
];

/// Every name that [`Revised::fields`] can contain.
pub fn names() -> impl Iterator<Item = &'static str> {
    FIELDS.into_iter().map(|(name, _)| name).chain(SECTIONS)
}

/// The name as a static string, if it is known.
#[must_use]
pub fn revisable(name: &str) -> Option<&'static str> {
    names().find(|known| *known == name)
}

/// The label for readers.
pub(crate) fn label(name: &'static str) -> &'static str {
    FIELDS.iter().find(|(known, _)| *known == name).map_or_else(|| heading(name).1, |(_, label)| label)
}

/// The list with the differences between two canonical texts added for day `on`, newest first. It is unchanged if
/// nothing differs or the earlier version was never published. Two approvals on a day are one entry.
#[must_use]
pub fn revised_on(on: Date, published: Date, list: &[Revised], before: &str, now: &str) -> Vec<Revised> {
    let mut fields = differing(before, now);
    let mut list: Vec<Revised> = list.iter().filter(|revised| revised.on > published).cloned().collect();
    if on <= published || fields.is_empty() {
        return list;
    }
    if let Some(same) = list.iter().position(|revised| revised.on == on) {
        let earlier = list.remove(same).fields;
        fields = names().filter(|name| earlier.contains(name) || fields.contains(name)).collect();
    }
    list.push(Revised { on, fields });
    list.sort_by_key(|revised| std::cmp::Reverse(revised.on));
    list
}

/// The names of the fields that differ for readers.
fn differing(before: &str, now: &str) -> Vec<&'static str> {
    let (Some((form, before)), Some((same, now))) = (members(before), members(now)) else { return Vec::new() };
    if form != same {
        return Vec::new();
    }
    let is_there = |members: &Map<String, Value>| members.get("withdrawn").is_some_and(|reason| !reason.is_null());
    match (is_there(&before), is_there(&now)) {
        (false, true) => return vec!["withdrawn"],
        (true, false) => return vec!["reinstated"],
        (true, true) if before["withdrawn"] != now["withdrawn"] => return vec!["withdrawn"],
        _ => {}
    }
    let members = MEMBERS.iter().filter(|(member, _)| before.get(*member) != now.get(*member)).map(|(_, name)| *name);
    let mut found: Vec<&str> = members.collect();
    let text = |members: &Map<String, Value>, name: &str| {
        let sections = members.get("sections").and_then(Value::as_array);
        sections.into_iter().flatten().find(|section| section["name"] == name).map(|section| section["text"].clone())
    };
    let with_texts = SECTIONS.into_iter().chain(["severity", "duration"]);
    found.extend(with_texts.filter(|name| text(&before, name) != text(&now, name)));
    names().filter(|name| found.contains(name)).collect()
}

/// The format of a canonical text (its first line) and its members.
fn members(canonical: &str) -> Option<(&str, Map<String, Value>)> {
    let (form, json) = canonical.split_once('\n')?;
    Some((form, serde_json::from_str(json).ok()?))
}
