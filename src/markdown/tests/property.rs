//! Properties for any input: no panic, a safe page, valid places, and matching ids.

use proptest::prelude::*;

use super::safety::assert_safe;
use crate::{Block, Document, Item, Options, inline_html, outline, plain_text, sections_text, to_html};

/// Pieces with a meaning for one of the readers.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "a", "b c", " ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "é", "時", "🚒", "\u{a0}", "\u{0}", "\u{feff}",
    "\\", "&", "&amp;", "&#0;", "&copy", "*", "**", "_", "__", "~~", "~", "`", "``", "```", "~~~", "```redact\n",
    "````redact\n", "```sh\n", "#", "# ", "## ", "###### ", "===\n", "---\n", "- ", "+ ", "1. ", "10) ", "- [ ] ",
    "- [x] ", "> ", ">", "> [!NOTE]\n", "|", "|-|-:|\n", "| a | b |\n", "\\|", "[", "]", "(", ")", "[[", "]]",
    "[[id]]", "[[id|t]]", "[[i#h]]", "![", "](", "](x)", "](redact:a)", "](javascript:x)", "[^1]", "[^1]: ", "[^a b]",
    "[r]: ", "[r]", "<", ">", "</", "<b>", "</b>", "<a href=\"x\">", "<a href=javascript:x>", "</a>", "<div>",
    "</div>", "<div id=x>", "<p align=left>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<p>", "</p>", "<img src=x>",
    "<img src=\"http://x\">", "<script>", "</script>", "<style>", "<svg>", "<!--", "-->", "<pod>", "<h1>", "</h1>",
    "<details>", "<summary>", "<li>", "<br>", "\"", "'", "=", "http://a.b", "https://", "://", "<http://x>",
    "<a@b.c>", ":", "!", ".",
];

fn glued() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn check(source: &str) {
    let Document { outline: facts, blocks } = Document::read(source);
    assert_eq!(facts, outline(source));
    let html = to_html(source, &Options::default());
    assert_safe(source, &html);
    assert_safe(source, &inline_html(source, &Options::default()));
    for heading in &facts.headings {
        assert!([&heading.span, &heading.content, &heading.own].into_iter().all(|r| source.get(r.clone()).is_some()));
        if !heading.id.is_empty() {
            let id = base::text::escape_html(&heading.id);
            assert!(html.contains(&format!(" id=\"{id}\"")), "{id} is missing in {html:?} of {source:?}");
        }
        for block in blocks.within(&heading.content) {
            places(source, block);
        }
    }
    assert!(facts.links.iter().all(|link| source.get(link.span.clone()).is_some()), "{facts:?} of {source:?}");
    let omit: Vec<_> = facts.headings.iter().map(|h| h.own.clone()).collect();
    assert_safe(source, &to_html(source, &Options { omit: &omit, ..Options::default() }));
    std::hint::black_box(plain_text(source));
    assert_eq!(sections_text(source).len(), facts.headings.len() + 1);
    for block in blocks.all() {
        places(source, block);
    }
}

fn places(source: &str, block: &Block) {
    let span = match block {
        Block::List { items, span, .. } => {
            for item in items {
                item_places(source, item);
            }
            span
        }
        Block::Table { header, rows, span } => {
            assert!(
                header.iter().chain(rows.iter().flat_map(|r| &r.cells)).all(|c| source.get(c.span.clone()).is_some())
            );
            assert!(rows.iter().all(|row| row.cells.len() == header.len()));
            span
        }
        Block::Paragraph { span } | Block::Heading { span, .. } | Block::Other { span } => span,
    };
    assert!(source.get(span.clone()).is_some(), "{block:?} of {source:?}");
}

fn item_places(source: &str, item: &Item) {
    assert!(
        source.get(item.span.clone()).is_some() && source.get(item.content.clone()).is_some(),
        "{item:?} of {source:?}"
    );
    for child in &item.children {
        item_places(source, child);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_a_page(source in any::<String>()) {
        check(&source);
    }

    #[test]
    fn any_markup_has_a_page(source in glued()) {
        check(&source);
    }
}
