//! A page as HTML: exports of Confluence, Google Docs and Notion.
//!
//! In: the file. Out: a draft, whose text is Markdown. Scripts, styles, forms and pictures are gone, and links that lead anywhere but to the
//! web or a mailbox are their words: in the library they would lead nowhere.

use std::collections::HashSet;

use ammonia::{Builder, UrlRelative};

use super::draft::{Draft, block, line};
use site::source::SourceFile;

/// Elements whose content is no text of the page.
const WITHOUT: [&str; 15] = [
    "script", "style", "title", "noscript", "template", "iframe", "svg", "math", "select", "textarea", "button",
    "object", "nav", "audio", "video",
];

/// Reads a page.
pub(super) fn read(file: &SourceFile) -> Draft {
    let pictures = file.text.to_lowercase().matches("<img").count();
    let markdown = markdown(&file.text);
    let (heading, body) = match markdown.trim_start().strip_prefix("# ") {
        Some(rest) => {
            let (heading, body) = rest.split_once('\n').unwrap_or((rest, ""));
            (Some(line(&markdown::plain_text(heading))), body.to_owned())
        }
        None => (None, markdown.clone()),
    };
    let titled =
        || between(&file.text, "<title", "</title>").map(|text| line(&markdown::plain_text(&self::markdown(&text))));
    let named = || {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        line(&name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace(['_', '-', '+'], " "))
    };
    let is_said = |title: &String| !title.is_empty();
    let title = heading.filter(is_said).or_else(|| titled().filter(is_said)).unwrap_or_else(named);
    let note = match pictures {
        0 => None,
        count => Some(base::text::count(count, "picture was left out", "pictures were left out")),
    };
    Draft { title, source: file.path.clone(), body, note, ..Draft::default() }
}

fn markdown(html: &str) -> String {
    let clean = cleaner().clean(html).to_string();
    block(&htmd::convert(&clean).unwrap_or_default())
}

fn cleaner() -> Builder<'static> {
    let mut builder = Builder::default();
    builder
        .rm_tags(WITHOUT.iter().chain(&["img", "map", "area", "figure", "figcaption"]))
        .clean_content_tags(HashSet::from(WITHOUT))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(None);
    builder
}

/// What stands in the first element, whatever its attributes.
fn between(text: &str, start: &str, end: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let from = lower.find(start)?;
    let from = from + lower[from..].find('>')? + 1;
    let to = from + lower[from..].find(end)?;
    Some(text[from..to].to_owned())
}

#[cfg(test)]
mod tests {
    use super::{SourceFile, read};

    #[test]
    fn a_page_is_markdown_and_nothing_that_runs() {
        let text = "<html><head><title>Stale &amp; slow - Wiki</title><style>p{}</style></head><body><h1>Stale fares</h1>\
            <p>Fares were <b>old</b>.<script>alert(1)</script> <a href=\"javascript:x()\">one</a> <a href=\"../up.html\">two</a> \
            <a href=\"https://example.org/a\">three</a><img src=x onerror=y></p><h2>Timeline</h2><ul><li>10:00 it broke</li></ul>\
            <table><tr><th>a</th></tr><tr><td>&lt;b&gt;</td></tr></table></body></html>";
        let draft = read(&SourceFile { path: "x/page.html".to_owned(), text: text.to_owned() });
        assert_eq!(draft.title, "Stale fares");
        assert!(draft.body.contains("**old**") && draft.body.contains("## Timeline"), "{}", draft.body);
        assert!(draft.body.contains("[three](https://example.org/a)"), "{}", draft.body);
        for gone in ["alert", "javascript", "up.html", "onerror", "p{}", "Wiki", "Stale fares"] {
            assert!(!draft.body.contains(gone), "{gone}: {}", draft.body);
        }
        assert_eq!(draft.note.as_deref(), Some("1 picture was left out"));
    }

    #[test]
    fn a_page_without_a_heading_is_called_by_its_title_or_its_file() {
        let page =
            |text: &str| read(&SourceFile { path: "a/Queue_outage-3.html".to_owned(), text: text.to_owned() }).title;
        assert_eq!(page("<TITLE lang=en>Stale &amp; slow</TITLE><p>x</p>"), "Stale & slow");
        assert_eq!(page("<p>x</p>"), "Queue outage 3");
    }
}
