//! Tests with a folder of real reviews, if `DEBRIEF_CORPUS` is set.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::safety::{assert_safe, every_token};
use crate::tags::Token;
use crate::{Options, outline, plain_text, sections_text, to_html};
use html::decode_text;

#[expect(clippy::disallowed_methods, reason = "a test that reads documents which are no part of the project")]
fn documents() -> Vec<(String, String)> {
    let Ok(folder) = std::env::var("DEBRIEF_CORPUS") else { return Vec::new() };
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|e| e == "md"))
        .filter_map(|entry| Some((entry.path().display().to_string(), std::fs::read_to_string(entry.path()).ok()?)))
        .collect()
}

fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

fn shown(html: &str) -> String {
    let mut out = String::new();
    for token in every_token(html) {
        match token {
            Token::Text(text) => out.push_str(&decode_text(text)),
            Token::Open { name, attrs } => {
                let alt = attrs.iter().find(|(key, _)| key == "alt").map_or(" ", |(_, alt)| alt);
                let parts_words =
                    !matches!(name.as_str(), "a" | "em" | "strong" | "code" | "span" | "mark" | "del" | "b" | "i");
                out.push_str(if parts_words { alt } else { "" });
            }
            Token::Close { name } if matches!(name.as_str(), "td" | "th" | "li" | "p") => out.push(' '),
            Token::Close { .. } => {}
        }
    }
    out
}

#[test]
fn no_word_of_a_real_review_is_lost() {
    for (path, source) in documents() {
        let html = to_html(&source, &Options::default());
        assert_safe(&path, &html);
        let shown = words(&shown(&html));
        for (word, count) in words(&plain_text(&source)) {
            let found = shown.get(&word).copied().unwrap_or(0);
            assert!(found >= count, "{path}: {word:?} {count} times in the source, {found} times on the page");
        }
        assert_eq!(sections_text(&source).len(), outline(&source).headings.len() + 1, "{path}");
    }
}

type Pass<'p> = (&'p str, &'p dyn Fn(&str) -> usize);

/// `DEBRIEF_CORPUS=... cargo test --release --lib markdown -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn speed_on_real_reviews() {
    let documents = documents();
    let bytes: usize = documents.iter().map(|(_, source)| source.len()).sum();
    if bytes == 0 {
        return;
    }
    let passes: [Pass<'_>; 4] = [
        ("parse alone", &|s| pulldown_cmark::Parser::new_ext(s, crate::dialect()).count()),
        ("outline", &|s| outline(s).links.len()),
        ("to_html", &|s| to_html(s, &Options::default()).len()),
        ("plain_text", &|s| plain_text(s).len()),
    ];
    let uncoloured: Vec<_> = documents.iter().map(|(path, source)| (path.clone(), without_languages(source))).collect();
    for (name, pass) in passes {
        measure(name, &documents, pass);
    }
    measure("to_html without colours", &uncoloured, &|s| to_html(s, &Options::default()).len());
}

/// The same with fences that name no language.
fn without_languages(source: &str) -> String {
    let line = |line: &str| {
        if line.trim_start().starts_with("```") {
            line.trim_end_matches(char::is_alphanumeric).to_owned()
        } else {
            line.to_owned()
        }
    };
    source.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[expect(clippy::print_stderr, reason = "a measurement is read by a person")]
fn measure(name: &str, documents: &[(String, String)], pass: &dyn Fn(&str) -> usize) {
    let bytes: usize = documents.iter().map(|(_, source)| source.len()).sum();
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        let sum: usize = documents.iter().map(|(_, source)| pass(source)).sum();
        assert!(sum > 0);
        best = best.min(start.elapsed());
    }
    let rate = bytes as u128 * 1_000 / best.as_nanos().max(1);
    eprintln!("{name}: {best:?} for {} documents, {bytes} bytes: {rate} MB/s", documents.len());
}
