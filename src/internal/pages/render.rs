//! Renders one page when it is asked for.

use std::collections::BTreeMap;

use serde::Serialize;

use super::at::At;
use super::route::{Format, Route};
use super::shell::PageView;
use super::{Site, actions, data, digest, document, drill, feeds, home, lists, moved, review, search};
use crate::Week;
use base::diagnostics::{Code, Diagnostic, Place};
use site::output::{self, Failure, OutPath};

/// The view of a page under its own name, and the data of the page for the base template.
#[derive(Serialize)]
struct Context<'v, V> {
    page: &'v PageView,
    #[serde(flatten)]
    view: BTreeMap<&'static str, &'v V>,
}

impl output::Site for Site {
    fn has(&self, path: &OutPath) -> bool {
        self.routes.contains_key(path) || self.made_file(path).is_some()
    }

    fn render(&self, path: &OutPath) -> Result<Vec<u8>, Failure> {
        let Some(route) = self.routes.get(path) else {
            return self.made_file(path).map(<[u8]>::to_vec).ok_or(Failure::Missing);
        };
        let at = At { site: self, path: path.as_str() };
        match route {
            Route::Asset(name) => self.asset(name),
            Route::Attachment(file) => self.attachment(file),
            Route::ReviewsJson => Ok(data::list(at).into_bytes()),
            Route::Data(number) => data::page(at, *number).map(String::into_bytes).ok_or(Failure::Missing),
            Route::Robots => Ok(b"User-agent: *\nDisallow: /\n".to_vec()),
            Route::Feed(scope, format) => {
                let feed = feeds::feed(at, *scope, *format).ok_or(Failure::Missing)?;
                match format {
                    Format::Json => Ok(feed.to_json().into_bytes()),
                    Format::Atom => {
                        self.text("feeds/atom.xml", &BTreeMap::from([("feed", feed)])).map(String::into_bytes)
                    }
                }
            }
            Route::Home => self.page(at.path, "internal/home.html", "home", home::page(at)),
            Route::Missing => self.page(at.path, "internal/404.html", "missing", search::missing(at)),
            Route::Search => self.page(at.path, "internal/search.html", "search", search::page(at)),
            Route::Actions(number) => {
                self.page(at.path, "internal/actions.html", "actions", actions::page(at, *number)?)
            }
            Route::Digests => self.page(at.path, "internal/digests.html", "digests", digest::all(at)),
            Route::Week(week) => self.week(at.path, *week),
            Route::Slides(week) => {
                let page = digest::slides(at, *week);
                self.page(at.path, "internal/slides.html", "digest", page)
            }
            Route::ThisWeek => self.week(at.path, self.calendar.current()),
            Route::Period(period) => self.page(at.path, "internal/period.html", "period", digest::period(at, *period)),
            Route::Reviews(number) => self.page(at.path, "internal/term.html", "term", lists::all(at, *number)?),
            Route::Overview(d) => self.page(at.path, "internal/overview.html", "overview", lists::overview(at, *d)),
            Route::Term(dimension, term, number) => {
                let page = lists::term(at, *dimension, *term, *number)?;
                self.page(at.path, "internal/term.html", "term", page)
            }
            Route::Review(i) => {
                let page = review::page(at, *i).ok_or(Failure::Missing)?;
                self.page(at.path, "internal/review.html", "review", page)
            }
            Route::ReviewJson(i) => review::json::review(at, *i).map(String::into_bytes).ok_or(Failure::Missing),
            Route::Document(i) => {
                let page = document::page(at, *i).ok_or(Failure::Missing)?;
                self.page(at.path, "internal/document.html", "document", page)
            }
            Route::Moved(place) => self.page(at.path, "shared/moved.html", "moved", moved::page(at, *place)),
            Route::Drills(number) => self.page(at.path, "internal/drills.html", "drills", drill::index(at, *number)),
            Route::DrillNotes(i) => {
                let page = drill::notes(at, *i).ok_or(Failure::Missing)?;
                self.page(at.path, "internal/drill_notes.html", "notes", page)
            }
            Route::Drill(i) => {
                let page = drill::page(at, *i).ok_or(Failure::Missing)?;
                self.page(at.path, "internal/drill.html", "drill", page)
            }
        }
    }
}

impl Site {
    /// The page of a week, for the address `path`.
    pub(super) fn week(&self, path: &str, week: Week) -> Result<Vec<u8>, Failure> {
        self.page(path, "internal/digest.html", "digest", digest::page(At { site: self, path }, week))
    }

    fn page<V: Serialize>(
        &self,
        path: &str,
        template: &str,
        name: &'static str,
        (page, view): (PageView, V),
    ) -> Result<Vec<u8>, Failure> {
        let shell = self.shell(path)?;
        let context = Context { page: &page, view: BTreeMap::from([(name, &view)]) };
        let html = self.theme.page(template, &context, &[("site", &shell)]);
        html.map_err(|problem| Failure::Problem(Box::new(problem)))
    }

    pub(super) fn text(&self, name: &str, context: &impl Serialize) -> Result<String, Failure> {
        self.theme.render(name, context).map_err(|problem| Failure::Problem(Box::new(problem)))
    }

    fn asset(&self, name: &str) -> Result<Vec<u8>, Failure> {
        let found = self.theme.assets().find(|(path, _)| *path == name);
        found.map(|(_, bytes)| bytes.to_vec()).ok_or(Failure::Missing)
    }

    fn attachment(&self, file: &str) -> Result<Vec<u8>, Failure> {
        self.sources.bytes(file).map_err(|error| {
            let message = format!("`{file}` cannot be read: {error}");
            Failure::Problem(Box::new(Diagnostic::new(Code::UnreadableFile, message).at(Place::file(file))))
        })
    }
}
