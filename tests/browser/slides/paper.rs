//! On paper, and without scripts.

use serde_json::json;

use super::*;

/// The number of pages when printed.
fn pages(tab: &mut Tab) -> usize {
    let pdf = tab.call("Page.printToPDF", json!({"preferCSSPageSize": true, "transferMode": "ReturnAsStream"}));
    let mut bytes = Vec::new();
    loop {
        let part = tab.call("IO.read", json!({"handle": pdf["stream"], "size": 1_000_000}));
        bytes.push(part["data"].as_str().unwrap_or_default().to_owned());
        if part["eof"] == json!(true) {
            break;
        }
    }
    let decoded = tab.eval(&format!("{}.map(atob).join('')", json!(bytes)));
    decoded.as_str().unwrap_or_default().matches("/Type /Page\n").count()
}

#[test]
fn slides_print_one_a_page() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    for page in [BUSY, DRILL] {
        present(&mut tab, &url(&test, page));
        let slides = titles(&mut tab).len();
        assert_eq!(pages(&mut tab), slides, "{page}");
    }
}

#[test]
fn a_week_without_scripts_and_on_paper_is_a_handout() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    tab.scripts(false);
    tab.open(&url(&test, BUSY));
    tab.scripts(true);
    let told = "[...document.querySelector('template.slides').content.querySelectorAll('.deck-lesson, .happened')]\
                .filter(told => !told.closest('div').matches('[data-name=\"Ground rules\"], [data-name=\"The next meeting\"]'))\
                .map(told => told.textContent.trim().replace(/\\s+/g, ' '))";
    let told = tab.eval(told);
    assert!(told.as_array().is_some_and(|told| told.len() > 3), "{told}");
    // The page of slides leads to that of the week.
    assert_eq!(tab.eval("document.querySelector('main .standfirst a').href"), json!(url(&test, WEEK)));
    tab.scripts(false);
    tab.open(&url(&test, WEEK));
    tab.scripts(true);
    assert_eq!(tab.eval("document.querySelector('a.present').href"), json!(url(&test, BUSY)));
    tab.paper();
    // Everything that is presented is there, and nothing else of the slides.
    let missing = "told.filter(told => !text.includes(told))";
    let text = "document.querySelector('main').innerText.replace(/\\s+/g, ' ')";
    assert_eq!(tab.eval(&format!("((told, text) => {missing})({told}, {text})")), json!([]));
    assert_eq!(tab.eval("document.querySelector('.deck, .deck-slide')"), json!(null));
}
