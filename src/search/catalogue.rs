//! What search is told of a library: plain words, and the values by which it can be narrowed.

/// Everything that can be found, and what narrows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// From the earliest day up; a document's number is its place here, so a new review at the end moves no other.
    documents: Vec<Document>,
    /// In the order in which readers see them.
    facets: Vec<Facet>,
}

impl Catalogue {
    /// Puts documents in order: by day, undated ones first, then by address. Values that a document has and no facet lists
    /// are shown as they are written, after the others; years are listed by themselves.
    #[must_use]
    pub fn new(mut documents: Vec<Document>, mut facets: Vec<Facet>) -> Self {
        documents.sort_by(|a, b| (&a.card.date, &a.url).cmp(&(&b.card.date, &b.url)));
        for facet in &mut facets {
            facet.complete(&documents);
        }
        facets.retain(|facet| !facet.values.is_empty());
        Self { documents, facets }
    }

    /// From the earliest day up.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// In the order in which readers see them.
    #[must_use]
    pub fn facets(&self) -> &[Facet] {
        &self.facets
    }
}

/// One review as search sees it. All texts are plain, without markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The title; a word found here weighs most.
    pub title: String,
    /// The page, relative to the root of the site: `reviews/x/index.html`.
    pub url: String,
    /// The lesson and the learnings.
    pub learnings: String,
    /// Words that say what the review is, not what it tells: id, severity, tags, services, teams.
    pub meta: String,
    /// Other words for what it tells, from `search.expansion`; they weigh little and are never shown.
    pub expansion: String,
    /// The page in its order, a heading at a time.
    pub sections: Vec<Section>,
    /// What a result shows.
    pub card: Card,
    /// What narrows it: the key of a facet and the key of a value.
    pub values: Vec<(&'static str, String)>,
}

/// One heading of a page and the text beneath it, up to the next heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The id of the heading on the page; empty for what stands above the first.
    pub anchor: String,
    /// The heading in plain words; may be empty.
    pub heading: String,
    /// The text beneath it, paragraphs divided by white space.
    pub text: String,
}

/// The facts of one result, as people read them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// The ISO day on which it began, `2026-03-02`; empty if nobody knows. Its year is a facet.
    pub date: String,
    /// The same day as people write it.
    pub date_words: String,
    /// Key, label and role, which is how it looks; absent for a near miss, say.
    pub severity: Option<(String, String, String)>,
    /// The label of a kind that is not the usual one; empty otherwise.
    pub kind: String,
    /// Labels of the services, the one most concerned first.
    pub services: Vec<String>,
    /// What failed and for whom; empty where nobody says it.
    pub happened: String,
    /// What was learned; may be empty.
    pub lesson: String,
    /// What brought it closer to restored, in the order in which it was done.
    pub helped: Vec<String>,
    /// The teams to ask.
    pub ask: Vec<String>,
}

/// Something by which a library can be narrowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// As in addresses and in the search box: `severity`.
    pub key: &'static str,
    /// As people read it: `Severity`.
    pub label: &'static str,
    /// Its values, in the order in which readers see them; severities from the worst down.
    pub values: Vec<Label>,
}

/// The facet of years, whose values are taken from the days of the cards.
pub const YEAR: &str = "year";

impl Facet {
    /// A facet, with the values that have labels.
    #[must_use]
    pub fn new(key: &'static str, label: &'static str, values: Vec<Label>) -> Self {
        Self { key, label, values }
    }

    /// The keys of the values that a document has.
    pub(crate) fn keys_of<'d>(&self, document: &'d Document) -> Vec<&'d str> {
        if self.key == YEAR {
            return document.card.date.get(..4).into_iter().collect();
        }
        let own = document.values.iter().filter(|(facet, value)| *facet == self.key && !value.is_empty());
        own.map(|(_, value)| value.as_str()).collect()
    }

    /// Adds values that are not listed, and takes out those that nothing has.
    fn complete(&mut self, documents: &[Document]) {
        let named: std::collections::BTreeSet<&str> = documents.iter().flat_map(|d| self.keys_of(d)).collect();
        let others = named.iter().filter(|key| self.values.iter().all(|value| value.key != **key));
        let mut others: Vec<Label> = others.map(|key| Label::new(*key, *key)).collect();
        if self.key == YEAR {
            others.reverse();
        }
        self.values.retain(|value| named.contains(value.key.as_str()));
        self.values.append(&mut others);
    }
}

/// A key of a facet and how it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// As in addresses: `sev1`.
    pub key: String,
    /// As people read it: `SEV 1`.
    pub label: String,
}

impl Label {
    /// A key and how it is written.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Card, Catalogue, Document, Facet, Label};

    fn document(url: &str, date: &str, values: &[(&'static str, &str)]) -> Document {
        Document {
            url: url.into(),
            card: Card { date: date.into(), ..Card::default() },
            values: values.iter().map(|(facet, value)| (*facet, (*value).to_owned())).collect(),
            ..Document::default()
        }
    }

    #[test]
    fn documents_stand_by_day_and_facets_hold_what_documents_have() {
        let documents = vec![
            document("b", "2026-01-01", &[("service", "web")]),
            document("a", "2026-01-01", &[("service", "api")]),
            document("c", "", &[]),
            document("d", "2024-05-01", &[("service", "api")]),
        ];
        let facets = vec![
            Facet::new("service", "Service", vec![Label::new("web", "Web"), Label::new("unused", "Unused")]),
            Facet::new("tag", "Tag", Vec::new()),
            Facet::new("year", "Year", Vec::new()),
        ];
        let catalogue = Catalogue::new(documents, facets);
        let urls: Vec<_> = catalogue.documents().iter().map(|document| document.url.as_str()).collect();
        assert_eq!(urls, ["c", "d", "a", "b"]);
        let values: Vec<_> = catalogue
            .facets()
            .iter()
            .map(|facet| (facet.key, facet.values.iter().map(|value| value.label.as_str()).collect::<Vec<_>>()))
            .collect();
        assert_eq!(values, [("service", vec!["Web", "api"]), ("year", vec!["2026", "2024"])]);
    }
}
