//! Tests with a folder of real reviews, if `DEBRIEF_CORPUS` is set.

use std::collections::BTreeMap;

use super::safety::{assert_safe, every_token};
use crate::token::Token;
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
