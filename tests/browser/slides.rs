//! Slides: of a week in the order of its agenda, and of a drill; how to go through them, and what is shown without scripts.

mod clock;
mod drill;
mod fit;
mod keys;
mod notes;
mod order;
mod paper;
mod plot;

use serde_json::{Value, json};

use super::cdp::{Tab, file_url};
use super::{AXE, Served, browser};
use crate::harness::{SiteTest, sample};

/// A week of the sample library with four stories, one of them a near miss.
const WEEK: &str = "digests/2026-W47/index.html";
/// Its slides.
const BUSY: &str = "digests/2026-W47/slides/index.html";
/// The slides of a week without new reviews.
const EMPTY: &str = "digests/2026-W41/slides/index.html";
/// A drill of the sample library.
const DRILL: &str = "reviews/login-page/drill/index.html";

/// A review published in week 47 of 2026, with the rest of its front matter and its body.
fn told(rest: &str) -> SiteTest {
    SiteTest::new()
        .file(
            "debrief.yaml",
            "title: Harbour\ntimezone: Europe/Copenhagen\nmeeting: {weekday: thursday, time: \"14:00\"}\n",
        )
        .file("told.md", &format!("---\ntitle: The bell that nobody heard\npublished: 2026-11-18\n{rest}"))
        .build()
}

fn url(test: &SiteTest, page: &str) -> String {
    file_url(&test.site().join(page))
}

/// Opens a page again, even if only the fragment of its address differs, and shows its slides.
fn present(tab: &mut Tab, url: &str) {
    fresh(tab, url);
    tab.eval("document.querySelector('.deck') || document.querySelector('[data-present]').click()");
    tab.wait("document.querySelector('.deck-current')");
}

fn fresh(tab: &mut Tab, url: &str) {
    tab.call("Page.navigate", json!({"url": "about:blank"}));
    tab.wait("location.href === 'about:blank'");
    tab.open(url);
}

fn press(tab: &mut Tab, keys: &[&str]) {
    for key in keys {
        tab.press(key);
    }
}

/// The number of the slide on the screen, from 1.
fn at(tab: &mut Tab) -> Value {
    tab.eval("Number(document.querySelector('.deck').dataset.at)")
}

/// The text of the slide on the screen.
fn said(tab: &mut Tab) -> String {
    let text = tab.eval("document.querySelector('.deck-current').innerText.replace(/\\s+/g, ' ').trim()");
    text.as_str().unwrap_or_default().to_owned()
}

/// The titles of all slides.
fn titles(tab: &mut Tab) -> Vec<String> {
    let titles = tab.eval("[...document.querySelectorAll('.deck-title')].map(title => title.textContent)");
    titles.as_array().into_iter().flatten().filter_map(|title| title.as_str().map(str::to_owned)).collect()
}
