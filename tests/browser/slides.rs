//! Slides: on a drill kit, and on a page with all that a digest can hold.

use std::fs;

use serde_json::{Value, json};

use super::cdp::{Tab, file_url};
use super::{AXE, Served, browser};
use crate::harness::{SiteTest, sample};

/// A site from the sample library, and in it a page with the parts of a digest.
fn site() -> SiteTest {
    let test = SiteTest::of(&sample()).build();
    let review = test.text("reviews/2026-10-14-four-minutes/index.html");
    let plot = review
        .split_once("<div class=\"plot\"><div class=\"tl-figure\">")
        .and_then(|(_, rest)| rest.split_once("</div>"));
    let plot = format!("<div class=\"tl-figure\">{}</div>", plot.expect("a plot").0);
    let folder = test.site().join("digests/2026-W47");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("index.html"), include_str!("meeting.html").replace("PLOT", &plot)).expect("a page");
    test
}

fn at(tab: &mut Tab) -> Value {
    tab.eval("Number(document.querySelector('.deck').dataset.at)")
}

/// What the slide on the screen says.
fn said(tab: &mut Tab) -> String {
    let text = tab.eval("document.querySelector('.deck-current').innerText.replace(/\\s+/g, ' ').trim()");
    text.as_str().unwrap_or_default().to_owned()
}

/// Opens an address anew, even where only its last part differs.
fn fresh(tab: &mut Tab, url: &str) {
    tab.call("Page.navigate", json!({"url": "about:blank"}));
    tab.wait("location.href === 'about:blank'");
    tab.open(url);
}

fn press(tab: &mut Tab, keys: &[&str]) {
    for key in keys {
        tab.press(key);
    }
}

#[test]
fn a_page_becomes_slides_one_idea_each() {
    let Some(browser) = browser() else { return };
    let test = site();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&file_url(&test.site().join("digests/2026-W47/index.html")));
    tab.eval("document.querySelector('[data-present]').click()");
    tab.wait("document.querySelector('.deck-current')");
    let titles = tab.eval("[...document.querySelectorAll('.deck-slide')].map(s => s.getAttribute('aria-label'))");
    let wanted = [
        "Week 47 of 2026",
        "The lesson of the week",
        "New this week",
        "Stale fares after failover",
        "Four minutes",
        "New this week",
        "Near misses",
        "Actions",
        "Actions",
        "To discuss",
        "To discuss",
        "To discuss",
    ];
    let wanted: Vec<_> = wanted.iter().enumerate().map(|(n, title)| format!("{} of 12: {title}", n + 1)).collect();
    assert_eq!(titles, json!(wanted));
    assert_eq!(tab.eval("getComputedStyle(document.querySelector('.digest')).display !== 'none' && document.querySelector('.digest').checkVisibility()"), json!(false));
    assert_eq!(tab.eval("document.activeElement === document.querySelector('.deck-current')"), json!(true));
    press(&mut tab, &["PageDown", "PageDown", "PageDown", "PageDown"]);
    assert_eq!(tab.eval("location.hash"), json!("#slide-5"));
    assert!(said(&mut tab).contains("Four minutes"));
    assert_eq!(tab.eval("document.querySelector('.deck [role=status]').textContent"), json!("Slide 5 of 12"));
    press(&mut tab, &["n"]);
    assert!(said(&mut tab).contains("Ask how long the first draft was."), "notes of the card");
    press(&mut tab, &["n", "PageUp"]);
    assert!(!said(&mut tab).contains("Ask how long") && at(&mut tab) == json!(4));
    press(&mut tab, &["End"]);
    assert!(said(&mut tab).contains("How do we know that it is fixed?"));
    press(&mut tab, &["ArrowRight", "Home", "ArrowLeft"]);
    assert_eq!(at(&mut tab), json!(1));
    assert_eq!(tab.troubles("file://"), Vec::<String>::new());
}

