//! Addresses in pages, feeds and the sitemap.

use serde::Serialize;

use super::super::address::Address;
use base::links;
use clearance::{Cleared, Publishable, sealed::Sealed};

/// An address of a file of the site, or a cleared address elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Href(String);

impl Sealed for Href {}
impl Publishable for Href {}

impl Href {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The relative address of one file of the site from another; it names `index.html`, so that it works from a disk.
    pub(crate) fn between(from: &Address, to: &Address) -> Self {
        Self(links::relative(&from.path(), &to.path()))
    }

    /// The absolute path, below that of the base URL: for the page that a server shows at any address.
    pub(crate) fn absolute(base: Option<&Cleared>, to: &Address) -> Self {
        Self(links::absolute(base.map(Cleared::as_str), &to.path()))
    }

    /// The absolute path of the site's root.
    pub(crate) fn absolute_root(base: Option<&Cleared>) -> Self {
        Self(links::absolute(base.map(Cleared::as_str), ""))
    }

    /// The relative address of the site's root: `../../`, or `./`.
    pub(crate) fn root(from: &Address) -> Self {
        Self(links::root(&from.path()))
    }

    /// The search page with one filter set.
    pub(crate) fn choosing(self, facet: &'static str, key: &clearance::Slug) -> Self {
        Self(format!("{}?{facet}={}", self.0, key.as_str()))
    }

    /// The absolute address, below the site's base URL.
    pub(crate) fn whole(base: &Cleared, to: &Address) -> Self {
        let path = to.path();
        let path = path.strip_suffix("index.html").unwrap_or(&path);
        Self(format!("{}/{path}", base.as_str().trim_end_matches('/')))
    }

    /// A cleared address elsewhere; `None` unless it is `http`, `https` or `mailto`.
    pub(crate) fn elsewhere(address: &Cleared) -> Option<Self> {
        let known = ["https://", "http://", "mailto:"].iter().any(|scheme| address.as_str().starts_with(scheme));
        known.then(|| Self(address.as_str().to_owned()))
    }

    /// A permanent id for feeds of a site without a base URL.
    pub(crate) fn name(of: &Address) -> Self {
        let path = of.path();
        let path = path.strip_suffix("/index.html").unwrap_or(&path);
        Self(format!("urn:{}", path.replace('/', ":")))
    }
}
