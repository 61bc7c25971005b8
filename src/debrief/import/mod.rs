//! Imports exports of other tools as reviews.
//!
//! In: the text of one file - an HTML page, or incidents as JSON or CSV - and a mapping that says where each field of a review
//! is. Out: drafts, each with the file and the record that it comes from. Refuses other files. A value that is not certain (a
//! time without a zone, a severity that is not in the scale) is kept as written in `extra`.

mod draft;
mod html;
mod links;
mod mapping;
mod records;
mod tables;
mod time;
mod wiki;

pub use draft::Draft;
pub use mapping::Mapping;

use std::collections::BTreeMap;
use std::path::Path;

use base::links::{decode, relative};
use site::config::Config;
use site::source::SourceFile;

/// Leads links between the files of one import to their drafts, each of which has its path in the library. Other links to files
/// become text.
pub fn link_together(drafts: &mut [(String, Draft)]) {
    let mut named: BTreeMap<String, Option<String>> = BTreeMap::new();
    for (path, draft) in drafts.iter() {
        // Which of several files of one name is meant is not known.
        named.entry(draft.source.clone()).and_modify(|only| *only = None).or_insert_with(|| Some(path.clone()));
    }
    for (path, draft) in drafts {
        let lead = |target: &str| {
            let file = target.split(['#', '?']).next().unwrap_or_default();
            // An export has all its pages in one folder, or each page in one of its own.
            let name = decode(file.rsplit('/').next().unwrap_or_default());
            named.get(name.as_str())?.as_ref().map(|to| relative(path, to))
        };
        draft.body = links::led(&draft.body, lead);
    }
}

/// Why a file cannot be imported, and what to do.
#[derive(Debug)]
pub struct Refused {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Refused {
    fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }
}

/// Reads one export. Without a mapping, the first tool whose fields are present is used.
///
/// # Errors
/// If the file is not a known export.
pub fn read(file: &SourceFile, mapping: Option<&Mapping>, config: &Config) -> Result<Vec<Draft>, Refused> {
    let end = Path::new(&file.path).extension().and_then(|end| end.to_str()).unwrap_or_default().to_lowercase();
    match end.as_str() {
        "html" | "htm" => html::read(file).map(|draft| vec![draft]),
        "json" => records::of_json(file, mapping, config),
        "csv" | "tsv" => records::of_csv(file, mapping, config),
        "md" | "markdown" => {
            let hint = "copy it into the library: any Markdown is read as it is";
            Err(Refused::new(format!("`{}` is Markdown already", file.path), hint))
        }
        _ => {
            let message = format!("`{}` is no export that can be read", file.path);
            Err(Refused::new(message, "give a page as .html, or incidents as .json or .csv"))
        }
    }
}
