//! Sizes of text: few on a page, each on one scale; and names that are longer than a phone is wide.

use serde_json::{Value, json};

use super::cdp::{Tab, file_url};
use super::{PAGES, PUBLIC, Served, browser};
use crate::harness::SiteTest;

/// The most sizes on a page, those in pictures among them.
const MOST: usize = 6;

/// The sizes of all words of a page that are shown: of its text those on the scale and those off it, as powers of 1.2 of the size of
/// the text, and of its pictures the least and the greatest in pixels.
const SIZES: &str = r"(() => {
  const text = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const [on, off, drawn] = [new Set(), new Map(), []];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (!words || element.closest('title, desc, script, template, .visually-hidden') || !element.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (element.closest('svg')) {
      const { a, b } = element.getScreenCTM();
      drawn.push(size * Math.hypot(a, b));
      continue;
    }
    const power = Math.log(size / text) / Math.log(1.2);
    if (Math.abs(power - Math.round(power)) < 0.02) on.add(Math.round(power));
    else off.set(size, words.slice(0, 30));
  }
  return { on: [...on], off: [...off].map(String), drawn: drawn.length ? [Math.min(...drawn), Math.max(...drawn)] : [] };
})()";

/// The pages that have too many sizes of text, or one that is not on the scale.
fn wrong(tab: &mut Tab, served: &Served, pages: &[String]) -> Vec<String> {
    let mut wrong = Vec::new();
    for width in [1280, 390] {
        tab.size(width);
        for page in pages {
            tab.open(&served.at(page));
            tab.eval("document.querySelectorAll('details').forEach(one => { one.open = true; })");
            let found = tab.eval(SIZES);
            let count = |key: &str| found[key].as_array().map_or(0, Vec::len);
            let drawn: Vec<f64> = found["drawn"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
            // One size in the pictures of a page, but for their scale, which follows the width of the window.
            let is_one =
                drawn.first().zip(drawn.last()).is_none_or(|(least, most)| *least >= 11.0 && most / least < 1.25);
            let all = count("on") + count("off") + usize::from(!drawn.is_empty());
            if all > MOST || count("off") > 0 || !is_one {
                wrong.push(format!("{page} ({width}): {found}"));
            }
        }
    }
    wrong
}

#[test]
fn a_page_has_at_most_six_sizes_of_text_and_all_are_on_one_scale() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&served.at("reviews/index.html"));
    let reviews = tab.eval("[...document.querySelectorAll('.c-title > a')].map(a => a.pathname.slice(1))");
    let reviews = reviews.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
    let more = ["drills/index.html", "reviews/login-page/drill/notes/index.html", "tags/index.html"];
    let pages: Vec<_> = PAGES.iter().chain(&more).map(ToString::to_string).chain(reviews).collect();
    let wrong = wrong(&mut tab, &served, &pages);
    assert!(pages.len() > 40 && wrong.is_empty(), "{} of {}:\n{}", wrong.len(), 2 * pages.len(), wrong.join("\n"));
}

#[test]
fn the_public_edition_has_at_most_six_sizes_of_text_and_all_are_on_one_scale() {
    let Some(browser) = browser() else { return };
    let served = Served::edition("public");
    let wrong = wrong(&mut browser.tab(), &served, &PUBLIC.map(str::to_owned));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_long_name_of_the_organisation_or_the_site_is_whole_on_a_phone() {
    let Some(browser) = browser() else { return };
    let name = "The Harbour Trust of the Nine Sounds and All Ferries Between Them, Incorporated by Charter";
    let test = SiteTest::new()
        .file("debrief.yaml", &format!("title: \"{name}\"\n"))
        .file("redaction.yaml", &format!("site: {{title: Reports, organisation: \"{name}\"}}\n"))
        .file("a.md", "---\ntitle: A\n---\n");
    let mut tab = browser.tab();
    tab.screen(390, 844);
    for (edition, selector) in [("internal", ".site-title"), ("public", ".brand-name")] {
        test.build_with(&["--edition", edition]).ok();
        tab.open(&file_url(&test.root().join("site").join(edition).join("index.html")));
        let cut = format!(
            "(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1 || e.getBoundingClientRect().right > innerWidth)\
             (document.querySelector('{selector}'))"
        );
        assert_eq!(tab.eval(&cut), json!(false), "{edition}");
    }
}
