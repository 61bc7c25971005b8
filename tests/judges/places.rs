//! A mistake in a field of an item is reported at that field, with its own line and column, whatever comes before it.

use serde_json::Value;

use crate::harness::{SiteTest, TODAY};

/// A list of front matter, a field of its items, an invalid value for that field, and the code of the mistake.
const MISTAKES: [(&str, &str, &str, &str, &str); 16] = [
    ("actions", "title: Do it", "due", "soon", "invalid-time"),
    ("actions", "title: Do it", "closed", "[a]", "wrong-type"),
    ("actions", "title: Do it", "status", "opne", "unknown-value"),
    ("actions", "title: Do it", "improves", "morale", "unknown-value"),
    ("actions", "title: Do it", "owner", "true", "wrong-type"),
    ("actions", "title: Do it", "reason", "\"[x](gone.md)\"", "broken-link"),
    ("actions", "title: Do it", "reason", "\"<font size=1>b</font> more\"", "left-out"),
    ("timeline", "at: 2026-01-01T00:10Z, what: It fell", "phase", "soon", "unknown-value"),
    ("timeline", "at: 2026-01-01T00:10Z, what: It fell", "impact", "bad", "unknown-value"),
    ("timeline", "at: 2026-01-01T00:10Z, what: It fell", "evidence", "\"![x](gone.png)\"", "broken-image"),
    ("timeline", "at: 2026-01-01T00:10Z, what: It fell", "who", "[a, b]", "wrong-type"),
    ("learnings", "text: Ask", "applies_to", "[{a: b}]", "wrong-type"),
    ("contributing_factors", "text: Stale", "category", "{a: b}", "wrong-type"),
    ("wont_do", "title: More", "reason", "\"[[nobody]]\"", "broken-link"),
    ("revisions", "note: More", "on", "\"2026-13-01\"", "invalid-time"),
    ("links", "label: Log", "url", "[a]", "wrong-type"),
];

/// An item in one of several YAML styles, with `@` before the wrong value.
fn written(item: &str, field: &str, value: &str, style: usize) -> String {
    let block = item.split(", ").map(|pair| format!("    {pair}\n")).collect::<Vec<_>>().concat();
    match style {
        0 => format!("  - {}\n    {field}: @{value}\n", block.trim()),
        1 => format!("  - {{{item}, {field}: @{value}}}\n"),
        2 => format!("  - {field}:   @{value}\n{block}"),
        _ => format!("  # é \u{2028} a comment\n  - \"{field}\": @{value} # behind it\n{block}"),
    }
}

#[test]
fn a_mistake_stands_at_its_own_field() {
    let mut test = SiteTest::new();
    let mut wanted = Vec::new();
    for (n, (key, item, field, value, code)) in MISTAKES.iter().enumerate() {
        for style in 0..4 {
            // YAML has more line breaks than the file has lines, and letters take more than one byte.
            let before = ["", "summary: \"é\u{2028}ü\u{85}🚒\u{2029}\"\n"][n % 2];
            let first = written(item, "extra_before", "x", 1).replace(", extra_before: @x", "");
            let marked = format!(
                "---\ntitle: Zwölf\n{before}{key}:\n{first}{}---\n\nText.\n",
                written(item, field, value, style)
            );
            let end = ["\n", "\r\n"][style % 2];
            let marked = marked.replace('\n', end);
            let at = marked.find('@').expect("a mark");
            let line = marked[..at].matches('\n').count() + 1;
            let column = marked[..at].rsplit('\n').next().expect("a line").chars().count() + 1;
            let path = format!("{n}-{style}.md");
            test = test.file(&path, &marked.replacen('@', "", 1));
            wanted.push((path, *code, line, column));
        }
    }
    let report: Value =
        serde_json::from_str(&test.run_in("library", &["check", "--as-of", TODAY, "--format", "json"]).stdout)
            .expect("JSON");
    let diagnostics = report["diagnostics"].as_array().expect("a list");
    let mut wrong = Vec::new();
    for (path, code, line, column) in &wanted {
        let found: Vec<_> = diagnostics.iter().filter(|d| d["path"] == **path && d["code"] == *code).collect();
        // A list instead of a text is reported at the list; its items have their own places.
        let near = |d: &&&Value| {
            d["line"] == *line
                && d["column"].as_u64().is_some_and(|c| (*column as u64..*column as u64 + 2).contains(&c))
        };
        if !found.iter().any(|d| near(&d)) {
            let said: Vec<_> = diagnostics
                .iter()
                .filter(|d| d["path"] == **path && d["level"] != "note")
                .map(|d| format!("{} {}:{} {}", d["code"], d["line"], d["column"], d["message"]))
                .collect();
            wrong.push(format!("{path}: {code} should stand at {line}:{column}; said: {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn unusual_line_breaks_do_not_shift_line_numbers() {
    for c in ['\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}'] {
        let test = SiteTest::new().file(
            "a.md",
            &format!(
                "---\ntitle: A\nsummary: \"one{}two\"\nseverity: nope\n---\n\nx{c}y\n\n[z](gone.md)\n",
                if c < ' ' { ' ' } else { c }
            ),
        );
        let report: Value = serde_json::from_str(&test.check_json().stdout).expect("JSON");
        let line = |code: &str| {
            let found = report["diagnostics"].as_array().expect("a list").iter().find(|d| d["code"] == code);
            found.map(|d| (d["line"].clone(), d["column"].clone()))
        };
        assert_eq!(line("unknown-severity"), Some((4.into(), 11.into())), "{c:?}: {report}");
        assert_eq!(line("broken-link"), Some((9.into(), 1.into())), "{c:?}: {report}");
    }
}
