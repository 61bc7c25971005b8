//! The gate: every byte of a finished site.

use std::collections::HashSet;

use rayon::prelude::*;

use super::files::{self, Kind};
use super::index_terms::{IndexTerms, is_index};
use super::sight::{Depth, Sight};
use super::views::{self, Markup, View};
use super::{File, Finding, Origin, Scanner, Waiver};

impl Scanner {
    /// Looks at every byte of a finished site. `waivers` are those of all postmortems on it.
    #[must_use]
    pub fn gate(&self, files: &[File<'_>], waivers: &[Waiver]) -> Vec<Finding> {
        let mut found: Vec<_> = files.par_iter().flat_map_iter(|file| self.file(file)).collect();
        for index in files.iter().filter(|file| is_index(file.path)) {
            found.extend(self.index(index, files));
        }
        self.finish(found, waivers)
    }

    fn file(&self, file: &File<'_>) -> Vec<(Finding, Option<u64>)> {
        let trusted = self.trusts(file.bytes);
        let mut found = self.name(file.path);
        let text = String::from_utf8_lossy(file.bytes);
        let mut sight = Sight::new(self, &text, begin(file.path));
        if !trusted {
            for (rule, what) in files::check(file.path, file.bytes) {
                sight.wrong(rule, &what);
            }
        }
        let kind = Kind::of(file.path);
        if kind.is_text() || std::str::from_utf8(file.bytes).is_ok() {
            let markup = if kind == Kind::Xml { Markup::Xml } else { Markup::Html };
            sight.view(&View::whole("raw", &text), Depth::of_file(markup, !trusted));
            if matches!(kind, Kind::Html | Kind::Xml) {
                if !trusted {
                    views::attributes(&text, |attribute| sight.attribute(&attribute));
                }
                sight.name_views(|at| views::zone(&text, at).name());
            }
        } else {
            sight.view(&View::like("bytes", views::strings(file.bytes)), Depth::of_file(Markup::Html, false));
        }
        if let Some(wide) = Some(file.bytes).filter(|_| kind.is_text() || kind == Kind::Other).and_then(views::wide) {
            sight.view(&View::like("two-byte characters", wide), Depth::of_file(Markup::Html, !trusted));
        }
        found.extend(sight.findings());
        found
    }

    /// The name of a file is read as well.
    fn name(&self, path: &str) -> Vec<(Finding, Option<u64>)> {
        let mut sight = Sight::new(self, "", begin(path));
        sight.view(&View::like("file name", path.to_owned()), Depth::of_file(Markup::Html, true));
        sight.findings()
    }

    /// The index of the search, as words, against the words of all pages.
    fn index(&self, index: &File<'_>, files: &[File<'_>]) -> Vec<(Finding, Option<u64>)> {
        const VIEW: &str = "search terms";
        let mut sight = Sight::new(self, "", begin(index.path));
        let script = String::from_utf8_lossy(index.bytes);
        let Some(terms) = IndexTerms::read(&script) else {
            sight.wrong("search-term", "an index that cannot be read");
            return sight.findings();
        };
        sight.view(&View::like(VIEW, terms.text()), Depth::of_file(Markup::Html, true));
        for (rule, value) in terms.values(&self.terms) {
            sight.value(rule, &value, VIEW);
        }
        for term in terms.unpublished(&published(files)) {
            sight.value("search-term", term, VIEW);
        }
        sight.findings()
    }
}

/// Every word of every page, as white space parts them.
fn published(files: &[File<'_>]) -> HashSet<String> {
    let pages = files.par_iter().filter(|file| Kind::of(file.path) == Kind::Html);
    let words = pages.map(|page| {
        let html = String::from_utf8_lossy(page.bytes);
        let mut words = HashSet::new();
        let raw = View::whole("raw", &html);
        for view in raw.inner(Markup::Html).iter().filter(|view| matches!(view.name, "text" | "attribute")) {
            words.extend(view.text.split_whitespace().map(str::to_owned));
        }
        // What describes a page or a picture is read too.
        views::attributes(&html, |attribute| {
            if ["content", "alt", "title", "aria-label"].iter().any(|name| attribute.name.eq_ignore_ascii_case(name)) {
                words.extend(attribute.value.split_whitespace().map(str::to_owned));
            }
        });
        words
    });
    words.reduce(HashSet::new, |mut all, words| {
        all.extend(words);
        all
    })
}

fn begin(path: &str) -> Origin {
    Origin { path: path.to_owned(), line: 1, column: 1 }
}
