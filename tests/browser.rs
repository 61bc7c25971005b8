//! The sample library in a real browser. Without Chromium, these tests are skipped with a note.

mod cdp;
mod chromium;
mod forced;
mod hostile;
mod interface;
mod lists;
mod menu;
mod paper;
mod parity;
mod reach;
mod search;
mod sizes;
mod slides;

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use serde_json::json;

use crate::harness::{SiteTest, TODAY, program, sample};
use cdp::{Tab, file_url};
use chromium::{Browser, chromium};

const AXE: &str = include_str!("browser/vendor/axe.min.js");

/// One page of each kind.
const PAGES: [&str; 18] = [
    "index.html",
    "reviews/2026-01-15-the-switch-we-replaced-on-purpose/index.html",
    "reviews/login-page/index.html",
    "reviews/login-page/drill/index.html",
    "reviews/2023-11-18-storm-board-freeze/index.html",
    "reviews/index.html",
    "severity/index.html",
    "severity/sev1/index.html",
    "services/index.html",
    "factors/index.html",
    "actions/index.html",
    "this-week/index.html",
    "digests/2026-W39/index.html",
    "digests/index.html",
    "digests/2026-11/index.html",
    "digests/2026-Q4/index.html",
    "search/index.html?q=pool",
    "404.html",
];

/// One page of each kind of the public edition.
const PUBLIC: [&str; 9] = [
    "index.html",
    "postmortems/summer-bookings-may-2025/index.html",
    "postmortems/all-services-down-january-2026/index.html",
    "postmortems/sailing-held-september-2026/index.html",
    "services/index.html",
    "services/bookings/index.html",
    "years/2026/index.html",
    "search/index.html?q=bookings",
    "404.html",
];

/// The browser; `None` if there is none and it is not required.
fn browser() -> Option<Browser> {
    let Some(program) = chromium() else {
        assert!(std::env::var_os("DEBRIEF_REQUIRE_BROWSER").is_none(), "there is no Chromium");
        eprintln!("left out: a browser test (there is no Chromium; tests/run installs it)");
        return None;
    };
    Some(Browser::start(&program))
}

/// `debrief serve` on a copy of the sample library.
struct Served {
    test: SiteTest,
    child: Child,
    url: String,
}

impl Served {
    fn start() -> Self {
        Self::edition("internal")
    }

    fn edition(edition: &str) -> Self {
        let test = SiteTest::of(&sample());
        let mut child = program()
            .current_dir(test.root())
            .args(["serve", "library", "--edition", edition, "--port", "0", "--as-of", TODAY])
            .stderr(Stdio::piped())
            .spawn()
            .expect("serves");
        let mut lines = BufReader::new(child.stderr.take().expect("stderr")).lines();
        let said = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let url = line.split_whitespace().find(|word| word.starts_with("http://"))?;
            Some(url.trim_end_matches('/').to_owned() + "/")
        });
        std::thread::spawn(move || lines.for_each(drop));
        Self { test, child, url: said.expect("it says where") }
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn focus_search(tab: &mut Tab) {
    tab.eval("document.activeElement && document.activeElement.blur()");
    tab.press("/");
    tab.wait("document.activeElement.id === 'site.q'");
}

#[test]
fn every_kind_of_page_is_accessible_quiet_and_fits() {
    let Some(browser) = browser() else { return };
    inspect(&browser, &Served::start(), &PAGES);
}

#[test]
fn every_kind_of_public_page_is_accessible_quiet_and_fits() {
    let Some(browser) = browser() else { return };
    inspect(&browser, &Served::edition("public"), &PUBLIC);
}

/// Checks each page, wide and narrow, light and dark.
fn inspect(browser: &Browser, served: &Served, pages: &[&str]) {
    let mut wrong = Vec::new();
    let mut tab = browser.tab();
    for (width, scheme) in [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")] {
        tab.size(width);
        tab.scheme(scheme);
        for page in pages {
            tab.open(&served.at(page));
            if page.starts_with("search") {
                tab.wait("document.querySelector('.search-result')");
            }
            let mut troubles = tab.troubles(&served.url);
            troubles.extend(tab.axe(AXE));
            if tab.eval("document.documentElement.scrollWidth > innerWidth + 1") == json!(true) {
                troubles.push("it is wider than the window".to_owned());
            }
            wrong.extend(troubles.into_iter().map(|trouble| format!("{page} ({width}, {scheme}): {trouble}")));
        }
    }
    assert!(wrong.is_empty(), "{} troubles:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn without_scripts_everything_but_search_is_there() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.scripts(false);
    tab.open(&file_url(&test.site().join("services/keel/index.html")));
    assert!(test.text("services/keel/index.html").matches("<tr").count() > 5);
    tab.open(&file_url(&test.site().join("search/index.html")));
    let text = test.text("search/index.html");
    assert!(text.contains("<noscript>") && text.contains("href=\"../services/index.html\""));
}

#[test]
fn a_site_works_from_the_disk() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&file_url(&test.site().join("index.html")));
    tab.eval("document.querySelector('main a[href*=\"reviews/\"]').click()");
    tab.wait("location.pathname.includes('/reviews/') && document.readyState === 'complete'");
    assert_ne!(tab.eval("getComputedStyle(document.querySelector('h1')).fontSize"), json!("32px"));
    focus_search(&mut tab);
    tab.type_text("ERR_POOL_TIMEOUT");
    tab.wait("document.querySelector('form.search [role=option]')");
    assert_eq!(tab.troubles("file://"), Vec::<String>::new());
}

#[test]
fn the_keyboard_reaches_what_the_mouse_does() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&served.at("reviews/"));
    tab.press("Tab");
    assert_eq!(
        tab.eval("document.activeElement.getAttribute('href').startsWith('#')"),
        json!(true),
        "a skip link comes first"
    );
    assert_ne!(tab.eval("getComputedStyle(document.activeElement).outlineStyle"), json!("none"), "focus is seen");
    tab.eval("document.querySelector('th button').focus()");
    tab.press("Enter");
    tab.wait("document.querySelector('th[aria-sort=ascending], th[aria-sort=descending]')");
    tab.eval("document.querySelector('[data-theme-switch], .theme-switch, header button:last-of-type') && 0");
}

#[test]
fn an_edit_reloads_the_page() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.open(&served.at("reviews/2026-08-27-gerald/"));
    let path = served.test.library().join("2026/2026-08-27-gerald.md");
    let text = std::fs::read_to_string(&path).expect("the gull");
    std::fs::write(&path, format!("{text}\n\nA word that was not there before: brachiosaurus.\n")).expect("written");
    tab.wait("document.body.textContent.includes('brachiosaurus')");
    std::fs::write(&path, format!("---\nnonsense\n{text}")).expect("written");
    tab.wait("document.querySelector('[role=alert]')");
}

#[test]
fn paper_shows_no_navigation() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.open(&file_url(&test.site().join("reviews/login-page/index.html")));
    tab.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    assert_eq!(tab.eval("getComputedStyle(document.querySelector('header nav')).display === 'none' || getComputedStyle(document.querySelector('header')).display === 'none'"), json!(true));
    let pdf = tab.call("Page.printToPDF", json!({}));
    assert!(pdf["data"].as_str().is_some_and(|data| data.len() > 10_000));
}
