//! Print, phones, and pages whose scripts arrive late or not at all.

use serde_json::json;

use super::cdp::file_url;
use super::{PAGES, PUBLIC, Served, browser};
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
            tab.paper();
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
fn the_search_page_is_printed_with_what_it_shows_and_without_an_empty_sheet() {
    let Some(browser) = browser() else { return };
    for edition in ["internal", "public"] {
        let served = Served::edition(edition);
        let mut tab = browser.tab();
        tab.size(1280);
        tab.paper();
        tab.open(&served.at("search/index.html"));
        let shown = "[...document.querySelectorAll('[data-search-fallback] li, .search-result')]\
            .some(e => e.checkVisibility({visibilityProperty: true}))";
        assert_eq!(tab.eval(shown), json!(true), "{edition}");
        let reserved = "getComputedStyle(document.querySelector('[data-search-page]')).minHeight";
        assert_eq!(tab.eval(reserved), json!("0px"), "{edition}: room for results that are not there");
    }
}

#[test]
fn the_navigation_is_the_menu_of_a_phone() {
    let Some(browser) = browser() else { return };
    for edition in ["internal", "public"] {
        let served = Served::edition(edition);
        let mut tab = browser.tab();
        tab.scripts(false);
        tab.size(390);
        tab.open(&served.at("years/index.html"));
        let is_shown = "document.querySelector('.site-nav a').checkVisibility()";
        assert_eq!(tab.eval(is_shown), json!(false), "{edition}");
        let menus = "[...document.querySelectorAll('a')].filter(a => a.textContent === 'Menu' && a.checkVisibility())";
        assert_eq!(tab.eval(&format!("{menus}.length")), json!(2), "{edition}: at the top and at the end");
        tab.eval(&format!("{menus}[1].click()"));
        tab.wait(is_shown);
        let top = "document.querySelector('.site-nav').getBoundingClientRect()";
        assert_eq!(tab.eval(&format!("{top}.top >= 0 && {top}.bottom <= innerHeight")), json!(true), "{edition}");
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

/// Of everything with words: what stands outside the window, or is cut where nothing scrolls to it. Rows of code and wide tables
/// scroll by themselves; what only screen readers are told is cut on purpose.
const CUT: &str = "(() => {
    const own = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    const scrolls = e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
    const hides = e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX);
    const around = e => { const all = []; for (let p = e; p; p = p.parentElement) all.push(p); return all; };
    const told = e => around(e).some(p => getComputedStyle(p).clipPath.startsWith('inset'));
    return [...document.body.querySelectorAll('*')].filter(e => own(e) && e.checkVisibility({visibilityProperty: true}) && !told(e))
        .filter(e => {
            const box = e.getBoundingClientRect();
            if (!box.width || around(e).some(scrolls)) return false;
            const cut = around(e).some(p => hides(p) && p.scrollWidth > p.clientWidth + 1);
            return cut || box.right > document.documentElement.clientWidth + 1 || box.left < -1;
        }).map(e => e.nodeName + '.' + (e.getAttribute('class') || '') + ': ' + e.textContent.trim().slice(0, 40)).slice(0, 5);
})()";

#[test]
fn at_200_percent_nothing_is_cut_and_no_page_scrolls_sideways() {
    let Some(browser) = browser() else { return };
    let mut cut = Vec::new();
    for (edition, pages) in [("internal", &PAGES[..]), ("public", &PUBLIC[..])] {
        let served = Served::edition(edition);
        let mut tab = browser.tab();
        // A window of 1280 by 900 whose page is shown twice as large has room for half as many pixels of it.
        tab.zoomed(640, 450, 2);
        for page in pages {
            tab.open(&served.at(page));
            if page.starts_with("search") {
                tab.wait("document.querySelector('.search-result')");
            }
            let over = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
            let over = tab.eval(over).as_f64().unwrap_or_default();
            if over > 0.0 {
                cut.push(format!("{page}: {over} px too wide"));
            }
            let parts = tab.eval(CUT);
            cut.extend(parts.as_array().into_iter().flatten().map(|part| format!("{page}: {part} is cut")));
        }
    }
    assert!(cut.is_empty(), "{cut:#?}");
    // The same question finds what is cut.
    let mut tab = browser.tab();
    tab.zoomed(640, 450, 2);
    tab.open("data:text/html,<p style='width:100px;overflow:hidden;white-space:nowrap'>Words that have no room here");
    assert_eq!(tab.eval(CUT).as_array().map(Vec::len), Some(1));
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

#[test]
fn the_strip_at_the_head_of_a_page_is_as_wide_as_its_table_and_as_the_paper() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&served.at("tags/index.html"));
    let right = |selector: &str| format!("document.querySelector('{selector}').getBoundingClientRect().right");
    let beyond = format!("Math.abs({} - {}) < 1.5", right(".strip-wide"), right("table.overview"));
    assert_eq!(tab.eval(&beyond), json!(true));
    tab.paper();
    let shown =
        "[...document.querySelectorAll('.strip-head')].filter(e => e.checkVisibility()).map(e => e.classList[2])";
    assert_eq!(tab.eval(shown), json!(["strip-wide"]));
}
