//! Renders one file on request.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::Address;
use super::at::At;
use super::views::Layout;
use super::{Failure, feeds, listing, moved_page, postmortem_json, postmortem_page, sitemap, withdrawn_page};
use super::{Postmortem, Site};
use clearance::{Publishable, Slug};
use site::feed::Format;
use site::output::{self, OutPath};

/// A template's values: the view under its own name, and the layout.
#[derive(Serialize)]
struct Context<'v, V> {
    #[serde(flatten)]
    layout: Option<&'v Layout>,
    #[serde(flatten)]
    view: BTreeMap<&'static str, &'v V>,
}

impl Site {
    /// Whether a template is a user's own, which may not fit its pages.
    #[must_use]
    pub fn has_own_templates(&self) -> bool {
        self.theme.has_own_templates()
    }
}

impl output::Site for Site {
    fn has(&self, path: &OutPath) -> bool {
        self.routes.contains_key(path) || self.search_file(path).is_some()
    }

    fn render(&self, path: &OutPath) -> Result<Vec<u8>, Failure> {
        let Some(here) = self.routes.get(path) else {
            return self.search_file(path).map(<[u8]>::to_vec).ok_or(Failure::Missing);
        };
        let at = At { site: self, here };
        match here {
            Address::Home(number) => self.page("public/home.html", "list", Some(listing::home(at, *number))),
            Address::Service(slug, number) => {
                self.page("public/list.html", "list", listing::service(at, slug, *number))
            }
            Address::Year(year, number) => self.page("public/list.html", "list", listing::year(at, *year, *number)),
            Address::Services => self.page("public/overview.html", "overview", Some(listing::services(at))),
            Address::Years => self.page("public/overview.html", "overview", Some(listing::years(at))),
            Address::Search => self.page("public/search.html", "search", Some(listing::search(at))),
            Address::Missing => self.page("public/404.html", "missing", Some(listing::missing(at))),
            Address::Postmortem(slug) => {
                if let Some(withdrawn) = self.withdrawn(slug) {
                    let page = withdrawn_page::page(at, withdrawn);
                    return self.page("public/withdrawn.html", "withdrawn", page);
                }
                let page = self.indexes.place(slug).and_then(|i| postmortem_page::page(at, i));
                self.page("public/postmortem.html", "postmortem", page)
            }
            Address::Moved(_, slug) => {
                let page = self.postmortem(slug).map(|postmortem| moved_page::page(at, postmortem));
                self.page("shared/moved.html", "moved", page)
            }
            Address::Json(slug) => {
                let document = self.postmortem(slug).map(|postmortem| postmortem_json::document(at, postmortem));
                document.map(String::into_bytes).ok_or(Failure::Missing)
            }
            Address::Feed(Format::Json) => Ok(feeds::feed(at, Format::Json).to_json().into_bytes()),
            Address::Feed(Format::Atom) => {
                self.template("feeds/atom.xml", "feed", None, &feeds::feed(at, Format::Atom))
            }
            Address::Sitemap => sitemap::sitemap(self).map(String::into_bytes).ok_or(Failure::Missing),
            Address::Robots => Ok(sitemap::robots(self).into_bytes()),
            Address::Picture(file) => {
                self.pictures.get(file.as_str()).map(|bytes| bytes.to_vec()).ok_or(Failure::Missing)
            }
            Address::Asset(name) => {
                let found = self.theme.assets().find(|(path, _)| path == name);
                found.map(|(_, bytes)| bytes.to_vec()).ok_or(Failure::Missing)
            }
        }
    }
}

impl Site {
    /// The postmortem with this slug, withdrawn or not.
    fn postmortem(&self, slug: &Slug) -> Option<&Postmortem> {
        self.indexes.place(slug).and_then(|i| self.postmortems.get(i)).or_else(|| self.withdrawn(slug))
    }

    fn withdrawn(&self, slug: &Slug) -> Option<&Postmortem> {
        self.withdrawn.iter().find(|postmortem| postmortem.slug == *slug)
    }

    fn page<V: Publishable + Serialize>(
        &self,
        template: &str,
        name: &'static str,
        page: Option<(Layout, V)>,
    ) -> Result<Vec<u8>, Failure> {
        let (layout, view) = page.ok_or(Failure::Missing)?;
        self.template(template, name, Some(&layout), &view)
    }

    /// The only function that renders views; it accepts publishable ones only.
    fn template<V: Publishable + Serialize>(
        &self,
        template: &str,
        name: &'static str,
        layout: Option<&Layout>,
        view: &V,
    ) -> Result<Vec<u8>, Failure> {
        let context = Context { layout, view: BTreeMap::from([(name, view)]) };
        let text = self.theme.render(template, &context).map_err(|problem| Failure::Problem(Box::new(problem)))?;
        Ok(text.into_bytes())
    }
}
