//! Postmortems by service and by year.

use std::collections::BTreeMap;

use clearance::{Cleared, Slug};

use super::Postmortem;

/// The groups of postmortems. Numbers are indices in the list of all, newest first.
#[derive(Debug, Default)]
pub(crate) struct Indexes {
    /// By label.
    pub(crate) services: Vec<Service>,
    /// The latest first.
    pub(crate) years: Vec<(i16, Vec<usize>)>,
    places: BTreeMap<Slug, usize>,
    /// Addresses of those that were withdrawn.
    withdrawn: Vec<Slug>,
}

/// A service and its postmortems.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) slug: Slug,
    pub(crate) label: Cleared,
    pub(crate) postmortems: Vec<usize>,
}

impl Indexes {
    pub(crate) fn new(postmortems: &[Postmortem], withdrawn: &[Postmortem]) -> Self {
        let mut services: BTreeMap<Slug, Service> = BTreeMap::new();
        let mut years: BTreeMap<i16, Vec<usize>> = BTreeMap::new();
        for (i, postmortem) in postmortems.iter().enumerate() {
            years.entry(postmortem.date.year()).or_default().push(i);
            for service in &postmortem.services {
                let index = services.entry(service.slug.clone()).or_insert_with(|| Service {
                    slug: service.slug.clone(),
                    label: service.label.clone(),
                    postmortems: Vec::new(),
                });
                if index.postmortems.last() != Some(&i) {
                    index.postmortems.push(i);
                }
            }
        }
        let mut services: Vec<_> = services.into_values().collect();
        services.sort_by_key(|service| service.label.as_str().to_lowercase());
        Self {
            services,
            years: years.into_iter().rev().collect(),
            withdrawn: withdrawn.iter().map(|postmortem| postmortem.slug.clone()).collect(),
            places: postmortems.iter().enumerate().map(|(i, p)| (p.slug.clone(), i)).collect(),
        }
    }

    /// The index of the postmortem at an address.
    pub(crate) fn place(&self, slug: &Slug) -> Option<usize> {
        self.places.get(slug).copied()
    }

    /// The slug equal to `text`, if a postmortem with that slug has a page.
    pub(crate) fn slug(&self, text: &str) -> Option<&Slug> {
        self.places.keys().chain(&self.withdrawn).find(|slug| slug.as_str() == text)
    }

    pub(crate) fn service(&self, slug: &Slug) -> Option<&Service> {
        self.services.iter().find(|service| service.slug == *slug)
    }

    pub(crate) fn year(&self, year: i16) -> Option<&[usize]> {
        self.years.iter().find(|(y, _)| *y == year).map(|(_, postmortems)| postmortems.as_slice())
    }
}
