//! JSON-LD: a postmortem as an article, for search engines and other programs. Source:
//! <https://schema.org/TechArticle>.

use jiff::civil::Date;
use serde::Serialize;

use super::address::Address;
use super::at::{At, gist};
use super::made::{Href, Html, Words};
use super::{Postmortem, Version};
use clearance::{Cleared, publishable};

publishable! {
    /// An article.
    #[derive(Debug, Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Article {
        #[serde(rename = "@context")]
        context: &'static str,
        #[serde(rename = "@type")]
        kind: &'static str,
        headline: Words,
        description: Words,
        date_published: Date,
        date_modified: Date,
        /// From when to when it happened.
        #[serde(skip_serializing_if = "Option::is_none")]
        temporal_coverage: Option<Words>,
        creative_work_status: &'static str,
        in_language: Words,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<Href>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        image: Vec<Href>,
        #[serde(skip_serializing_if = "Option::is_none")]
        publisher: Option<Thing>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        about: Vec<Thing>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        keywords: Vec<Cleared>,
    }
}

publishable! {
    /// Something with a name.
    #[derive(Debug, Serialize)]
    struct Thing {
        #[serde(rename = "@type")]
        kind: &'static str,
        name: Cleared,
    }
}

/// Search engines reject headlines of 110 characters or more; this leaves room for the ellipsis.
const HEADLINE: usize = 108;
/// The longest description, in characters.
const DESCRIPTION: usize = 300;

pub(crate) fn article(at: At<'_>, postmortem: &Postmortem) -> Option<Html> {
    let thing = |kind, name: &Cleared| Thing { kind, name: name.clone() };
    let organisation = &at.site.masthead.organisation;
    let pictures = postmortem.assets.iter().filter_map(|asset| at.whole(&Address::Picture(asset.file.clone())));
    Html::data(&Article {
        context: "https://schema.org",
        kind: "TechArticle",
        headline: Words::from(&postmortem.title).excerpt(HEADLINE),
        description: gist(postmortem).excerpt(DESCRIPTION),
        date_published: postmortem.date,
        date_modified: postmortem.approved,
        temporal_coverage: postmortem.span.map(|span| Words::stamp(span.from).and("/").and(Words::stamp(span.to))),
        creative_work_status: match postmortem.version {
            _ if postmortem.withdrawn.is_some() => "Withdrawn",
            Version::Preliminary => "Preliminary",
            Version::Final => "Final",
        },
        in_language: at.language(),
        url: at.whole(at.here),
        image: pictures.collect(),
        publisher: (!organisation.as_str().is_empty()).then(|| thing("Organization", organisation)),
        about: postmortem.services.iter().map(|service| thing("Service", &service.label)).collect(),
        keywords: postmortem.tags.iter().map(|tag| tag.label.clone()).collect(),
    })
}
