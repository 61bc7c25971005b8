//! Addresses of reviews that lead nowhere.
//!
//! In: the reviews that git knows of and the library no longer has, in a commit or only in the working folder. Out: a warning for
//! each whose address has no page, with the line that redirects it.

use std::collections::HashSet;

use super::super::route::text_path;
use super::Plan;
use super::same_text::is_same_text;
use crate::library::Library;
use crate::review::{Review, Status, Visibility, default_id, parse};
use base::diagnostics::{Code, Diagnostic, Place};
use base::links::shown;
use site::history::{History, Missing};
use site::output::OutPath;
use site::source::{CONFIG_FILE, SourceFile, is_read};

impl Plan<'_> {
    /// Reports reviews that git knows of and whose address no longer has a page.
    pub(super) fn lost(&mut self, library: &Library, history: &History) {
        for (path, gone) in history.gone() {
            let id = default_id(path);
            let Ok(address) = OutPath::new(&format!("reviews/{id}/index.html")) else { continue };
            if !is_published(library, path, &id) || self.routes.contains_key(&address) {
                continue;
            }
            let message = format!("`reviews/{id}/` leads nowhere: {path} was deleted on {}", gone.on);
            let now = gone.instead.as_deref().filter(|file| library.has_review(file));
            self.problems.push(lost(message, &id, now));
        }
        self.lost_soon(library, history);
    }

    /// The same for what is not committed yet: then the author knows best what became of it.
    fn lost_soon(&mut self, library: &Library, history: &History) {
        if history.missing().is_empty() {
            return;
        }
        let reviews = library.reviews.iter().chain(&library.documents);
        let new: Vec<_> = reviews.filter(|text| !history.is_committed(&text.source)).collect();
        // Most files that are moved are not edited: then nothing has to be compared line by line.
        let texts: HashSet<_> = new.iter().map(|text| text.text.as_str()).collect();
        for Missing { path, text } in history.missing() {
            let Some(old) = published(library, path, text) else { continue };
            let Ok(address) = OutPath::new(&text_path(&old)) else { continue };
            // Git follows a file that was moved without large edits, once both are in one commit.
            let is_moved = texts.contains(old.text.as_str()) || texts.iter().any(|text| is_same_text(&old.text, text));
            if is_moved || self.routes.contains_key(&address) {
                continue;
            }
            let message = format!(
                "`{}` will lead nowhere: {path} was deleted or renamed and has another text, which is not committed yet",
                shown(address.as_str())
            );
            let now = match (history.missing(), new.as_slice()) {
                ([_], [one]) => Some(one.source.as_str()),
                _ => None,
            };
            self.problems.push(lost(message, &old.id, now));
        }
    }
}

/// A committed review as it was published; `None` for one that never was.
fn published(library: &Library, path: &str, text: &str) -> Option<Review> {
    let file = SourceFile { path: path.to_owned(), text: text.to_owned() };
    let old = parse(file, &library.config).value?;
    let is_shown = old.status != Status::Draft && old.visibility != Visibility::Restricted;
    (is_shown && is_published(library, path, &old.id)).then_some(old)
}

/// Whether a file of this path and id would be a page of the site, and nobody gave its address up.
fn is_published(library: &Library, path: &str, id: &str) -> bool {
    let is_left_out = !is_read(path) || library.config.is_ignored(path) || id.is_empty();
    !is_left_out && !library.config.gone.iter().any(|gone| gone == id) && !library.is_hidden(id)
}

/// The warning; `now` is the file that may be the same review.
fn lost(message: String, id: &str, now: Option<&str>) -> Diagnostic {
    let problem = Diagnostic::new(Code::LostAddress, message);
    match now {
        Some(file) => problem.at(Place::file(file)).hint(format!(
            "if this is the same review, write `aliases: [{id}]` in its front matter; if it went for good, `gone: [{id}]` in debrief.yaml"
        )),
        None => problem.at(Place::file(CONFIG_FILE)).hint(format!(
            "write `aliases: [{id}]` in the front matter of the review that took its place, or `gone: [{id}]` in debrief.yaml"
        )),
    }
}
