//! CommonMark and GitHub's additions, read back: examples of our own, what we do otherwise on purpose, and the examples of the
//! specification where its text is at hand (`DEBRIEF_COMMONMARK=spec.txt`, from <https://spec.commonmark.org>).

use super::safety::every_token;
use crate::token::Token;
use crate::{Options, to_html};
use html::decode_text;

/// What a browser shows of some HTML: its elements without ids, classes and links to headings, its words without references.
fn bare(html: &str) -> String {
    let mut out = String::new();
    let mut anchors = 0;
    for token in every_token(html) {
        match token {
            Token::Text(text) if anchors == 0 => out.push_str(&escaped(&decode_text(text))),
            Token::Open { name, attrs } => {
                let of = |key: &str| attrs.iter().find(|(k, _)| k == key).map(|(_, value)| value.clone());
                if name == "a" && of("class").as_deref() == Some("anchor") {
                    anchors += 1;
                } else if name != "div" {
                    let kept = ["href", "src", "alt", "title", "start", "checked"];
                    let kept = kept.into_iter().filter_map(|key| Some(format!(" {key}={:?}", of(key)?)));
                    out.push_str(&format!("<{}{}>", heading(&name), kept.collect::<String>()));
                }
            }
            Token::Close { name } if name == "a" && anchors > 0 => anchors -= 1,
            Token::Close { name } if name != "div" => out.push_str(&format!("</{}>", heading(&name))),
            _ => {}
        }
    }
    // Blanks at an edge of a block are not seen.
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    out.replace("> <", "><").replace(" </h", "</h").replace(" </p", "</p").replace("<br> ", "<br>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A page has its title above the text, so the ranks of headings are its own.
fn heading(name: &str) -> &str {
    if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") { "h" } else { name }
}

fn ours(source: &str) -> String {
    bare(&to_html(source, &Options::default()))
}

/// Markdown, and the HTML that CommonMark or GitHub make of it.
const ALIKE: [(&str, &str); 42] = [
    ("a\nb", "<p>a b</p>"),
    ("a  \nb", "<p>a<br>b</p>"),
    ("a\\\nb", "<p>a<br>b</p>"),
    ("# a #", "<h1>a</h1>"),
    ("#a", "<p>#a</p>"),
    ("a\n===", "<h1>a</h1>"),
    ("a\n---\nb", "<h2>a</h2><p>b</p>"),
    ("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"),
    ("    code\n\n    more", "<pre><code>code more</code></pre>"),
    ("~~~\n`x`\n~~~", "<pre><code>`x`\n</code></pre>"),
    ("> a\nb\n\nc", "<blockquote><p>a b</p></blockquote><p>c</p>"),
    ("> > a", "<blockquote><blockquote><p>a</p></blockquote></blockquote>"),
    ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    ("- a\n  - b", "<ul><li>a <ul><li>b</li></ul></li></ul>"),
    ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
    ("1) a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
    ("* a\n+ b", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
    ("The year\n1986. It rained.", "<p>The year 1986. It rained.</p>"),
    ("*a* _b_ **c** __d__", "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong></p>"),
    ("***a***", "<p><em><strong>a</strong></em></p>"),
    ("*a **b** c*", "<p><em>a <strong>b</strong> c</em></p>"),
    ("snake_case_name", "<p>snake_case_name</p>"),
    ("a * b * c", "<p>a * b * c</p>"),
    ("`` a`b ``", "<p><code>a`b</code></p>"),
    ("`a", "<p>`a</p>"),
    ("\\*a\\*", "<p>*a*</p>"),
    ("&copy; &#228; &nothing;", "<p>\u{a9} \u{e4} &amp;nothing;</p>"),
    ("[a](https://x.y \"t\")", "<p><a href=\"https://x.y\" title=\"t\">a</a></p>"),
    ("[a](<https://x.y/b c>)", "<p><a href=\"https://x.y/b%20c\">a</a></p>"),
    ("[a][b]\n\n[b]: https://x.y", "<p><a href=\"https://x.y\">a</a></p>"),
    ("[b]\n\n[B]: https://x.y", "<p><a href=\"https://x.y\">b</a></p>"),
    ("[a] (b)", "<p>[a] (b)</p>"),
    ("[a](b", "<p>[a](b</p>"),
    ("<https://x.y/?a&b>", "<p><a href=\"https://x.y/?a&amp;b\">https://x.y/?a&amp;b</a></p>"),
    ("<me@x.example>", "<p><a href=\"mailto:me@x.example\">me@x.example</a></p>"),
    ("~~a~~ b", "<p><del>a</del> b</p>"),
    ("- [x] a\n- [ ] b", "<ul><li><input checked=\"\"> a</li><li><input> b</li></ul>"),
    (
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
    ),
    (
        "| a |\n| - |\n| `x\\|y` |",
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><code>x|y</code></td></tr></tbody></table>",
    ),
    ("see https://x.y/z.", "<p>see <a href=\"https://x.y/z\">https://x.y/z</a>.</p>"),
    ("a <b>c</b> d", "<p>a <b>c</b> d</p>"),
];

/// What we do otherwise, each with its name: Markdown, what a page of ours has, what CommonMark makes of it.
const OTHERWISE: [(&str, &str, &str, &str); 6] = [
    (
        "a tag that no page carries is text",
        "a <script>b</script> c",
        "<p>a &lt;script&gt;b&lt;/script&gt; c</p>",
        "<p>a <script>b</script> c</p>",
    ),
    ("a comment is not shown and not kept", "a <!-- b --> c", "<p>a c</p>", "<p>a <!-- b --> c</p>"),
    (
        "an address that would run something is none",
        "[a](javascript:b)",
        "<p>a</p>",
        "<p><a href=\"javascript:b\">a</a></p>",
    ),
    (
        "an address of an unknown scheme is shown",
        "[a](slack:b)",
        "<p>a (slack:b)</p>",
        "<p><a href=\"slack:b\">a</a></p>",
    ),
    ("a footnote is one", "a[^b]\n\n[^b]: c", "", "<p>a[^b]</p>"),
    ("an alert is one", "> [!NOTE]\n> a", "<p>Note</p><p>a</p>", "<blockquote><p>[!NOTE] a</p></blockquote>"),
];

#[test]
fn markdown_is_read_as_everybody_reads_it() {
    let wrong: Vec<_> = ALIKE
        .iter()
        .filter(|(source, html)| ours(source) != bare(html))
        .map(|(source, html)| format!("{source:?}\n ours {}\n not  {}", ours(source), bare(html)))
        .collect();
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_read_otherwise_is_read_so_on_purpose() {
    for (name, source, wanted, theirs) in OTHERWISE {
        let html = ours(source);
        assert!(wanted.is_empty() || html == bare(wanted), "{name}: {html}");
        assert_ne!(html, bare(theirs), "{name}");
    }
}

/// The examples of the specification: section, number, Markdown, HTML.
fn examples(spec: &str) -> Vec<(String, usize, String, String)> {
    let fence = "`".repeat(32);
    let (mut section, mut out) = (String::new(), Vec::new());
    let mut lines = spec.lines();
    while let Some(line) = lines.next() {
        if let Some(heading) =
            line.strip_prefix('#').map(|rest| rest.trim_start_matches('#')).filter(|r| r.starts_with(' '))
        {
            heading.trim().clone_into(&mut section);
        } else if line.starts_with(&fence) && line.ends_with("example") {
            let mut part = |end: &str| {
                let lines: Vec<_> = lines.by_ref().take_while(|line| *line != end).collect();
                lines.iter().map(|line| line.replace('→', "\t") + "\n").collect::<String>()
            };
            let (source, html) = (part("."), part(&fence));
            out.push((section.clone(), out.len() + 1, source, html));
        }
    }
    out
}

/// Why an example may differ; none where it may not.
fn reason(source: &str, html: &str) -> Option<&'static str> {
    let raw = source
        .match_indices('<')
        .any(|(at, _)| source[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')));
    let schemes = ["http://", "https://", "mailto:"];
    let strange = |part: &str| part.contains(':') && !schemes.iter().any(|scheme| part.starts_with(scheme));
    let addresses = html.split("href=\"").skip(1).filter_map(|part| part.split('"').next());
    if addresses.clone().any(strange) {
        Some("an address of a scheme that is not allowed")
    } else if raw {
        Some("raw HTML is made safe")
    } else if html.contains("<img") {
        Some("an image that the library does not have")
    } else if source.contains("http") {
        Some("a bare address is a link")
    } else if source.contains("[^") || source.contains("[[") {
        Some("a footnote, or a link to a review")
    } else if source.contains('\t') {
        Some("a tab in code is seen as blanks")
    } else {
        None
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test that reads a text which is no part of the project"
)]
fn the_examples_of_the_specification_differ_only_for_known_reasons() {
    let Some(spec) = std::env::var("DEBRIEF_COMMONMARK").ok().and_then(|path| std::fs::read_to_string(path).ok())
    else {
        eprintln!("left out: the examples of CommonMark (DEBRIEF_COMMONMARK names no text)");
        return;
    };
    let examples = examples(&spec);
    assert!(examples.len() > 600, "{} examples", examples.len());
    let mut counted = std::collections::BTreeMap::<&str, usize>::new();
    let mut wrong = Vec::new();
    for (section, number, source, html) in &examples {
        if ours(source) == bare(html) {
            continue;
        }
        match reason(source, html) {
            Some(reason) => *counted.entry(reason).or_default() += 1,
            None => {
                wrong.push(format!("{number} ({section}): {source:?}\n ours {}\n not  {}", ours(source), bare(html)));
            }
        }
    }
    let differ: usize = counted.values().sum();
    eprintln!("{} examples, {differ} differ: {counted:?}", examples.len());
    assert!(wrong.is_empty(), "{} differ for no known reason:\n{}", wrong.len(), wrong.join("\n"));
    assert!(differ < 80, "{differ}");
}
