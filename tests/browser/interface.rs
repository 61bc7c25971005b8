//! What the search page promises, tried in a real browser.

use serde_json::{Value, json};

use super::cdp::{Tab, file_url};
use super::{browser, focus_search};
use crate::harness::{SiteTest, sample};

/// Which reviews are on the page, best first.
const HREFS: &str =
    "[...document.querySelectorAll('.search-result .search-title a')].map(a => a.getAttribute('href')).join(' ')";

fn number(tab: &mut Tab, expression: &str) -> u64 {
    let value = tab.eval(expression);
    value.as_u64().or_else(|| value.as_str()?.trim().parse().ok()).unwrap_or_else(|| panic!("{expression}: {value}"))
}

#[test]
fn a_result_opens_at_its_section_with_its_words_marked() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.size(1280);
    let search = file_url(&test.site().join("search/index.html"));
    for query in ["loss of light bgp neighbour", "reason_code refused", "kettle glass box"] {
        tab.open(&format!("{search}?q={}", query.replace(' ', "+")));
        tab.wait("document.querySelector('.search-result .search-title a')");
        let href = tab.eval("document.querySelector('.search-result .search-title a').getAttribute('href')");
        let href = href.as_str().unwrap_or_default().to_owned();
        assert!(href.contains('#') && href.contains("?q="), "{query}: {href}");
        tab.eval("document.querySelector('.search-result .search-title a').click()");
        tab.wait("location.pathname.includes('/reviews/') && document.readyState === 'complete'");
        let there = "Boolean(document.getElementById(decodeURIComponent(location.hash.slice(1))))";
        assert_eq!(tab.eval(there), json!(true), "{href}");
        tab.wait("CSS.highlights.get('debrief-search') && CSS.highlights.get('debrief-search').size > 0");
    }
}

#[test]
fn facets_the_page_and_the_box_count_alike_and_an_address_can_be_shared() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.size(1280);
    let search = file_url(&test.site().join("search/index.html"));
    let all = "(answer => answer.all.length + answer.some.length)";
    tab.open(&format!("{search}?q=boat"));
    tab.wait("document.querySelectorAll('.search-facet input').length > 4");
    let counts = "[...document.querySelectorAll('.search-facet')].filter(f => f.open).flatMap(f => [...f.querySelectorAll('li')])\
        .filter(li => !li.hidden).map(li => Number(li.querySelector('.search-count').textContent))";
    let Value::Array(counts) = tab.eval(counts) else { panic!("counts") };
    assert!(counts.len() > 4 && counts.iter().all(|count| count.as_u64().is_some_and(|count| count > 0)), "{counts:?}");
    for (n, count) in counts.iter().enumerate() {
        let boxes = "[...document.querySelectorAll('.search-facet')].filter(f => f.open).flatMap(f => [...f.querySelectorAll('li')])\
            .filter(li => !li.hidden).map(li => li.querySelector('input'))";
        tab.open(&format!("{search}?q=boat"));
        tab.wait("document.querySelectorAll('.search-facet input').length > 4");
        tab.eval(&format!("({boxes})[{n}].click()"));
        tab.wait("document.querySelector('.search-chip')");
        let there = number(&mut tab, "Number(document.querySelector('.search-status').textContent.match(/\\d+/)[0])");
        assert_eq!(json!(there), *count, "value {n}");
    }
    // The same address shows the same, in the same order.
    let address = tab.eval("location.href").as_str().unwrap_or_default().to_owned();
    let found = tab.eval(HREFS);
    let mut other = browser.tab();
    other.size(1280);
    other.open(&address);
    other.wait("document.querySelector('.search-chip') && document.querySelector('.search-result')");
    assert_eq!(other.eval(HREFS), found);
    // The box says the same number as the page.
    tab.open(&file_url(&test.site().join("actions/index.html")));
    focus_search(&mut tab);
    tab.type_text("boat");
    tab.wait("document.querySelector('.search-option-all')");
    let said = number(&mut tab, "document.querySelector('.search-option-all').textContent.match(/\\d+/)[0]");
    let page = number(&mut tab, &format!("debriefSearch.engine.find({{query: 'boat'}}).then{all}"));
    assert_eq!(said, page);
    assert_eq!(tab.eval("document.querySelectorAll('.search-option mark').length > 0"), json!(true));
}

#[test]
fn the_slash_is_typed_where_somebody_types_and_escape_closes_the_box() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&file_url(&test.site().join("actions/index.html")));
    focus_search(&mut tab);
    tab.press("/");
    assert_eq!(tab.eval("document.activeElement.value"), json!("/"), "a slash is a sign in a box");
    tab.eval("document.activeElement.value = ''");
    tab.type_text("pool");
    tab.wait("document.querySelector('form.search [role=option]')");
    assert_eq!(tab.eval("document.activeElement.getAttribute('aria-expanded')"), json!("true"));
    tab.press("Escape");
    tab.wait("document.querySelector('.search-panel').hidden");
    assert_eq!(tab.eval("document.activeElement.getAttribute('aria-expanded')"), json!("false"));
}

#[test]
fn without_scripts_the_search_page_leads_to_the_indexes() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.scripts(false);
    tab.open(&file_url(&test.site().join("search/index.html")));
    let links = "[...document.querySelectorAll('[data-search-fallback] a')].filter(a => a.checkVisibility({visibilityProperty: true})).length";
    assert!(number(&mut tab, links) > 3);
    assert_eq!(tab.eval("document.querySelector('noscript').checkVisibility()"), json!(true));
}
