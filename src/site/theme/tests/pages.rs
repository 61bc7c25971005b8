//! Properties of every page of the embedded theme.

use std::collections::BTreeSet;

use serde_json::json;

use super::{embedded, samples};

/// Contents of every `name="..."` of a page.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Levels of the headings, in order. Slides are not part of the page until it is presented.
fn levels(html: &str) -> Vec<u32> {
    let (before, slides) = html.split_once("<template").unwrap_or((html, ""));
    let after = slides.split_once("</template>").map_or("", |(_, after)| after);
    let html = format!("{before}{after}");
    html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect()
}

#[test]
fn every_page_renders_full_and_bare() {
    let theme = embedded();
    let covered: BTreeSet<_> = samples::pages().iter().map(|(template, _)| *template).collect();
    let present: BTreeSet<_> = theme.templates().filter(|name| name.starts_with("internal/")).collect();
    assert_eq!(covered, present);
    for (template, view) in samples::pages() {
        let html = theme.render(template, &view).unwrap();
        assert!(html.starts_with("<!doctype html>") && html.trim_end().ends_with("</html>"), "{template}");
        assert!(!html.contains("{{") && !html.contains("{%"), "{template}");
    }
}

#[test]
fn headings_do_not_skip_levels_and_there_is_one_first() {
    let theme = embedded();
    for (template, view) in samples::pages() {
        let levels = levels(&theme.render(template, &view).unwrap());
        assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1, "{template} {levels:?}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{template} {levels:?}");
    }
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_elsewhere() {
    let theme = embedded();
    for (template, view) in samples::pages() {
        let html = theme.render(template, &view).unwrap();
        for forbidden in [" style=", "<style", " onclick=", " onload=", "javascript:", "data:"] {
            assert!(!html.contains(forbidden), "{template} {forbidden}");
        }
        assert_eq!(html.matches("<script").count(), html.matches("<script src=\"../assets/").count(), "{template}");
        assert!(attributes(&html, "src").iter().all(|src| src.starts_with("../assets/")), "{template}");
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{template}");
    }
}

#[test]
fn ids_are_given_once_and_every_reference_has_one() {
    let theme = embedded();
    for (template, view) in samples::pages() {
        let html = theme.render(template, &view).unwrap();
        let ids = attributes(&html, "id");
        let once: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{template} {ids:?}");
        for name in ["aria-labelledby", "for"] {
            assert!(attributes(&html, name).iter().all(|id| once.contains(id)), "{template} {name}");
        }
    }
}

#[test]
fn a_review_shows_its_lesson_before_anything_else() {
    let html = embedded().render("internal/review.html", &samples::review(true)).unwrap();
    let at = |part: &str| html.find(part).unwrap_or_else(|| panic!("no {part}"));
    let order = [
        "<h1",
        "Lesson 0",
        "What surprised us",
        "Time to detect",
        "<p>Summary.</p>",
        "id=\"lessons\"",
        "id=\"timeline\"",
        "id=\"b\"",
        "id=\"actions\"",
    ];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
    for id in [
        "entry.1",
        "entry.12",
        "factors",
        "went-well",
        "got-lucky",
        "open-questions",
        "related",
        "people",
        "links",
        "history",
        "details",
    ] {
        at(&format!("id=\"{id}\""));
    }
}

#[test]
fn a_bare_review_says_where_its_lesson_would_stand() {
    let html = embedded().render("internal/review.html", &samples::review(false)).unwrap();
    assert!(html.contains("No lesson is written down yet."));
    assert!(!html.contains("<section"));
}

#[test]
fn text_is_escaped_on_pages_and_in_feeds() {
    let theme = embedded();
    let (_, home) = samples::pages().into_iter().find(|(template, _)| *template == "internal/home.html").unwrap();
    let html = theme.render("internal/home.html", &home).unwrap();
    assert!(html.contains("Two &lt;labels&gt;, one salmon") && html.contains("<title>Library &amp; co</title>"));
    let entry = json!({"title": "a < b", "href": "h", "id": "i", "published": "p", "updated": "u", "summary": "\"s\"", "categories": ["&"]});
    let feed = json!({"title": "T", "author": "T", "generator": null, "subtitle": "", "id": "i", "self_href": "s", "site_href": "h", "updated": "u", "entries": [entry]});
    let xml = theme.render("feeds/atom.xml", &json!({"feed": feed})).unwrap();
    assert!(xml.starts_with("<?xml") && xml.contains("<title>a &lt; b</title>") && xml.contains("term=\"&amp;\""));
}

#[test]
fn all_that_a_review_adds_to_its_words_weighs_less_than_sixty_kilobytes() {
    let theme = embedded();
    let html = theme.render("internal/review.html", &samples::review(false)).unwrap();
    let styles: usize = theme
        .assets()
        .filter(|(path, _)| path.split('.').next_back() == Some("css") && html.contains(path))
        .map(|(_, bytes)| bytes.len())
        .sum();
    assert!(html.len() + styles < 60_000, "{} + {styles}", html.len());
}

#[test]
fn every_asset_that_a_page_names_is_there_or_comes_with_its_own_part() {
    let theme = embedded();
    let present: BTreeSet<_> = theme.assets().map(|(path, _)| path).collect();
    // These belong to search, charts and highlighting, which are not rendered here.
    let elsewhere = ["search.css", "search.js", "chart.css", "highlight.css"];
    for (template, view) in samples::pages() {
        let html = theme.render(template, &view).unwrap();
        for address in attributes(&html, "src").into_iter().chain(attributes(&html, "href")) {
            let Some(name) = address.strip_prefix("../assets/").map(|rest| rest.split('?').next().unwrap_or(rest))
            else {
                continue;
            };
            assert!(present.contains(name) || elsewhere.contains(&name), "{template} {name}");
        }
    }
}

/// `cargo test --release --lib theme -- --ignored --nocapture` prints the time to render a review.
#[test]
#[ignore = "a measurement"]
#[expect(clippy::print_stdout, reason = "it is what the measurement is for")]
fn how_long_a_review_takes() {
    let (theme, view) = (embedded(), samples::review(true));
    let started = std::time::Instant::now();
    for _ in 0..1000 {
        assert!(theme.render("internal/review.html", &view).unwrap().len() > 10_000);
    }
    println!("{} µs a page", started.elapsed().as_micros() / 1000);
}
