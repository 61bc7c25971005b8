//! The cards of all documents and the facets, in the compact form that the browser reads.
//!
//! ```text
//! {facets: [[key, label, [[value key, value label], …]], …],
//!  documents: [[title, url, what happened, lesson, date, date in words, [[value, …] a facet]], …]}
//! ```
//!
//! A card names its facet values by their place in the facet, so a label is written once.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::catalogue::{Card, Catalogue, Label, Labels};

/// What a library can be narrowed by, in the order in which readers see it.
#[derive(Debug, Clone, Copy)]
enum Facet {
    Severity,
    Kind,
    Service,
    Tag,
    Year,
}

impl Facet {
    const ALL: [Self; 5] = [Self::Severity, Self::Kind, Self::Service, Self::Tag, Self::Year];

    /// The name in addresses and in the search box.
    fn key(self) -> &'static str {
        match self {
            Self::Severity => "severity",
            Self::Kind => "kind",
            Self::Service => "service",
            Self::Tag => "tag",
            Self::Year => "year",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Severity => "Severity",
            Self::Kind => "Kind",
            Self::Service => "Service",
            Self::Tag => "Tag",
            Self::Year => "Year",
        }
    }

    fn listed(self, labels: &Labels) -> &[Label] {
        match self {
            Self::Severity => &labels.severities,
            Self::Kind => &labels.kinds,
            Self::Service => &labels.services,
            Self::Tag => &labels.tags,
            Self::Year => &[],
        }
    }

    fn keys_of(self, card: &Card) -> Vec<&str> {
        match self {
            Self::Severity => card.severity.as_deref().into_iter().collect(),
            Self::Kind => Some(card.kind.as_str()).filter(|kind| !kind.is_empty()).into_iter().collect(),
            Self::Service => card.services.iter().map(String::as_str).collect(),
            Self::Tag => card.tags.iter().map(String::as_str).collect(),
            Self::Year => card.date.get(..4).into_iter().collect(),
        }
    }

    /// All values: the listed ones in their order, then those that only cards name; years from the latest down.
    fn values(self, catalogue: &Catalogue) -> Vec<Label> {
        let mut values = self.listed(&catalogue.labels).to_vec();
        let listed: BTreeSet<&str> = values.iter().map(|value| value.key.as_str()).collect();
        let named: BTreeSet<&str> =
            catalogue.documents.iter().flat_map(|document| self.keys_of(&document.card)).collect();
        let mut others: Vec<Label> = named.difference(&listed).map(|key| Label::new(*key, *key)).collect();
        if matches!(self, Self::Year) {
            others.reverse();
        }
        values.append(&mut others);
        values
    }
}

/// The value of `search/documents.js`.
pub(super) fn cards(catalogue: &Catalogue) -> Value {
    let facets = Facet::ALL.map(|facet| (facet, facet.values(catalogue)));
    let places = facets.each_ref().map(|(facet, values)| {
        let places: BTreeMap<&str, usize> = values.iter().enumerate().map(|(at, v)| (v.key.as_str(), at)).collect();
        (*facet, places)
    });
    let documents: Vec<Value> = catalogue
        .documents
        .iter()
        .map(|document| {
            let card = &document.card;
            let values = places.each_ref().map(|(facet, places)| {
                facet.keys_of(card).iter().filter_map(|key| places.get(key).copied()).collect::<Vec<usize>>()
            });
            json!([document.title, document.url, card.happened, card.lesson, card.date, card.date_words, values])
        })
        .collect();
    let facets = facets.each_ref().map(|(facet, values)| {
        let values: Vec<Value> = values.iter().map(|value| json!([value.key, value.label])).collect();
        json!([facet.key(), facet.label(), values])
    });
    json!({ "facets": facets, "documents": documents })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::catalogue::{Card, Catalogue, Document, Label, Labels};
    use super::cards;

    #[test]
    fn cards_name_facet_values_by_place() {
        let catalogue = Catalogue {
            documents: vec![
                Document {
                    title: "A".into(),
                    url: "reviews/a/index.html".into(),
                    card: Card {
                        date: "2025-12-31".into(),
                        date_words: "31 December 2025".into(),
                        severity: Some("sev2".into()),
                        kind: "incident".into(),
                        services: vec!["web".into(), "api".into()],
                        happened: "H".into(),
                        lesson: "L".into(),
                        ..Card::default()
                    },
                    ..Document::default()
                },
                Document {
                    title: "B".into(),
                    url: "reviews/b/index.html".into(),
                    card: Card { date: "2026-01-01".into(), tags: vec!["dns".into()], ..Card::default() },
                    ..Document::default()
                },
            ],
            labels: Labels {
                severities: vec![Label::new("sev1", "SEV 1"), Label::new("sev2", "SEV 2")],
                services: vec![Label::new("web", "Web")],
                ..Labels::default()
            },
        };
        assert_eq!(
            cards(&catalogue),
            json!({
                "facets": [
                    ["severity", "Severity", [["sev1", "SEV 1"], ["sev2", "SEV 2"]]],
                    ["kind", "Kind", [["incident", "incident"]]],
                    ["service", "Service", [["web", "Web"], ["api", "api"]]],
                    ["tag", "Tag", [["dns", "dns"]]],
                    ["year", "Year", [["2026", "2026"], ["2025", "2025"]]],
                ],
                "documents": [
                    ["A", "reviews/a/index.html", "H", "L", "2025-12-31", "31 December 2025", [[1], [0], [0, 1], [], [1]]],
                    ["B", "reviews/b/index.html", "", "", "2026-01-01", "", [[], [], [], [0], [0]]],
                ],
            })
        );
    }
}
