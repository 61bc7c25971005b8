//! The content of pages, and their links.

use super::super::made::Words;
use super::super::{Masthead, Postmortem, plan};
use super::clearing::{allowed, cleared, slug};
use super::fixtures::{self, bare, full, masthead};
use super::{files, site, texts, theme};
use base::diagnostics::Warned;

#[test]
fn a_text_of_several_blocks_stays_in_parts_on_one_line() {
    let words = |text: &str| Words::plain(&cleared(text)).as_str().to_owned();
    assert_eq!(words("Two shops\n\n- web\n- the [app][a]\n\n[a]: https://x.example/\n"), "Two shops: web; the app");
    assert_eq!(Words::without_pictures(&cleared("- web ![x](y.png)\n- shop\n")).as_str(), "web; shop");
}

#[test]
fn a_postmortem_is_read_in_its_order() {
    let html = &texts(&site())["postmortems/bookings-2026-03-02/index.html"];
    let order = [
        "<h1",
        "1 h 25 min",
        "2 March 2026, 07:00</time> to <time datetime=\"2026-03-02T08:25:00Z\">08:25</time> UTC",
        "Sev 2",
        "id=\"summary\"",
        "id=\"impact\"",
        "<strong>372</strong>",
        "id=\"timeline\"",
        "tl-figure",
        "id=\"moment-6\"",
        "id=\"factors\"",
        "id=\"resolution\"",
        "id=\"learnings\"",
        "id=\"measures\"",
        "Completed",
        "Planned",
        "June 2026",
        "id=\"contact\"",
        "mailto:hello@ninesounds.example",
        "id=\"changes\"",
        "First published.",
    ];
    let mut from = 0;
    for part in order {
        let at = html[from..].find(part).unwrap_or_else(|| panic!("no {part} after byte {from}"));
        from += at;
    }
    assert_eq!(html.matches("Times are UTC").count(), 1);
}

