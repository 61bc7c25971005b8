//! Every address of the public site. Paths consist of slugs, years, page numbers and names made from content only.

use base::links::list_path;
use clearance::{Cleared, Slug};
use site::feed::Format;

/// One file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Address {
    /// The list of all postmortems by date, and a page of it; 0 is the first page of a list.
    Home(usize),
    Postmortem(Slug),
    /// A former address of a postmortem.
    Moved(Cleared, Slug),
    /// A postmortem as JSON.
    Json(Slug),
    Services,
    Service(Slug, usize),
    Years,
    Year(i16, usize),
    Search,
    Missing,
    Feed(Format),
    Sitemap,
    Robots,
    /// A picture, by its file name.
    Picture(Cleared),
    /// A file of the theme, by its path below `assets/`.
    Asset(String),
}

impl Address {
    /// The path from the site's root.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Home(number) => list_path("", *number),
            Self::Postmortem(slug) => format!("postmortems/{}/index.html", slug.as_str()),
            Self::Moved(file, _) => file.as_str().to_owned(),
            Self::Json(slug) => format!("postmortems/{}/postmortem.json", slug.as_str()),
            Self::Services => "services/index.html".to_owned(),
            Self::Service(slug, number) => list_path(&format!("services/{}", slug.as_str()), *number),
            Self::Years => "years/index.html".to_owned(),
            Self::Year(year, number) => list_path(&format!("years/{year}"), *number),
            Self::Search => "search/index.html".to_owned(),
            Self::Missing => "404.html".to_owned(),
            Self::Feed(format) => format.file().to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Robots => "robots.txt".to_owned(),
            Self::Picture(file) => format!("assets/pictures/{file}"),
            Self::Asset(path) => format!("assets/{path}"),
        }
    }
}
