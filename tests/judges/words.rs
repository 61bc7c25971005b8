//! A one-line field has the same words wherever it is shown: on its page, in cards and rows, in feeds and data, in the search,
//! in every form of the digest.

use std::fmt::Write as _;

use proptest::strategy::{Strategy, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::html::read;
use crate::harness::{SiteTest, TODAY};

/// Pieces of a line: what could begin a block, what is markup, what looks like it, and words.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "> ", "# ", "- ", "2. ", "+ ", "~~~ ", "``` ", "[ref]: x ", "[x] ", "--- ", "| ", "<pod> ", "<script> ", "</script> ", "Vec<T> ", "<b>bold</b> ",
    "<s> ", "*a* ", "**b** ", "_c_ ", "~~d~~ ", "`e_f*` ", "snake_case ", "2*3*4 ", "[g](https://h.example) ", "[i](slack://j) ", "![k](https://l.example/m.png) ",
    "&amp; ", "& ", "< ", "a<b ", "\"q\" ", "'r' ", "\\*s\\* ", "https://t.example/u ", "é時🚒 ", "=1 ", "$x$ ", "{{ y }} ", "100 % ", "word ", "other words ",
];

/// How many lines to generate.
const LINES: usize = 24;

fn lines() -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let pieces = proptest::collection::vec(proptest::sample::select(PIECES), 1..5);
    let line = pieces.prop_map(|pieces| pieces.concat().trim().to_owned());
    // Each line has a unique number, so that it can be found.
    (0..LINES).map(|n| format!("{} end{n}q of it all", line.new_tree(&mut runner).expect("a line").current())).collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a line, according to the program's own reading.
fn words(line: &str) -> String {
    squeezed(&markdown::plain_text(&markdown::as_inline(line)))
}

fn review(n: usize, line: &str) -> String {
    let quoted = serde_json::to_string(line).expect("a text");
    format!(
        "---\ntitle: Review {n}\nsummary: {quoted}\nseverity: sev2\npublished: 2026-11-18\ntags: [one]\n\
         times: {{started: 2026-11-01T00:00Z, detected: 2026-11-01T00:01Z, resolved: 2026-11-01T01:00Z}}\n\
         timeline: [{{at: 2026-11-01T00:10Z, what: {quoted}}}, {{at: 2026-11-01T00:20Z, what: {quoted}}}]\n\
         learnings: [{quoted}]\nsurprises: [{quoted}]\ncontributing_factors: [{quoted}]\nwent_well: [{quoted}]\n\
         actions: [{{title: {quoted}, due: 2026-11-19}}]\n---\n"
    )
}

/// The text of a page as in a browser, without what follows the text of a removed link.
fn text_of(test: &SiteTest, path: &str) -> String {
    squeezed(&read(&test.text(path)).text.replace(" (slack://j)", "").replace("image elsewhere: ", ""))
}

#[test]
fn every_copy_of_a_field_has_its_words() {
    let lines = lines();
    let mut test = SiteTest::new();
    for (n, line) in lines.iter().enumerate() {
        test = test.file(&format!("r{n}.md"), &review(n, line));
    }
    let test = test.build();
    let records = test.records();
    let feed: Value = serde_json::from_str(&test.text("feed.json")).expect("JSON");
    let atom = test.text("atom.xml");
    let atom = roxmltree::Document::parse(&atom).expect("XML");
    let atom: String =
        atom.descendants().filter_map(|node| node.text()).fold(String::new(), |all, text| all + " " + text);
    let feed: String = feed["items"].as_array().expect("items").iter().fold(String::new(), |mut all, item| {
        let _ = write!(all, " {}", item["content_text"].as_str().expect("a text"));
        all
    });
    let lists = [
        "index.html",
        "reviews/index.html",
        "tags/one/index.html",
        "actions/index.html",
        "digests/2026-W47/index.html",
    ];
    let lists = lists.map(|path| (path, text_of(&test, path)));
    let mut wrong = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let wanted = words(line);
        let mut say = |place: &str, text: &str, times: usize| {
            if squeezed(text).matches(&wanted).count() < times {
                wrong.push(format!("{place} does not say {wanted:?} of {line:?} {times} times"));
            }
        };
        let path = format!("reviews/r{n}/index.html");
        // Title line, lesson, surprise, two entries, factor, what went well, action.
        say(&path, &text_of(&test, &path), 8);
        let html = test.text(&path);
        let description = html
            .split_once("<meta name=\"description\" content=\"")
            .map(|(_, rest)| rest.split_once('"').expect("an end").0);
        let description = read(&format!(
            "<!doctype html><html lang=en><title>x</title><p>{}</p></html>",
            description.expect("a description")
        ))
        .text;
        say("the description", &description, 1);
        say("feed.json", &feed, 2);
        say("atom.xml", &atom, 2);
        let record = records.iter().find(|record| record["id"] == format!("r{n}")).expect("a record");
        for value in [
            &record["happened"],
            &record["lesson"],
            &record["learnings"][0],
            &record["surprises"][0],
            &record["actions"][0]["title"],
        ] {
            say("the records", value.as_str().unwrap_or_default(), 1);
        }
        for (place, text) in &lists[1..4] {
            say(place, text, 1);
        }
    }
    assert!(wrong.is_empty(), "{} places: {:#?}", wrong.len(), &wrong[..wrong.len().min(30)]);
}

/// Letters without the marks that a format puts around words or uses for escaping.
fn bare(text: &str) -> String {
    let marks = ['*', '_', '~', '`', '\\', '\u{200b}', '>', '|'];
    text.chars().filter(|c| !marks.contains(c) && !c.is_whitespace()).collect()
}

#[test]
fn every_form_of_the_digest_holds_its_words() {
    let lines = lines();
    let mut wrong = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let test = SiteTest::new()
            .file("debrief.yaml", "base_url: https://a.example/\nmeeting: {weekday: thursday}\n")
            .file("a.md", &review(n, line));
        let wanted = bare(&words(line));
        for format in ["text", "md", "eml", "slack", "ics"] {
            let said = test
                .run(&["digest", "library", "--week", "2026-W47", "--as-of", TODAY, "--format", format])
                .ok()
                .stdout;
            let text = match format {
                "eml" => mail_parser::MessageParser::default()
                    .parse(said.as_bytes())
                    .expect("a message")
                    .body_text(0)
                    .expect("a text")
                    .into_owned(),
                "slack" => unescaped(&serde_json::from_str::<Value>(&said).expect("JSON")["blocks"].to_string()),
                "ics" => said
                    .replace("\r\n ", "")
                    .replace("\\n", "\n")
                    .replace("\\,", ",")
                    .replace("\\;", ";")
                    .replace("\\\\", "\\"),
                "md" => markdown::plain_text(&said),
                _ => said,
            };
            if !bare(&text).contains(&wanted) {
                wrong.push(format!("{format} does not say {wanted:?} of {line:?}: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} places: {:#?}", wrong.len(), &wrong[..wrong.len().min(12)]);
}

/// The text of blocks, without JSON and Slack escapes.
fn unescaped(json: &str) -> String {
    let json = json.replace("\\\"", "\"").replace("\\\\", "\\");
    json.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