#[test]
fn lists_stand_newest_first_and_one_day_by_slug() {
    let site = site();
    let slugs: Vec<_> = site.postmortems.iter().map(|postmortem| postmortem.slug.as_str()).collect();
    let wanted = [
        "alerts-2026-03-02",
        "bookings-2026-03-02",
        "login-2026-01-15",
        "neun-tage-2025-08-21",
        "quay-displays-2024-11-30",
    ];
    assert_eq!(slugs, wanted);
    let texts = texts(&site);
    let home = &texts["index.html"];
    let places: Vec<_> = wanted.iter().map(|slug| home.find(&format!("postmortems/{slug}/index.html"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    let service = &texts["services/bookings/index.html"];
    assert!(service.contains("2 postmortems") && !service.contains("login-2026"), "{service}");
    assert!(texts["years/2026/index.html"].contains("3 postmortems"));
    assert!(!texts.contains_key("years/2023/index.html"));
}

#[test]
fn the_order_of_input_changes_nothing() {
    let (mut postmortems, pictures) = fixtures::all();
    postmortems.reverse();
    let Warned { value: other, diagnostics: problems } = plan(postmortems, pictures, masthead(), theme());
    assert_eq!(problems, []);
    assert_eq!(files(&other), files(&site()));
}

#[test]
fn our_own_words_for_things_stay_inside() {
    for (path, text) in texts(&site()) {
        let text = text.to_lowercase();
        for word in ["library", "review", "digest", "generator", "noindex, nofollow"] {
            assert!(!text.contains(word), "{path} says {word}");
        }
        assert!(!text.contains(env!("CARGO_PKG_VERSION")) || path.starts_with("search/"), "{path} names a version");
    }
    for (path, bytes) in files(&site()) {
        let shown = matches!(path.split('.').next_back(), Some("css" | "js"));
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let own = shown && path.starts_with("assets/") && !path.contains("vendor/");
        assert!(!own || !text.contains("no review") && !text.contains("reviews match"), "{path}");
    }
}

#[test]
fn feeds_map_and_linked_data_name_the_day_of_the_approval() {
    let texts = texts(&site());
    let map = &texts["sitemap.xml"];
    let page = "<loc>https://status.ninesounds.example/reports/postmortems/bookings-2026-03-02/</loc><lastmod>2026-03-20</lastmod>";
    assert!(map.contains(page) && !map.contains("search/") && !map.contains("404"), "{map}");
    assert!(map.contains("<loc>https://status.ninesounds.example/reports/</loc><lastmod>2026-03-20</lastmod>"));
    assert!(texts["robots.txt"].ends_with("Sitemap: https://status.ninesounds.example/reports/sitemap.xml\n"));
    let html = &texts["postmortems/bookings-2026-03-02/index.html"];
    let data =
        html.split("<script type=\"application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
    let data: serde_json::Value = serde_json::from_str(data.unwrap()).unwrap();
    assert_eq!(data["@type"], "TechArticle");
    assert_eq!(data["dateModified"], "2026-03-20");
    assert_eq!(data["about"][0]["name"], "Bookings");
    assert_eq!(data["url"], "https://status.ninesounds.example/reports/postmortems/bookings-2026-03-02/");
    assert!(html.contains("<meta property=\"og:type\" content=\"article\">"));
    assert!(html.contains(
        "<link rel=\"canonical\" href=\"https://status.ninesounds.example/reports/postmortems/bookings-2026-03-02/\">"
    ));
    let feed: serde_json::Value = serde_json::from_str(&texts["feed.json"]).unwrap();
    let modified = feed["items"].as_array().unwrap().iter().map(|item| item["date_modified"].as_str().unwrap());
    assert!(modified.clone().is_sorted_by(|newer, older| newer >= older), "the latest approval is first");
    assert!(modified.clone().any(|on| on == "2026-03-20T00:00:00Z"));
    assert!(data["headline"].as_str().unwrap().chars().count() < 110);
    assert_eq!(feed["items"].as_array().map(Vec::len), Some(6), "one of them was withdrawn");
}

#[test]
fn a_site_that_does_not_know_its_address_has_no_map_and_is_whole() {
    let nowhere = Masthead { base_url: None, contact: None, title: cleared(""), language: cleared(""), ..masthead() };
    let Warned { value: site, diagnostics: problems } =
        plan(vec![bare(), full()], vec![fixtures::picture()], nowhere, theme());
    assert_eq!(problems.len(), 1, "its link to a postmortem that is not there");
    let texts = texts(&site);
    assert!(!texts.contains_key("sitemap.xml"));
    assert_eq!(texts["robots.txt"], "User-agent: *\nAllow: /\n");
    let home = &texts["index.html"];
    assert!(!home.contains("canonical") && !home.contains("og:url") && home.contains("<html lang=\"en\">"), "{home}");
    assert!(home.contains("<h1 dir=\"auto\">Nine Sounds Ferries</h1>"));
    let atom = &texts["atom.xml"];
    assert!(atom.contains("<id>urn:postmortems:quay-displays-2024-11-30</id>") && !atom.contains("enerator"), "{atom}");
    assert!(!texts["postmortems/bookings-2026-03-02/index.html"].contains("id=\"contact\""));
}

#[test]
fn a_site_of_nothing_says_so() {
    let Warned { value: site, diagnostics: problems } =
        plan(Vec::new(), vec![fixtures::picture()], masthead(), theme());
    assert_eq!(problems, []);
    assert_eq!(site.pages().count(), 0);
    let files = files(&site);
    assert!(String::from_utf8_lossy(&files["index.html"]).contains("Nothing is published yet"));
    assert!(!files.keys().any(|path| path.contains("pictures")), "a picture that nothing shows");
}

#[test]
fn pictures_are_written_with_their_size_and_the_words_of_the_list() {
    let site = site();
    let html = &texts(&site)["postmortems/bookings-2026-03-02/index.html"];
    assert!(html.contains(
        "<img src=\"../../assets/pictures/0123456789abcdef0123456789abcdef.png\" alt=\"Waiting times rose from 2 to 40 seconds at \
         07:00 and fell at 07:50.\" width=\"960\" height=\"300\" loading=\"lazy\">"
    ), "{html}");
    assert!(html.contains("<a href=\"../login-2026-01-15/index.html\">"), "{html}");
    assert!(
        html.contains("<a href=\"#timeline-the-steps\">") && html.contains("<h3 id=\"timeline-the-steps\">"),
        "{html}"
    );
    assert!(html.contains("id=\"contributing-factors-fn.1\""), "{html}");
    let path = "assets/pictures/0123456789abcdef0123456789abcdef.png";
    assert!(site::picture::holds_only_pixels(&files(&site)[path]));
}

#[test]
fn what_cannot_stand_is_told() {
    let mut lost = full();
    lost.slug = slug("lost");
    lost.sections[0].text =
        cleared("![x](/assets/pictures/else.png) [y](/postmortems/nowhere/) [z](/postmortems/lost/#a)");
    let Warned { diagnostics: problems, .. } = plan(vec![bare(), bare(), lost], Vec::new(), masthead(), theme());
    let codes: Vec<_> = problems.iter().map(|d| format!("{}: {}", d.code.as_str(), d.message)).collect();
    let twice = "path-clash: two postmortems or files have the public address";
    assert_eq!(
        codes,
        [
            "broken-image: the postmortem `lost` shows a picture that is not among its assets".to_owned(),
            "broken-link: the postmortem `lost` links to `nowhere`, which is not published".to_owned(),
            "broken-link: the postmortem `lost` links to `login-2026-01-15`, which is not published".to_owned(),
            format!("{twice} `postmortems/quay-displays-2024-11-30/index.html`"),
            format!("{twice} `postmortems/quay-displays-2024-11-30/postmortem.json`"),
            "broken-image: the postmortem `lost` shows a picture that is not there".to_owned(),
        ]
    );
}

#[test]
fn an_address_that_is_not_ours_or_the_webs_is_not_written() {
    let mut odd: Postmortem = bare();
    odd.sections[0].text =
        allowed("[a](../../x) [b](javascript:x) [c](https://x.example/) [d](/etc) [e](mailto:a@b.example)");
    let Warned { value: site, .. } = plan(vec![odd], Vec::new(), masthead(), theme());
    let html = &texts(&site)["postmortems/quay-displays-2024-11-30/index.html"];
    assert!(html.contains("<p>a b <a href=\"https://x.example/\" rel=\"noopener noreferrer\">c</a> d <a href=\"mailto:a@b.example\">e</a></p>"), "{html}");
}