#[test]
fn the_plot_shows_its_entries_one_by_one() {
    let Some(browser) = browser() else { return };
    let test = site();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&(file_url(&test.site().join("digests/2026-W47/index.html")) + "#slide-6"));
    tab.wait("document.querySelector('.deck-current .tl')");
    let shown = "[...document.querySelectorAll('.deck-current .tl-wide .tl-mark[data-step]')].filter(m => getComputedStyle(m).visibility === 'visible').length";
    let length =
        "parseFloat(document.querySelector('.deck-current .tl-wide .tl-path').getAttribute('stroke-dasharray'))";
    assert_eq!(tab.eval(shown), json!(0));
    let mut before = tab.eval(length).as_f64().expect("a length");
    for turn in 1..=2 {
        tab.press(" ");
        assert_eq!(tab.eval(shown), json!(turn));
        let now = tab.eval(length).as_f64().expect("a length");
        assert!(now > before, "{now} after {before}");
        before = now;
        assert!(said(&mut tab).contains(&format!("{turn} · 10:0")), "the caption says it in full");
    }
    tab.press(" ");
    assert_eq!(tab.eval(length), json!(null), "at the end the path is whole");
    assert_eq!(at(&mut tab), json!(6));
    tab.press(" ");
    assert_eq!(at(&mut tab), json!(7));
    press(&mut tab, &["ArrowLeft"]);
    assert_eq!(tab.eval(shown), json!(3), "what was seen stays");
    tab.press("ArrowLeft");
    assert_eq!(tab.eval(shown), json!(2));
}

#[test]
fn a_drill_is_led_by_keyboard() {
    let Some(browser) = browser() else { return };
    let test = site();
    let url = file_url(&test.site().join("reviews/login-page/drill/index.html"));
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&url);
    tab.eval("document.querySelector('[data-present]').focus()");
    tab.press("Enter");
    tab.wait("document.querySelector('.deck-current')");
    press(&mut tab, &["ArrowRight"]);
    assert!(said(&mut tab).starts_with("What you know"));
    assert!(!said(&mut tab).contains("What happened next"), "notes stay hidden until they are asked for");
    // They open in a window of their own, at the place of the slide, and follow it.
    tab.eval("window.open = href => ({closed: !(window.opened = href), postMessage: told => { window.told = told; }})");
    tab.press("n");
    assert_eq!(tab.eval("window.opened"), json!("notes/index.html#step-0"));
    assert!(!said(&mut tab).contains("What happened next"), "never on the players' screen");
    press(&mut tab, &["End", "Home", "ArrowRight"]);
    assert_eq!(tab.eval("window.told"), json!({"debrief.notes": "step-0"}));
    // The time box runs while it is started, and is held by the same key.
    let clock = "document.querySelector('.deck-clock').textContent";
    assert_eq!(tab.eval(clock), json!("5:00 of 5 min"));
    tab.press("t");
    tab.wait("/^4:5\\d of 5 min$/.test(document.querySelector('.deck-clock').textContent)");
    tab.press("t");
    assert_eq!(tab.eval("document.querySelector('.deck-clock').classList.contains('deck-held')"), json!(true));
    // Past its end it says so, without a sound.
    tab.eval("performance.now = (now => () => now() + 400000)(performance.now.bind(performance))");
    tab.press("t");
    tab.eval("performance.now = (now => () => now() + 400000)(performance.now.bind(performance))");
    tab.wait("/^\\+\\d+:\\d\\d over$/.test(document.querySelector('.deck-clock').textContent)");
    assert_eq!(
        tab.eval("document.querySelector('.deck [role=status]').textContent"),
        json!("The time box of this part is used up.")
    );
    // Black, and back with any key.
    tab.press(".");
    assert_eq!(tab.eval("document.querySelector('.deck-black').checkVisibility()"), json!(true));
    tab.press("ArrowRight");
    assert_eq!(tab.eval("document.querySelector('.deck-black').checkVisibility()"), json!(false));
    assert_eq!(at(&mut tab), json!(2));
    // All slides.
    press(&mut tab, &["o", "ArrowDown", "Enter"]);
    assert_eq!(at(&mut tab), json!(3));
    tab.press("?");
    assert_eq!(tab.eval("document.querySelector('.deck-help').open"), json!(true));
    tab.eval("document.querySelector('.deck-help').close()");
    // The address keeps the place.
    fresh(&mut tab, &format!("{url}#slide-3"));
    tab.wait("document.querySelector('.deck') && document.querySelector('.deck').dataset.at === '3'");
    tab.press("Escape");
    assert_eq!(
        tab.eval(
            "[document.querySelector('.deck'), location.hash, document.activeElement.hasAttribute('data-present')]"
        ),
        json!([null, "", true])
    );
    assert_eq!(tab.troubles("file://"), Vec::<String>::new());
}

