//! Pages, feeds and data of whole sites: no syntax error, every id unique, and every address and anchor exists.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::drawings::drawings;
use super::html::{Page, read};
use super::library::hostile;
use crate::harness::{SiteTest, sample, tree};

/// A site's files as texts, by path.
struct Web {
    files: BTreeMap<String, Vec<u8>>,
    pages: BTreeMap<String, Page>,
    wrong: Vec<String>,
}

fn has_extension(path: &str, extension: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|found| found == extension)
}

impl Web {
    fn of(files: BTreeMap<String, Vec<u8>>) -> Self {
        let html = files.iter().filter(|(path, _)| has_extension(path, "html"));
        let pages = html.map(|(path, bytes)| (path.clone(), read(&text(bytes)))).collect();
        Self { files, pages, wrong: Vec::new() }
    }

    fn text(&self, path: &str) -> String {
        text(self.files.get(path).unwrap_or_else(|| panic!("{path} is missing")))
    }

    /// Checks everything.
    #[track_caller]
    fn judge(mut self) {
        let pages = std::mem::take(&mut self.pages);
        assert!(pages.len() > 5);
        for (path, page) in &pages {
            self.wrong.extend(page.errors.iter().map(|error| format!("{path}: {error}")));
            let mut seen = BTreeSet::new();
            for id in &page.ids {
                if !seen.insert(id) || id.is_empty() || id.contains(char::is_whitespace) {
                    self.wrong.push(format!("{path}: the id {id:?} is there twice, or is none"));
                }
            }
            let nowhere = page.named.iter().filter(|id| !seen.contains(id));
            self.wrong.extend(nowhere.map(|id| format!("{path}: names the id {id:?}, which is not there")));
        }
        for (path, page) in &pages {
            for link in &page.links {
                self.follow(&pages, path, link);
            }
            for data in &page.data {
                self.linked_data(path, data);
            }
        }
        self.searched(&pages);
        let paths: Vec<_> = self.files.keys().cloned().collect();
        for path in paths {
            self.raw_text(&path);
            match path.rsplit('/').next() {
                Some("atom.xml") => self.atom(&path),
                Some("feed.json") => self.json_feed(&path),
                _ => {}
            }
            if has_extension(&path, "json") {
                serde_json::from_str::<Value>(&self.text(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            }
        }
        assert!(
            self.wrong.is_empty(),
            "{} things are wrong: {:#?}",
            self.wrong.len(),
            &self.wrong[..self.wrong.len().min(60)]
        );
    }

    /// Checks where a link of a page leads.
    fn follow(&mut self, pages: &BTreeMap<String, Page>, from: &str, link: &str) {
        let elsewhere = ["https://", "http://", "mailto:", "tel:", "//"];
        if elsewhere.iter().any(|start| link.starts_with(start)) || from == "404.html" {
            return;
        }
        let (way, anchor) = link.split_once('#').map_or((link, None), |(way, anchor)| (way, Some(anchor)));
        let way = way.split('?').next().unwrap_or_default();
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let target =
            if way.is_empty() { Some(from.to_owned()) } else { base::links::join(folder, &base::links::decode(way)) };
        let Some(target) = target else {
            return self.wrong.push(format!("{from}: {link:?} leads out of the site"));
        };
        if !self.files.contains_key(&target) {
            return self.wrong.push(format!("{from}: {link:?} leads nowhere"));
        }
        let anchor = anchor.map(base::links::decode).filter(|anchor| !anchor.is_empty());
        if let Some((anchor, page)) = anchor.zip(pages.get(&target))
            && !page.ids.contains(&anchor)
        {
            self.wrong.push(format!("{from}: {link:?} leads to an id that is not there"));
        }
    }

    /// Checks the links of the search: pages, and the ids of their sections.
    fn searched(&mut self, pages: &BTreeMap<String, Page>) {
        let Some(documents) = self.files.get("search/documents.js") else { return };
        let json = text(documents);
        let json = json.strip_prefix("debriefSearch.documents(").and_then(|json| json.trim_end().strip_suffix(");"));
        let documents: Value = serde_json::from_str(json.expect("a call")).expect("JSON");
        for (n, document) in documents["documents"].as_array().expect("a list").iter().enumerate() {
            let url = document[1].as_str().expect("an address").to_owned();
            let script = self.text(&format!("search/x/{n}.js"));
            let start = format!("debriefSearch.fragment({n},");
            let json = script.trim_end().strip_prefix(&*start).and_then(|json| json.strip_suffix(");"));
            let sections: Value = serde_json::from_str(json.expect("a call")).expect("JSON");
            let Some(page) = pages.get(&url) else {
                self.wrong.push(format!("the search leads to {url}, which is not there"));
                continue;
            };
            for section in sections.as_array().expect("a list") {
                let anchor = section[0].as_str().expect("an id");
                if !anchor.is_empty() && !page.ids.iter().any(|id| id == anchor) {
                    self.wrong.push(format!("the search leads to {url}#{anchor}, an id that is not there"));
                }
            }
        }
    }

    /// Checks for line breaks that only some readers know, and for characters that HTML and XML forbid.
    fn raw_text(&mut self, path: &str) {
        let kinds = [".html", ".xml", ".json", ".js", ".txt"];
        if path.starts_with("assets/") || !kinds.iter().any(|kind| path.ends_with(kind)) {
            return;
        }
        let strange = |c: char| base::text::is_forbidden(c) || matches!(c, '\u{2028}' | '\u{2029}');
        if let Some(c) = self.text(path).chars().find(|c| strange(*c)) {
            self.wrong.push(format!("{path}: U+{:04X} stands there", u32::from(c)));
        }
    }

    fn atom(&mut self, path: &str) {
        let text = self.text(path);
        let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let feed = feed_rs::parser::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}"));
        let raw =
            document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", "entry"))).count();
        self.feed(path, &feed, raw);
    }

    fn json_feed(&mut self, path: &str) {
        let text = self.text(path);
        let json: Value = serde_json::from_str(&text).expect("JSON");
        let feed = feed_rs::parser::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}"));
        self.feed(path, &feed, json["items"].as_array().map_or(0, Vec::len));
    }

