//! The page of one postmortem.

use jiff::civil::Date;

use super::address::Address;
use super::at::{About, At, date, gist, incident, severity};
use super::headings::PARTS;
use super::history::history;
use super::linked_data;
use super::made::{Html, Words};
use super::views::{
    DurationView, Layout, Link, MeasureView, MeasuresView, MomentView, Part, PostmortemPage, SpanView, StandingView,
    TimelineView,
};
use super::{MeasureState, Moment, Named, Passage, Postmortem};
use base::text::utc_day;

/// A title with more characters is shown in a smaller size.
pub(crate) const LONG: usize = 90;

pub(crate) fn page(at: At<'_>, i: usize) -> Option<(Layout, PostmortemPage)> {
    let postmortem = at.site.postmortems.get(i)?;
    let neighbour = |j: Option<usize>| {
        let other = at.site.postmortems.get(j?)?;
        Some(at.link(&other.title, &Address::Postmortem(other.slug.clone())))
    };
    let page = PostmortemPage {
        title: postmortem.title.clone(),
        long: postmortem.title.as_str().chars().count() > LONG,
        date: date(postmortem.date),
        incident: incident(at, postmortem).map(date),
        updated: date(postmortem.approved),
        standing: postmortem.standing.map(|s| StandingView { word: s.label(), meaning: s.meaning() }),
        version: postmortem.version.as_str(),
        severity: severity(postmortem),
        severity_meaning: postmortem
            .severity
            .as_ref()
            .and_then(|severity| Some(Words::from(severity.meaning.as_ref()?))),
        severity_text: texts(at, postmortem, &["severity"]).pop(),
        duration: postmortem.lasted.map(|s| DurationView { iso: Words::iso_duration(s), words: Words::duration(s) }),
        duration_text: texts(at, postmortem, &["duration"]).pop(),
        span: postmortem.span.map(|passage| span(at, postmortem, passage)),
        services: at.services(postmortem),
        tags: postmortem.tags.iter().map(|tag| tag_link(at, tag)).collect(),
        parts: PARTS.iter().filter_map(|(id, heading, names)| part(at, postmortem, id, heading, names)).collect(),
        changes: history(postmortem),
        json: at.to(&Address::Json(postmortem.slug.clone())),
        newer: neighbour(i.checked_sub(1)),
        older: neighbour(i.checked_add(1)),
    };
    let about = About {
        title: Words::from(&postmortem.title),
        description: gist(postmortem),
        class: "postmortem",
        breadcrumbs: vec![at.home_crumb()],
        listed: true,
        data: linked_data::article(at, postmortem),
        image: postmortem.assets.first().map(|asset| asset.file.clone()),
    };
    Some((at.layout(about), page))
}

fn tag_link(at: At<'_>, tag: &Named) -> Link {
    Link { label: Words::from(&tag.label), href: at.to(&Address::Search).choosing("tag", &tag.slug) }
}

fn texts(at: At<'_>, postmortem: &Postmortem, names: &[&str]) -> Vec<Html> {
    let mut texts = Vec::new();
    for name in names {
        for section in postmortem.sections.iter().filter(|section| section.name == *name) {
            texts.push(at.blocks(postmortem, &section.text, &format!("{name}-")));
        }
    }
    texts
}

/// One part of the page; `None` if nothing of it is published.
fn part(at: At<'_>, postmortem: &Postmortem, id: &'static str, heading: &'static str, names: &[&str]) -> Option<Part> {
    let texts = texts(at, postmortem, names);
    let timeline = (id == "timeline" && !postmortem.timeline.is_empty()).then(|| timeline(at, postmortem));
    let measures = (id == "measures" && !postmortem.measures.is_empty()).then(|| measures(at, postmortem));
    let is_empty = texts.is_empty() && timeline.is_none() && measures.is_none();
    (!is_empty).then_some(Part { id, heading, texts, timeline, measures })
}

fn timeline(at: At<'_>, postmortem: &Postmortem) -> TimelineView {
    let mut day = None;
    let rows = postmortem.timeline.iter().enumerate();
    TimelineView {
        plot: Html::plot(&postmortem.title, postmortem.span, &postmortem.timeline),
        zone: at.site.zone.as_ref().and(at.site.masthead.timezone.clone()),
        has_effect: postmortem.timeline.iter().any(|moment| moment.effect != "unstated"),
        rows: rows.map(|(n, moment)| row(at, postmortem, n + 1, moment, &mut day)).collect(),
    }
}

fn row(at: At<'_>, postmortem: &Postmortem, number: usize, moment: &Moment, day: &mut Option<Date>) -> MomentView {
    let today = utc_day(moment.at);
    let is_new = day.replace(today) != Some(today);
    MomentView {
        number,
        iso: Words::stamp(moment.at),
        clock: Words::clock(moment.at),
        local: at.site.zone.as_ref().map(|zone| Words::clock_in(moment.at, zone)),
        day: is_new.then(|| Words::date(today)),
        effect: moment.effect,
        what: at.inline(postmortem, &moment.what, &format!("moment-{number}-")),
    }
}

fn span(at: At<'_>, postmortem: &Postmortem, span: Passage) -> SpanView {
    let moment = |at| Words::date(utc_day(at)).and(", ").and(Words::clock(at));
    let same_day = utc_day(span.from) == utc_day(span.to);
    SpanView {
        from_iso: Words::stamp(span.from),
        from: moment(span.from),
        to_iso: Words::stamp(span.to),
        to: if same_day { Words::clock(span.to) } else { moment(span.to) },
        within: postmortem.lasted != Some(span.seconds()),
        local: at.site.zone.as_ref().map(|zone| Words::passage_in(span.from, span.to, zone)),
    }
}

fn measures(at: At<'_>, postmortem: &Postmortem) -> MeasuresView {
    let of = |state: MeasureState| {
        let all = postmortem.measures.iter().enumerate().filter(move |(_, measure)| measure.state == state);
        let view = |(n, measure): (usize, &super::Measure)| MeasureView {
            what: at.inline(postmortem, &measure.what, &format!("measure-{}-", n + 1)),
            due: measure.due.and_then(month),
        };
        all.map(view).collect()
    };
    MeasuresView { completed: of(MeasureState::Completed), planned: of(MeasureState::Planned) }
}

fn month(month: super::Month) -> Option<Words> {
    let first = Date::new(i16::try_from(month.year).ok()?, i8::try_from(month.month).ok()?, 1).ok()?;
    Some(Words::month(first))
}
