//! A copy of the library with everything changed that must not affect the public site: for the proof of non-interference.
//!
//! Unpublished reviews are dropped, changed and added, and the order is changed. In published reviews, every field and every
//! part of the body that is not published is replaced, and so is what is marked. If the public site made from this differs by a
//! byte, something internal affected it: a count, an order, a date, a name.
//!
//! Each field of a review is named here, so that whoever adds one has to decide whether it may affect the public site.

use std::sync::OnceLock;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::asks;
use super::hide::Hide;
use super::random::Random;
use crate::Reviews;
use crate::review::{
    Action, Declined, Entry, Factor, Impact, People, Point, Points, Public, PublicText, Review, Revision, Status,
};
use base::phases::{Moments, Said, Source};
use clearance::Policy;
use markdown::{Blocks, Document};

/// Another library that must give the same public site; different for each seed.
#[must_use]
pub fn scramble(reviews: &Reviews, policy: &Policy, seed: u64) -> Reviews {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d);
    let published = || reviews.0.iter().filter(|review| asks(review));
    let keep_names = published().any(names_reviews);
    let mut all = Vec::new();
    for review in &reviews.0 {
        if asks(review) {
            all.push(published_review(review, policy, keep_names, seed, &mut random));
        } else if random.below(3) > 0 {
            all.push(unpublished_review(review, &mut random));
        }
    }
    if let Some(any) = reviews.0.first() {
        // Never the same number of reviews, so that a site that depends on the count differs.
        let more = if all.len() + 3 == reviews.0.len() { 4 } else { 3 };
        all.extend((0..more).map(|_| unpublished_review(any, &mut random)));
    }
    for i in (1..all.len()).rev() {
        all.swap(i, random.below(i + 1));
    }
    Reviews(all)
}

/// Whether a published text may link to another review; if so, file names and ids must stay the same.
fn names_reviews(review: &Review) -> bool {
    let names = |text: &str| text.contains("[[") || text.contains(".md");
    names(review.body())
        || review.texts().any(|(_, text)| names(text))
        || review.public.iter().flat_map(|public| &public.texts).any(|(.., text)| names(text))
        || review.public.iter().filter_map(|public| public.withdrawn.as_deref()).any(names)
}

/// An unpublished review in which every text is replaced.
fn unpublished_review(review: &Review, random: &mut Random) -> Review {
    let mut other = review.clone();
    other.public = None;
    other.id = random.words(4).replace(' ', "-");
    other.aliases = vec![random.words(3).replace(' ', "-")];
    other.source = format!("{}.md", other.id);
    other.title = random.words(5);
    other.services = vec![random.word()];
    other.tags = vec![random.word()];
    set_body(&mut other, random.paragraphs(3));
    other
}

fn set_body(review: &mut Review, body: String) {
    Document { outline: review.outline, blocks: review.blocks } = Document::read(&body);
    review.text = body;
    review.body_start = 0;
    review.omitted = Vec::new();
    review.timeline_blocks = Vec::new();
    review.timeline_section = None;
    review.definitions = String::new();
    review.labels.take();
    review.mentioned.take();
}

fn published_review(review: &Review, policy: &Policy, keep_names: bool, seed: u64, random: &mut Random) -> Review {
    let hide = Hide { policy, seed };
    let (public, named) = match review.public.as_ref() {
        Some(public) => (public, &public.sections),
        None => return unpublished_review(review, random),
    };
    let used = |name: &str| named.contains(&name) && public.text(name).is_none();
    let text = |used: bool, text: &Option<String>, random: &mut Random| match text {
        Some(text) if used => Some(hide.marks(text)),
        Some(_) => Some(random.words(9)),
        None => None,
    };
    let id = if keep_names { review.id.clone() } else { random.words(4).replace(' ', "-") };
    let folder = review.source.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let source =
        if keep_names { review.source.clone() } else { format!("{folder}{}.md", random.words(4).replace(' ', "-")) };
    let mut other = Review {
        id,
        aliases: vec![random.words(3).replace(' ', "-")],
        source,
        is_document: false,
        text: String::new(),
        body_start: 0,
        outline: review.outline.clone(),
        blocks: Blocks::default(),
        omitted: Vec::new(),
        title: random.words(6),
        title_is_stated: true,
        summary: text(used("summary"), &review.summary, random),
        happened: Some(random.words(8)),
        happened_at_length: Some(random.words(12)),
        impact_in_text: Some(random.words(8)),
        lesson: Some(random.words(8)),
        kind: review.kind.clone(),
        status: if review.status == Status::Closed { Status::Reviewed } else { Status::Closed },
        severity: None,
        scheduled: !review.scheduled,
        environment: Some(random.word()),
        services: vec![random.word()],
        systems: vec![random.word()],
        teams: vec![random.word()],
        tags: vec![random.word(), random.word()],
        zone: jiff::tz::TimeZone::UTC,
        zone_is_stated: true,
        day_is_of_key: !review.day_is_of_key,
        tells_several: !review.tells_several,
        is_of_updates: !review.is_of_updates,
        zone_written: None,
        mentioned: OnceLock::default(),
        labels: OnceLock::default(),
        moments: moments(review, named.contains(&"duration")),
        measure: review.measure,
        said: if named.contains(&"duration") { review.said } else { Some(Said { seconds: 1, source: Source::Text }) },
        date: review.date.and_then(|date| date.checked_sub(40.days()).ok()),
        detection: None,
        impact: Impact { summary: text(used("customer-impact"), &review.impact.summary, random), ..Impact::default() },
        timeline: timeline(review, &hide, random),
        timeline_blocks: Vec::new(),
        timeline_heading: None,
        timeline_section: None,
        definitions: String::new(),
        factors: if used("contributing-factors") { factors(&review.factors, &hide) } else { Vec::new() },
        factors_from_body: review.factors_from_body,
        surprises: invented(random),
        learnings: points(&review.learnings, used("learnings"), &hide, random),
        went_well: invented(random),
        got_lucky: invented(random),
        open_questions: invented(random),
        actions: if used("countermeasures") { actions(&review.actions, &hide, random) } else { Vec::new() },
        actions_from_body: review.actions_from_body,
        no_action_reason: Some(random.words(5)),
        wont_do: vec![Declined { title: random.words(4), reason: Some(random.words(5)) }],
        new_to: Some(random.words(2)),
        people: People { owner: vec![random.words(2)], responders: vec![random.words(2)], ..People::default() },
        links: Vec::new(),
        related: Vec::new(),
        recurrence_of: None,
        named_until: Some(Date::constant(2001, 1, 1)),
        written: Some(Date::constant(2001, 1, 1)),
        published: Some(Date::constant(2001, 1, 1)),
        revisions: vec![Revision { on: Date::constant(2001, 1, 2), note: random.words(6) }],
        rehearsed: vec![Date::constant(2001, 1, 3)],
        visibility: review.visibility,
        public: Some(Public {
            texts: public.texts.iter().map(|(name, key, text)| (*name, *key, hide.marks(text))).collect(),
            withdrawn: public.withdrawn.as_ref().map(|reason| hide.marks(reason)),
            changes: public.changes.iter().map(|(on, note)| (*on, hide.marks(note))).collect(),
            ..public.clone()
        }),
        extra: vec![(random.word(), random.word())],
        origins: Vec::new(),
    };
    set_body(&mut other, body(review, &used, &hide, random));
    other
}

