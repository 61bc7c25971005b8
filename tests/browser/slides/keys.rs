//! Keys, touch, and the position in the address.

use serde_json::json;

use super::*;

#[test]
fn every_key_is_listed_and_does_what_the_list_says() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    present(&mut tab, &url(&test, BUSY));
    assert_eq!(tab.eval("document.activeElement === document.querySelector('.deck-current')"), json!(true));
    assert_eq!(tab.eval("document.querySelector('.digest').checkVisibility()"), json!(false));
    press(&mut tab, &["PageDown", "ArrowDown", "ArrowUp"]);
    assert_eq!(tab.eval("location.hash"), json!("#slide-2"));
    let heard = tab.eval("document.querySelector('.deck [role=status]').textContent");
    assert_eq!(heard, json!(format!("Slide 2 of {}", titles(&mut tab).len())));
    press(&mut tab, &["End", "ArrowRight"]);
    let last = titles(&mut tab).len();
    assert_eq!(at(&mut tab), json!(last));
    press(&mut tab, &["Home", "ArrowLeft"]);
    assert_eq!(at(&mut tab), json!(1));
    // The black screen, ended by any key.
    tab.press(".");
    assert_eq!(tab.eval("document.querySelector('.deck-black').checkVisibility()"), json!(true));
    tab.press("ArrowRight");
    assert_eq!(tab.eval("document.querySelector('.deck-black').checkVisibility()"), json!(false));
    assert_eq!(at(&mut tab), json!(1));
    // The overview of all slides.
    press(&mut tab, &["o", "ArrowDown", "Enter"]);
    assert_eq!(at(&mut tab), json!(2));
    tab.press("?");
    assert_eq!(tab.eval("document.querySelector('.deck-help').open"), json!(true));
    let listed = tab.eval("[...document.querySelectorAll('.deck-help kbd')].map(key => key.textContent)");
    let wanted = [
        "→",
        "↓",
        "PgDn",
        "Space",
        "←",
        "↑",
        "PgUp",
        "Shift Space",
        "Shift →",
        "Shift ←",
        "Home",
        "End",
        "O",
        "N",
        "T",
        "Shift T",
        "B",
        ".",
        "F",
        "P",
        "?",
        "Esc",
    ];
    assert_eq!(listed, json!(wanted));
    tab.eval("document.querySelector('.deck-help').close()");
    tab.press("Escape");
    tab.wait("document.querySelector('a.present') && !document.querySelector('.deck')");
    assert_eq!(tab.eval("location.href"), json!(url(&test, WEEK)));
    assert_eq!(tab.troubles("file://"), Vec::<String>::new());
    // The slides of a drill are closed over their page.
    present(&mut tab, &url(&test, DRILL));
    tab.press("Escape");
    let left = "[document.querySelector('.deck'), location.hash, document.activeElement.hasAttribute('data-present')]";
    assert_eq!(tab.eval(left), json!([null, "", true]));
}

#[test]
fn the_page_of_a_week_leads_to_its_slides() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    for page in [WEEK, "this-week/index.html"] {
        fresh(&mut tab, &url(&test, page));
        tab.eval("document.querySelector('a.present').click()");
        tab.wait("document.querySelector('.deck-current')");
        assert_eq!(at(&mut tab), json!(1), "{page}");
    }
    // Slides were on the page of their week once, and somebody may have saved the place.
    fresh(&mut tab, &(url(&test, WEEK) + "#slide-3"));
    tab.wait("document.querySelector('.deck') && document.querySelector('.deck').dataset.at === '3'");
}

#[test]
fn the_address_keeps_the_place() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    fresh(&mut tab, &(url(&test, BUSY) + "#slide-3"));
    tab.wait("document.querySelector('.deck') && document.querySelector('.deck').dataset.at === '3'");
}

#[test]
fn a_finger_turns_the_slide() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.screen(390, 844);
    tab.call("Emulation.setTouchEmulationEnabled", json!({"enabled": true}));
    fresh(&mut tab, &(url(&test, BUSY) + "#slide-1"));
    tab.wait("document.querySelector('.deck-current')");
    for (from, to, slide) in [(300, 100, 2), (100, 300, 1), (200, 180, 1)] {
        for (kind, x) in [("touchStart", Some(from)), ("touchMove", Some(to)), ("touchEnd", None)] {
            let points: Vec<_> = x.iter().map(|x| json!({"x": x, "y": 300})).collect();
            tab.call("Input.dispatchTouchEvent", json!({"type": kind, "touchPoints": points}));
        }
        assert_eq!(at(&mut tab), json!(slide));
    }
}
