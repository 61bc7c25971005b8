//! The search page, the page that is not there, and what the search is told of each review.

use super::at::{About, At};
use super::route::review_path;
use super::views::{PageView, SearchPage, ShortcutView};
use super::{Site, dates};
use crate::library::{Dimension, Library};
use crate::review::Review;
use markdown::{plain_text, sections_text};
use site::search::{Card, Catalogue, Document, Label, Labels, Section};

pub(super) fn page(at: At<'_>) -> (PageView, SearchPage) {
    let about = About {
        title: "Search".to_owned(),
        description: "Find a review by error text, service or symptom.".to_owned(),
        class: "search",
        breadcrumbs: vec![at.home_crumb()],
        feeds: Vec::new(),
    };
    (at.page(about), view(at))
}

pub(super) fn missing(at: At<'_>) -> (PageView, SearchPage) {
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
    /// Makes what all files of the search have in common; to be called before they are rendered in parallel, so that it is
    /// made once.
    pub fn prepare_search(&self) {
        self.catalogue();
    }

    /// What the search knows. It is made in parallel and outside the cell: a worker that waits for a cell may be one that the
    /// maker of its value waits for.
    pub(super) fn catalogue(&self) -> &Catalogue {
        self.catalogue.get().unwrap_or_else(|| {
            let made = catalogue(&self.library);
            self.catalogue.get_or_init(|| made)
        })
    }
}

fn catalogue(library: &Library) -> Catalogue {
    use rayon::prelude::*;
    let labels = |dimension| {
        let label = |term: &crate::library::Term| Label::new(&term.slug, &term.label);
        library.terms_of(dimension).iter().filter(|t| !t.reviews.is_empty()).map(label).collect()
    };
    let config = &library.config;
    Catalogue {
        documents: library.reviews.par_iter().map(|review| document(review, library)).collect(),
        labels: Labels {
            severities: config.severities.iter().map(|s| Label::new(&s.key, &s.label)).collect(),
            kinds: config.kinds.iter().map(|k| Label::new(base::text::slug(&k.key), &k.label)).collect(),
            services: labels(Dimension::Services),
            tags: labels(Dimension::Tags),
        },
    }
}

fn document(review: &Review, library: &Library) -> Document {
    let config = &library.config;
    let slugs = |dimension: Dimension| dimension.of(review, config).into_iter().map(|(s, _)| s).collect::<Vec<_>>();
    let all = [&review.learnings, &review.surprises].into_iter().flat_map(|points| &points.items);
    let learnings: Vec<_> = all.map(|point| plain_text(&point.text)).collect();
    let names = [&review.services, &review.teams, &review.tags, &review.systems].into_iter().flatten();
    let mut meta: Vec<_> = names.cloned().collect();
    meta.extend([review.id.clone(), review.kind.replace('_', " ")]);
    meta.extend(review.severity.clone());
    meta.extend(review.actions.iter().filter_map(|action| action.ticket.clone()));
    Document {
        title: review.title.clone(),
        url: review_path(&review.id),
        learnings: learnings.join("\n"),
        meta: meta.join(" "),
        sections: sections(review),
        card: Card {
            date: review.date.map(|date| date.to_string()).unwrap_or_default(),
            date_words: review.date.map(dates::words).unwrap_or_default(),
            severity: review.severity.clone(),
            kind: base::text::slug(&review.kind),
            services: slugs(Dimension::Services),
            tags: slugs(Dimension::Tags),
            happened: review.happened.clone().unwrap_or_default(),
            lesson: review.lesson.clone().unwrap_or_default(),
        },
    }
}

/// The texts of a page in its order: front matter that the page shows, then the body by heading.
fn sections(review: &Review) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut add = |anchor: &str, heading: &str, texts: Vec<String>| {
        if !texts.is_empty() {
            sections.push(Section { anchor: anchor.into(), heading: heading.into(), text: texts.join("\n") });
        }
    };
    let points = |points: &crate::review::Points| {
        points.items.iter().filter(|_| !points.from_body).map(|p| plain_text(&p.text)).collect::<Vec<_>>()
    };
    add("lessons", "What we learned", points(&review.learnings));
    add("lessons", "What surprised us", points(&review.surprises));
    add("", "Summary", review.summary.iter().map(|text| plain_text(text)).collect());
    add("timeline", "Timeline", review.timeline.iter().map(|entry| plain_text(&entry.what)).collect());
    for section in sections_text(review.body()) {
        add(&section.id, &section.heading, vec![section.text]);
    }
    let factors = review.factors.iter().filter(|_| !review.factors_from_body);
    add("factors", "Contributing factors", factors.map(|factor| plain_text(&factor.text)).collect());
    add("went-well", "What went well", points(&review.went_well));
    add("got-lucky", "Where we got lucky", points(&review.got_lucky));
    add("open-questions", "Open questions", points(&review.open_questions));
    add("actions", "Actions", review.actions.iter().map(|action| plain_text(&action.title)).collect());
    let impact = [&review.impact.customers, &review.impact.summary, &review.impact.sla, &review.impact.support_cases];
    add("", "Impact", impact.into_iter().flatten().map(|text| plain_text(text)).collect());
    sections
}
