//! The frame around a page: the site's name and its navigation. Pages in the same part of the site and at the same depth share
//! it, including its links, so it is rendered once for all of them.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::{NavItem, SiteView};
use crate::pages::Site;
use crate::pages::at::{At, MISSING};
use site::output::Failure;
use site::theme::Shared;

/// The main navigation: the parts of the site, each with its folder.
const PARTS: [(&str, &str); 7] = [
    ("Reviews", "reviews"),
    ("This week", "digests"),
    ("Severities", "severity"),
    ("Services", "services"),
    ("Factors", "factors"),
    ("Tags", "tags"),
    ("Actions", "actions"),
];
/// The page of the current week belongs to the digests but has its own folder, so that its links differ from those of other
/// pages in that part.
const CURRENT_WEEK: (&str, &str) = ("this-week", "digests");
/// How many folders deep pages are, from none to the notes of a drill. A page at an old address may be deeper; it has a frame of
/// its own.
const DEPTHS: usize = 5;

/// The frames rendered so far, by part of the site (then the folder of the current week, then everything else), and by depth.
#[derive(Debug, Default)]
pub struct Shells([[OnceLock<Shared>; DEPTHS]; PARTS.len() + 2]);

impl Site {
    /// The frame around the page at `path`.
    pub(crate) fn shell(&self, path: &str) -> Result<Cow<'_, Shared>, Failure> {
        let folder = path.split('/').next().unwrap_or_default();
        let (part, place) = match PARTS.iter().position(|(_, part)| *part == folder) {
            Some(part) => (Some(part), part),
            None if folder == CURRENT_WEEK.0 => {
                (PARTS.iter().position(|(_, part)| *part == CURRENT_WEEK.1), PARTS.len())
            }
            None => (None, PARTS.len() + 1),
        };
        // The 404 page has absolute links, so that it cannot share a frame.
        let cell = if path == MISSING { None } else { self.shells.0[place].get(path.matches('/').count()) };
        if let Some(made) = cell.and_then(OnceLock::get) {
            return Ok(Cow::Borrowed(made));
        }
        let view = view(At { site: self, path }, part);
        let made = Shared::of(&view, "shared/base.html").map_err(|problem| Failure::Problem(Box::new(problem)))?;
        Ok(match cell {
            Some(cell) => Cow::Borrowed(cell.get_or_init(|| made)),
            None => Cow::Owned(made),
        })
    }
}

fn view(at: At<'_>, part: Option<usize>) -> SiteView {
    let library = at.library();
    let config = &library.config;
    let item = |(i, (label, folder)): (usize, (&str, &str))| NavItem {
        label: label.to_owned(),
        // The navigation leads to the current digest, which links to all others.
        href: at.to(&format!("{}/index.html", if folder == CURRENT_WEEK.1 { CURRENT_WEEK.0 } else { folder })),
        current: Some(i) == part,
    };
    SiteView {
        title: config.title.clone(),
        description: config.description.clone(),
        language: config.language.clone(),
        edition: "internal",
        home: at.to("index.html"),
        nav: PARTS.into_iter().enumerate().map(item).collect(),
        repository: config.repository.clone(),
        reviews: library.reviews.len(),
        restricted: library.restricted,
        assets_version: at.site.theme.assets_version().to_owned(),
    }
}
