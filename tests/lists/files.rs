//! The files that scripts of long lists load, and the pages of records.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{long, review};
use crate::harness::SiteTest;

/// The content of a file that scripts load.
fn content(test: &SiteTest, file: &str) -> Value {
    let bytes = std::fs::read(test.site().join(format!("{file}.js"))).expect("a file");
    let (name, content) = search::open(&bytes).expect("an envelope");
    assert_eq!(name, file);
    serde_json::from_slice(&content).expect("JSON")
}

/// The contents of the files of a list that `names` has with their sizes, one after another.
fn contents(test: &SiteTest, list: &str, names: &Value) -> Vec<Value> {
    let listed = names.as_array().expect("a list").iter().flat_map(|part| {
        let rows = content(test, &format!("lists/{list}/{}", part[1].as_str().expect("a name")));
        let rows = rows.as_array().expect("rows").clone();
        assert_eq!(part[0], rows.len());
        rows
    });
    listed.collect()
}

/// The files of rows, with their sizes, that the files name which a manifest names.
fn files_of_rows(test: &SiteTest, list: &str, manifest: &Value) -> Value {
    let blocks = manifest["rows"].as_array().expect("blocks").iter().flat_map(|block| {
        let files = content(test, &format!("lists/{list}/{}", block[1].as_str().expect("a name")));
        let files = files.as_array().expect("files").clone();
        assert_eq!(block[0], files.iter().filter_map(|file| file[0].as_u64()).sum::<u64>());
        files
    });
    blocks.collect()
}

