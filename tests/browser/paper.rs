//! Print, phones, and pages whose scripts arrive late or not at all.

use serde_json::json;

use super::cdp::file_url;
use super::{PAGES, browser};
use crate::harness::{SiteTest, sample};

const REVIEW: &str = "reviews/2026-01-15-the-switch-we-replaced-on-purpose/index.html";

#[test]
fn facts_and_related_reviews_are_on_paper_from_wide_and_narrow_windows() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    for scripts in [true, false] {
        tab.scripts(scripts);
        for width in [1280, 390] {
            tab.size(width);
            tab.scheme("light");
            tab.open(&file_url(&test.site().join(REVIEW)));
            tab.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
            for part in [".facts-list dd", ".related li"] {
                let seen = format!(
                    "(e => e.checkVisibility({{contentVisibilityAuto: true}}) && e.getBoundingClientRect().height > 0)\
                     (document.querySelector('.margin {part}'))"
                );
                tab.wait(&seen);
            }
        }
    }
}

#[test]
fn without_scripts_nothing_offers_what_needs_one() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.scripts(false);
    // `404.html` finds its style sheets only relative to the root of its host, so it does not work from a disk.
    for page in PAGES.into_iter().filter(|page| *page != "404.html") {
        tab.open(&file_url(&test.site().join(page.split('?').next().unwrap_or_default())));
        let dead =
            "[...document.querySelectorAll('form, button, .needs-script')].filter(e => e.checkVisibility()).length";
        assert_eq!(tab.eval(dead), json!(0), "{page}");
    }
}

#[test]
fn every_kind_of_page_fits_320_pixels() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.size(320);
    let mut wide = Vec::new();
    for page in PAGES {
        let path = page.split('?').next().unwrap_or_default();
        tab.open(&file_url(&test.site().join(path)));
        // On a phone, `innerWidth` grows with what does not fit, so it cannot be used.
        let over = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        let over = tab.eval(over).as_f64().unwrap_or_default();
        if over > 0.0 {
            wide.push(format!("{page}: {over} px"));
        }
    }
    assert!(wide.is_empty(), "{wide:#?}");
}

#[test]
fn nothing_moves_when_scripts_come_late() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    let mut moved = Vec::new();
    for width in [1280, 390] {
        tab.size(width);
        let searches = ["search/index.html", "search/index.html?q=zzzzqqqq"];
        for page in PAGES.into_iter().chain(searches) {
            let (path, query) = page.split_once('?').unwrap_or((page, ""));
            let shift = tab.shift(&format!("{}?{query}", file_url(&test.site().join(path))));
            if shift > 0.02 {
                moved.push(format!("{page} at {width}: {shift:.3}"));
            }
        }
    }
    assert!(moved.is_empty(), "{moved:#?}");
}

#[test]
fn every_kind_of_page_has_at_most_six_sizes_of_text() {
    // Text in a plot scales with the plot.
    const SIZES: &str = "[...new Set([...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && \
        [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility())\
        .map(e => getComputedStyle(e).fontSize))]";
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    let mut many = Vec::new();
    for width in [1280, 390] {
        tab.size(width);
        for page in PAGES.into_iter().filter(|page| *page != "404.html") {
            let (path, query) = page.split_once('?').unwrap_or((page, ""));
            tab.open(&format!("{}?{query}", file_url(&test.site().join(path))));
            let sizes = tab.eval(SIZES);
            if sizes.as_array().is_none_or(|sizes| sizes.is_empty() || sizes.len() > 6) {
                many.push(format!("{page} at {width}: {sizes}"));
            }
        }
    }
    assert!(many.is_empty(), "{many:#?}");
}
