//! Nothing is cut off, nothing is missing, and everything can be read from the back row.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::json;

use super::*;

/// What is wrong with the slides of the page: each slide at each turn of its plot, from the first to the last.
const WRONG: &str = r"(() => {
  const wrong = new Set();
  const smallest = innerWidth === 1280 ? 28 : 0;
  const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  press('Home');
  for (let turns = 0; turns < 9999; turns += 1) {
    const slide = document.querySelector('.deck-current');
    const name = slide.getAttribute('aria-label');
    const body = slide.querySelector('.deck-body');
    if (body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1) wrong.add(name + ': cut off');
    if (slide.scrollHeight > slide.clientHeight + 1) wrong.add(name + ': its head is cut off');
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const element = text.parentElement;
      if (!text.textContent.trim() || element.closest('title, desc, .visually-hidden') || !element.checkVisibility()) continue;
      // The scale at which a drawing is shown, whichever of its sides limits it.
      const drawn = element.closest('svg.tl') ? element.getScreenCTM() : { a: 1, b: 0 };
      const size = parseFloat(getComputedStyle(element).fontSize) * Math.hypot(drawn.a, drawn.b);
      if (size < smallest) wrong.add(name + ': ' + size + ' px: ' + text.textContent.trim().slice(0, 40));
    }
    const svg = slide.querySelector('.deck-plot svg');
    if (svg && svg.getScreenCTM().a * svg.viewBox.baseVal.width < body.clientWidth * 0.85) wrong.add(name + ': the plot is not across');
    if (svg && ![...svg.querySelectorAll('text')].some(text => text.checkVisibility())) wrong.add(name + ': the plot has no words');
    if (document.querySelector('.deck-next').disabled) return [...wrong];
    press('ArrowRight');
  }
  return ['the slides have no end'];
})()";

fn check(tab: &mut Tab, test: &SiteTest, page: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    tab.screen(1280, 720);
    present(tab, &url(test, page));
    for (width, height) in [(1280, 720), (1920, 1080)] {
        tab.screen(width, height);
        // The deck says for which size its slides are laid out.
        let laid_out = "(() => { const stage = document.querySelector('.deck-stage'); \
                        return document.querySelector('.deck').dataset.size === stage.clientWidth + ' ' + stage.clientHeight; })()";
        tab.wait(&format!("innerWidth === {width} && {laid_out}"));
        let found = tab.eval(WRONG);
        wrong.extend(found.as_array().into_iter().flatten().map(|w| format!("{page} ({width}): {w}")));
    }
    wrong
}

#[test]
fn every_slide_of_every_week_of_the_sample_fits_and_can_be_read() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let pages = test.tree();
    let weeks: BTreeSet<_> = pages.keys().filter(|path| path.ends_with("/slides/index.html")).cloned().collect();
    let mut tab = browser.tab();
    let wrong: Vec<_> = weeks.iter().flat_map(|week| check(&mut tab, &test, week)).collect();
    assert!(weeks.len() > 50 && wrong.is_empty(), "{} of {} weeks:\n{}", wrong.len(), weeks.len(), wrong.join("\n"));
}

#[test]
fn what_is_only_to_be_read_can_be_read_on_its_slide() {
    let Some(browser) = browser() else { return };
    let others = |test: SiteTest, n: usize| {
        let text = format!(
            "---\ntitle: The lamp {n}\npublished: 2026-11-17\nsummary: Lamp {n} went out, and nobody saw it for an hour.\n---\n"
        );
        test.file(&format!("lamp-{n}.md"), &text)
    };
    let test = (0..17).fold(told("summary: It rang.\n---\n"), others).build();
    assert!(test.text(BUSY).contains("To read") && test.text(BUSY).contains("more on the page of the week"));
    assert_eq!(check(&mut browser.tab(), &test, BUSY), Vec::<String>::new());
}

#[test]
fn the_slides_of_a_drill_fit_and_can_be_read() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    assert_eq!(check(&mut browser.tab(), &test, DRILL), Vec::<String>::new());
}

