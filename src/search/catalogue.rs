//! The input of the search: documents as plain text, and the values by which they can be filtered.

/// All documents that can be found, and the facets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Sorted by day; a document's number is its index here, so a new review at the end changes no other number.
    documents: Vec<Document>,
    /// In the order in which readers see them.
    facets: Vec<Facet>,
}

impl Catalogue {
    /// Puts documents in the order of their [`sort_key`]. Values of documents that no facet lists
    /// are added after the others, labelled by their key; years are added from the dates.
    #[must_use]
    pub fn new(mut documents: Vec<Document>, mut facets: Vec<Facet>) -> Self {
        documents.sort_by(|a, b| sort_key(&a.card.date, &a.url).cmp(&sort_key(&b.card.date, &b.url)));
        for facet in &mut facets {
            facet.complete(&documents);
        }
        facets.retain(|facet| !facet.values.is_empty());
        Self { documents, facets }
    }

    /// The documents, sorted by day.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The facets, in the order in which readers see them.
    #[must_use]
    pub fn facets(&self) -> &[Facet] {
        &self.facets
    }
}

/// What documents are sorted by: the day, undated ones first, then the address.
#[must_use]
pub fn sort_key<T>(day: T, url: T) -> (T, T) {
    (day, url)
}

/// One document, such as a review. All texts are plain, without markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The title; a match here has the highest weight.
    pub title: String,
    /// The page, relative to the root of the site: `reviews/x/index.html`.
    pub url: String,
    /// The lesson and the learnings.
    pub learnings: String,
    /// Words about the review: id, severity, tags, services, teams.
    pub meta: String,
    /// Other words for its content, from `search.expansion`; they have a low weight and are never shown.
    pub expansion: String,
    /// The text of the page by heading, in order.
    pub sections: Vec<Section>,
    /// What a result shows.
    pub card: Card,
    /// Its values: the key of a facet and the key of a value.
    pub values: Vec<(&'static str, String)>,
}

/// One heading of a page and the text below it, up to the next heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The id of the heading on the page; empty for the text above the first heading.
    pub anchor: String,
    /// The heading in plain words; may be empty.
    pub heading: String,
    /// The text below it, paragraphs separated by white space.
    pub text: String,
}

/// The facts that a result shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// The ISO date on which it began, `2026-03-02`; empty if unknown. Its year is a facet.
    pub date: String,
    /// The same date in words.
    pub date_words: String,
    /// Key, label and role, which is how it looks; absent for a near miss, say.
    pub severity: Option<(String, String, String)>,
    /// The label of a kind that is not the usual one; empty otherwise.
    pub kind: String,
    /// Labels of the services, the most affected first.
    pub services: Vec<String>,
    /// What failed and for whom; may be empty.
    pub happened: String,
    /// What was learned; may be empty.
    pub lesson: String,
    /// The actions that helped, in order of time.
    pub helped: Vec<String>,
    /// The teams to contact.
    pub ask: Vec<String>,
}

/// A property by which documents can be filtered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// As in addresses and in the search box: `severity`.
    pub key: &'static str,
    /// As shown to readers: `Severity`.
    pub label: &'static str,
    /// Its values, in the order in which readers see them; severities from the worst down.
    pub values: Vec<Label>,
}

/// The facet of years, whose values come from the dates of the cards.
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

    /// Adds values that are not listed, and removes those that no document has.
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

/// A value of a facet and its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// As in addresses: `sev1`.
    pub key: String,
    /// As shown to readers: `SEV 1`.
    pub label: String,
}

impl Label {
    /// A value with this key and label.
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
