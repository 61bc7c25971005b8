//! Filters and sorting: also on a page opened from a disk, and across all pages of a long list.

use serde_json::json;

use super::{browser, file_url};
use crate::harness::SiteTest;

fn long() -> SiteTest {
    let mut test = SiteTest::new();
    for n in 0..130 {
        let (severity, service) = (1 + n % 3, if n % 2 == 0 { "even" } else { "odd" });
        let text = format!(
            "---\ntitle: Number {n}\nseverity: sev{severity}\nservices: [{service}]\ntags: [long]\n\
             times: {{started: \"2026-01-01T09:00:00Z\"}}\n---\ntext\n"
        );
        test = test.file(&format!("r{n}.md"), &text);
    }
    test.build()
}

#[test]
fn filters_count_with_each_other_over_all_pages_and_stand_in_the_address() {
    let Some(browser) = browser() else { return };
    let test = long();
    let mut tab = browser.tab();
    tab.open(&file_url(&test.site().join("tags/long/index.html")));
    assert_eq!(tab.eval("document.querySelectorAll('#reviews tbody tr').length"), json!(30));
    let choose = |name: &str, value: &str| {
        format!(
            "(s => {{ s.value = '{value}'; s.dispatchEvent(new Event('change', {{bubbles: true}})); }})\
             (document.querySelector('select[name={name}]'))"
        )
    };
    tab.eval(&choose("severity", "severity:sev1"));
    tab.wait("document.querySelector('.filter-count').textContent === '44 of 130'");
    assert_eq!(tab.eval("location.search"), json!("?severity=sev1"));
    let option = "Array.from(document.querySelector('select[name=service]').options).map(o => o.text).join()";
    assert_eq!(tab.eval(option), json!("All,even (22),odd (22)"));
    assert_eq!(tab.eval("document.querySelector('.pager').hidden"), json!(true));
    tab.eval(&choose("service", "service:odd"));
    tab.wait("document.querySelector('.filter-count').textContent === '22 of 130'");
    assert_eq!(tab.eval("document.querySelectorAll('#reviews tbody tr').length"), json!(22));
    assert!(tab.troubles("file://").is_empty(), "{:?}", tab.troubles("file://"));
}

#[test]
fn an_address_brings_its_filters_and_an_empty_list_says_which_to_drop() {
    let Some(browser) = browser() else { return };
    let test = long();
    let mut tab = browser.tab();
    tab.open(&format!("{}?severity=sev2&service=odd&find=nothing", file_url(&test.site().join("reviews/index.html"))));
    tab.wait("document.querySelector('.filter-count button')");
    assert_eq!(
        tab.eval("document.querySelector('.filter-count').textContent"),
        json!("Nothing has all of these: drop the words (22).")
    );
    tab.eval("document.querySelector('.filter-count button').click()");
    tab.wait("document.querySelector('.filter-count').textContent === '22 of 130'");
    tab.eval("document.querySelector('.filters button[type=reset]').click()");
    tab.wait("location.search === '' && document.querySelectorAll('#reviews tbody tr').length === 30");
}

#[test]
fn a_sorted_long_list_is_sorted_over_all_its_pages() {
    let Some(browser) = browser() else { return };
    let test = long();
    let mut tab = browser.tab();
    tab.open(&file_url(&test.site().join("reviews/index.html")));
    tab.eval("document.querySelector('th[data-key=severity] button').click()");
    tab.wait("document.querySelector('.list-more')");
    let worst = "Array.from(document.querySelectorAll('#reviews tbody .c-sev')).slice(0, 44).every(c => c.textContent.trim() === 'SEV1')";
    assert_eq!(tab.eval(worst), json!(true));
    assert_eq!(tab.eval("location.search"), json!("?sort=severity"));
    tab.eval("document.querySelector('.list-more').focus()");
    tab.eval("document.querySelector('.list-more').click()");
    tab.wait("document.querySelectorAll('#reviews tbody tr').length === 130 && !document.querySelector('.list-more')");
    tab.eval("document.querySelector('th[data-key=title] button').click()");
    tab.wait("document.querySelector('#reviews tbody .c-title a').textContent === 'Number 0'");
    tab.eval("document.querySelector('th[data-key=title] button').click()");
    tab.wait("document.querySelector('#reviews tbody .c-title a').textContent === 'Number 99'");
    assert_eq!(tab.eval("document.querySelector('th[data-key=title]').getAttribute('aria-sort')"), json!("descending"));
}

#[test]
fn words_are_found_on_all_pages_and_only_the_rows_that_are_shown_are_loaded() {
    let Some(browser) = browser() else { return };
    let test = long();
    let mut tab = browser.tab();
    tab.open(&file_url(&test.site().join("reviews/index.html")));
    let listen = "window.loaded = []; const load = debriefSearch.load; \
                  debriefSearch.load = (name, folder) => { loaded.push(name); return load(name, folder); }; 0";
    tab.eval(listen);
    tab.eval("(f => { f.value = 'number 129'; f.dispatchEvent(new Event('input', {bubbles: true})); })(document.querySelector('[name=find]'))");
    tab.wait("document.querySelector('.filter-count').textContent === '1 of 130'");
    let shown = "Array.from(document.querySelectorAll('#reviews tbody .c-title a')).map(a => a.textContent).join()";
    assert_eq!(tab.eval(shown), json!("Number 129"));
    // The manifest, facets, the order of the list, two files of words, names, and one of rows.
    assert_eq!(tab.eval("loaded.length"), json!(7), "{}", tab.eval("loaded.join()"));
    assert_eq!(tab.eval("location.search"), json!("?find=number+129"));
    // The row's links lead to pages from here.
    assert_eq!(
        tab.eval("document.querySelector('#reviews tbody .c-title a').getAttribute('href')"),
        json!("../reviews/r129/index.html")
    );
}

#[test]
fn a_list_whose_files_are_missing_searches_its_own_page_and_says_so() {
    let Some(browser) = browser() else { return };
    let test = long();
    std::fs::remove_dir_all(test.site().join("lists")).expect("removed");
    let mut tab = browser.tab();
    tab.open(&format!("{}?severity=sev1", file_url(&test.site().join("reviews/index.html"))));
    tab.wait("document.querySelector('.filter-count').textContent.includes('this page alone is searched')");
    assert_eq!(
        tab.eval("document.querySelector('.filter-count').textContent.split(' ').slice(1, 3).join(' ')"),
        json!("of 30")
    );
}
