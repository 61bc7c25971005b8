//! The notes in their own window.

use serde_json::json;

use super::*;

/// The text of an element of the notes.
fn text(notes: &mut Tab, selector: &str) -> String {
    let text = notes.eval(&format!("document.querySelector({}).innerText", json!(selector)));
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_notes_of_a_week_follow_its_slides_from_a_disk() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut slides = browser.tab();
    slides.screen(1280, 720);
    present(&mut slides, &url(&test, BUSY));
    press(&mut slides, &["ArrowRight", "n"]);
    let mut notes = browser.opened("#notes");
    notes.wait("document.querySelector('.desk-count').textContent.startsWith('Slide 2 of ')");
    // The slide, the next one, the questions of the story, the time left and the time of day.
    let frames = "[...document.querySelectorAll('.desk-frame .deck-title')].map(title => title.textContent)";
    let shown =
        slides.eval("[...document.querySelectorAll('.deck-title')].slice(1, 3).map(title => title.textContent)");
    assert_eq!(notes.eval(frames), shown);
    assert!(text(&mut notes, ".desk-notes").contains("Questions"));
    assert_eq!(json!(text(&mut notes, ".desk-left")), slides.eval("document.querySelector('.deck-clock').textContent"));
    assert!(text(&mut notes, ".desk-time").len() == 5);
    // They are pictures of the same slides, regardless of the size of this window.
    let words = "document.querySelector('.desk-frame .deck-body').textContent";
    assert_eq!(notes.eval(words), slides.eval("document.querySelector('.deck-current .deck-body').textContent"));
    // In step with the slides, also entry by entry.
    press(&mut slides, &["ArrowRight", "ArrowRight", "ArrowRight"]);
    notes.wait("document.querySelector('.desk-frame .deck-caption').textContent.startsWith('1 · ')");
    assert!(text(&mut notes, ".desk-picture:last-of-type .desk-caption").starts_with("First: 2 · "));
    // The presenter can turn the slides from here.
    notes.press("ArrowRight");
    notes.wait("document.querySelector('.desk-frame .deck-caption').textContent.startsWith('2 · ')");
    // Escape closes the notes first, then the slides.
    slides.press("Escape");
    slides.wait("document.querySelector('.deck')");
    assert_eq!(slides.eval("Boolean(document.querySelector('.deck'))"), json!(true));
    slides.press("Escape");
    slides.wait("document.querySelector('a.present') && !document.querySelector('.deck')");
    assert_eq!(slides.troubles("file://"), Vec::<String>::new());
}

#[test]
fn notes_that_were_opened_by_hand_follow_over_a_server() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut notes = browser.tab();
    // Their former address, which somebody may have saved.
    notes.open(&served.at("digests/2026-W47/#notes"));
    notes.wait("document.querySelector('.desk-count').textContent === 'Waiting for the slides'");
    assert_eq!(notes.axe(AXE), Vec::<String>::new());
    let mut slides = browser.tab();
    slides.screen(1280, 720);
    slides.open(&served.at("digests/2026-W47/slides/#slide-2"));
    notes.wait("document.querySelector('.desk-count').textContent.startsWith('Slide 2 of ')");
    assert_eq!(notes.axe(AXE), Vec::<String>::new());
    notes.press("ArrowLeft");
    slides.wait("document.querySelector('.deck').dataset.at === '1'");
}

#[test]
fn a_window_that_the_browser_refuses_is_said() {
    let Some(browser) = browser() else { return };
    let test = told("summary: It rang.\n---\n");
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    present(&mut tab, &url(&test, BUSY));
    tab.eval("window.open = () => null");
    tab.press("n");
    let said = "(s => s.checkVisibility() && s.getAttribute('role') === 'alert' && s.textContent)(document.querySelector('.deck-said'))";
    let words = tab.eval(said);
    assert!(words.as_str().is_some_and(|words| words.contains("did not let the window of the notes open")), "{words}");
    let link = tab.eval("(a => [a.hash, a.rel, a.target])(document.querySelector('.deck-said a'))");
    assert_eq!(link, json!(["#notes", "opener", "_blank"]));
    tab.press("Escape");
    assert_eq!(tab.eval("document.querySelector('.deck-said').hidden"), json!(true));
    assert_eq!(at(&mut tab), json!(1));
}
