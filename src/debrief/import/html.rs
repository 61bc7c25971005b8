//! An HTML page: exports of Confluence, Google Docs and Notion.
//!
//! In: the file. Out: a draft whose text is Markdown. Scripts, styles, forms and pictures are removed. A link is kept only if
//! it leads to the web or a mailbox, and is replaced by its text otherwise.

use std::collections::HashSet;

use ammonia::{Builder, UrlRelative};
use html::{Piece, decode_text, pieces};

use super::Refused;
use super::draft::{Draft, block, line};
use site::source::SourceFile;

/// Elements whose content is removed.
const WITHOUT: [&str; 15] = [
    "script", "style", "title", "noscript", "template", "iframe", "svg", "math", "select", "textarea", "button",
    "object", "nav", "audio", "video",
];

/// Reads a page.
pub(super) fn read(file: &SourceFile) -> Result<Draft, Refused> {
    let markdown = markdown(&file.text).map_err(|error| {
        let message = format!("`{}` cannot be turned into Markdown: {error}", file.path);
        Refused::new(message, "export the page again, or copy its text into a review that `debrief new` begins")
    })?;
    let (heading, body) = match markdown.trim_start().strip_prefix("# ") {
        Some(rest) => {
            let (heading, body) = rest.split_once('\n').unwrap_or((rest, ""));
            (Some(line(&markdown::plain_text(heading))), body.to_owned())
        }
        None => (None, markdown.clone()),
    };
    let named = || {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        line(&name.rsplit_once('.').map_or(name, |(stem, _)| stem).replace(['_', '-', '+'], " "))
    };
    let is_said = |title: &String| !title.is_empty();
    let title = heading.filter(is_said).or_else(|| titled(&file.text).filter(is_said)).unwrap_or_else(named);
    let note = match pictures(&file.text) {
        0 => None,
        count => Some(base::text::count(count, "picture was left out", "pictures were left out")),
    };
    Ok(Draft { title, source: file.path.clone(), body, note, ..Draft::default() })
}

fn markdown(text: &str) -> std::io::Result<String> {
    Ok(block(&htmd::convert(&cleaner().clean(text).to_string())?))
}

fn pictures(text: &str) -> usize {
    let is_picture = |piece: Piece<'_>| matches!(piece, Piece::Tag(tag) if tag.name.eq_ignore_ascii_case("img"));
    pieces(text).filter(|(piece, _)| is_picture(*piece)).count()
}

/// The content of the first `<title>`.
fn titled(text: &str) -> Option<String> {
    let is_title = |piece: Piece<'_>| matches!(piece, Piece::Tag(tag) if tag.name.eq_ignore_ascii_case("title"));
    let mut rest = pieces(text).skip_while(|(piece, _)| !is_title(*piece)).skip(1);
    rest.next().filter(|(piece, _)| *piece == Piece::Text).map(|(_, range)| line(&decode_text(&text[range])))
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

#[cfg(test)]
mod tests {
    use super::{SourceFile, read};

    #[test]
    fn a_page_is_markdown_and_nothing_that_runs() {
        let text = "<html><head><title>Stale &amp; slow - Wiki</title><style>p{}</style></head><body><h1>Stale fares</h1>\
            <p>Fares were <b>old</b>.<script>alert(1)</script> <a href=\"javascript:x()\">one</a> <a href=\"../up.html\">two</a> \
            <a href=\"https://example.org/a\">three</a><img src=x onerror=y></p><h2>Timeline</h2><ul><li>10:00 it broke</li></ul>\
            <table><tr><th>a</th></tr><tr><td>&lt;b&gt;</td></tr></table></body></html>";
        let draft = read(&SourceFile { path: "x/page.html".to_owned(), text: text.to_owned() }).unwrap();
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
        let page = |text: &str| {
            let file = SourceFile { path: "a/Queue_outage-3.html".to_owned(), text: text.to_owned() };
            read(&file).unwrap().title
        };
        assert_eq!(page("<TITLE lang=en>Stale &amp; slow</TITLE><p>x</p>"), "Stale & slow");
        assert_eq!(page("<p>x</p>"), "Queue outage 3");
    }
}
