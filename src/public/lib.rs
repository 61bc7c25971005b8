//! The public edition: postmortems, and the site made from them.
//!
//! In: [`Postmortem`]s, whose every text is [`Cleared`](clearance::Cleared), the pictures that they show and the site's
//! own texts. Out: pages. This crate does not depend on `internal` and cannot name a review; indexes, counts, feeds,
//! search and order are made from postmortems alone.
//!
//! ```text
//! plan(postmortems, pictures, masthead, theme)  -> Site       every address; nothing rendered yet
//! site.render(&path)                            -> bytes      pure; one file on demand
//! canonical(&postmortem, &masthead), digest(..) -> text       what an approval names
//! changes(before, now)                          -> lines      the differences
//! ```
//!
//! Every view is made with `publishable!`, and the renderer takes nothing else. What is computed - words, addresses, HTML - comes
//! from the three types of `made`, which can be made from cleared texts, numbers, dates and our own words only.

mod address;
mod at;
mod canonical;
mod changes;
mod feeds;
mod headings;
mod history;
mod indexes;
mod linked_data;
mod listing;
mod made;
mod moved_page;
mod plan;
mod plot;
mod postmortem;
mod postmortem_json;
mod postmortem_page;
mod prose;
mod render;
mod revised;
mod search;
mod sitemap;
mod standing;
#[cfg(test)]
mod tests;
mod views;
mod withdrawn_page;
mod zone;

pub use canonical::{canonical, digest, digest_of};
pub use changes::{Line, changes, facts, when};
pub use plan::plan;
pub use postmortem::{
    Asset, Change, Masthead, Meaning, Measure, MeasureState, Moment, Month, Named, Passage, Picture, Postmortem,
    Section, Severity, Version,
};
pub use prose::picture_path;
pub use revised::{Revised, names as revisable_names, revisable, revised_on};
pub use standing::Standing;

pub use site::output::Failure;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::tz::TimeZone;

use ::search::Files;
use address::Address;
use indexes::Indexes;
use site::output::OutPath;
use site::theme::Theme;

/// Every file of the public site, by path; nothing rendered yet.
#[derive(Debug)]
pub struct Site {
    /// Newest first.
    postmortems: Vec<Postmortem>,
    /// Withdrawn ones, of which only the reason is shown.
    withdrawn: Vec<Postmortem>,
    /// By file name; only those that a postmortem shows.
    pictures: BTreeMap<String, Arc<[u8]>>,
    masthead: Masthead,
    /// The readers' time zone, if it is not UTC.
    zone: Option<TimeZone>,
    theme: Theme,
    indexes: Indexes,
    routes: BTreeMap<OutPath, Address>,
    /// Made when the first file of the search is requested.
    search: OnceLock<Files>,
}

/// All texts of the program itself in pages, feeds and data for search engines, besides those of the templates.
pub fn own_texts() -> impl Iterator<Item = &'static str> {
    let standings = Standing::ALL
        .into_iter()
        .flat_map(|(word, standing)| [Some(word), Some(standing.label()), standing.meaning()].into_iter().flatten());
    let names = revised::names().flat_map(|name| [name, revised::label(name)]);
    let meanings = site::config::shipped_meanings();
    standings.chain(names).chain(headings::headings()).chain(meanings).chain([OWN_WORDS])
}

/// Technical words in pages, feeds and data for search engines, besides those of the templates.
const OWN_WORDS: &str = "base-uri form-action frame-ancestors TechArticle BreadcrumbList ItemList WebSite \
    datePublished dateModified inLanguage isPartOf mainEntityOfPage Organization keywords headline tabindex slug null \
    markdown resolution excerpt paste stemmer debriefSearch dateWords happened lesson helped synonyms manifest fragments levels lengths \
    xmlns urlset lastmod temporalCoverage creativeWorkStatus Withdrawn timezone standing";

impl Site {
    /// Every path: the pages in order, then the search. This makes all files of the search.
    #[must_use]
    pub fn paths(&self) -> Vec<OutPath> {
        let search = self.search_files().paths().filter_map(|path| OutPath::new(path).ok());
        self.routes.keys().cloned().chain(search).collect()
    }

    /// The address of each postmortem's page, newest first, and of each that was withdrawn.
    pub fn pages(&self) -> impl Iterator<Item = String> {
        let all = self.postmortems.iter().chain(&self.withdrawn);
        all.map(|postmortem| Address::Postmortem(postmortem.slug.clone()).path())
    }
}
