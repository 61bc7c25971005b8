//! The behaviour of the search page in a real browser.

use serde_json::{Value, json};

use super::cdp::{Tab, file_url};
use super::{Served, browser, focus_search};
use crate::harness::{SiteTest, sample};

/// The reviews on the page, best first.
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
    // The box shows the same number as the page.
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

/// A library whose services have names.
fn ferries() -> SiteTest {
    let review = |title: &str, day: &str, text: &str| {
        format!(
            "---\ntitle: {title}\nseverity: sev2\nservices: [farebox]\nteams: [tills]\ntimes: {{started: {day}T08:00Z}}\n---\n{text}\n"
        )
    };
    SiteTest::new()
        .file(
            "debrief.yaml",
            "title: T\nservices: {farebox: {label: The Farebox}}\nteams: {tills: {label: The Tills}}\n",
        )
        .file(
            "pool.md",
            &review("The pool of the pool ran dry", "2025-01-10", "The pool, the pool, and a timeout. Perpendicular."),
        )
        .file("queue.md", &review("A queue", "2026-03-10", "One pool was named."))
        .file("late.md", &review("Late again", "2026-05-10", "A timeout."))
        .build()
}

#[test]
fn results_name_services_as_readers_know_them() {
    let Some(browser) = browser() else { return };
    let test = ferries();
    let mut tab = browser.tab();
    tab.open(&format!("{}?q=pool", file_url(&test.site().join("search/index.html"))));
    tab.wait("document.querySelector('.search-result')");
    let facts = tab.eval("document.querySelector('.search-result .search-facts').textContent");
    assert!(facts.as_str().is_some_and(|facts| facts.ends_with("The Farebox")), "{facts}");
}

#[test]
fn results_are_sorted_by_what_tells_most_or_by_day_and_those_with_all_words_are_counted() {
    let Some(browser) = browser() else { return };
    let test = ferries();
    let mut tab = browser.tab();
    let titles = "[...document.querySelectorAll('.search-result .search-title')].map(title => title.textContent)";
    tab.open(&format!("{}?q=pool", file_url(&test.site().join("search/index.html"))));
    tab.wait("document.querySelector('.search-result')");
    assert_eq!(tab.eval(titles), json!(["The pool of the pool ran dry", "A queue"]));
    let choose = "(() => { const sort = document.getElementById('search-sort'); sort.value = 'newest'; sort.dispatchEvent(new Event('change')); })()";
    tab.eval(choose);
    tab.wait("location.search.includes('sort=newest') && document.querySelector('.search-result .search-title').textContent === 'A queue'");
    assert_eq!(tab.eval(titles), json!(["A queue", "The pool of the pool ran dry"]));
    tab.open(&format!("{}?q=pool+timeout", file_url(&test.site().join("search/index.html"))));
    tab.wait("document.querySelector('.search-result')");
    assert_eq!(
        tab.eval("document.querySelector('.search-status').textContent"),
        json!("1 matches all words \u{b7} 2 match some")
    );
    assert_eq!(tab.eval("document.querySelector('.search-divide').hidden"), json!(false));
}

#[test]
fn a_word_that_nothing_says_comes_with_words_to_try() {
    let Some(browser) = browser() else { return };
    let test = ferries();
    let mut tab = browser.tab();
    tab.open(&format!("{}?q=perpendicelluar", file_url(&test.site().join("search/index.html"))));
    tab.wait("document.querySelector('.search-notes .search-suggestion')");
    let said = tab.eval("document.querySelector('.search-notes').textContent");
    assert!(
        said.as_str().is_some_and(|said| said.contains("Near to \u{201c}perpendicelluar\u{201d}: perpendicular.")),
        "{said}"
    );
    tab.eval("document.querySelector('.search-notes .search-suggestion').click()");
    tab.wait("document.querySelector('.search-result')");
    assert_eq!(tab.eval("location.search"), json!("?q=perpendicular"));
}