#[test]
fn a_finger_turns_the_slide() {
    let Some(browser) = browser() else { return };
    let test = site();
    let mut tab = browser.tab();
    tab.size(390);
    tab.call("Emulation.setTouchEmulationEnabled", json!({"enabled": true}));
    tab.open(&(file_url(&test.site().join("digests/2026-W47/index.html")) + "#slide-2"));
    tab.wait("document.querySelector('.deck-current')");
    for (from, to, slide) in [(300, 100, 3), (100, 300, 2), (200, 180, 2)] {
        for (kind, x) in [("touchStart", Some(from)), ("touchMove", Some(to)), ("touchEnd", None)] {
            let points: Vec<_> = x.iter().map(|x| json!({"x": x, "y": 300})).collect();
            tab.call("Input.dispatchTouchEvent", json!({"type": kind, "touchPoints": points}));
        }
        assert_eq!(at(&mut tab), json!(slide));
    }
}

#[test]
fn slides_are_accessible_and_fit_every_screen() {
    let Some(browser) = browser() else { return };
    let test = site();
    let mut tab = browser.tab();
    let mut wrong = Vec::new();
    for (width, scheme) in [(1280, "light"), (1920, "dark"), (390, "light"), (390, "dark")] {
        tab.size(width);
        tab.scheme(scheme);
        for (page, slides) in [("digests/2026-W47/index.html", 1..=12), ("reviews/login-page/drill/index.html", 1..=12)]
        {
            fresh(&mut tab, &(file_url(&test.site().join(page)) + "#slide-1"));
            tab.wait("document.querySelector('.deck-current')");
            for slide in slides {
                let mut troubles = if slide % 3 == 1 { tab.axe(AXE) } else { Vec::new() };
                let wide = tab.eval(
                    "(b => b.scrollWidth > b.clientWidth + 1)(document.querySelector('.deck-current .deck-body'))",
                );
                let high = tab.eval(
                    "(b => b.scrollHeight > b.clientHeight + 1)(document.querySelector('.deck-current .deck-body'))",
                );
                if wide == json!(true) || (high == json!(true) && width > 390) {
                    troubles.push(format!("it does not fit: {}", said(&mut tab)));
                }
                wrong.extend(troubles.into_iter().map(|t| format!("{page} {slide} ({width}, {scheme}): {t}")));
                tab.eval("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', shiftKey: true, bubbles: true}))");
            }
            tab.press("o");
            wrong.extend(tab.axe(AXE).into_iter().map(|t| format!("{page} all slides ({width}, {scheme}): {t}")));
        }
    }
    assert!(wrong.is_empty(), "{} troubles:\n{}", wrong.len(), wrong.join("\n"));
}

/// Pages of the document that a print gives.
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
fn slides_print_as_a_pack_and_a_kit_as_sheets() {
    let Some(browser) = browser() else { return };
    let test = site();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&(file_url(&test.site().join("digests/2026-W47/index.html")) + "#slide-6"));
    tab.wait("document.querySelector('.deck-current .tl')");
    assert_eq!(pages(&mut tab), 12, "one slide a page");
    fresh(&mut tab, &file_url(&test.site().join("reviews/login-page/drill/index.html")));
    tab.wait("document.querySelector('[data-print=players]:not([hidden])')");
    // The sheet for players has neither notes nor steps.
    tab.eval("window.print = () => {}; document.querySelector('[data-print=players]').click()");
    tab.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    let seen = "[...document.querySelectorAll('.drill h2, .drill .notes')].filter(n => n.checkVisibility()).map(n => n.textContent.trim())";
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
    let test = site();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.scripts(false);
    tab.open(&file_url(&test.site().join("reviews/login-page/drill/index.html")));
    tab.scripts(true);
    let hidden = "[document.querySelector('[data-present]').checkVisibility(), document.querySelector('#step-1').closest('details').querySelector('.what').checkVisibility()]";
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

#[test]
fn the_notes_of_a_drill_follow_its_slides() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut notes = browser.tab();
    notes.open(&served.at("reviews/login-page/drill/notes/"));
    let mut slides = browser.tab();
    slides.open(&served.at("reviews/login-page/drill/#slide-1"));
    slides.wait("document.querySelector('.deck-current')");
    slides.press("ArrowRight");
    notes.wait("location.hash === '#step-0'");
    for _ in 0..12 {
        slides.press("ArrowRight");
        if slides.eval("document.querySelector('.deck-part').textContent") == json!("Step 1") {
            break;
        }
    }
    notes.wait("location.hash === '#step-1'");
    assert_eq!(notes.eval("document.querySelector(':target').textContent.includes('Step 1')"), json!(true));
}
