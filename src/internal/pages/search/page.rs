//! The search page, the 404 page, and the search documents of the reviews.

use std::collections::HashSet;

use rayon::prelude::*;

use super::{SearchPage, ShortcutView};
use crate::library::{Dimension, Library};
use crate::pages::at::{About, At};
use crate::pages::review::{actions_at, toc};
use crate::pages::route::review_path;
use crate::pages::shell::PageView;
use crate::pages::{Site, dates};
use crate::review::{DetectionSource, Review, Status};
use ::search::{Card, Catalogue, Document, Facet, Label, Language, Section, Settings, YEAR, is_path};
use base::text::{clip, slug};
use chart::Effect;
use markdown::{plain_text, sections_text};
use site::config::{Config, Synonyms};
use site::output::OutPath;

pub fn page(at: At<'_>) -> (PageView, SearchPage) {
    let about = About {
        title: "Search".to_owned(),
        description: "Find a review by error text, service or symptom.".to_owned(),
        class: "search",
        breadcrumbs: vec![at.home_crumb()],
        feeds: Vec::new(),
    };
    (at.page(about), view(at))
}

pub fn missing(at: At<'_>) -> (PageView, SearchPage) {
    let about = About {
        title: "Page not found".to_owned(),
        description: String::new(),
        class: "missing",
        breadcrumbs: vec![at.home_crumb()],
        feeds: Vec::new(),
    };
    (at.page(about), view(at))
}

fn view(at: At<'_>) -> SearchPage {
    let key = |key, does| ShortcutView { key, does };
    SearchPage {
        browse: at.browse(),
        shortcuts: vec![
            key("/", "go to the search box"),
            key("↓ ↑", "move through the results"),
            key("Enter", "open the result"),
            key("Esc", "close the list, then clear the box"),
        ],
    }
}

impl Site {
    /// The bytes of a file of the search.
    pub(crate) fn search_file(&self, path: &OutPath) -> Option<&[u8]> {
        is_path(path.as_str()).then(|| self.search_files().get(path.as_str())).flatten()
    }

    /// The documents of the library for the search.
    #[must_use]
    pub fn catalogue(&self) -> Catalogue {
        let documents = self.library.reviews.par_iter().map(|review| document(review, &self.library));
        Catalogue::new(documents.collect(), facets(&self.library))
    }

    /// The search settings of the library.
    #[must_use]
    pub fn search_settings(&self) -> Settings {
        let config = &self.library.config;
        Settings {
            synonyms: match &config.search.synonyms {
                Synonyms::Off => Vec::new(),
                Synonyms::With(own) => ::search::shipped().into_iter().chain(own.iter().cloned()).collect(),
            },
            language: Language::of_tag(config.search.language.unwrap_or(&config.language)),
            with_plain: config.search.emit_elasticlunr,
        }
    }
}

/// All facets of the search, with the labels of their values.
pub(super) fn facets(library: &Library) -> Vec<Facet> {
    let config = &library.config;
    let labels = |dimension: Dimension| -> Vec<Label> {
        let terms = library.terms_of(dimension).iter();
        terms.map(|term| Label::new(&term.slug, &term.label)).collect()
    };
    let kinds = config.kinds.iter().map(|kind| Label::new(slug(&kind.key), &kind.label)).collect();
    let statuses = Status::ALL.iter().map(|(key, status)| Label::new(slug(key), status.label())).collect();
    let sources = DetectionSource::ALL.iter().map(|(key, source)| Label::new(*key, source.words())).collect();
    vec![
        Facet::new("severity", "Severity", config.severities.iter().map(|s| Label::new(&s.key, &s.label)).collect()),
        Facet::new("kind", "Kind", kinds),
        Facet::new("service", "Service", labels(Dimension::Services)),
        Facet::new("team", "Team", labels(Dimension::Teams)),
        Facet::new("factor", "Contributing factor", labels(Dimension::Factors)),
        Facet::new("tag", "Tag", labels(Dimension::Tags)),
        Facet::new("status", "Status", statuses),
        Facet::new("environment", "Environment", Vec::new()),
        Facet::new("detection", "Noticed by", sources),
        Facet::new(YEAR, "Year", Vec::new()),
    ]
}

pub(super) fn document(review: &Review, library: &Library) -> Document {
    let config = &library.config;
    let all = [&review.learnings, &review.surprises].into_iter().flat_map(|points| &points.items);
    let learnings: Vec<_> = all.map(|point| plain_text(&point.text)).collect();
    Document {
        title: review.title.clone(),
        url: review_path(&review.id),
        learnings: learnings.join("\n"),
        meta: meta(review),
        expansion: config.search.terms.of(&review.id).to_owned(),
        sections: sections(review),
        values: values(review, config),
        card: card(review, library),
    }
}

/// The ISO date of the review; empty if unknown.
pub(super) fn day(review: &Review) -> String {
    review.date.map(|date| date.to_string()).unwrap_or_default()
}

/// Words that describe the review.
fn meta(review: &Review) -> String {
    let names = [&review.services, &review.teams, &review.tags, &review.systems].into_iter().flatten();
    let mut meta: Vec<_> = names.cloned().collect();
    meta.extend([review.id.clone(), review.kind.replace('_', " ")]);
    meta.extend(review.severity.clone());
    meta.extend(review.factors.iter().filter_map(|factor| factor.name.clone()));
    meta.extend(review.actions.iter().filter_map(|action| action.ticket.clone()));
    meta.join("\n")
}