#[test]
fn the_slash_goes_to_the_box_on_every_kind_of_page_until_somebody_turns_single_keys_off() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.size(1280);
    for page in ["", "reviews/login-page/", "services/keel/", "digests/2026-W39/", "search/", "404.html"] {
        tab.open(&served.at(page));
        tab.wait("window.debriefSearch && document.readyState === 'complete'");
        focus_search(&mut tab);
    }
    tab.open(&served.at("actions/"));
    tab.wait("window.debriefSearch && document.readyState === 'complete'");
    tab.eval("document.querySelector('[data-opens=keys]').click()");
    tab.wait("document.querySelector('dialog.keys').open");
    tab.eval("document.querySelector('dialog.keys input[type=checkbox]').click()");
    tab.eval("document.querySelector('dialog.keys').close()");
    // On the next page too, in the same browser.
    for page in ["actions/", "reviews/"] {
        tab.open(&served.at(page));
        tab.wait(
            "window.debriefSearch && document.body.dataset.shortcuts === 'off' && document.readyState === 'complete'",
        );
        tab.eval("document.activeElement && document.activeElement.blur()");
        tab.press("/");
        tab.press("?");
        assert_eq!(
            tab.eval("document.activeElement.id === 'site.q' || Boolean(document.querySelector('dialog[open]'))"),
            json!(false)
        );
    }
    tab.eval("document.querySelector('[data-opens=keys]').click()");
    tab.wait("document.querySelector('dialog.keys').open");
    tab.eval("document.querySelector('dialog.keys input[type=checkbox]').click()");
    tab.eval("document.querySelector('dialog.keys').close()");
    tab.open(&served.at("reviews/"));
    tab.wait("window.debriefSearch && document.readyState === 'complete'");
    focus_search(&mut tab);
}

#[test]
fn a_result_has_the_shape_of_its_severity_and_says_nothing_twice() {
    let Some(browser) = browser() else { return };
    let review = |severity: &str, summary: &str, rest: &str| {
        format!("---\ntitle: It stopped\nseverity: {severity}\nsummary: {summary}\n---\n## Story\n\n{rest}\n")
    };
    let test = SiteTest::new()
        .file("a.md", &review("sev1", "The turbine stopped.", "Nothing else."))
        .file("b.md", &review("sev2", "The turbine stopped.", "Then the turbine was oiled."))
        .build();
    let mut tab = browser.tab();
    tab.open(&format!("{}?q=turbine&sort=severity", file_url(&test.site().join("search/index.html"))));
    tab.wait("document.querySelectorAll('.search-result').length === 2");
    let shapes = "[...document.querySelectorAll('.search-facts .sev')].map(e => {
        const glyph = e.querySelector('.glyph'), style = getComputedStyle(glyph);
        return [e.className, glyph.className, style.clipPath.startsWith('polygon') && glyph.getBoundingClientRect().width > 5];
    })";
    assert_eq!(
        tab.eval(shapes),
        json!([["sev sev-critical", "glyph glyph-critical", true], ["sev sev-major", "glyph glyph-major", true]])
    );
    let said =
        "[...document.querySelectorAll('.search-result')].map(e => e.textContent.match(/The turbine stopped/g).length)";
    assert_eq!(tab.eval(said), json!([1, 1]));
}

/// A theme may give a severity a role of its own, which no style sheet of ours has a class for.
#[test]
fn a_role_without_a_shape_is_a_dot() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::new().file("a.md", "---\ntitle: It stopped\nsummary: The turbine stopped.\n---\nx\n").build();
    let mut tab = browser.tab();
    tab.open(&file_url(&test.site().join("index.html")));
    let shapes = "['glyph glyph-own', 'mark mark-own', 'glyph glyph-critical', 'mark mark-positive', 'glyph glyph-info'].map(name => {
        const span = document.createElement('span');
        span.className = name;
        document.querySelector('main').append(span);
        return getComputedStyle(span).clipPath.split('(')[0];
    })";
    assert_eq!(tab.eval(shapes), json!(["circle", "circle", "polygon", "polygon", "inset"]));
}
