//! The gate: checks every byte of a finished site.

use std::collections::BTreeMap;

use ::search::{self, Catalogue};
use rayon::prelude::*;
use site::FileKind;

use super::files;
use super::finding::Secret;
use super::place::masked;
use super::scan::{Asked, Depth, Scan};
use super::views::{self, Markup, View};
use super::{File, Finding, Origin, Scanner, Tier, Waiver};

impl Scanner {
    /// Checks every byte of a finished site. `waivers` are those of all its postmortems.
    #[must_use]
    pub fn gate(&self, files: &[File<'_>], waivers: &[Waiver]) -> Vec<Finding> {
        let found: Vec<_> = files.par_iter().flat_map_iter(|file| self.file(file)).collect();
        self.finish(found, waivers)
    }

    fn file(&self, file: &File<'_>) -> Vec<(Finding, Option<u64>)> {
        let trusted = self.trusts(file.bytes);
        let asked = if trusted { Asked::Secrets } else { Asked::All };
        let mut found = self.name(file.path);
        let text = String::from_utf8_lossy(file.bytes);
        let mut scan = Scan::new(self, &text, begin(file.path));
        if let Some(words) = search::words_of(file.bytes).filter(|_| file.path.starts_with("search/")) {
            // A file with compressed words: the words are scanned instead of the bytes, which may contain names by
            // chance.
            scan.view(&View::like("search", words), Depth::of_file(Markup::Html, Asked::All));
            found.extend(scan.findings());
            return found;
        }
        if !trusted {
            for (rule, what) in files::check(file.path, file.bytes) {
                scan.wrong(rule, &what);
            }
        }
        let kind = FileKind::of(file.path);
        if kind.is_text() || std::str::from_utf8(file.bytes).is_ok() {
            let markup = if kind == FileKind::Xml { Markup::Xml } else { Markup::Html };
            if kind == FileKind::Json {
                scan.view(&View::like("raw", views::without_line_ends(&text)), Depth::of_file(markup, asked));
            } else {
                scan.view(&View::whole("raw", &text), Depth::of_file(markup, asked));
            }
            if matches!(kind, FileKind::Html | FileKind::Xml) {
                if !trusted {
                    views::attributes(&text, |attribute| scan.attribute(&attribute));
                }
                scan.name_views(|at| views::zone(&text, at).name());
            }
        } else {
            let bytes = if trusted { Asked::Secrets } else { Asked::Values };
            scan.view(&View::like("bytes", views::strings(file.bytes)), Depth::of_file(Markup::Html, bytes));
        }
        if let Some(wide) = Some(file.bytes).filter(|_| kind.is_text() || kind == FileKind::Other).and_then(views::wide)
        {
            scan.view(&View::like("two-byte characters", wide), Depth::of_file(Markup::Html, asked));
        }
        found.extend(scan.findings());
        found
    }

    /// Checks the name of a file.
    fn name(&self, path: &str) -> Vec<(Finding, Option<u64>)> {
        let mut scan = Scan::new(self, "", begin(path));
        scan.view(&View::like("file name", path.to_owned()), Depth::of_file(Markup::Html, Asked::All));
        scan.findings()
    }

    /// Checks that the search files contain only what comes from the cleared texts of the postmortems. A file that
    /// cannot be read or does not belong to the search is a finding.
    #[must_use]
    pub fn search(&self, files: &[File<'_>], made_from: &Catalogue) -> Vec<Finding> {
        let finding = |view: String, value: String| Finding {
            tier: Tier::Block,
            at: begin(search::START),
            rule: "search-term".to_owned(),
            view,
            masked: masked(&value),
            known_from: None,
            value: Secret(value),
        };
        let files: BTreeMap<_, _> = files.iter().map(|file| (file.path, file.bytes)).collect();
        let mut found: Vec<_> = search::foreign(&files, made_from)
            .into_iter()
            .map(|foreign| finding(foreign.place, foreign.value))
            .collect();
        found.sort();
        found
    }
}

fn begin(path: &str) -> Origin {
    Origin { path: path.to_owned(), line: 1, column: 1 }
}
