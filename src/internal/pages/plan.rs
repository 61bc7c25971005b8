//! Every page of a library, by path.

mod lost;
mod moved;
mod same_text;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, OnceLock};

use super::Site;
use super::actions::ByReview;
use super::data::Data;
use super::drill::{self, Drills};
use super::lists::Rows;
use super::route::{
    Format, Route, Scope, attachment_path, drill_notes_path, drill_path, list_path, pages, period_path,
    review_json_path, review_path, slides_path, term_folder, text_path, week_path,
};
use super::shell::Shells;
use crate::LibraryOf;
use crate::digest::{Calendar, is_skipped};
use crate::library::{Dimension, Library};
use crate::review::Review;
use base::diagnostics::{Code, Diagnostic, Place, Warned};
use site::config::Config;
use site::output::OutPath;
use site::source::Sources;
use site::theme::Theme;

/// Dimensions whose terms have their own feeds.
pub(super) const WITH_FEEDS: [Dimension; 3] = [Dimension::Severity, Dimension::Tags, Dimension::Services];

/// Plans the pages of a site. Two pages at one address, and addresses that cannot be file names, are reported as mistakes of
/// the library.
pub fn plan(library: LibraryOf, theme: Theme, sources: Sources) -> Warned<Site> {
    let mut library = library.0;
    let mut plan = Plan::default();
    plan.fixed();
    let drills = Drills::of(&library);
    library.reviews.iter_mut().for_each(Review::forget_what_reading_needs);
    let by_review = ByReview::of(&library);
    plan.reviews(&library, &drills, &by_review);
    let data = Data::of(&library);
    for (number, path) in data.paths().enumerate() {
        plan.add(&path, Route::Data(number), None);
    }
    let calendar = Calendar::of(&library);
    plan.digests(&calendar, &library.config);
    for dimension in Dimension::ALL {
        plan.dimension(&library, dimension);
    }
    for (path, _) in theme.assets() {
        plan.add(&format!("assets/{path}"), Route::Asset(path.to_owned()), None);
    }
    for path in library.attachments.keys() {
        plan.add(&attachment_path(path), Route::Attachment(path.clone()), Some(path));
    }
    plan.moved(&library, &sources.history);
    let Plan { routes, problems, .. } = plan;
    let rows = Rows::of(library.reviews.len());
    let (actions, lists, search) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
    let (related, names) = (OnceLock::new(), OnceLock::new());
    let (shells, counted) = (Shells::default(), Mutex::default());
    let site = Site {
        library,
        calendar,
        theme,
        sources,
        routes,
        drills,
        data,
        shells,
        rows,
        by_review,
        actions,
        lists,
        search,
        related,
        counted,
        names,
    };
    Warned::new(site, problems)
}

#[derive(Default)]
struct Plan<'l> {
    routes: BTreeMap<OutPath, Route>,
    /// The path keys that are taken on a case-insensitive file system, with the source file of each.
    taken: HashMap<String, Option<&'l str>>,
    problems: Vec<Diagnostic>,
}

impl<'l> Plan<'l> {
    fn fixed(&mut self) {
        for (path, route) in [
            ("index.html", Route::Home),
            ("404.html", Route::Missing),
            ("search/index.html", Route::Search),
            ("reviews.json", Route::ReviewsJson),
            ("robots.txt", Route::Robots),
        ] {
            self.add(path, route, None);
        }
        self.feeds("", Scope::All);
    }

    fn reviews(&mut self, library: &'l Library, drills: &Drills, actions: &ByReview) {
        for page in 0..pages(drills.playable().len()) {
            self.add(&list_path("drills", page), Route::Drills(page), None);
        }
        for page in 0..pages(library.reviews.len()) {
            self.add(&list_path("reviews", page), Route::Reviews(page), None);
        }
        for page in 0..=actions.pages() {
            self.add(&list_path("actions", page), Route::Actions(page), None);
        }
        for (i, document) in library.documents.iter().enumerate().filter(|(_, document)| !document.id.is_empty()) {
            self.add(&text_path(document), Route::Document(i), Some(&document.source));
        }
        for (i, review) in library.reviews.iter().enumerate().filter(|(_, review)| !review.id.is_empty()) {
            self.add(&review_path(&review.id), Route::Review(i), Some(&review.source));
            self.add(&review_json_path(&review.id), Route::ReviewJson(i), Some(&review.source));
            if drill::has_page(review) {
                self.add(&drill_path(&review.id), Route::Drill(i), Some(&review.source));
            }
            if drills.steps(i).is_some() {
                self.add(&drill_notes_path(&review.id), Route::DrillNotes(i), Some(&review.source));
            }
        }
    }

    fn digests(&mut self, calendar: &Calendar, config: &Config) {
        self.add("digests/index.html", Route::Digests, None);
        self.add("this-week/index.html", Route::ThisWeek, None);
        self.feeds("digests/", Scope::Digests);
        for week in calendar.pages() {
            self.add(&week_path(week), Route::Week(week), None);
            if !is_skipped(config, calendar, week) {
                self.add(&slides_path(week), Route::Slides(week), None);
            }
        }
        for period in calendar.periods() {
            self.add(&period_path(period), Route::Period(period), None);
        }
    }

    fn dimension(&mut self, library: &Library, dimension: Dimension) {
        self.add(&list_path(dimension.folder(), 0), Route::Overview(dimension), None);
        for (t, term) in library.terms_of(dimension).iter().enumerate() {
            let folder = term_folder(dimension, &term.slug);
            for page in 0..pages(term.reviews.len()) {
                self.add(&list_path(&folder, page), Route::Term(dimension, t, page), None);
            }
            if WITH_FEEDS.contains(&dimension) {
                self.feeds(&format!("{folder}/"), Scope::Term(dimension, t));
            }
        }
    }

    fn feeds(&mut self, folder: &str, scope: Scope) {
        for format in [Format::Atom, Format::Json] {
            self.add(&format!("{folder}{}", format.file()), Route::Feed(scope, format), None);
        }
    }

    fn add(&mut self, path: &str, route: Route, source: Option<&'l str>) {
        let place = |problem: Diagnostic| match source {
            Some(source) => problem.at(Place::file(source)),
            None => problem,
        };
        let path = match OutPath::new(path) {
            Ok(path) => path,
            // This has been reported for the page of the review already.
            Err(_) if matches!(route, Route::ReviewJson(_)) => return,
            Err(error) => {
                let message = format!("no page can have this path: {error}");
                let hint = "give the review another `id:`, or the file or term a shorter and plainer name";
                self.problems.push(place(Diagnostic::new(Code::InvalidId, message)).hint(hint));
                return;
            }
        };
        if let Some(other) = self.taken.insert(path.clash_key(), source) {
            let other = other.unwrap_or("a page of the site");
            // Two reviews with one id have been reported already, by their ids.
            let is_reported = matches!(
                (&route, self.routes.get(&path)),
                (Route::Review(_), Some(Route::Review(_)))
                    | (Route::ReviewJson(_), Some(Route::ReviewJson(_)))
                    | (Route::Drill(_), Some(Route::Drill(_)))
                    | (Route::DrillNotes(_), Some(Route::DrillNotes(_)))
            );
            if !is_reported {
                let message = format!("`{path}` is the address of {other} already");
                let hint = "give the review another `id:`, or rename the file";
                self.problems.push(place(Diagnostic::new(Code::PathClash, message)).hint(hint));
            }
            return;
        }
        self.routes.insert(path, route);
    }
}
