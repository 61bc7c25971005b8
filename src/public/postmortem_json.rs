//! `postmortem.json`: a postmortem as JSON, with a versioned schema.

use jiff::civil::Date;
use serde::Serialize;

use super::address::Address;
use super::at::{At, incident};
use super::headings::heading;
use super::made::{Href, Words};
use super::{Named, Postmortem};
use base::text::visible_json;
use clearance::{Cleared, Publishable, Slug, publishable};

/// Version of the document's schema; raised when a field changes meaning or is removed, not for new fields.
const SCHEMA: u32 = 2;

publishable! {
    /// The document.
    #[derive(Debug, Serialize)]
    struct Document {
        schema: u32,
        /// The absolute address if the site has a base URL, else that of the page in the same folder.
        url: Href,
        slug: Slug,
        title: Cleared,
        date: Date,
        updated: Date,
        /// `preliminary` or `final`.
        version: &'static str,
        /// The day on which the incident began, in the readers' time zone if there is one.
        incident: Option<Date>,
        /// The readers' time zone, by its IANA name.
        timezone: Option<Cleared>,
        severity: Option<Level>,
        /// The state: `investigating`, `identified`, `monitoring`, `resolved`.
        standing: Option<&'static str>,
        services: Vec<Name>,
        tags: Vec<Name>,
        started: Option<Words>,
        /// When customers were no longer affected, often earlier than the resolution. Null if only the length is known.
        harm_ended: Option<Words>,
        /// How long customers were affected.
        harm_seconds: Option<i64>,
        sections: Vec<Chapter>,
        timeline: Vec<Event>,
        measures: Vec<Step>,
        changes: Vec<Revision>,
        /// What differed from the previous version, by day.
        revised: Vec<Difference>,
        /// Null unless it was withdrawn.
        withdrawn: Option<Withdrawal>,
        pictures: Vec<Image>,
    }
}

publishable! {
    #[derive(Debug, Serialize)]
    struct Level { label: Cleared, meaning: Option<Words>, role: &'static str }
}

publishable! {
    #[derive(Debug, Serialize)]
    struct Name { slug: Slug, label: Cleared }
}

publishable! {
    #[derive(Debug, Serialize)]
    struct Chapter { name: &'static str, heading: &'static str, markdown: Cleared, text: Words }
}

publishable! {
    #[derive(Debug, Serialize)]
    struct Event { at: Words, effect: &'static str, text: Words }
}

publishable! {
    #[derive(Debug, Serialize)]
    struct Step { state: &'static str, due: Option<Words>, text: Words }
}

publishable! {
    #[derive(Debug, Serialize)]
    struct Revision { on: Date, note: Cleared }
}

publishable! {
    #[derive(Debug, Serialize)]
    struct Difference { on: Date, fields: Vec<&'static str> }
}

publishable! {
    #[derive(Debug, Serialize)]
    struct Withdrawal { on: Date, markdown: Cleared, text: Words }
}

publishable! {
    #[derive(Debug, Serialize)]
    struct Image { url: Href, alt: Cleared, width: u32, height: u32 }
}

pub(crate) fn document(at: At<'_>, postmortem: &Postmortem) -> String {
    let span = postmortem.span;
    let names = |all: &[Named]| all.iter().map(|n| Name { slug: n.slug.clone(), label: n.label.clone() }).collect();
    let text = |section: &super::Section| Chapter {
        name: section.name,
        heading: heading(section.name).1,
        markdown: section.text.clone(),
        text: Words::plain(&section.text),
    };
    let event = |moment: &super::Moment| Event {
        at: Words::stamp(moment.at),
        effect: moment.effect,
        text: Words::plain(&moment.what),
    };
    let image = |asset: &super::Asset| Image {
        url: at.address(&Address::Picture(asset.file.clone())),
        alt: asset.alt.clone(),
        width: asset.width,
        height: asset.height,
    };
    pretty(&Document {
        schema: SCHEMA,
        url: at.address(&Address::Postmortem(postmortem.slug.clone())),
        slug: postmortem.slug.clone(),
        title: postmortem.title.clone(),
        date: postmortem.date,
        updated: postmortem.approved,
        version: postmortem.version.as_str(),
        incident: incident(at, postmortem),
        timezone: at.site.zone.as_ref().and(at.site.masthead.timezone.clone()),
        severity: postmortem.severity.as_ref().map(|s| Level {
            label: s.label.clone(),
            meaning: s.meaning.as_ref().map(Words::from),
            role: s.role,
        }),
        standing: postmortem.standing.map(super::Standing::as_str),
        services: names(&postmortem.services),
        tags: names(&postmortem.tags),
        started: span.map(|span| Words::stamp(span.from)),
        harm_ended: span.filter(|span| Some(span.seconds()) == postmortem.lasted).map(|span| Words::stamp(span.to)),
        harm_seconds: postmortem.lasted,
        sections: postmortem.sections.iter().map(text).collect(),
        timeline: postmortem.timeline.iter().map(event).collect(),
        measures: postmortem.measures.iter().map(step).collect(),
        changes: postmortem.changes.iter().map(|c| Revision { on: c.on, note: c.note.clone() }).collect(),
        revised: postmortem.revised.iter().map(|r| Difference { on: r.on, fields: r.fields.clone() }).collect(),
        withdrawn: postmortem.withdrawn.as_ref().map(|reason| Withdrawal {
            on: postmortem.approved,
            markdown: reason.clone(),
            text: Words::plain(reason),
        }),
        pictures: postmortem.assets.iter().map(image).collect(),
    })
}

fn step(measure: &super::Measure) -> Step {
    Step { state: measure.state.as_str(), due: measure.due.map(Words::iso_month), text: Words::plain(&measure.what) }
}

fn pretty<V: Publishable + Serialize>(view: &V) -> String {
    let json = serde_json::to_string_pretty(view).unwrap_or_default() + "\n";
    visible_json(&json).into_owned()
}
