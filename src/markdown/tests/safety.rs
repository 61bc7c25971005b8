//! Checks that a finished page is safe, both as written and as a browser reads it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex};

use crate::elements;
use crate::tags::tag;
use crate::token::Token;

/// Fails if the page could run anything, load anything, or imitate a part of the site.
pub(super) fn assert_safe(source: &str, html: &str) {
    assert_eq!(wrong(html), None, "in {html:?} of {source:?}");
}

fn wrong(html: &str) -> Option<String> {
    wrong_in_a_browser(html).into_iter().chain(wrong_as_written(html)).next()
}

/// Elements that a page may hold besides those that an author may write.
const OURS: &[&str] = &["input", "section"];

#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    "alt", "aria-label", "checked", "class", "colspan", "data-lang", "data-role", "datetime", "dir", "disabled", "height", "href",
    "id", "lang", "loading", "open", "rel", "reversed", "role", "rowspan", "scope", "src", "start", "tabindex",
    "title", "type", "width",
];

/// What a browser's own parser finds: an element or an attribute that is not allowed.
fn wrong_in_a_browser(html: &str) -> Vec<String> {
    let wrong = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&wrong);
    let ours: HashSet<&str> = elements::all().filter(|n| elements::allowed(n).is_some() || OURS.contains(n)).collect();
    let mut lenient = ammonia::Builder::empty();
    lenient
        .clean_content_tags(HashSet::new())
        .tags(elements::all().collect())
        .generic_attribute_prefixes(HashSet::from([""]))
        .url_schemes(HashSet::from([
            "http",
            "https",
            "mailto",
            "tel",
            "javascript",
            "data",
            "vbscript",
            "file",
            "redact",
        ]))
        .link_rel(None)
        .attribute_filter(move |element, name, value| {
            if let Some(why) = wrong_attribute(element, name, value) {
                seen.lock().unwrap().push(why);
            }
            Some(value.into())
        });
    let everything = lenient.clean(html).to_string();
    if everything != lenient.tags(ours).clean(html).to_string() {
        wrong.lock().unwrap().push("an element".to_owned());
    }
    let mut wrong = wrong.lock().unwrap();
    std::mem::take(&mut *wrong)
}

fn wrong_attribute(element: &str, name: &str, value: &str) -> Option<String> {
    let squeezed: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let squeezed = squeezed.to_lowercase().replace('\\', "/");
    // A text with any other character is not a scheme but a path.
    let can_be = |s: &&str| {
        s.starts_with(char::is_alphabetic) && s.chars().all(|c| c.is_alphanumeric() || matches!(c, '+' | '-' | '.'))
    };
    let scheme = squeezed.split_once(':').map(|(scheme, _)| scheme).filter(can_be);
    let elsewhere = squeezed.starts_with("//") || scheme.is_some();
    let runs = scheme.is_some_and(|s| !["http", "https", "mailto", "tel"].contains(&s));
    let wrong = match name {
        "href" => runs,
        "src" => elsewhere,
        "type" => element != "input" || value != "checkbox",
        "id" => value.is_empty() || value.contains(char::is_whitespace),
        name => !ATTRIBUTES.contains(&name),
    };
    wrong.then(|| format!("{name}={value:?} on <{element}>"))
}

/// Every tag and text of a finished page.
pub(super) fn every_token(html: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let begins = rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let found = if begins { tag(rest) } else { None };
        let (token, length) = found.unwrap_or_else(|| {
            let end = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at);
            (Token::Text(&rest[..end]), end)
        });
        rest = &rest[length..];
        out.push(token);
    }
    out
}

/// What is wrong with the page as written: tags that do not match, repeated attributes, links that send a referrer.
fn wrong_as_written(html: &str) -> Option<String> {
    let mut open = Vec::new();
    for token in every_token(html) {
        match token {
            Token::Text(text) if text.contains('<') => return Some(format!("a tag that is none in {text:?}")),
            Token::Text(_) => {}
            Token::Close { name } => {
                if open.pop().as_ref() != Some(&name) {
                    return Some(format!("ill nested </{name}>"));
                }
            }
            Token::Open { name, attrs } => {
                let names: BTreeSet<_> = attrs.iter().map(|(name, _)| name).collect();
                let of: HashMap<_, _> = attrs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                let away =
                    of.get("href").is_some_and(|h| h.starts_with("http") || h.replace('\\', "/").starts_with("//"));
                if names.len() != attrs.len() || away && of.get("rel") != Some(&"noopener noreferrer") {
                    return Some(format!("<{name} {attrs:?}>"));
                }
                if !matches!(name.as_str(), "br" | "hr" | "img" | "input" | "wbr") {
                    open.push(name);
                }
            }
        }
    }
    (!open.is_empty()).then(|| format!("unclosed {open:?}"))
}

#[test]
fn what_is_wrong_is_seen() {
    for html in [
        "<script>x</script>",
        "<iframe></iframe>",
        "<b onclick=x>y</b>",
        "<b style=x>y</b>",
        "<a href=javascript:x>y</a>",
        "<a href=' java\nscript:x'>y</a>",
        "<a href=data:x>y</a>",
        "<a href=http://x>y</a>",
        "<img src=http://x>",
        "<img src=\"/\\x\">",
        "<input type=password>",
        "<b>",
        "</b>",
        "<b><i></b></i>",
        "<svg></svg>",
        "<p id='a b'></p>",
    ] {
        assert!(wrong(html).is_some(), "{html}");
    }
    assert_safe("", "<p id=\"a\"><a href=\"x\">y</a> <img src=\"y.png\" alt=\"\"></p>");
}