/// A review with more in each of its fields than fits on a slide.
fn immense() -> SiteTest {
    let long = "Nobody at the harbour had heard of the bell, and the bell had not heard of them. ".repeat(30);
    let word = "bell".repeat(60);
    let mut rest = format!("summary: \"{long}\"\nimpact: {{summary: \"{long}\"}}\n");
    let list = |rest: &mut String, name: &str, items: &[&str]| {
        let _ = writeln!(rest, "{name}:");
        for item in items {
            let _ = writeln!(rest, "  - \"{item}\"");
        }
    };
    let many: Vec<String> = (0..40).map(|n| format!("Lesson {n}: a *bell* is heard by `nobody`.")).collect();
    let mut lessons: Vec<&str> = vec![&long, &word];
    lessons.extend(many.iter().map(String::as_str));
    list(&mut rest, "learnings", &lessons);
    list(&mut rest, "surprises", &[&long, "鐘が鳴っても、港には誰もいなかった。"]);
    list(&mut rest, "open_questions", &[&long, "How loud is a bell?"]);
    let mut entries = String::from("timeline:\n");
    for n in 10..59 {
        let _ =
            writeln!(entries, "  - {{at: \"2026-11-16T09:{n}Z\", what: \"Ring {n} of the bell, which {word} heard\"}}");
    }
    let title = "The bell ".repeat(20);
    let actions: Vec<_> = (0..9).map(|n| format!("  - {{title: \"{title} {n}\", due: 2026-11-2{n}}}\n")).collect();
    let actions = actions.concat();
    told(&format!("{rest}{entries}actions:\n{actions}---\n"))
}

#[test]
fn content_longer_than_a_slide_continues_on_the_next() {
    let Some(browser) = browser() else { return };
    let test = immense();
    let mut tab = browser.tab();
    let wrong: Vec<_> = check(&mut tab, &test, BUSY).into_iter().filter(|w| w.contains("cut off")).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Every word of the sections is on some slide, once and in order.
    let lost = r"(() => {
      const words = nodes => [...nodes].map(node => node.textContent).join(' ').replace(/\(continued\)/g, '').split(/\s+/).join('');
      const heads = text => text;
      const wrong = [];
      for (const section of document.querySelector('template.slides').content.querySelectorAll('section')) {
        if (section.querySelector('table, .deck-plot')) continue;
        const kept = section.cloneNode(true);
        kept.querySelector('header').remove();
        const wanted = words([kept]);
        const title = section.querySelector('h1').textContent;
        const kicker = (section.querySelector('.deck-kicker') || {textContent: ''}).textContent;
        const own = [...document.querySelectorAll('.deck-slide')].filter(slide =>
          slide.querySelector('h1').firstChild.textContent === title && (slide.querySelector('.deck-kicker') || {textContent: ''}).textContent === kicker);
        const found = words(own.map(slide => slide.querySelector('.deck-body')));
        if (found !== wanted) wrong.push(title + ': ' + found.length + ' letters of ' + wanted.length);
      }
      return wrong;
    })()";
    tab.screen(1280, 720);
    present(&mut tab, &url(&test, BUSY));
    assert_eq!(tab.eval(lost), json!([]));
    let number = "[...document.querySelectorAll('.deck-lessons')].map(list => [list.start, list.children.length])";
    let lists = tab.eval(number);
    let lists: Vec<(u64, u64)> = serde_json::from_value(lists).expect("pairs");
    assert!(lists.len() > 2 && lists[0].0 == 1);
    // A lesson that is split counts as one on its last slide.
    assert!(lists.windows(2).all(|pair| pair[0].0 <= pair[1].0), "{lists:?}");
}

#[test]
fn slides_are_accessible_on_every_screen() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    let mut wrong = Vec::new();
    for (width, height, scheme) in [(1280, 720, "light"), (390, 844, "dark")] {
        tab.screen(width, height);
        tab.scheme(scheme);
        for page in [BUSY, DRILL] {
            present(&mut tab, &url(&test, page));
            let slides = titles(&mut tab).len();
            for slide in 0..slides {
                let wide = tab.eval(
                    "(b => b.scrollWidth > b.clientWidth + 1 || b.scrollHeight > b.clientHeight + 1)(document.querySelector('.deck-current .deck-body'))",
                );
                let mut troubles = if slide % 4 == 0 { tab.axe(AXE) } else { Vec::new() };
                if wide == json!(true) {
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

#[test]
fn another_size_of_window_keeps_the_place() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.screen(1280, 720);
    present(&mut tab, &url(&test, BUSY));
    press(&mut tab, &["End"]);
    let wide = titles(&mut tab).len();
    tab.screen(390, 844);
    tab.wait(&format!("document.querySelectorAll('.deck-slide').length !== {wide}"));
    assert!(said(&mut tab).contains("Thursday 26 November 2026"));
}
