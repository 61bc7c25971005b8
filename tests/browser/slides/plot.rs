//! The plot, shown one entry at a time.

use serde_json::json;

use super::*;

#[test]
fn the_plot_shows_its_entries_one_by_one() {
    let Some(browser) = browser() else { return };
    let test = told(
        "times: {started: 2026-11-16T09:00Z, detected: 2026-11-16T09:05Z, resolved: 2026-11-16T09:30Z}\ntimeline:\n\
         \x20 - {at: 2026-11-16T09:05Z, what: It rings, impact: negative}\n\
         \x20 - {at: 2026-11-16T09:10Z, what: Somebody runs, impact: negative}\n\
         \x20 - {at: 2026-11-16T09:30Z, what: It stops, impact: positive}\n---\n",
    );
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    present(&mut tab, &url(&test, BUSY));
    press(&mut tab, &["PageDown", "PageDown"]);
    let shown = "[...document.querySelectorAll('.deck-current .tl-mark')].filter(m => getComputedStyle(m).visibility === 'visible').length";
    let length = "parseFloat(document.querySelector('.deck-current .tl-path').getAttribute('stroke-dasharray'))";
    assert_eq!(tab.eval(shown), json!(0));
    assert!(said(&mut tab).contains("3 entries: go on to see them one by one."));
    assert!(said(&mut tab).contains("times in "), "whose clock it is");
    let mut before = tab.eval(length).as_f64().expect("a length");
    for (turn, words) in [(1, "1 · 10:05 · It rings"), (2, "2 · 10:10 · Somebody runs")] {
        tab.press(" ");
        assert_eq!(tab.eval(shown), json!(turn));
        let now = tab.eval(length).as_f64().expect("a length");
        assert!(now > before, "{now} after {before}");
        before = now;
        assert!(said(&mut tab).contains(words), "the entry in full: {}", said(&mut tab));
    }
    tab.press(" ");
    assert_eq!(tab.eval(length), json!(null), "at the end the path is whole");
    assert!(said(&mut tab).contains("3 · 10:30 · It stops"));
    assert_eq!(at(&mut tab), json!(3));
    tab.press(" ");
    assert_eq!(at(&mut tab), json!(4));
    press(&mut tab, &["ArrowLeft"]);
    assert_eq!(tab.eval(shown), json!(3), "what was seen stays");
    tab.press("ArrowLeft");
    assert_eq!(tab.eval(shown), json!(2));
    assert_eq!(tab.troubles("file://"), Vec::<String>::new());
}
