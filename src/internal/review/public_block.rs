//! `public:` of a review: what may be published, as the author states it. Strict: if it cannot be understood, nothing is
//! published.

use jiff::civil::Date;

use super::times;
use base::diagnostics::{Code, Diagnostic, Level};
use base::yaml::{Fields, Node};
use clearance::Waiver;
use public::{Revised, Standing, Version, revisable, revisable_names};

/// Names of the sections that may be published, in the order of a postmortem.
pub const SECTIONS: [&str; 12] = [
    "summary",
    "duration",
    "severity",
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

/// Sections that can have their own text under `public:`; the others are facts.
const TEXTS: [(&str, &str); 11] = [
    ("summary", "summary"),
    ("duration", "duration"),
    ("services-impacted", "services-impacted"),
    ("customer-impact", "customer-impact"),
    ("customer-actions", "customer-actions"),
    ("communications", "communications"),
    ("contributing-factors", "contributing-factors"),
    ("proximate-cause", "contributing-factors"),
    ("resolution", "resolution"),
    ("learnings", "learnings"),
    ("countermeasures", "countermeasures"),
];

const KEYS: [&str; 30] = [
    "publish",
    "slug",
    "aliases",
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
    "state",
    "changes",
    "revised",
    "withdrawn",
    "summary",
    "services-impacted",
    "duration",
    "customer-impact",
    "customer-actions",
    "communications",
    "proximate-cause",
    "contributing-factors",
    "resolution",
    "countermeasures",
    "learnings",
];

/// What may be published, as far as it could be read; not yet checked against a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Public {
    pub publish: bool,
    pub slug: Option<String>,
    /// Its former public addresses, as written.
    pub aliases: Vec<String>,
    pub title: Option<String>,
    pub date: Option<Date>,
    pub severity: Option<String>,
    pub services: Vec<String>,
    pub tags: Vec<String>,
    /// The named sections of [`SECTIONS`], in the order of a page.
    pub sections: Vec<&'static str>,
    pub assets: Vec<Listed>,
    pub not_before: Option<Date>,
    /// Times are rounded down to this many minutes.
    pub precision: i64,
    pub allow: Vec<Waiver>,
    pub approval: Option<Approval>,
    pub version: Version,
    /// Its standing, as shown to readers.
    pub standing: Option<Standing>,
    pub changes: Vec<(Date, String)>,
    /// What changed since the previous version; `debrief approve` writes it.
    pub revised: Vec<Revised>,
    /// Why it was withdrawn; then the rest is not published.
    pub withdrawn: Option<String>,
    /// Own texts by section, with the key of each.
    pub texts: Vec<(&'static str, &'static str, String)>,
}

/// A picture that may be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// As the text names it.
    pub src: String,
    pub alt: String,
}

/// Who approved what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    pub by: String,
    pub on: Date,
    pub digest: String,
}

impl Public {
    /// Whether anything of the review is to be published: the postmortem, or that it was withdrawn.
    pub fn asks(&self) -> bool {
        self.publish || self.withdrawn.is_some()
    }

    /// A section's own text, and its key.
    pub fn text(&self, section: &str) -> Option<(&'static str, &str)> {
        self.texts.iter().find(|(name, ..)| *name == section).map(|(_, key, text)| (*key, text.as_str()))
    }
}

/// Rounding to five minutes still tells readers what happened, but not who was at work.
const USUAL_PRECISION: i64 = 5;

/// Reads the block. Any mistake in it is an error, and then the library publishes nothing.
pub(super) fn read(fields: &Fields<'_>, path: &str, text: &str, problems: &mut Vec<Diagnostic>) -> Option<Public> {
    let node = fields.get("public")?;
    problems.extend(super::public_alias::find(&node, path, text));
    let fields = node.fields(&KEYS, problems)?;
    let publish = fields.get("publish").is_some_and(|node| node.boolean(problems).unwrap_or(false));
    if fields.get("publish").is_none() && fields.get("withdrawn").is_none() {
        let note =
            node.problem(Code::PublicField, "nothing of this review is published: `publish` is missing in `public`");
        problems.push(
            note.with_level(Level::Note).hint("write `publish: true` in it once it is ready, or `publish: false`"),
        );
    }
    let version = [("preliminary", Version::Preliminary), ("final", Version::Final)];
    let mut texts: Vec<(&'static str, &'static str, String)> = Vec::new();
    for (key, section) in TEXTS {
        let Some(text) = fields.text(key, problems) else { continue };
        if texts.iter().any(|(name, ..)| *name == section) {
            let message = format!("`public.{key}` and `public.{section}` are the same section");
            problems.extend(fields.get(key).map(|node| node.problem(Code::PublicSection, message)));
        } else {
            texts.push((section, key, text));
        }
    }
    Some(Public {
        publish,
        slug: fields.text("slug", problems),
        aliases: fields.names("aliases", problems),
        title: fields.text("title", problems).map(|title| title.split_whitespace().collect::<Vec<_>>().join(" ")),
        date: times::date_of(&fields, "date", problems),
        severity: fields.text("severity", problems),
        services: fields.names("services", problems),
        tags: fields.names("tags", problems),
        sections: sections(&fields, problems),
        assets: assets(&fields, problems),
        not_before: times::date_of(&fields, "not_before", problems),
        precision: precision(&fields, problems),
        allow: allow(&fields, problems),
        approval: approval(&fields, problems),
        version: fields.choice("version", &version, problems).unwrap_or(Version::Final),
        standing: fields.choice("state", &Standing::ALL, problems),
        changes: changes(&fields, problems),
        revised: revised(&fields, problems),
        withdrawn: withdrawn(&fields, problems),
        texts,
    })
}

