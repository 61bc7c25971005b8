//! An HTML page: exports of Confluence, Google Docs and Notion.
//!
//! In: the file. Out: a draft whose text is Markdown. Scripts, styles, forms and pictures are removed. A link to another file of
//! the export is kept as it is, because it is not known yet what becomes of that file.

use std::collections::HashSet;

use ammonia::{Builder, UrlRelative};
use htmd::HtmlToMarkdown;
use htmd::options::{BulletListMarker, Options};
use html::{Piece, decode_text, pieces};

use super::draft::{Draft, block, line};
use super::{Refused, tables, wiki};
use site::source::SourceFile;

/// Elements whose content is removed.
const WITHOUT: [&str; 15] = [
    "script", "style", "title", "noscript", "template", "iframe", "svg", "math", "select", "textarea", "button",
    "object", "nav", "audio", "video",
];

/// How deep elements may stand within each other: as deep as browsers let them. The parsers call themselves for each level.
const DEEPEST: usize = 500;

/// Elements that have no end, or may be left without one.
const ENDLESS: [&str; 24] = [
    "area", "base", "br", "col", "colgroup", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "option", "p",
    "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// Reads a page.
pub(super) fn read(file: &SourceFile) -> Result<Draft, Refused> {
    if depth(&file.text) > DEEPEST {
        let message = format!("`{}` has elements within each other more than {DEEPEST} deep", file.path);
        return Err(Refused::new(
            message,
            "export the page again, or copy its text into a review that `debrief new` begins",
        ));
    }
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
    let is_page = internal::is_page(&format!("# {title}\n\n{body}"));
    Ok(Draft { title, is_page, source: file.path.clone(), body, note, ..Draft::default() })
}

fn markdown(text: &str) -> std::io::Result<String> {
    let page = fenced(&cleaner().clean(&wiki::page(&block(text))).to_string());
    let options = Options { bullet_list_marker: BulletListMarker::Dash, ul_bullet_spacing: 1, ..Options::default() };
    let markdown = tables::handled(HtmlToMarkdown::builder().options(options)).build().convert(&page)?;
    Ok(block(&wiki::with_boxes(&markdown)))
}

/// The page with the text of each `<pre>` as code, of which a fence is made: its lines and its space are kept.
fn fenced(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    // How many `<pre>` are open, and whether their text was put into `<code>` here.
    let (mut open, mut is_ours) = (0_usize, false);
    for (piece, range) in pieces(page) {
        let text = &page[range.clone()];
        let Piece::Tag(tag) = piece else {
            out.push_str(text);
            continue;
        };
        match (tag.name.to_ascii_lowercase().as_str(), tag.closing) {
            ("pre", false) => {
                open += 1;
                out.push_str(text);
                if open == 1 {
                    is_ours = !page[range.end..].trim_start().starts_with("<code");
                    out.push_str(if is_ours { "<code>" } else { "" });
                }
            }
            ("pre", true) if open > 0 => {
                open -= 1;
                out.push_str(if open == 0 && is_ours { "</code>" } else { "" });
                out.push_str(text);
            }
            ("br", _) if open > 0 => out.push('\n'),
            // Marks in code would be signs of it.
            (name, _) if open > 0 && (name != "code" || is_ours) => {}
            _ => out.push_str(text),
        }
    }
    out
}

/// How deep elements stand within each other at most, without those that need no end. Drawings, and elements of other names such as
/// `<ri:page/>`, may end in their own tag, as no element of HTML does.
fn depth(text: &str) -> usize {
    let (mut depth, mut most, mut is_drawing) = (0_usize, 0, false);
    for (piece, _) in pieces(text) {
        let Piece::Tag(tag) = piece else { continue };
        if tag.name.eq_ignore_ascii_case("svg") {
            is_drawing = !tag.closing;
        }
        let ends_itself = tag.name.contains(':') && text[..tag.end].ends_with("/>");
        if is_drawing || ends_itself || ENDLESS.iter().any(|name| tag.name.eq_ignore_ascii_case(name)) {
            continue;
        }
        depth = if tag.closing { depth.saturating_sub(1) } else { depth + 1 };
        most = most.max(depth);
    }
    most
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
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    builder
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, SourceFile, read};

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
        assert!(draft.body.contains("[two](../up.html)"), "{}", draft.body);
        for gone in ["alert", "javascript", "onerror", "p{}", "Wiki", "Stale fares"] {
            assert!(!draft.body.contains(gone), "{gone}: {}", draft.body);
        }
        assert_eq!(draft.note.as_deref(), Some("1 picture was left out"));
    }

    #[test]
    fn preformatted_text_is_a_block_of_code() {
        for (html, wanted) in [
            ("<pre># rm -rf *\n* item\n    deep</pre>", "```\n# rm -rf *\n* item\n    deep\n```"),
            ("<pre><code># one\n  two</code></pre>", "```\n# one\n  two\n```"),
            ("<pre><span># one</span><br><b>  two</b></pre>", "```\n# one\n  two\n```"),
        ] {
            assert_eq!(imported(&format!("<h1>T</h1><p>a</p>{html}")), format!("# T\n\na\n\n{wanted}"), "{html}");
        }
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

    #[test]
    fn a_page_that_is_too_deep_is_refused_and_a_long_one_is_not() {
        let read = |text: String| read(&SourceFile { path: "a.html".to_owned(), text });
        assert!(read("<div>".repeat(100_000)).is_err() && read("<ac:task-id>".repeat(100_000)).is_err());
        assert!(read("<p>One<br>two".repeat(2_000)).is_ok());
        assert!(read("<div><p>One</p></div>".repeat(2_000)).is_ok());
        assert!(read(format!("{}One{}", "<div>".repeat(DEEPEST), "</div>".repeat(DEEPEST))).is_ok());
        assert!(read("<p><svg><path/><path/></svg><ri:page title=\"a\"/></p>".repeat(2_000)).is_ok());
    }

    fn imported(text: &str) -> String {
        let draft = read(&SourceFile { path: "x/page.html".to_owned(), text: text.to_owned() }).unwrap();
        format!("# {}\n\n{}", draft.title, draft.body.trim())
    }

    #[test]
    fn a_table_keeps_each_value_and_word() {
        for (table, wanted) in [
            (
                "<tr><th>Date</th><td><p>14 Mar</p></td></tr><tr><th>Owner</th><td>Ana | Bo</td></tr>",
                "|  |  |\n| --- | --- |\n| Date | 14 Mar |\n| Owner | Ana \\| Bo |",
            ),
            (
                "<tr><td>Date</td><td>14 Mar</td></tr><tr><td>Severity</td><td>SEV2</td></tr>",
                "| Date | 14 Mar |\n| --- | --- |\n| Severity | SEV2 |",
            ),
            (
                "<thead><tr><th>Time</th><th>Event</th></tr></thead><tr><th>10:00</th><td>It<br>broke</td></tr>",
                "| Time | Event |\n| --- | --- |\n| 10:00 | It broke |",
            ),
            (
                "<tr><th colspan=2>Timeline</th></tr><tr><td rowspan=2>1 May</td><td>a</td></tr><tr><td>b</td></tr>",
                "| Timeline |  |\n| --- | --- |\n| 1 May | a |\n| 1 May | b |",
            ),
            (
                "<caption>Facts 1</caption><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr>",
                "Facts 1\n\n| a | b \\| c |\n| --- | --- |",
            ),
        ] {
            assert_eq!(imported(&format!("<h1>T</h1><table>{table}</table>")), format!("# T\n\n{wanted}"));
        }
    }

    #[test]
    fn a_task_that_is_done_stays_done() {
        for (list, wanted) in [
            (
                "<ul class=\"inline-task-list\"><li class=\"checked\"><span>One</span></li><li><p>Two</p></li></ul>",
                "- [x] One\n- [ ] Two",
            ),
            (
                "<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>complete</ac:task-status>\
                 <ac:task-body>One</ac:task-body></ac:task><ac:task><ac:task-status>incomplete</ac:task-status>\
                 <ac:task-body>Two</ac:task-body></ac:task></ac:task-list>",
                "- [x] One\n- [ ] Two",
            ),
            (
                "<ul class=\"to-do-list\"><li><div class=\"checkbox checkbox-on\"></div> \
                 <span class=\"to-do-children-checked\">One</span></li></ul>\
                 <ul class=\"to-do-list\"><li><span class=\"to-do-children-unchecked\">Two</span></li></ul>",
                "- [x] One\n\n- [ ] Two",
            ),
            (
                "<ul><li><input type=checkbox checked> One</li><li><input type=\"checkbox\" disabled> Two</li><li>3</li></ul>",
                "- [x] One\n- [ ] Two\n- 3",
            ),
        ] {
            assert_eq!(imported(&format!("<h1>T</h1>{list}")), format!("# T\n\n{wanted}"));
        }
    }

    #[test]
    fn what_a_wiki_adds_is_no_part_of_the_page() {
        let confluence = "<title>SRE : Stale fares</title><div id=\"breadcrumb-section\"><ol id=\"breadcrumbs\"><li>SRE</li></ol></div>\
            <h1 id=\"title-heading\"><span id=\"title-text\"> SRE : Stale fares : again </span></h1>\
            <div class=\"page-metadata\"><div>Created by</div> Jane</div><div><p>Old : fares.</p></div>\
            <div id=\"footer\" role=x><p>Document generated by Confluence</p></div>";
        assert_eq!(imported(confluence), "# Stale fares : again\n\nOld : fares.");
        assert_eq!(imported("<h1>T</h1><div id=footer>cut <p>off"), "# T\n\ncut\n\noff");
        let google = "<p class=\"c2 title\"><span>Login : down</span></p><p class=\"c2\">It fell. <a \
            href=\"https://www.google.com/url?q=https://example.com/x%3Fa%3D1&amp;sa=D\">a ticket</a> <a \
            href=\"https://www.google.com/url?q=javascript:x&amp;sa=D\">none</a></p>";
        assert_eq!(imported(google), "# Login : down\n\nIt fell. [a ticket](https://example.com/x?a=1) none");
    }
}
