//! The slides of a drill: players see only the slides, and the facilitator has the notes in another window.

use serde_json::json;

use super::*;

#[test]
fn a_drill_is_led_by_keyboard() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    fresh(&mut tab, &url(&test, DRILL));
    tab.eval("document.querySelector('[data-present]').focus()");
    tab.press("Enter");
    tab.wait("document.querySelector('.deck-current')");
    assert!(said(&mut tab).contains("What you know"));
    let titles = titles(&mut tab);
    let first = |title: &str| titles.iter().position(|other| other == title).expect(title);
    assert!(first("What you know") < first("Roles") && first("Roles") < first("Step 1"));
    assert!(first("Step 7") < first("What it was") && first("What it was") < first("Debrief"));
    tab.wait("/^[45]:\\d\\d left of 5 min$/.test(document.querySelector('.deck-clock').textContent)");
    // No key shows the notes to the players.
    press(&mut tab, &["End", "Home"]);
    assert!(
        !tab.eval("document.querySelector('.deck').textContent.includes('What happened next')")
            .as_bool()
            .unwrap_or(true)
    );
    assert_eq!(tab.troubles("file://"), Vec::<String>::new());
}

#[test]
fn the_notes_of_a_drill_follow_its_slides() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut slides = browser.tab();
    slides.screen(1280, 720);
    present(&mut slides, &url(&test, DRILL));
    slides.press("n");
    let mut notes = browser.opened("drill/notes/index.html");
    notes.wait("location.hash === '#step-0'");
    for _ in 0..12 {
        slides.press("ArrowRight");
        if said(&mut slides).contains("Step 1 ") {
            break;
        }
    }
    notes.wait("location.hash === '#step-1'");
    assert_eq!(notes.eval("document.querySelector(':target').textContent.includes('Step 1')"), json!(true));
    notes.wait("document.querySelector('.desk-left').textContent.includes('left')");
}

#[test]
fn a_kit_prints_as_sheets() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.size(1280);
    fresh(&mut tab, &url(&test, DRILL));
    tab.wait("document.querySelector('[data-print=players]:not([hidden])')");
    // The sheet for players has neither notes nor steps.
    tab.eval("window.print = () => {}; document.querySelector('[data-print=players]').click()");
    tab.paper();
    let seen =
        "[...document.querySelectorAll('.drill h2')].filter(n => n.checkVisibility()).map(n => n.textContent.trim())";
    assert_eq!(tab.eval(seen), json!(["What you know"]));
    tab.eval("document.documentElement.setAttribute('data-printing', 'roles')");
    assert_eq!(tab.eval(seen), json!(["Roles"]));
    assert_eq!(
        tab.eval("[...document.querySelectorAll('.role-card')].filter(n => n.checkVisibility()).length"),
        json!(5)
    );
}

#[test]
fn without_scripts_a_drill_is_a_page_of_folds() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.scripts(false);
    tab.open(&url(&test, DRILL));
    tab.scripts(true);
    let hidden = "[document.querySelector('[data-present]').checkVisibility({visibilityProperty: true}), document.querySelector('#step-1').closest('details').querySelector('.what').checkVisibility()]";
    assert_eq!(tab.eval(hidden), json!([false, false]));
    tab.eval("document.querySelector('#step-1').closest('summary').focus()");
    tab.press("Enter");
    assert_eq!(
        tab.eval("document.querySelector('#step-1').closest('details').querySelector('.what').checkVisibility()"),
        json!(true)
    );
    assert_eq!(
        tab.eval("document.querySelector('.drill a[href=\"notes/index.html\"]').checkVisibility()"),
        json!(true)
    );
}
