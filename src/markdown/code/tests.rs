//! What each reader highlights; no text is lost and no HTML gets through.

use proptest::prelude::*;

use super::Code;
use super::language::Language;
use super::languages::{Grammar, NAMES, grammar};

/// The inside of a block, with `[class|text]` for each span.
fn shown(language: &str, body: &str) -> String {
    let html = Code::default().block(language, body);
    let inside = html.split_once("<code>").and_then(|(_, rest)| rest.strip_suffix("</code></pre>\n")).unwrap();
    let short = inside.replace("<span class=\"hl-", "[").replace("\">", "|").replace("</span>", "]");
    short.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn known_languages_are_coloured_through_classes() {
    let html = Code::default().block("bash", "# why\nexport A=\"b\"\n");
    assert_eq!(
        html,
        "\n<pre class=\"code\" tabindex=\"0\" data-lang=\"bash\"><code><span class=\"hl-comment\"># why\n</span>\
         <span class=\"hl-keyword\">export </span>A=<span class=\"hl-string\">&quot;b&quot;\n</span></code></pre>\n"
    );
}

#[test]
fn other_languages_are_plain() {
    let html = Code::default().block("\"><b>", "<b>");
    assert_eq!(
        html,
        "\n<pre class=\"code\" tabindex=\"0\" data-lang=\"&quot;&gt;&lt;b&gt;\"><code>&lt;b&gt;</code></pre>\n"
    );
    assert_eq!(Code::default().block("", "x"), "\n<pre class=\"code\" tabindex=\"0\"><code>x</code></pre>\n");
}

#[test]
fn a_document_has_its_share_of_colours() {
    let mut code = Code::default();
    let blocks: Vec<_> = (0..40).map(|_| code.block("py", &"x = 'abc'\n".repeat(200))).collect();
    assert!(blocks[0].contains("<span") && !blocks[39].contains("<span"));
}

#[test]
fn each_language_is_read_by_its_own_rules() {
    for (language, text, wanted) in [
        (
            "sh",
            "kubectl get pods | grep -v \"it's\" # all",
            "[function|kubectl ]get pods | [function|grep ]-v [string|\"it's\" ][comment|# all]",
        ),
        (
            "sh",
            "if ! curl -f http://x/#y; then exit 1; fi",
            "[keyword|if ]! [function|curl ]-f http://x/#y; [keyword|then ][function|exit ][constant|1]; [keyword|fi]",
        ),
        ("sh", "A=1 run \\\n --dry $HOME", "[name|A]=[constant|1 ]run \\\n --dry [name|$HOME]"),
        ("sh", "0 4 * * * redis-cli DEL x", "[constant|0 4 ]* * * redis-cli DEL x"),
        ("console", "$ uptime\nload: 3 for 'x\n", "[comment|$ ][function|uptime\n]load: 3 for 'x\n"),
        ("bash", "$ ls \\\n  -l\nfor sale", "[comment|$ ][function|ls ]\\\n  -l\nfor sale"),
        (
            "json",
            "{\"a b\": [1.5, \"c\\n\", null]}",
            "{[name|\"a b\"]: [[constant|1.5], [string|\"c][escape|\\n][string|\"], [constant|null]]}",
        ),
        (
            "yaml",
            "- a: 1 # n\n  b: \"x # y\"\n  c: |\n    d: e\n  f: [g]\n",
            "- [name|a]: [constant|1 ][comment|# n\n  ][name|b]: [string|\"x # y\"\n  ][name|c]: [keyword||\n    ][string|d: e\n  ][name|f]: [g]\n",
        ),
        (
            "toml",
            "# c\n[db]\nurl = \"x\"\nmax=5 # n\n",
            "[comment|# c\n][heading|[db]\n][name|url ]= [string|\"x\"\n][name|max]=[constant|5 ][comment|# n\n]",
        ),
        (
            "sql",
            "SELECT count(*) FROM t -- n\nWHERE a = 'it''s'",
            "[keyword|SELECT ][function|count](*) [keyword|FROM ]t [comment|-- n\n][keyword|WHERE ]a = [string|'it''s']",
        ),
        (
            "py",
            "def f(x: int): return rb'a' + \"\"\"b\nc\"\"\"",
            "[keyword|def ][function|f](x: [type|int]): [keyword|return ]rb[string|'a' ]+ [string|\"\"\"b\nc\"\"\"]",
        ),
        (
            "rs",
            "fn f<'a>(x: &'a str) -> Vec<char> { 'x' }",
            "[keyword|fn ]f<'a>(x: &'a [type|str]) -> [type|Vec]<[type|char]> { [string|'x' ]}",
        ),
        (
            "go",
            "go func() { x := `a\nb` }() /* c */",
            "[keyword|go func]() { x := [string|`a\nb` ]}() [comment|/* c */]",
        ),
        (
            "ts",
            "const a: string = `b` as Foo",
            "[keyword|const ]a: [type|string ]= [string|`b` ][keyword|as ][type|Foo]",
        ),
        ("java", "@Override public void run() {}", "[name|@Override ][keyword|public ][type|void ][function|run]() {}"),
        ("diff", "--- a\n@@ -1 @@\n-x\n+y\n z", "[comment|--- a\n][heading|@@ -1 @@\n][deleted|-x\n][inserted|+y\n ]z"),
        (
            "http",
            "GET /x HTTP/1.1\nHost: a\n\n{\"k\": 1}",
            "[keyword|GET ]/x [keyword|HTTP/1.1\n][name|Host]: a\n\n{[name|\"k\"]: [constant|1]}",
        ),
        ("http", "HTTP/1.1 503 Service Unavailable", "[keyword|HTTP/1.1 ][constant|503 ]Service Unavailable"),
        (
            "html",
            "<a href=\"x\">b &amp; c</a><!-- d -->",
            "<[name|a href]=[string|\"x\"]>b [escape|&amp; ]c</[name|a]>[comment|<!-- d -->]",
        ),
        ("md", "# a\n> b\nc", "[heading|# a\n][comment|> b\n]c"),
        ("log", "12:01 ERROR \"refused\" retry=3", "12:01 [keyword|ERROR ][string|\"refused\" ]retry=3"),
        ("dockerfile", "FROM alpine:3.19 AS b", "[keyword|FROM ]alpine:3.19 [keyword|AS ]b"),
    ] {
        assert_eq!(shown(language, text), wanted, "{language}");
    }
}

#[test]
fn a_string_that_does_not_end_is_none() {
    assert_eq!(shown("py", "don't 'x\ny = 'z'"), "don't 'x\ny = [string|'z']");
    assert_eq!(shown("sh", "echo 'a b"), "[function|echo ]'a b");
    assert_eq!(shown("js", "\"a\\\" b"), "\"a\\\" b");
}

#[test]
fn words_are_sorted_and_in_the_case_they_are_looked_up_in() {
    for name in NAMES {
        let Some(Grammar::Table(language)) = grammar(name) else { continue };
        check(name, language);
    }
    check("sh", &super::tables::SHELL);
}

fn check(name: &str, language: &Language) {
    for list in [language.keywords, language.constants, language.types] {
        assert!(list.is_sorted(), "{name}: {list:?}");
        let folded = |word: &&str| !language.has(super::language::Habit::AnyCase) || word.to_lowercase() == **word;
        assert!(list.iter().all(folded), "{name}");
    }
}

/// Texts that make a careless reader go over the same text repeatedly.
const TRAPS: [&str; 24] = [
    "'", "\"", "\\\"", "`", "/*", "<!--", "<a ", "<a b=\"", "&", "\"\"\"", "r#\"", "'\\", "\t", "a", "1.", "$", "@",
    "# ", "- ", "a: |\n", "[", "{-", "é'", "\n",
];

#[test]
fn every_text_takes_time_in_proportion() {
    // A reader that takes quadratic time needs minutes for this.
    for name in NAMES {
        for trap in TRAPS {
            let text = trap.repeat(20_000 / trap.len());
            let started = std::time::Instant::now();
            let html = Code::default().block(name, &text);
            assert!(html.len() >= text.len());
            assert!(started.elapsed().as_secs() < 2, "{name} {trap:?}");
        }
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nothing_runs(text in ".{0,80}|[\\\\\"'`#$@<>&/*:=\\-{}\\[\\]\n a1é]{0,60}", which in 0..NAMES.len()) {
        let html = Code::default().block(NAMES[which], &text);
        let inside = html.split_once("<code>").and_then(|(_, rest)| rest.strip_suffix("</code></pre>\n")).unwrap();
        let mut words = inside.to_owned();
        while let Some(open) = words.find("<span class=\"hl-") {
            let end = open + words[open..].find('>').unwrap();
            words.replace_range(open..=end, "");
        }
        prop_assert_eq!(words.replace("</span>", ""), base::text::escape_html(&text));
    }
}