/// The published sections in their places, between random ones.
fn body(review: &Review, used: &dyn Fn(&str) -> bool, hide: &Hide<'_>, random: &mut Random) -> String {
    let mut body = random.paragraphs(2);
    for heading in &review.outline.headings {
        let is_published = super::sections::name_of(&heading.text).is_some_and(|name| used(name) && name != "timeline");
        if is_published {
            let section = &review.body()[heading.span.start..heading.content.end];
            body.push_str(&format!("\n\n{}\n\n", hide.marks(section).trim_end()));
            body.push_str(&format!(
                "{} {}\n\n{}",
                "#".repeat(usize::from(heading.level)),
                random.words(3),
                random.paragraphs(1)
            ));
        }
    }
    body
}

/// The two moments that a public duration is computed from are kept; the others change.
fn moments(review: &Review, used: bool) -> Moments {
    let m = &review.moments;
    let between = m.started.or(m.detected).and_then(|at| at.checked_add(1.second()).ok());
    if used {
        return Moments {
            started: m.started.or(m.detected),
            detected: between,
            acknowledged: between,
            identified: between,
            mitigated: m.mitigated.or(m.resolved),
            resolved: m.resolved,
        };
    }
    Moments { started: between, ..Moments::default() }
}

fn timeline(review: &Review, hide: &Hide<'_>, random: &mut Random) -> Vec<Entry> {
    let mut entries = Vec::new();
    for entry in &review.timeline {
        let is_published = entry.public != PublicText::Nothing;
        if !is_published && random.below(2) == 0 {
            continue;
        }
        entries.push(Entry {
            // Only moments are published.
            when: entry.when,
            stated: random.words(1),
            is_about: false,
            phase: None,
            actor: None,
            effect: entry.effect,
            what: if entry.public == PublicText::What { hide.marks(&entry.what) } else { random.words(8) },
            who: Some(random.words(2)),
            evidence: Some(random.words(4)),
            public: match &entry.public {
                PublicText::Instead(text) => PublicText::Instead(hide.marks(text)),
                other => other.clone(),
            },
            item: entry.item,
            origin: None,
        });
    }
    entries
}

fn factors(factors: &[Factor], hide: &Hide<'_>) -> Vec<Factor> {
    factors
        .iter()
        .map(|factor| Factor { text: hide.marks(&factor.text), name: None, category: None, origin: None })
        .collect()
}

fn points(points: &Points, used: bool, hide: &Hide<'_>, random: &mut Random) -> Points {
    if !used {
        return invented(random);
    }
    let items = points.items.iter().map(|point| Point {
        text: hide.marks(&point.text),
        applies_to: vec![random.word()],
        origin: None,
    });
    Points { items: items.collect(), from_body: points.from_body }
}

fn invented(random: &mut Random) -> Points {
    Points {
        items: vec![Point { text: random.words(7), applies_to: vec![random.word()], origin: None }],
        from_body: true,
    }
}

fn actions(actions: &[Action], hide: &Hide<'_>, random: &mut Random) -> Vec<Action> {
    let mut other = |action: &Action| Action {
        id: Some(random.word()),
        title: hide.marks(&action.title),
        owner: Some(random.words(2)),
        priority: None,
        improves: None,
        due: action.due,
        status: action.status,
        closed: action.closed,
        ticket: Some(random.word()),
        reason: Some(random.words(5)),
        sensitive: action.sensitive,
        origin: None,
    };
    actions.iter().map(&mut other).collect()
}
