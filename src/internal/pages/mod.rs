//! Pages of the internal edition: which there are, and what each shows.
//!
//! In: a library and a theme. Out: a [`Site`] that knows every path and renders one page when it is asked for. Nothing is
//! rendered before that, and a template is given only the view of its page, never the library.
//!
//! Each page has a folder: `page.rs` fills the view, and `view.rs` defines the data for its template, one struct for each
//! template. The contract of these views (theme `api: 1`): every `href` is relative to the page that contains it and ends in a
//! file name, so that it works from `file://`; fields named `*_html` are safe HTML and the only ones that a template may print
//! with `| safe`; everything optional is `null` if absent and lists are empty; all other text is plain text.

mod actions;
mod at;
mod cards;
mod data;
mod dates;
mod digest;
mod document;
mod drill;
mod feed_address;
mod feeds;
mod full_size;
mod home;
mod json;
mod lists;
mod moved;
mod pieces;
mod plan;
mod prose;
mod render;
mod review;
mod route;
mod search;
mod shell;

pub use plan::plan;

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use crate::digest::Calendar;
use crate::library::{Dimension, Library, Related};
use ::search::{Counted, Files};
use at::At;
use drill::Names;
use route::{LISTS, Route, pages};
use site::output::{Failure, OutPath};
use site::source::Sources;
use site::theme::Theme;

/// Every page of a site as (path, route); rendered on demand.
#[derive(Debug)]
pub struct Site {
    library: Library,
    calendar: Calendar,
    theme: Theme,
    sources: Sources,
    routes: BTreeMap<OutPath, Route>,
    drills: drill::Drills,
    data: data::Data,
    /// Rendered when pages ask for them.
    shells: shell::Shells,
    /// Rendered when lists ask for them.
    rows: lists::Rows,
    /// The reviews of the numbered pages of the list of actions.
    by_review: actions::ByReview,
    /// Made when the first page of the list is asked for.
    actions: OnceLock<actions::List>,
    /// Made when the first file of a list is asked for.
    lists: OnceLock<lists::Files>,
    /// Made when the first file of the search is asked for.
    search: OnceLock<Files>,
    /// Computed when the first review is asked for.
    related: OnceLock<Vec<Vec<Related>>>,
    /// The words of the documents of the search: counted for `related`, and then taken for `search`.
    counted: Mutex<Option<Counted>>,
    /// Made when the first page without names is asked for.
    names: OnceLock<Names>,
}

impl Site {
    /// Whether its pages are made by templates that may not fit it.
    #[must_use]
    pub fn has_own_templates(&self) -> bool {
        self.theme.has_own_templates()
    }

    /// Every path except those of the files that are named by their content: of the search and of lists. In order.
    pub fn pages(&self) -> impl Iterator<Item = &OutPath> {
        self.routes.keys()
    }

    /// The paths of the files for sorting and filtering lists, in order. They contain fingerprints of their content, so that
    /// this builds all of them.
    #[must_use]
    pub fn list_paths(&self) -> Vec<OutPath> {
        self.list_files().paths().filter_map(|path| OutPath::new(path).ok()).collect()
    }

    /// Whether the site has a page at this path.
    fn has_page(&self, path: &str) -> bool {
        OutPath::new(path).is_ok_and(|path| self.routes.contains_key(&path))
    }

    /// The bytes of a file that is named by its content.
    fn made_file(&self, path: &OutPath) -> Option<&[u8]> {
        let listed = || path.as_str().starts_with(LISTS).then(|| self.list_files().get(path.as_str())).flatten();
        self.search_file(path).or_else(listed)
    }

    /// The files of each list of several pages; made outside the cell, like those of the search.
    fn list_files(&self) -> &lists::Files {
        self.lists.get().unwrap_or_else(|| {
            let at = At { site: self, path: "" };
            // A row that cannot be made is reported for the page that it is on.
            let of = |is_long: bool, make: &dyn Fn() -> Result<lists::Files, Failure>| {
                if is_long { make().unwrap_or_default() } else { lists::Files::default() }
            };
            let made = of(pages(self.library.reviews.len()) > 1, &|| lists::files(at))
                .and(of(self.by_review.pages() > 0, &|| actions::files(at)));
            let overview = |d| of(lists::is_long(at, d), &|| lists::overview_files(at, d));
            let made = Dimension::ALL.into_iter().map(overview).fold(made, lists::Files::and);
            self.lists.get_or_init(|| made)
        })
    }

    /// The address at which the site is published, if it is known.
    #[must_use]
    pub fn base_url(&self) -> Option<&str> {
        self.library.config.base_url.as_deref()
    }

    /// How many reviews the site shows.
    #[must_use]
    pub fn reviews(&self) -> usize {
        self.library.reviews.len()
    }

    /// The names of everybody in the library.
    fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(&self.library))
    }

    /// The list of all actions.
    fn actions(&self) -> &actions::List {
        self.actions.get_or_init(|| actions::List::of(&self.library))
    }

    /// Restricted reviews, which are on no page.
    #[must_use]
    pub fn restricted(&self) -> usize {
        self.library.restricted
    }

    /// How many of the reviews that the site shows are drafts.
    #[must_use]
    pub fn drafts_shown(&self) -> usize {
        self.library.reviews.iter().filter(|review| review.status == crate::review::Status::Draft).count()
    }

    /// How many drafts the site leaves out.
    #[must_use]
    pub fn drafts_left_out(&self) -> usize {
        self.library.drafts_left_out
    }
}
