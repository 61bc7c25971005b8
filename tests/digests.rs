//! Weekly digests as specified: weeks, the meeting, the choice of a lesson, actions, formats, months, a past day.

mod actions;
mod archive;
mod carried;
mod choice;
mod days;
mod formats;
mod meeting;
mod periods;
mod questions;
mod replay;
mod skipped;
mod truth;
mod weeks;

use std::path::{Path, PathBuf};

use crate::harness::{Run, SiteTest};

const FORMATS: [&str; 6] = ["html", "eml", "text", "md", "slack", "ics"];
/// The Friday of the week in the golden files.
const FRIDAY: &str = "2026-11-20";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/digests")
}

fn fixture() -> SiteTest {
    SiteTest::of(&folder().join("library"))
}

fn digest(test: &SiteTest, args: &[&str]) -> Run {
    test.run(&[&["digest", "library"], args].concat())
}

/// The page of a week's slides.
fn slides(test: &SiteTest, week: &str, as_of: &str) -> String {
    test.run(&["build", "library", "--as-of", as_of]).ok();
    test.text(&format!("digests/{week}/slides/index.html"))
}

fn review(title: &str, published: &str, more: &str) -> String {
    format!("---\ntitle: {title}\npublished: {published}\nlearnings: [Lesson of {title}.]\n{more}---\nText.\n")
}

/// The content of a page between its header and its footer.
fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("a main part");
    &page[start..page.find("</main>").expect("its end")]
}

/// The HTML of one part of a week's page.
fn part<'p>(page: &'p str, key: &str) -> &'p str {
    let start = page.find(&format!("data-part=\"{key}\"")).unwrap_or_else(|| panic!("no part {key}:\n{page}"));
    let rest = &page[start..];
    &rest[..rest.find("</section>").expect("its end")]
}
