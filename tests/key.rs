//! Compares what is read from other organisations' reviews with a key written by people (`tests/key/documents/`, one file for
//! each document). The documents themselves are not in the repository: the test runs if `DEBRIEF_CORPUS` names the folder that
//! contains them, prints the right, wrong and missed facts, and fails if the result is worse than before.

mod known;
mod shown;
mod tally;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::SiteTest;
use known::Known;
use shown::compare;
use tally::Tally;

/// The least precision and recall of each fact. Never lowered: a reader that gets worse fails.
const FLOORS: [(&str, f64, f64); 14] = [
    ("review", 0.97, 1.0),
    ("title", 1.0, 1.0),
    ("date", 0.97, 0.95),
    ("severity", 1.0, 0.94),
    ("timeline", 1.0, 1.0),
    ("entries", 0.99, 0.99),
    ("instants", 1.0, 0.96),
    ("days and clocks", 1.0, 0.98),
    ("actions", 0.99, 0.93),
    ("state of actions", 0.98, 0.98),
    ("factors", 0.98, 0.93),
    ("lessons", 0.99, 0.86),
    ("went well", 1.0, 1.0),
    ("got lucky", 1.0, 1.0),
];

/// The same for the documents in `tests/key/written/folders`, which are always at hand.
const FLOORS_OF_WRITTEN: [(&str, f64, f64); 15] = [
    ("review", 1.0, 1.0),
    ("title", 0.98, 0.97),
    ("date", 1.0, 1.0),
    ("severity", 1.0, 1.0),
    ("timeline", 1.0, 0.97),
    ("entries", 1.0, 0.98),
    ("instants", 1.0, 0.95),
    ("days and clocks", 1.0, 1.0),
    ("actions", 1.0, 0.93),
    ("state of actions", 0.98, 0.98),
    ("owners", 1.0, 0.88),
    ("factors", 1.0, 0.88),
    ("lessons", 1.0, 1.0),
    ("went well", 1.0, 1.0),
    ("got lucky", 1.0, 1.0),
];

fn key(folder: &str) -> Vec<Known> {
    let folder = tests().join(folder);
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the key").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files.iter().map(|file| Known::read(file)).collect()
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/key")
}

/// What the program finds in each review of a folder without settings, by file.
fn read(folder: &Path) -> BTreeMap<String, serde_json::Value> {
    let test = SiteTest::foreign();
    crate::harness::copy(folder, &test.library());
    test.build_with(&["--drafts"]).code(0);
    let pages =
        fs::read_dir(test.site().join("reviews")).expect("reviews").map(|entry| entry.expect("an entry").path());
    let twins = pages.map(|page| page.join("review.json")).filter(|twin| twin.is_file());
    let read = |twin: PathBuf| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(twin).expect("text")).expect("JSON")
    };
    twins.map(read).map(|review| (review["source"].as_str().expect("a path").to_owned(), review)).collect()
}

/// Compares all documents of a key; fails below the floors.
fn holds(key: &[Known], folders: &Path, floors: &[(&'static str, f64, f64)]) {
    let mut tally = Tally::default();
    let mut read_folders = BTreeMap::new();
    for known in key {
        let (folder, file) = known.file.split_once('/').expect("a folder");
        let reviews = read_folders.entry(folder).or_insert_with(|| read(&folders.join(folder)));
        compare(known, reviews.get(file), &mut tally);
    }
    eprintln!("{} documents\n{tally}", key.len());
    let below = tally.below(floors);
    assert!(!key.is_empty() && below.is_empty(), "{}", below.join("\n"));
}

#[test]
fn facts_of_real_reviews_are_those_that_people_see_in_them() {
    let Some(corpus) = std::env::var_os("DEBRIEF_CORPUS").map(PathBuf::from) else {
        eprintln!("left out: facts of real reviews (DEBRIEF_CORPUS names no folder)");
        return;
    };
    holds(&key("documents"), &corpus, &FLOORS);
}

#[test]
fn facts_of_written_reviews_are_those_that_people_see_in_them() {
    holds(&key("written/facts"), &tests().join("written/folders"), &FLOORS_OF_WRITTEN);
}
