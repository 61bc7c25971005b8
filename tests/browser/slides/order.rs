//! What is on the slides, and in which order.

use std::fs;

use serde_json::json;

use super::*;

#[test]
fn the_slides_are_in_the_order_of_the_agenda() {
    let Some(browser) = browser() else { return };
    let test = told(
        "summary: The bell rang for nineteen minutes.\nservices: [Bell]\npeople: {owner: Ana}\nsurprises: [It was loud.]\n\
         times: {started: 2026-11-16T09:00Z, detected: 2026-11-16T09:05Z, resolved: 2026-11-16T09:20Z}\n\
         timeline:\n  - {at: 2026-11-16T09:00Z, what: It rings, impact: negative}\n  - {at: 2026-11-16T09:20Z, what: It stops, impact: positive}\n\
         learnings: [{text: Listen., applies_to: [Ferry]}]\nactions: [{title: Move the bell, owner: Ana, due: 2026-11-24}]\n---\n",
    );
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    present(&mut tab, &url(&test, BUSY));
    let wanted = [
        "Ground rules",
        "The bell that nobody heard",
        "How it went",
        "What surprised us",
        "The lesson",
        "To whom it applies",
        "What we change",
        "Questions",
        "Does this apply to us?",
        "Actions",
        "The next meeting",
    ];
    assert_eq!(titles(&mut tab), wanted);
    // Numbered from 1.
    let first = tab.eval("document.querySelector('.deck-slide').getAttribute('aria-label')");
    assert_eq!((first, at(&mut tab)), (json!("1 of 11: Ground rules"), json!(1)));
    // The presenter of the story is named on each of its slides, and on no other.
    let presenters =
        "[...document.querySelectorAll('.deck-slide')].map(s => s.textContent.includes('To be asked: Ana'))";
    assert_eq!(tab.eval(presenters), json!([false, true, true, true, true, true, true, true, false, false, false]));
    press(&mut tab, &["End"]);
    assert!(said(&mut tab).contains("Thursday 26 November 2026"));
    assert_eq!(tab.troubles("file://"), Vec::<String>::new());
}

#[test]
fn no_slide_is_empty_and_none_only_divides() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let bare = told("---\n");
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    for (test, page) in [(&test, BUSY), (&test, EMPTY), (&bare, BUSY), (&test, DRILL)] {
        present(&mut tab, &url(test, page));
        let empty = "[...document.querySelectorAll('.deck-slide')].filter(s => !s.querySelector('.deck-body').textContent.trim()).map(s => s.getAttribute('aria-label'))";
        assert_eq!(tab.eval(empty), json!([]), "{page}");
        let unnamed =
            "[...document.querySelectorAll('.deck-slide')].filter(s => s.querySelectorAll('h1').length !== 1).length";
        assert_eq!(tab.eval(unnamed), json!(0), "{page}");
    }
}

#[test]
fn every_story_of_a_busy_week_is_told_entry_by_entry() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    present(&mut tab, &url(&test, BUSY));
    let plots = tab.eval("document.querySelectorAll('.deck-plot svg').length");
    assert_eq!(plots, json!(3), "of the four stories, one has no timeline");
}

#[test]
fn actions_are_a_table_of_three_to_six_a_slide() {
    let Some(browser) = browser() else { return };
    let actions = |count: usize| -> String {
        let line = |n| format!("  - {{title: \"Action {n}\", owner: Ana, due: 2026-11-2{}}}\n", n % 10);
        (0..count).map(line).collect::<Vec<_>>().concat()
    };
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    for (count, wanted) in [(1, json!([1])), (3, json!([3])), (6, json!([3, 3])), (7, json!([4, 3]))] {
        let test = told(&format!("actions:\n{}---\n", actions(count)));
        present(&mut tab, &url(&test, BUSY));
        let rows = "[...document.querySelectorAll('.deck-slide')].map(s => s.querySelectorAll('.deck-actions tbody tr:not(.deck-group)').length).filter(n => n)";
        assert_eq!(tab.eval(rows), wanted, "{count}");
        let heads = "[...document.querySelectorAll('.deck-actions')].every(table => table.tHead && table.querySelector('.deck-group'))";
        assert_eq!(tab.eval(heads), json!(true), "each table has its head, and says what its rows are");
    }
}

#[test]
fn pages_that_present_load_the_scripts_and_no_others_do() {
    let test = SiteTest::of(&sample()).build();
    let mut presenting = 0;
    for (path, bytes) in
        test.tree().into_iter().filter(|(path, _)| std::path::Path::new(path).extension().is_some_and(|e| e == "html"))
    {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let has_slides = text.contains("<template class=\"slides\"");
        assert_eq!(has_slides, text.contains("slides/deck.js"), "{path}");
        let follows = path.ends_with("drill/notes/index.html");
        assert_eq!(has_slides || follows, text.contains("slides/notes.js"), "{path}");
        presenting += usize::from(has_slides);
    }
    assert!(presenting > 50, "{presenting}");
    let scripts = fs::read_dir(test.site().join("assets/slides")).expect("a folder").count();
    assert_eq!(scripts, 7);
}