#[test]
fn a_long_list_has_files_with_the_rows_of_all_its_pages() {
    let test = long();
    let page = test.text("tags/long/index.html");
    assert!(page.contains("data-rows=\"../../lists/reviews.js\" data-within=\"tag:long\""), "{page}");
    assert!(page.contains("SEV1 (44)"), "counts are of all pages");
    assert!(test.text("actions/index.html").contains("data-rows=\"../lists/actions.js\""));
    for (list, page, title) in
        [("reviews", "reviews/index.html", "ends</a>"), ("actions", "actions/index.html", "<span dir=\"auto\">Do ")]
    {
        let manifest = content(&test, &format!("lists/{list}"));
        let files = files_of_rows(&test, list, &manifest);
        let rows = contents(&test, list, &files);
        assert_eq!((rows.len(), contents(&test, list, &manifest["words"]).len()), (130, 130));
        assert!(rows.iter().all(|row| row.as_str().is_some_and(|row| row.starts_with("<tr>") && row.contains(title))));
        // Every column that the page offers for sorting has an order.
        let page = test.text(page);
        let offered: BTreeSet<_> =
            page.split("data-key=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let orders = manifest["orders"].as_array().expect("orders");
        assert_eq!(offered, orders.iter().map(|order| order[0].as_str().expect("a key")).collect());
        for order in orders {
            let names = order[1].as_array().expect("names").iter().filter_map(Value::as_str);
            let rows =
                names.map(|name| content(&test, &format!("lists/{list}/{name}"))[1].as_array().map_or(0, Vec::len));
            let rows: usize = rows.sum();
            let has_gaps = ["duration", "service", "owner", "team", "due"].contains(&order[0].as_str().expect("a key"));
            assert!(rows == 130 || has_gaps && (1..130).contains(&rows), "{order}: {rows}");
        }
        assert!(files.as_array().is_some_and(|files| files.len() > 3), "{files}");
    }
    let facets = content(&test, "lists/reviews")["facets"][0]
        .as_str()
        .map(|name| content(&test, &format!("lists/reviews/{name}")));
    let facets = facets.expect("facets");
    let number = |facet: &str| facets[facet].as_array().map(Vec::len);
    assert_eq!((number("severity:sev1"), number("tag:long"), number("month:1")), (Some(44), Some(130), None));
    let is_named = |path: &String| path.starts_with("lists/") && path.matches('/').count() == 2;
    let named: Vec<String> = test.tree().into_keys().filter(is_named).collect();
    let is_by_content = |path: &String| {
        let name = path.rsplit('/').next().and_then(|name| name.strip_suffix(".js"));
        name.is_some_and(|name| name.len() == 12 && name.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    assert!(!named.is_empty() && named.iter().all(is_by_content), "browsers keep these files for a year: {named:?}");
}

/// The files of lists and records that differ between two builds, by the part of the path before names.
fn changed(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, usize> {
    let of_lists =
        |path: &str| path.starts_with("lists/") || path.starts_with("reviews/data/") || path == "reviews.json";
    let mut changed = BTreeMap::new();
    for (path, _) in after.iter().filter(|(path, bytes)| of_lists(path) && before.get(*path) != Some(bytes)) {
        let is_named = path.starts_with("lists/") && path.matches('/').count() == 2;
        let part = if is_named { &path[..path.len() - "0123456789ab.js".len()] } else { path };
        *changed.entry(part.to_owned()).or_default() += 1;
    }
    changed
}

fn counted(parts: &[(&str, usize)]) -> BTreeMap<String, usize> {
    parts.iter().map(|(part, count)| ((*part).to_owned(), *count)).collect()
}

#[test]
fn an_edited_title_changes_the_files_that_show_it_and_no_others() {
    let test = long();
    let before = test.tree();
    let text = std::fs::read_to_string(test.library().join("r70.md")).expect("a review");
    test.put("r70.md", text.replace("Number 70 ends", "Another 70 ends").as_bytes());
    let after = test.build().tree();
    // Both lists have the title: of each a file of rows, the one that names it, one of words, an order, and the manifest.
    let wanted = [("lists/actions.js", 1), ("lists/actions/", 4), ("lists/reviews.js", 1), ("lists/reviews/", 4)];
    assert_eq!(changed(&before, &after), counted(&[&wanted[..], &[("reviews/data/2026-8.json", 1)]].concat()));
}

#[test]
fn one_more_review_changes_few_files() {
    let test = long();
    let before = test.tree();
    let test = test.file("new.md", &review("One more", "2026-11-02", "severity: sev1\nactions: [{title: Do it}]\n"));
    let after = test.build().tree();
    let changed = changed(&before, &after);
    // Facets, seven orders, names, and one or two files each of rows and of words.
    assert!(changed["lists/reviews/"] <= 13 && changed["lists/actions/"] <= 13, "{changed:?}");
    assert_eq!(changed.get("reviews/data/2026-13.json"), None, "{changed:?}");
    assert_eq!((changed["reviews/data/2026-14.json"], changed["reviews.json"]), (1, 1), "{changed:?}");
}

#[test]
fn records_are_in_pages_by_year_in_the_order_of_publication() {
    let dated = |title: &str, day: &str, published: &str| review(title, day, &format!("published: {published}\n"));
    let test = SiteTest::new()
        .file("a.md", &dated("A", "2026-03-01", "2026-03-09"))
        .file("b.md", &dated("B", "2026-03-02", "2026-03-08"))
        .file("c.md", &dated("C", "2024-12-31", "2026-01-08"))
        .file("d.md", "---\ntitle: D\n---\ntext\n")
        .build();
    let list: Value = serde_json::from_str(&test.text("reviews.json")).expect("JSON");
    let page = |year: Value, first: Value, last: Value, count: usize, url: &str| json!({"count": count, "first": first, "last": last, "url": url, "year": year});
    let pages = [
        page(json!(2024), json!("2024-12-31"), json!("2024-12-31"), 1, "reviews/data/2024-1.json"),
        page(json!(2026), json!("2026-03-01"), json!("2026-03-02"), 2, "reviews/data/2026-1.json"),
        page(Value::Null, Value::Null, Value::Null, 1, "reviews/data/undated-1.json"),
    ];
    assert_eq!(list["pages"], json!(pages));
    let titles: Vec<_> = test.records().into_iter().map(|record| record["title"].clone()).collect();
    assert_eq!(titles, ["C", "B", "A", "D"]);
}

#[test]
fn a_short_list_has_neither_files_nor_filters() {
    let test = SiteTest::new().file("a.md", &review("A", "2026-01-01", "")).build();
    assert!(!test.text("reviews/index.html").contains("<form class=\"filters\""));
    test.no_file("lists");
}
