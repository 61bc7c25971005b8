//! The menu of a phone: links show and hide it, without scripts and without `:has`.

use serde_json::json;

use super::cdp::file_url;
use super::{browser, sample};
use crate::harness::SiteTest;

/// How many rows the head has beside the navigation; whether that is shown; and the link in its place.
const HEAD: &str = "(() => {
    const shown = [...document.querySelectorAll('.bar > *')].filter(e => e.checkVisibility());
    const rows = new Set(shown.filter(e => !e.matches('.site-nav')).map(e => e.getBoundingClientRect().top));
    const links = [...document.querySelectorAll('.site-short a')].filter(e => e.checkVisibility());
    const is_below = shown.some(e => e.matches('.site-nav') && e.getBoundingClientRect().top >= 44);
    return [rows.size, is_below, links[links.length - 1].textContent];
})()";

#[test]
fn the_menu_of_a_phone_opens_and_closes_in_place_without_scripts() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample());
    test.run(&["build", "library", "--edition", "internal"]).ok();
    test.run(&["build", "library", "--edition", "public"]).ok();
    let mut tab = browser.tab();
    tab.scripts(false);
    for edition in ["internal", "public"] {
        let site = test.root().join("site").join(edition);
        let style = std::fs::read_to_string(site.join("assets/debrief.css")).expect("a style sheet");
        assert!(!style.contains(":has("), "the head needs no `:has`");
        for width in [390, 320] {
            tab.size(width);
            tab.open(&file_url(&site.join("index.html")));
            let closed = tab.eval(HEAD);
            assert_eq!(closed, json!([1, false, "Menu"]), "{edition} {width}");
            tab.eval("document.querySelector('.site-short .menu').click()");
            tab.wait("location.hash === '#site.parts'");
            assert_eq!(tab.eval(HEAD), json!([1, true, "Close"]), "{edition} {width}");
            tab.eval("document.querySelector('.site-short .menu-close').click()");
            tab.wait("location.hash === '#site.short'");
            assert_eq!(tab.eval(HEAD), closed, "{edition} {width}");
            assert_eq!(tab.eval("scrollY"), json!(0));
        }
    }
}
