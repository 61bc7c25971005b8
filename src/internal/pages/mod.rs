//! Pages of the internal edition: which there are, and what each shows.
//!
//! In: a library and a theme. Out: a [`Site`] that knows every path and renders one page when it is asked for.
//! Nothing is rendered before that, and a page is given only its own view, never the library.
//!
//! Each page has a folder: `page.rs` fills the view, `view.rs` is what its template is given. One struct a template, small
//! fields, ready to print. The contract of these views (theme `api: 1`): every `href` is already relative to the page it stands
//! on and ends in a file name, so that it works from `file://`; fields named `*_html` are safe HTML and the only ones that a
//! template may print with `| safe`; everything optional is `null` when absent and lists are empty; text is plain.

mod actions;
mod at;
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
use crate::library::{Library, Related};
use ::search::{Catalogue, Counted, Files};
use drill::Names;
use route::Route;
use site::output::OutPath;
use site::source::Sources;
use site::theme::Theme;

/// Every page of a site as (path, route); nothing rendered yet.
#[derive(Debug)]
pub struct Site {
    library: Library,
    calendar: Calendar,
    theme: Theme,
    sources: Sources,
    routes: BTreeMap<OutPath, Route>,
    drills: drill::Drills,
    /// Made as pages ask for them.
    shells: shell::Shells,
    /// Made as lists ask for them.
    rows: lists::Rows,
    /// Made when the first page of the list is asked for.
    actions: OnceLock<actions::List>,
    /// Made when the first file of the search is asked for.
    search: OnceLock<Files>,
    /// Made when the first review is asked for.
    related: OnceLock<Vec<Vec<Related>>>,
    /// What the search is told and its words: read and counted for `related`, and then taken for `search`.
    counted: Mutex<Option<(Catalogue, Counted)>>,
    /// Made when the first page without names is asked for.
    names: OnceLock<Names>,
}

impl Site {
    /// Every path but those of the search, in order.
    pub fn pages(&self) -> impl Iterator<Item = &OutPath> {
        self.routes.keys()
    }

    /// The paths of the search, in order; they are named by their content, so all of it is made for that.
    #[must_use]
    pub fn search_paths(&self) -> Vec<OutPath> {
        self.search_files().paths().filter_map(|path| OutPath::new(path).ok()).collect()
    }

    /// Whether there is such a path.
    #[must_use]
    pub fn has(&self, path: &OutPath) -> bool {
        self.routes.contains_key(path) || self.search_file(path).is_some()
    }

    /// Where the site will stand, if that is known.
    #[must_use]
    pub fn base_url(&self) -> Option<&str> {
        self.library.config.base_url.as_deref()
    }

    /// Reviews that the site shows.
    #[must_use]
    pub fn reviews(&self) -> usize {
        self.library.reviews.len()
    }

    /// Everybody whom the library names.
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

    /// Drafts among the reviews that the site shows.
    #[must_use]
    pub fn drafts_shown(&self) -> usize {
        self.library.reviews.iter().filter(|review| review.status == crate::review::Status::Draft).count()
    }

    /// Drafts that the site leaves out.
    #[must_use]
    pub fn drafts_left_out(&self) -> usize {
        self.library.drafts_left_out
    }
}
