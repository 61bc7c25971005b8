//! The input of the search: cleared texts, without markup.

use std::collections::BTreeMap;

use ::search::{Card, Catalogue, Document, Facet, Files, Label, Language, Section, Settings, YEAR, is_path};

use super::address::Address;
use super::at::gist;
use super::headings::heading;
use super::{Named, Postmortem, Site};
use base::text::{date_words, slug};
use markdown::plain_text;
use site::output::OutPath;

/// The roles of severities, worst first.
const ROLES: [&str; 5] = ["critical", "major", "minor", "low", "info"];

/// The longest text of a result without an excerpt.
const GIST: usize = 260;

impl Site {
    /// All files of the search. They are made in parallel and outside the `OnceLock`, because a worker waiting for the
    /// lock could block the one that fills it.
    pub(crate) fn search_files(&self) -> &Files {
        self.search.get().unwrap_or_else(|| {
            let language = Language::of_tag(match self.masthead.language.as_str() {
                "" => "en",
                language => language,
            });
            let settings = Settings { language, ..Settings::default() };
            let made = Files::of(&catalogue(&self.postmortems), &settings);
            self.search.get_or_init(|| made)
        })
    }

    /// The bytes of a file of the search.
    pub(crate) fn search_file(&self, path: &OutPath) -> Option<&[u8]> {
        is_path(path.as_str()).then(|| self.search_files().get(path.as_str())).flatten()
    }

    /// The catalogue of the search, computed again: its files must contain nothing else.
    #[must_use]
    pub fn searched(&self) -> Catalogue {
        catalogue(&self.postmortems)
    }
}

fn catalogue(postmortems: &[Postmortem]) -> Catalogue {
    use rayon::prelude::*;
    let labels = |names: fn(&Postmortem) -> &Vec<Named>| {
        let all: BTreeMap<_, _> = postmortems.iter().flat_map(names).map(|n| (n.slug.as_str(), n)).collect();
        all.into_values().map(|named| Label::new(named.slug.as_str(), named.label.as_str())).collect()
    };
    let severities: Vec<Label> = scale(postmortems).into_iter().map(|label| Label::new(slug(label), label)).collect();
    let documents = postmortems.par_iter().map(document).collect();
    let facets = vec![
        Facet::new("severity", "Severity", severities),
        Facet::new("service", "Service", labels(|postmortem| &postmortem.services)),
        Facet::new("tag", "Tag", labels(|postmortem| &postmortem.tags)),
        Facet::new(YEAR, "Year", Vec::new()),
    ];
    Catalogue::new(documents, facets)
}

/// The severities that postmortems have, worst first.
fn scale(postmortems: &[Postmortem]) -> Vec<&str> {
    let with = postmortems.iter().filter_map(|postmortem| postmortem.severity.as_ref());
    let scale: BTreeMap<_, _> =
        with.map(|s| ((ROLES.iter().position(|role| *role == s.role), s.label.as_str()), s)).collect();
    scale.into_keys().map(|(_, label)| label).collect()
}

fn document(postmortem: &Postmortem) -> Document {
    let severity = postmortem.severity.as_ref().map(|severity| severity.label.as_str());
    let role = postmortem.severity.as_ref().map_or("info", |severity| severity.role);
    let names = [&postmortem.services, &postmortem.tags].into_iter().flatten().map(|named| named.label.as_str());
    let meta: Vec<_> = names.chain([postmortem.slug.as_str()]).chain(severity).collect();
    let values =
        |facet, named: &[Named]| -> Vec<_> { named.iter().map(|one| (facet, one.slug.as_str().to_owned())).collect() };
    let severity_value = severity.map(|severity| ("severity", slug(severity)));
    let learnings = postmortem.sections.iter().filter(|section| section.name == "learnings");
    let learnings: Vec<_> = learnings.map(|section| plain_text(section.text.as_str())).collect();
    Document {
        title: postmortem.title.as_str().to_owned(),
        url: Address::Postmortem(postmortem.slug.clone()).path(),
        learnings: learnings.join("\n"),
        meta: meta.join(" "),
        sections: sections(postmortem),
        values: [values("service", &postmortem.services), values("tag", &postmortem.tags)]
            .into_iter()
            .flatten()
            .chain(severity_value)
            .collect(),
        card: Card {
            date: postmortem.date.to_string(),
            date_words: date_words(postmortem.date),
            severity: severity.map(|label| (slug(label), label.to_owned(), role.to_owned())),
            services: postmortem.services.iter().map(|service| service.label.as_str().to_owned()).collect(),
            happened: gist(postmortem).excerpt(GIST).as_str().to_owned(),
            ..Card::default()
        },
        ..Document::default()
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