    fn feed(&mut self, path: &str, feed: &feed_rs::model::Feed, entries: usize) {
        let mut ids = BTreeSet::new();
        let mut wrong = |what: &str| self.wrong.push(format!("{path}: {what}"));
        if feed.entries.len() != entries {
            wrong(&format!("{} of {entries} entries are read", feed.entries.len()));
        }
        if feed.id.is_empty() || feed.title.as_ref().is_none_or(|title| title.content.trim().is_empty()) {
            wrong("the feed has no id or no title");
        }
        for entry in &feed.entries {
            let title = entry.title.as_ref().map(|title| title.content.trim().to_owned()).unwrap_or_default();
            if title.is_empty() || entry.links.is_empty() || entry.updated.or(entry.published).is_none() {
                wrong(&format!("an entry without title, link or day: {entry:?}"));
            }
            if !ids.insert(entry.id.clone()) {
                wrong(&format!("the id {} is there twice", entry.id));
            }
        }
        let days: Vec<_> = feed.entries.iter().filter_map(|entry| entry.updated.or(entry.published)).collect();
        if !days.is_sorted_by(|a, b| a >= b) {
            wrong("the entries are not in the order of their days");
        }
    }

    /// Checks the requirements for a <https://schema.org/TechArticle>.
    fn linked_data(&mut self, path: &str, data: &str) {
        let article: Value = serde_json::from_str(data).unwrap_or_else(|error| panic!("{path}: {error}"));
        let headline = article["headline"].as_str().unwrap_or_default();
        if headline.is_empty() || headline.chars().count() >= 110 {
            self.wrong.push(format!("{path}: a headline of {} characters", headline.chars().count()));
        }
        for key in ["datePublished", "dateModified"] {
            let day = article[key].as_str().and_then(|day| day.parse::<jiff::civil::Date>().ok());
            if day.is_none() || article["@context"] != "https://schema.org" {
                self.wrong.push(format!("{path}: {key} is no day"));
            }
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn editions(test: &SiteTest) -> [Web; 2] {
    ["internal", "public"].map(|edition| Web::of(tree(&test.root().join("site").join(edition))))
}

#[test]
fn the_sample_is_well_formed_and_every_address_leads_somewhere() {
    let test = SiteTest::of(&sample());
    test.build_with(&["--base-url", "https://reviews.example/a/"]).ok();
    let [internal, public] = editions(&test);
    let drawn = |web: &Web| web.pages.iter().map(|(path, page)| drawings(path, page, &web.text(path))).sum::<usize>();
    assert!(drawn(&internal) > 50 && drawn(&public) > 5);
    assert!(public.pages.values().any(|page| !page.data.is_empty()), "postmortems are articles");
    internal.judge();
    public.judge();
}

#[test]
fn a_hostile_library_is_well_formed_and_every_address_leads_somewhere() {
    let test = hostile();
    test.build_with(&["--edition", "internal", "--out", "site/internal"]).ok();
    let web = Web::of(test.tree());
    assert!(web.pages.iter().map(|(path, page)| drawings(path, page, &web.text(path))).sum::<usize>() > 10);
    web.judge();
}
