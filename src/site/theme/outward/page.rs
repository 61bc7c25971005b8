//! Checks the tags of a template, a page or an SVG file.

use super::tag::{Attribute, Tag, tags};
use super::text::Language;
use super::{Found, Leads, leads, policy, style, text};

/// Types of `<script>` that are data.
const DATA: [&str; 2] = ["application/ld+json", "application/json"];
/// Attributes that make a browser load something, on any tag.
const ASKING: [&str; 13] = [
    "src",
    "srcset",
    "imagesrcset",
    "poster",
    "data",
    "action",
    "formaction",
    "background",
    "ping",
    "manifest",
    "codebase",
    "archive",
    "attributionsrc",
];
/// Relations of a `<link>` that browsers do not load.
const READ: [&str; 8] = ["canonical", "alternate", "author", "license", "help", "next", "prev", "me"];
/// Tags whose address a browser runs or shows inside the page.
const RUNNING: [&str; 6] = ["script", "iframe", "frame", "object", "embed", "base"];
/// Tags that make a page more than plain text.
const LOADING: [&str; 10] = ["script", "style", "link", "meta", "iframe", "object", "embed", "form", "base", "svg"];

/// Checks a template: a whole page must have the policy, a part of a page need not.
pub(super) fn template(text: &str) -> Vec<Found> {
    let blank = blank(text);
    let tags = tags(&blank);
    // The page at an old address redirects to the new one, which is known only in the rendered page.
    let mut found = judged(&blank, &tags, |target| target.trim().is_empty());
    found.extend(text::misread(&blank, Language::Html));
    let whole = tags.iter().find(|tag| matches!(tag.name.as_str(), "html" | "head" | "body"));
    if let Some(whole) = whole.filter(|_| !text.contains("{% extends")) {
        found.extend(policy::of(&blank, &tags, whole.span.clone()));
    }
    found
}

/// Checks a rendered page.
pub(super) fn page(text: &str) -> Vec<Found> {
    let tags = tags(text);
    let mut found = judged(text, &tags, |target| leads(target) == Leads::Here);
    // A page of plain text needs no policy.
    found.extend(text::misread(text, Language::Html));
    let first = tags.iter().find(|tag| !tag.attributes.is_empty() || LOADING.contains(&tag.name.as_str()));
    found.extend(first.and_then(|tag| policy::of(text, &tags, tag.span.clone())));
    found
}

/// Checks an SVG or XML file, which has no policy of its own.
pub(super) fn drawing(text: &str) -> Vec<Found> {
    let mut found = judged(text, &tags(text), |_| false);
    found.extend(xml(text));
    found
}

/// Checks what XML alone has.
pub(super) fn xml(text: &str) -> Vec<Found> {
    let mut found = text::misread(text, Language::Xml);
    found.extend(text::declared(text));
    found
}

/// Checks all tags; `may_send` decides which addresses a page may redirect to.
fn judged(text: &str, tags: &[Tag], may_send: fn(&str) -> bool) -> Vec<Found> {
    let mut found = Vec::new();
    for tag in tags {
        let name = tag.name.as_str();
        let is_data = tag.value("type").is_some_and(|kind| DATA.contains(&kind.trim().to_lowercase().as_str()));
        if name == "script" && !is_data && !tag.has("src") && !tag.has("href") && !tag.has("xlink:href") {
            found.push(Found::new(tag.span.clone(), "an inline script"));
        }
        if name == "style" {
            found.extend(style::read(&text[tag.content.clone()], tag.content.start));
        }
        let sends = name == "meta" && tag.is("http-equiv", "refresh");
        if sends && !refreshed(tag.value("content").unwrap_or_default()).is_some_and(may_send) {
            found.push(Found::new(tag.span.clone(), "the page sends its readers elsewhere (`http-equiv=\"refresh\"`)"));
        }
        for attribute in &tag.attributes {
            let (key, span) = (attribute.name.as_str(), attribute.span.clone());
            match key {
                _ if is_handler(key) => found.push(Found::new(span, format!("an inline script (`{key}`)"))),
                "srcdoc" => found.push(Found::new(span, "a page inside the page (`srcdoc`)")),
                _ => {
                    // Attributes of drawings, such as `fill`, are read as styles. An address may hold `url(` too.
                    if key == "style" || attribute.value.to_ascii_lowercase().contains("url(") {
                        let in_style = style::read(&attribute.value, 0).into_iter();
                        found.extend(in_style.map(|inside| Found::new(span.clone(), inside.message)));
                    }
                    found.extend(addresses(tag, attribute));
                }
            }
        }
    }
    found
}

/// Whether an attribute is a script: `onclick`.
fn is_handler(key: &str) -> bool {
    key.strip_prefix("on").is_some_and(|event| !event.is_empty() && event.chars().all(|c| c.is_ascii_alphabetic()))
}

/// Checks the addresses in one attribute.
fn addresses(tag: &Tag, attribute: &Attribute) -> Vec<Found> {
    let (name, key) = (tag.name.as_str(), attribute.name.as_str());
    let is_reference = matches!(key, "href" | "xlink:href");
    // An animation may set an address.
    let is_set = matches!(name, "animate" | "set") && matches!(key, "from" | "to" | "by" | "values");
    if !is_reference && !is_set && !ASKING.contains(&key) {
        return Vec::new();
    }
    // A link is followed only when the reader clicks it, and browsers do not load some relations.
    let is_link = matches!(name, "a" | "area");
    let is_read = |rel: &str| rel.split_whitespace().all(|r| READ.contains(&r.to_lowercase().as_str()));
    let loads = !is_reference || !(is_link || (name == "link" && tag.value("rel").is_some_and(is_read)));
    let targets: Vec<&str> = match key {
        "srcset" | "imagesrcset" => {
            let parts = attribute.value.split(',');
            parts.map(|part| part.trim_start().split(' ').next().unwrap_or_default()).collect()
        }
        "ping" | "archive" | "attributionsrc" => attribute.value.split_whitespace().collect(),
        _ if is_set => attribute.value.split(';').collect(),
        _ => vec![attribute.value.as_str()],
    };
    let problem = |target: &str| match leads(target) {
        Leads::Script => Some("a script stands in an address".to_owned()),
        Leads::Inside if RUNNING.contains(&name) => Some(format!("a script or a page stands in `{key}`")),
        Leads::Away if loads => Some(format!("`{key}` asks another host")),
        _ => None,
    };
    let problems = targets.into_iter().filter_map(problem);
    problems.map(|message| Found::new(attribute.span.clone(), message)).collect()
}

/// The target of `<meta http-equiv="refresh">`, after the seconds and `url=`, as browsers read it; `None` if it reloads
/// the page itself.
fn refreshed(content: &str) -> Option<&str> {
    let after = content.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let after = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ','));
    let named = after.get(..3).filter(|start| start.eq_ignore_ascii_case("url"));
    let value = named.and_then(|_| after[3..].trim_start().strip_prefix('='));
    let value = value.or(Some(after).filter(|after| !after.is_empty()))?.trim_start();
    match value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => value[1..].split(quote).next(),
        None => Some(value),
    }
}

/// Replaces template syntax by blanks and keeps all line breaks.
fn blank(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min() {
        out.push_str(&rest[..at]);
        let close = match &rest[at..at + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let end = rest[at..].find(close).map_or(rest.len(), |end| at + end + 2);
        out.extend(rest[at..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = &rest[end..];
    }
    out + rest
}
