//! Reads `public:` of a review. Strict: if it cannot be understood, nothing is published.

use super::public_block::Public;
use super::{public_alias, public_fields, times};
use base::diagnostics::{Code, Diagnostic, Level};
use base::text::one_line;
use base::yaml::Fields;
use public::{Standing, Version};

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

/// Reads the block. Any mistake in it is an error, and then the library publishes nothing.
pub(super) fn read(fields: &Fields<'_>, path: &str, text: &str, problems: &mut Vec<Diagnostic>) -> Option<Public> {
    let node = fields.get("public")?;
    problems.extend(public_alias::find(&node, path, text));
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
        title: fields.text("title", problems).map(|title| one_line(&title)),
        date: times::date_of(&fields, "date", problems),
        severity: fields.text("severity", problems),
        services: fields.names("services", problems),
        tags: fields.names("tags", problems),
        sections: public_fields::sections(&fields, problems),
        assets: public_fields::assets(&fields, problems),
        not_before: times::date_of(&fields, "not_before", problems),
        precision: public_fields::precision(&fields, problems),
        allow: public_fields::allow(&fields, problems),
        approval: public_fields::approval(&fields, problems),
        version: fields.choice("version", &version, problems).unwrap_or(Version::Final),
        standing: fields.choice("state", &Standing::ALL, problems),
        changes: public_fields::changes(&fields, problems),
        revised: public_fields::revised(&fields, problems),
        withdrawn: public_fields::withdrawn(&fields, problems),
        texts,
    })
}
