//! Rendering takes linear time for any text.

use std::time::{Duration, Instant};

use crate::{Document, Options, plain_text, to_html};

/// Texts that make a careless reader of Markdown or HTML take quadratic time.
#[rustfmt::skip]
const PATTERNS: &[&str] = &[
    "plain words and more of them\n", "[[a", "[[", "]]", "[[[", "[a](", "[", "![", "*a **b ", "_a __b ", "`a ``b ",
    "<a ", "<a x=\"", "</", "<!--", "<!", "<?", "&", "&#", "> ", ">", "- ", "  - a\n", "1. ", "- a\n  - b\n", "|",
    "|a|b\n|-|-\n", "# a\n", "a\n===\n", "```\n", "~~~redact\n", "```redact\na\n```\n", "[^a]", "[^a]: b\n\n", "[^a]: ", "> [^a]: ", "- [^a]: ", "![a", "````redact\n```redact\na\n```\n````\n", "`````redact\n",
    "> ```redact\n> a\n> ```\n\n",
    "[a]: b\n", "[a]", "http://a.b/", "https://a)", "http://((", "<b>", "<b title=x>", "<b>\n\n", "<div>\n\n",
    "</div>\n\n", "<table>\n\n", "<table><tr><td>", "<table>a", "<p>", "<a href=x>\n\n", "<a name=x>", "<script>",
    "<details><summary>", "<svg>", "<h1>", "<li><p>", "<b><p>", "<pod>", "<b>a</b>", "x <b>\n\n", "> <div>\n",
    "- <b>\n", "<br>", "<img src=x>", "~~", "~a ", "\\", "\\[", "a:", "\t", "- [ ] a\n", "> [!NOTE]\n", "[a][b] ",
    "![a](http://b) ", "[a](redact:b) ", "{", "$", "\n", "\r", "\0", "é", "«", "&amp;", "\"", "<!-- -->",
];

fn timed(source: &str) -> Duration {
    let start = Instant::now();
    let html = to_html(source, &Options::default());
    assert!(html.len() < 200 * source.len().max(1_000), "a page of {} bytes", html.len());
    std::hint::black_box(plain_text(source));
    std::hint::black_box(Document::read(source));
    start.elapsed()
}

/// Checks growth, not time: twice the text must not take four times as long. `-- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
#[expect(clippy::print_stderr, reason = "a measurement is read by a person")]
fn time_grows_with_the_text() {
    let mut slow = Vec::new();
    for mixed in ["", "<i>x</i>\n\n"] {
        for pattern in PATTERNS {
            let text = |bytes: usize| mixed.to_owned() + &pattern.repeat(bytes / pattern.len());
            let small = timed(&text(500_000));
            let large = timed(&text(2_000_000));
            let growth = large.as_secs_f64() / small.as_secs_f64();
            if large > Duration::from_millis(1_500) {
                eprintln!("{mixed:?} {pattern:?}: {large:?}, {growth:.1} times that of a quarter");
            }
            if growth > 9.0 && large > Duration::from_secs(1) {
                slow.push((mixed, pattern, large));
            }
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}
