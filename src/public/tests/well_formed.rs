//! Properties of every file: elements are closed, ids are unique, links have targets, no inline scripts or styles.

use base::diagnostics::Warned;
use std::collections::BTreeSet;

use super::super::{canonical, plan};
use super::{fixtures, site, texts, theme};

fn is(path: &str, extension: &str) -> bool {
    path.split('.').next_back() == Some(extension)
}

/// Elements without an end.
const VOID: [&str; 6] = ["meta", "link", "input", "img", "br", "hr"];

/// The tags of a page in order, without comments, declarations and the content of scripts.
fn tags(html: &str) -> Vec<&str> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').expect("a tag that ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if tag.starts_with("script") {
            let end = rest.find("</script>").expect("a script that ends");
            rest = &rest[end..];
        }
        if !tag.starts_with(['!', '?']) {
            tags.push(tag);
        }
    }
    tags
}

fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn assert_closed(path: &str, html: &str) {
    let mut open = Vec::new();
    for tag in tags(html) {
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{path}: {open:?}");
        } else if !tag.ends_with('/') && !VOID.contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{path}: {open:?}");
}

#[test]
fn every_page_is_whole() {
    for (path, text) in texts(&site()) {
        if is(&path, "html") || is(&path, "xml") {
            assert_closed(&path, &text);
        }
        if is(&path, "json") {
            serde_json::from_str::<serde_json::Value>(&text).unwrap();
        }
        if !is(&path, "html") {
            continue;
        }
        let levels: Vec<_> = text.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}");
        let ids = attributes(&text, "id");
        let once: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{path} {ids:?}");
        for reference in ["aria-labelledby", "for"] {
            assert!(
                attributes(&text, reference).iter().flat_map(|ids| ids.split(' ')).all(|id| once.contains(id)),
                "{path}"
            );
        }
        for label in attributes(&text, "href").iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(once.contains(label), "{path}: #{label}");
        }
    }
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_elsewhere() {
    for (path, text) in texts(&site()) {
        if !is(&path, "html") {
            continue;
        }
        for forbidden in [" style=", "<style", " onclick=", " onload=", "javascript:", "data:", "<iframe"] {
            assert!(!text.contains(forbidden), "{path} {forbidden}");
        }
        let scripts = text.matches("<script").count();
        let data = text.matches("<script type=\"application/ld+json\">").count();
        assert_eq!(scripts - data, text.matches("<script src=\"").count(), "{path}");
        let is_account = path.starts_with("postmortems/") && !text.contains("http-equiv=\"refresh\"");
        assert_eq!(data, usize::from(is_account), "{path}");
        assert!(attributes(&text, "src").iter().all(|src| !src.contains(':')), "{path}");
    }
}

#[test]
fn every_link_leads_to_a_file_of_the_site() {
    let Warned { value: nothing, .. } = plan(Vec::new(), Vec::new(), fixtures::masthead(), theme());
    for site in [site(), nothing] {
        let known: BTreeSet<_> = site.paths().iter().map(ToString::to_string).collect();
        let mut followed = 0;
        for (path, text) in texts(&site) {
            if !is(&path, "html") {
                continue;
            }
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let links = ["href", "src", "action"].into_iter().flat_map(|name| attributes(&text, name));
            for link in links.filter(|link| !link.contains(':') && !link.starts_with('#')) {
                let target = link.split(['?', '#']).next().unwrap();
                // A server shows this page at any address, so its links do not depend on it.
                let target = if path == "404.html" { target.strip_prefix("/reports").unwrap() } else { target };
                let target = if target == "/" { "index.html" } else { target };
                let target = base::links::join(folder, &base::links::decode(target)).unwrap();
                assert!(known.contains(&target), "{path}: {link}");
                followed += 1;
            }
        }
        assert!(followed > 60);
    }
}

#[test]
fn every_published_asset_is_used_by_a_page_or_a_script() {
    let texts = texts(&site());
    let theme = theme();
    let scripts: String = theme
        .assets()
        .filter(|(path, _)| path.split('.').next_back() == Some("js"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
        .collect();
    for (path, _) in theme.assets().filter(|(path, _)| path.split('.').next_back() != Some("txt")) {
        let named = texts.values().any(|html| html.contains(&format!("assets/{path}")));
        assert!(named || scripts.contains(&format!("\"{path}\"")), "{path}");
    }
}

#[test]
fn all_that_a_page_adds_to_its_words_weighs_less_than_sixty_kilobytes() {
    let theme = theme();
    let page = &texts(&site())["postmortems/bookings-2026-03-02/index.html"];
    let linked = |path: &str| {
        path != "print.css" && page.contains(&format!("<link rel=\"stylesheet\" href=\"../../assets/{path}?"))
    };
    let styles: usize = theme.assets().filter(|(path, _)| linked(path)).map(|(_, bytes)| bytes.len()).sum();
    assert!(styles > 20_000, "its style sheets are found: {styles}");
    let (page, words) = (page.len(), canonical(&fixtures::full(), &fixtures::masthead()).len());
    assert!(styles + page - words < 60_000, "{styles} + {page} - {words}");
}
