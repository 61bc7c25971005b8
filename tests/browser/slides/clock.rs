//! The clock of the meeting. Tests set the time of the page.

use serde_json::json;

use super::*;

/// Sets the time, and waits until the clock shows it.
fn set(tab: &mut Tab, time: &str) {
    tab.eval(&format!("Date.now = () => Date.parse('{time}')"));
}

fn waits_for(tab: &mut Tab, words: &str) {
    tab.wait(&format!("document.querySelector('.deck-clock').textContent === {}", json!(words)));
}

fn state(tab: &mut Tab) -> Value {
    tab.eval("document.querySelector('.deck-clock').dataset.state")
}

/// The slides of the week, started at a time; the meeting is at two.
fn presented(tab: &mut Tab, test: &SiteTest, time: &str) {
    tab.screen(1280, 720);
    // The slides are shown as soon as the page is loaded.
    let source = format!("Date.now = () => Date.parse('{time}')");
    tab.call("Page.addScriptToEvaluateOnNewDocument", json!({"source": source}));
    present(tab, &url(test, BUSY));
}

#[test]
fn the_clock_runs_from_the_start_of_the_meeting() {
    let Some(browser) = browser() else { return };
    let test = told("summary: It rang.\nactions: [{title: Move it, due: 2026-11-24}]\n---\n");
    let mut tab = browser.tab();
    presented(&mut tab, &test, "2026-11-19T13:50:00+01:00");
    waits_for(&mut tab, "Starts in 10:00");
    set(&mut tab, "2026-11-17T14:00:00+01:00");
    waits_for(&mut tab, "Starts in 2 days");
    set(&mut tab, "2026-11-19T14:01:30+01:00");
    waits_for(&mut tab, "3:30 left of 5 min");
    // The ground rules are over and the story has begun: a presenter who is late is told so.
    set(&mut tab, "2026-11-19T14:07:00+01:00");
    tab.wait(
        "/^Now: The bell that nobody heard, \\d+:00 left$/.test(document.querySelector('.deck-clock').textContent)",
    );
    assert_eq!(state(&mut tab), json!("late"));
    tab.press("ArrowRight");
    tab.wait("/^\\d+:00 left of \\d+ min$/.test(document.querySelector('.deck-clock').textContent)");
    press(&mut tab, &["End"]);
    assert_eq!(state(&mut tab), json!("early"));
    set(&mut tab, "2026-11-19T15:03:10+01:00");
    waits_for(&mut tab, "3:10 over");
}

#[test]
fn the_clock_runs_from_now_where_the_meeting_is_over() {
    let Some(browser) = browser() else { return };
    let test = told("summary: It rang.\nactions: [{title: Move it, due: 2026-11-24}]\n---\n");
    let mut tab = browser.tab();
    presented(&mut tab, &test, "2027-03-01T08:00:00Z");
    waits_for(&mut tab, "5:00 left of 5 min");
    set(&mut tab, "2027-03-01T08:02:00Z");
    waits_for(&mut tab, "3:00 left of 5 min");
    // Paused, it waits; then it continues where it was.
    tab.press("t");
    set(&mut tab, "2027-03-01T09:00:00Z");
    waits_for(&mut tab, "Held. 3:00 left of 5 min");
    tab.press("t");
    waits_for(&mut tab, "3:00 left of 5 min");
    // The slide that is shown begins now, regardless of its planned time.
    press(&mut tab, &["ArrowRight"]);
    tab.eval(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'T', shiftKey: true, bubbles: true}))",
    );
    tab.wait("/^(\\d+):00 left of \\1 min$/.test(document.querySelector('.deck-clock').textContent)");
}