fn sections(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<&'static str> {
    let Some(node) = fields.get("sections") else { return Vec::new() };
    let mut named = Vec::new();
    for item in node.items() {
        let Some(text) = item.text(problems) else { continue };
        let wanted = if text == "proximate-cause" { "contributing-factors" } else { text.as_str() };
        match SECTIONS.iter().find(|name| **name == wanted) {
            Some(name) if named.contains(name) => {
                problems.push(item.problem(Code::PublicSection, format!("the section `{text}` is named twice")));
            }
            Some(name) => named.push(*name),
            None => {
                let problem = item.problem(Code::PublicSection, format!("no section `{text}` can be published"));
                problems.push(problem.did_you_mean(&text, SECTIONS));
            }
        }
    }
    SECTIONS.into_iter().filter(|name| named.contains(name)).collect()
}

fn assets(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Listed> {
    let Some(node) = fields.get("assets") else { return Vec::new() };
    let mut read = |item: &Node<'_>| {
        let fields = item.fields(&["src", "alt"], problems)?;
        let src = fields.required("src", problems);
        let alt = fields.required("alt", problems);
        Some(Listed { src: src?, alt: alt?.split_whitespace().collect::<Vec<_>>().join(" ") })
    };
    node.items().iter().filter_map(&mut read).collect()
}

/// `5m`, `1h`, or a number of minutes.
fn precision(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> i64 {
    let Some(node) = fields.get("time_precision") else { return USUAL_PRECISION };
    let Some(text) = node.text(problems) else { return USUAL_PRECISION };
    let (number, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    let minutes = match (number.parse::<i64>(), unit.trim()) {
        (Ok(n), "m" | "min" | "") => Some(n),
        (Ok(n), "h") => n.checked_mul(60),
        _ => None,
    };
    if let Some(minutes) = minutes.filter(|minutes| (1..=1440).contains(minutes)) {
        return minutes;
    }
    problems.push(node.wrong_form("minutes or hours, at most a day").hint("write `5m` or `1h`"));
    USUAL_PRECISION
}

fn allow(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Waiver> {
    let Some(node) = fields.get("allow") else { return Vec::new() };
    let mut read = |item: &Node<'_>| {
        let fields = item.fields(&["rule", "value", "reason"], problems)?;
        let mut text = |key| fields.required(key, problems);
        let (rule, value, reason) = (text("rule"), text("value"), text("reason"));
        Some(Waiver { rule: rule?, value: value?, reason: reason? })
    };
    node.items().iter().filter_map(&mut read).collect()
}

/// Why it was withdrawn, which readers see: `true` is no reason.
fn withdrawn(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let node = fields.get("withdrawn")?;
    let Some(is_withdrawn) = node.boolean(&mut Vec::new()) else { return node.text(problems) };
    problems.push(node.wrong_type("the reason, as a text").hint(if is_withdrawn {
        "write why, for the readers of the public page: `withdrawn: Its numbers were wrong.`"
    } else {
        "take it out: only what was withdrawn has it"
    }));
    None
}

fn approval(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<Approval> {
    let node = fields.get("approval")?;
    let keys = ["by", "on", "digest"];
    let fields = node.fields(&keys, problems)?;
    let mut missing = Vec::new();
    if !keys.iter().all(|key| fields.required_value(key, &mut missing).is_some()) {
        let hint = "take `approval` out: `debrief approve` writes it, with the digest of what is approved";
        problems.extend(missing.into_iter().map(|problem| problem.hint(hint)));
        return None;
    }
    let by = fields.required("by", problems);
    let on = times::required_date(&fields, "on", problems);
    let digest = fields.required("digest", problems);
    Some(Approval { by: by?, on: on?, digest: digest? })
}

fn changes(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<(Date, String)> {
    let Some(node) = fields.get("changes") else { return Vec::new() };
    let mut read = |item: &Node<'_>| {
        let fields = item.fields(&["on", "note"], problems)?;
        let on = times::required_date(&fields, "on", problems);
        let note = fields.required("note", problems);
        Some((on?, note?))
    };
    node.items().iter().filter_map(&mut read).collect()
}

/// Only names of fields that changed, so that no free text can be published here.
fn revised(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Revised> {
    let Some(node) = fields.get("revised") else { return Vec::new() };
    let mut read = |item: &Node<'_>| {
        let fields = item.fields(&["on", "fields"], problems)?;
        let on = times::required_date(&fields, "on", problems);
        let mut named = Vec::new();
        for name in fields.get("fields").iter().flat_map(Node::items) {
            let Some(text) = name.text(problems) else { continue };
            if let Some(known) = revisable(&text) {
                named.push(known);
            } else {
                let problem = name.problem(Code::PublicField, format!("`{text}` is nothing that can change"));
                problems.push(problem.did_you_mean(&text, revisable_names().collect::<Vec<_>>()));
            }
        }
        Some(Revised { on: on?, fields: named })
    };
    let mut revised: Vec<Revised> = node.items().iter().filter_map(&mut read).collect();
    revised.sort_by_key(|revised| std::cmp::Reverse(revised.on));
    revised
}
