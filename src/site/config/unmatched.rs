//! Patterns of `ignore:` and `defaults:` that match no file.
//!
//! In: the settings, and what the library holds. Out: a note for each pattern, at its place.

use std::collections::BTreeSet;

use super::Config;
use super::pattern::Pattern;
use crate::source::Sources;
use base::diagnostics::{Code, Diagnostic, Level};
use base::text::nearest;

impl Config {
    /// Says which patterns of the settings match nothing; called before the ignored files are left out. A library without reviews
    /// has only been started.
    pub fn report_unmatched(&self, sources: &Sources, problems: &mut Vec<Diagnostic>) {
        let reviews: Vec<&str> = sources.reviews.iter().map(|file| file.path.as_str()).collect();
        if reviews.is_empty() {
            return;
        }
        let others = || sources.files.iter().map(String::as_str);
        let unmatched = |pattern: &&Pattern| !reviews.iter().copied().chain(others()).any(|path| pattern.holds(path));
        problems.extend(self.ignored.iter().filter(unmatched).map(|pattern| note(pattern, "file", &reviews)));
        let defaults = self.defaults.iter().map(|(pattern, _)| pattern);
        let unmatched = |pattern: &&Pattern| !reviews.iter().any(|path| pattern.holds(path));
        problems.extend(defaults.filter(unmatched).map(|pattern| note(pattern, "review", &reviews)));
    }
}

fn note(pattern: &Pattern, what: &str, reviews: &[&str]) -> Diagnostic {
    let text = pattern.text.as_str();
    let folders: BTreeSet<&str> = reviews.iter().filter_map(|path| Some(path.rsplit_once('/')?.0)).collect();
    let folder = text.trim_end_matches(['*', '/']);
    let hint = match nearest(folder, folders) {
        _ if text.split('/').any(|part| part.starts_with(['.', '_'])) => {
            "take it out: names that begin with `.` or `_` are not read anyway".to_owned()
        }
        Some(near) => format!("did you mean `{near}{}`?", &text[folder.len()..]),
        None => "write a path from the library's folder, or take it out".to_owned(),
    };
    let problem = Diagnostic::new(Code::UnknownValue, format!("`{text}` matches no {what} of the library"));
    problem.at(pattern.place.clone()).with_level(Level::Note).hint(hint)
}
