//! What the search is told: cleared texts, without markup.

use std::collections::BTreeMap;

use super::address::Address;
use super::at::gist;
use super::postmortem_page::heading;
use super::{Named, Postmortem, Site};
use base::text::{date_words, slug};
use clearance::Searched;
use markdown::plain_text;
use site::search::{Card, Catalogue, Document, Label, Labels, Section};

/// Colours and shapes of severities, worst first.
const ROLES: [&str; 5] = ["critical", "major", "minor", "low", "info"];

/// The longest text of a result without an excerpt.
const GIST: usize = 260;

impl Site {
    /// Makes what all files of the search have in common; to be called before they are rendered in parallel, so that it is
    /// made once.
    pub fn prepare_search(&self) {
        self.catalogue();
    }

    /// What the search knows. It is made in parallel and outside the cell: a worker that waits for a cell may be one that the
    /// maker of its value waits for.
    pub(crate) fn catalogue(&self) -> &Catalogue {
        self.catalogue.get().unwrap_or_else(|| {
            let made = catalogue(&self.postmortems);
            self.catalogue.get_or_init(|| made)
        })
    }
}

impl Site {
    /// What the search is made from: for each document, in order, the texts that its words may come from.
    #[must_use]
    pub fn searched(&self) -> Vec<Searched> {
        let texts = |document: Document| {
            let sections = document.sections.into_iter().flat_map(|section| [section.heading, section.text]);
            [document.title, document.learnings, document.meta].into_iter().chain(sections).collect()
        };
        let made = self.postmortems.iter().map(|postmortem| Searched {
            slug: postmortem.slug.as_str().to_owned(),
            texts: texts(document(postmortem)),
        });
        made.collect()
    }
}

fn catalogue(postmortems: &[Postmortem]) -> Catalogue {
    use rayon::prelude::*;
    let labels = |names: fn(&Postmortem) -> &Vec<Named>| {
        let all: BTreeMap<_, _> = postmortems.iter().flat_map(names).map(|n| (n.slug.as_str(), n)).collect();
        all.into_values().map(|named| Label::new(named.slug.as_str(), named.label.as_str())).collect()
    };
    let severities: BTreeMap<_, _> = postmortems
        .iter()
        .filter_map(|postmortem| postmortem.severity.as_ref())
        .map(|s| ((ROLES.iter().position(|role| *role == s.role), s.label.as_str()), s))
        .collect();
    Catalogue {
        documents: postmortems.par_iter().map(document).collect(),
        labels: Labels {
            severities: severities.into_keys().map(|(_, label)| Label::new(slug(label), label)).collect(),
            kinds: Vec::new(),
            services: labels(|postmortem| &postmortem.services),
            tags: labels(|postmortem| &postmortem.tags),
        },
    }
}

fn document(postmortem: &Postmortem) -> Document {
    let severity = postmortem.severity.as_ref().map(|severity| severity.label.as_str());
    let names = [&postmortem.services, &postmortem.tags].into_iter().flatten().map(|named| named.label.as_str());
    let meta: Vec<_> = names.chain([postmortem.slug.as_str()]).chain(severity).collect();
    let slugs = |named: &[Named]| named.iter().map(|one| one.slug.as_str().to_owned()).collect();
    let learnings = postmortem.sections.iter().filter(|section| section.name == "learnings");
    let learnings: Vec<_> = learnings.map(|section| plain_text(section.text.as_str())).collect();
    Document {
        title: postmortem.title.as_str().to_owned(),
        url: Address::Postmortem(postmortem.slug.clone()).path(),
        learnings: learnings.join("\n"),
        meta: meta.join(" "),
        sections: sections(postmortem),
        card: Card {
            date: postmortem.date.to_string(),
            date_words: date_words(postmortem.date),
            severity: severity.map(slug),
            kind: String::new(),
            services: slugs(&postmortem.services),
            tags: slugs(&postmortem.tags),
            happened: gist(postmortem).excerpt(GIST).as_str().to_owned(),
            lesson: String::new(),
        },
    }
}

/// The texts of a page by its headings.
fn sections(postmortem: &Postmortem) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut add = |name: &str, text: String| {
        let (anchor, heading) = heading(name);
        sections.push(Section { anchor: anchor.to_owned(), heading: heading.to_owned(), text });
    };
    for section in &postmortem.sections {
        add(section.name, plain_text(section.text.as_str()));
    }
    let lines = |texts: Vec<&str>| texts.into_iter().map(plain_text).collect::<Vec<_>>().join("\n");
    if !postmortem.timeline.is_empty() {
        add("timeline", lines(postmortem.timeline.iter().map(|moment| moment.what.as_str()).collect()));
    }
    if !postmortem.measures.is_empty() {
        add("countermeasures", lines(postmortem.measures.iter().map(|measure| measure.what.as_str()).collect()));
    }
    sections
}