/// The facets of the review, by which it can be found without a search term.
fn values(review: &Review, config: &Config) -> Vec<(&'static str, String)> {
    let dimensions = [
        ("service", Dimension::Services),
        ("team", Dimension::Teams),
        ("factor", Dimension::Factors),
        ("tag", Dimension::Tags),
    ];
    let named = dimensions
        .into_iter()
        .flat_map(|(facet, dimension)| dimension.of(review, config).into_iter().map(move |(slug, _)| (facet, slug)));
    let status = Status::ALL.iter().find(|(_, status)| *status == review.status).map(|(key, _)| slug(key));
    let source = review.detection.as_ref().and_then(|detection| detection.source);
    let source = DetectionSource::ALL.iter().find(|(_, one)| Some(*one) == source).map(|(key, _)| (*key).to_owned());
    let single = [
        ("severity", review.severity.clone()),
        ("kind", Some(slug(&review.kind))),
        ("status", status),
        ("environment", review.environment.as_deref().map(slug)),
        ("detection", source),
    ];
    named.chain(single.into_iter().filter_map(|(facet, value)| Some((facet, value?)))).collect()
}

/// Most helpful entries on a card.
const HELPED: usize = 3;
/// Most characters of each.
const HELP: usize = 200;

fn card(review: &Review, library: &Library) -> Card {
    let config = &library.config;
    let labels = |dimension: Dimension| {
        let label = |(slug, written): (String, String)| {
            library.term(dimension, &slug).map_or(written, |term| term.label.clone())
        };
        dimension.of(review, config).into_iter().map(label).collect()
    };
    let severity = review.severity.as_deref().and_then(|key| config.severity(key));
    let usual = config.kinds.first().is_some_and(|kind| kind.key == review.kind);
    let kind = config.kind(&review.kind).filter(|_| !usual).map(|kind| kind.label.clone());
    let helped = review.timeline.iter().filter(|entry| entry.effect == Effect::Positive);
    // The last helpful steps are the ones that ended the incident.
    let mut helped: Vec<String> =
        helped.rev().take(HELPED).map(|entry| clip(&plain_text(&entry.what), HELP).to_string()).collect();
    helped.reverse();
    Card {
        date: day(review),
        date_words: review.date.map(dates::words).unwrap_or_default(),
        severity: severity.map(|(_, s)| (s.key.clone(), s.label.clone(), s.role.as_str().to_owned())),
        kind: kind.unwrap_or_default(),
        services: labels(Dimension::Services),
        happened: review.happened.clone().unwrap_or_default(),
        lesson: review.lesson.clone().unwrap_or_default(),
        helped,
        ask: labels(Dimension::Teams),
    }
}

/// The texts of a page in its order: what comes before the body, the body by heading, what comes after it. Each has the id of
/// its place on the page, which is empty for the top.
fn sections(review: &Review) -> Vec<Section> {
    let ids = toc::ids(review);
    let own = |name: &str| if review.shows(name) { toc::id(&ids, name) } else { String::new() };
    let timeline = review.timeline_heading.as_ref().map_or_else(|| own("timeline"), |(id, _)| id.clone());
    let mut sections = Vec::new();
    let mut add = |anchor: &str, heading: &str, texts: Vec<String>| {
        if !texts.is_empty() {
            sections.push(Section { anchor: anchor.into(), heading: heading.into(), text: texts.join("\n") });
        }
    };
    let points = |points: &crate::review::Points| {
        points.items.iter().filter(|_| !points.from_body).map(|p| plain_text(&p.text)).collect::<Vec<_>>()
    };
    add(&own("lessons"), "What we learned", points(&review.learnings));
    add(&own("surprises"), "What surprised us", points(&review.surprises));
    add("", "Summary", review.summary.iter().map(|text| plain_text(text)).collect());
    add(&timeline, "Timeline", review.timeline.iter().map(|entry| plain_text(&entry.what)).collect());
    let omitted: HashSet<_> = review.omitted.iter().collect();
    let hidden = review.outline.headings.iter().filter(|heading| omitted.contains(&heading.span));
    let hidden: HashSet<_> = hidden.map(|heading| heading.id.as_str()).collect();
    for section in sections_text(review.body()) {
        // The page shows such a section elsewhere.
        let is_hidden = hidden.contains(section.id.as_str()) && section.id != timeline;
        add(if is_hidden { "" } else { &section.id }, &section.heading, vec![section.text]);
    }
    let factors = review.factors.iter().filter(|_| !review.factors_from_body);
    add(&own("factors"), "Contributing factors", factors.map(|factor| plain_text(&factor.text)).collect());
    add(&own("went-well"), "What went well", points(&review.went_well));
    add(&own("got-lucky"), "Where we got lucky", points(&review.got_lucky));
    add(&own("open-questions"), "Open questions", points(&review.open_questions));
    let actions = actions_at(review, &own("actions")).unwrap_or_default();
    add(&actions, "Actions", review.actions.iter().map(|action| plain_text(&action.title)).collect());
    let impact = [&review.impact.customers, &review.impact.summary, &review.impact.sla, &review.impact.support_cases];
    add("", "Impact", impact.into_iter().flatten().map(|text| plain_text(text)).collect());
    sections
}
