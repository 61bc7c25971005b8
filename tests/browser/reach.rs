//! What is within reach: links of one's own for headings and rows, code to copy, pictures at full size, and on a phone the first
//! thing that one came for.

use serde_json::json;

use super::cdp::file_url;
use super::{Served, browser};
use crate::harness::SiteTest;

#[test]
fn headings_and_rows_have_links_code_can_be_copied_and_pictures_open_whole() {
    const PICTURE: &[u8] = include_bytes!("../../content/2024/img/whiteboard-bets.png");
    let Some(browser) = browser() else { return };
    let test = SiteTest::new()
        .file(
            "a.md",
            "---\ntitle: A\ntimes: {started: 2026-01-01T10:00Z, resolved: 2026-01-01T11:00Z}\n\
             timeline: [{at: \"10:10\", what: One}, {at: \"10:20\", what: Two}]\n---\n\
             ## Heading\n\nText.\n\n### Below\n\n```sh\nls -l\n```\n\n![p](p.png)\n",
        )
        .bytes("p.png", PICTURE)
        .build();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&file_url(&test.site().join("reviews/a/index.html")));
    tab.wait("document.querySelector('pre').parentElement.querySelector('button')");
    let without = "[...document.querySelectorAll('.body h2, .body h3')].filter(h => !h.querySelector(`a[href='#${h.id}']`)).length";
    assert_eq!(tab.eval(without), json!(0));
    let rows = "[...document.querySelectorAll('tr.entry')].map(r => [...r.querySelectorAll('a')].some(a => a.getAttribute('href') === '#' + r.id))";
    assert_eq!(tab.eval(rows), json!([true, true]));
    let pictures =
        "[...document.querySelectorAll('.body img')].map(i => i.closest('a') && i.closest('a').href === i.src)";
    assert_eq!(tab.eval(pictures), json!([true]));
    // What the button gives to the system, which a page without a window may not ask for.
    tab.eval("window.copied = null; Object.defineProperty(navigator, 'clipboard', {value: {writeText: text => { window.copied = text; return Promise.resolve(); }}})");
    tab.eval("document.querySelector('pre').parentElement.querySelector('button').click()");
    tab.wait("document.querySelector('pre').parentElement.querySelector('button').textContent === 'Copied'");
    assert!(matches!(tab.eval("window.copied").as_str(), None | Some("ls -l")));
}

#[test]
fn a_phone_has_its_head_in_one_row_and_the_first_postmortem_above_the_fold() {
    let Some(browser) = browser() else { return };
    for (edition, first) in [("internal", None), ("public", Some(".item-title"))] {
        let served = Served::edition(edition);
        let mut tab = browser.tab();
        tab.screen(390, 844);
        tab.open(&served.at("index.html"));
        let tops = "new Set([...document.querySelectorAll('.bar > *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 1)\
            .map(e => Math.round((e.getBoundingClientRect().top + e.getBoundingClientRect().bottom) / 20))).size";
        assert_eq!(tab.eval(tops), json!(1), "{edition}: things in the head stand in one row");
        assert_eq!(
            tab.eval("document.querySelector('.bar').getBoundingClientRect().height < 72"),
            json!(true),
            "{edition}"
        );
        if let Some(first) = first {
            let seen = format!("document.querySelector('{first}').getBoundingClientRect().bottom < innerHeight");
            assert_eq!(tab.eval(&seen), json!(true));
        }
    }
}

#[test]
fn the_text_of_a_focused_mark_and_of_one_under_the_pointer_are_not_shown_together() {
    let Some(browser) = browser() else { return };
    let served = Served::edition("internal");
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&served.at("reviews/2026-01-15-the-switch-we-replaced-on-purpose/index.html"));
    let place = "(() => {
        const mark = document.getElementById('plot.20').querySelector('.tl-mark');
        mark.scrollIntoView({block: 'center'});
        const box = mark.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
    })()";
    let told = "[...document.querySelectorAll('.tl-told')].filter(e => e.checkVisibility({visibilityProperty: true}))\
        .map(e => e.textContent.split(' ')[0])";
    let at = tab.eval(place);
    tab.call("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": at[0], "y": at[1]}));
    assert_eq!(tab.eval(told), json!(["20"]));
    tab.eval("document.getElementById('plot.3').focus()");
    assert_eq!(tab.eval(told), json!(["3"]));
}

#[test]
fn notes_that_nobody_presents_are_a_page_without_a_clock() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.open(&served.at("reviews/login-page/drill/notes/index.html"));
    tab.wait("window.debriefSlides");
    assert_eq!(tab.eval("document.body.innerText.includes('Waiting for the slides')"), json!(false));
    assert_eq!(tab.eval("document.querySelector('.desk-head')"), json!(null));
}
