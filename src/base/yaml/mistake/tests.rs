//! Each common mistake, its place and its hint.

use super::super::Document;

/// The diagnostic for a source: line, column, message, hint.
fn said(source: &str) -> (usize, usize, String, String) {
    let problem = *Document::parse("a.yaml", source, 0..source.len()).unwrap_err();
    let place = problem.place.unwrap();
    (place.line, place.column, problem.message, problem.hint.unwrap_or_default())
}

#[test]
fn each_mistake_has_its_line_and_its_way_out() {
    let mut wrong = Vec::new();
    for (source, line, column, message, hint) in [
        ("a: x\ntags: [a]\ntags: [b]\n", 3, 1, "`tags` stands here for the second time", "once"),
        ("a: x\nservices: [\"a, b]\ntags: [c]\n", 2, 12, "this quote is never closed", "`\"...\"`"),
        ("title: \"A\nb: c\nd: e\n", 1, 8, "this quote is never closed", "`\"...\"`"),
        ("a: 'prod\n", 1, 4, "this quote is never closed", "`'...'`"),
        ("a: 'it's here'\n", 1, 8, "text goes on where the quote has ended", "`a: \"it's here\"`"),
        ("title: [Big] outage\nb: c\n", 1, 14, "text goes on where the list has ended", "`title: \"[Big] outage\"`"),
        ("tags: [a, b\nservices: [c]\n", 1, 7, "this list is never closed", "`]`"),
        ("people: {owner: Ana\nservices: [c]\n", 1, 9, "this mapping is never closed", "`}`"),
        ("services: [a #1, b]\n", 1, 14, "` #` begins a comment", "`\"a #1\"`"),
        ("people: {owner: Ana #3, b: c}\n", 1, 21, "` #` begins a comment", "`owner: \"Ana #3\"`"),
        ("title: *all* orders, again\n", 1, 8, "a text cannot begin with `*`", "`\"*all* orders, again\"`"),
        ("title: \"Big\" outage\n", 1, 14, "text goes on where the quote", "`title: \"\\\"Big\\\" outage\"`"),
        ("times:\n\tstarted: x\n", 2, 1, "a tab stands", "spaces"),
        ("tags:\n  - a\n\t- b\n", 3, 1, "a tab stands", "spaces"),
        ("title: Outage: payments\n", 1, 8, "a text that holds `: `", "`title: \"Outage: payments\"`"),
        (
            "t:\n  - at: x\n    what: Error: it failed\n",
            3,
            11,
            "a text that holds `: `",
            "`what: \"Error: it failed\"`",
        ),
        ("a: x\ntags: - cache\n", 2, 7, "a list with hyphens begins on the line below", "`tags: [cache]`"),
        (
            "detection: source: alert, note: A page}\n",
            1,
            39,
            "this `}` closes what nothing opened",
            "`detection: {source: alert, note: A page}`",
        ),
        ("people: {owner: @ana}\n", 1, 17, "a text cannot begin with `@`", "`\"@ana\"`"),
        ("a: `prod`\n", 1, 4, "a text cannot begin with a backtick", "\"`prod`\""),
        ("a: %prod\n", 1, 4, "a text cannot begin with `%`", "`\"%prod\"`"),
        ("a: *prod\n", 1, 4, "a text cannot begin with `*`", "`\"*prod\"`"),
        ("domains: [*.corp.example]\n", 1, 11, "a text cannot begin with `*`", "`\"*.corp.example\"`"),
        ("a: [x]\n  tags: [b]\n", 2, 3, "`tags` is indented deeper than `a`", "same column as `a`"),
        ("a: x\n  tags: [b]\n", 2, 3, "`tags` is indented deeper than `a`", "same column as `a`"),
        ("times:\n  a: x\n b: y\n", 3, 2, "`b` begins in a column", "same column"),
        ("a: x\nenvironment:prod\n", 2, 1, "a space is missing after the colon", "`environment: prod`"),
        ("a: x\nenvironment:prod\nb: y\n", 2, 1, "a space is missing after the colon", "`environment: prod`"),
        ("a:\u{a0}prod\nb: y\n", 1, 3, "the space here is U+00A0", "space bar"),
        ("i:\n  s: |\n  Nobody could pay.\nb: c\n", 3, 3, "this line has no key", "indented deeper"),
        (
            "a: {light: #0a5a70, dark: #86c7da}\nb: c\n",
            1,
            12,
            "` #` begins a comment",
            "`light: \"#0a5a70\"`, `dark: \"#86c7da\"`",
        ),
        ("a:\n  b: {c: {light: #0a5a70}}\n", 2, 18, "` #` begins a comment", "`light: \"#0a5a70\"`"),
        ("tags: [#dns, #tls]\nb: c\n", 1, 8, "` #` begins a comment", "`\"#dns\"`, `\"#tls\"`"),
        ("times:\n\u{a0}\u{a0}a: x\n  b: y\n", 2, 1, "the space here is U+00A0, a no-break space,", "space bar"),
        ("a: x\nseverity：sev3\nb: y\n", 2, 9, "the colon here is U+FF1A", "`severity: sev3`"),
        ("t:\n  - {at: \"09:24\" what: x, b: c}\n", 2, 18, "a comma is missing before this", "`, what: ...`"),
        ("t:\n  - {at: 09:24 what: x}\n", 2, 16, "this value holds a second colon", "`what:`"),
        (
            "t:\n  - {at: \"09:24, what: x}\n  - {at: \"09:25\", what: y}\n",
            2,
            10,
            "this quote is never closed",
            "`\"...\"`",
        ),
        ("tags: [a,, b]\n", 1, 10, "nothing stands before this comma", "take the comma out"),
        ("t:\n  - at: x\n  what: y\n", 3, 3, "`what` begins in the column of the hyphen", "two spaces more"),
        ("a: x\n---\nb: y\n", 2, 1, "this line begins a second document", "take the line out"),
        ("a:\u{200b} x\nb: y\n", 1, 3, "that nobody sees, U+200B", "type it again"),
        ("a: x\n\u{feff}b: y\nc: z\n", 2, 1, "that nobody sees, U+FEFF", "type it again"),
        ("t:\n  - {a: b},\n  - {a: c}\n", 2, 11, "nothing follows this comma", "take it out"),
        ("a: [x],\nb: y\n", 1, 7, "nothing follows this comma", "take it out"),
        ("t:\n  - {a: \"The \"old\" one\", b: c}\n", 2, 14, "a quote stands inside", "`a: \"The \\\"old\\\" one\"`"),
        ("a: | An example\nb: c\n", 1, 4, "`|` says that a text", "below this line, indented"),
        ("p: \"\\d{4}\"\n", 1, 5, "a backslash in double quotes", "single quotes"),
    ] {
        let said = said(source);
        if (said.0, said.1) != (line, column) || !said.2.contains(message) || !said.3.contains(hint) {
            wrong.push(format!("{source:?} at {line}:{column}: {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_hints_say_can_be_read() {
    for good in [
        "a: \"it's here\"\n",
        "title: \"[Big] outage\"\n",
        "services: [\"a #1\", b]\n",
        "title: \"Outage: payments\"\n",
        "people: {owner: \"@ana\"}\n",
        "a: \"`prod`\"\n",
        "domains: [\"*.corp.example\"]\n",
        "p: '\\d{4}'\n",
        "people: {owner: \"Ana #3\", b: c}\n",
        "title: \"*all* orders, again\"\n",
        "title: \"\\\"Big\\\" outage\"\n",
    ] {
        assert!(Document::parse("a.yaml", good, 0..good.len()).is_ok(), "{good}");
    }
}

#[test]
fn nothing_of_a_source_stops_the_search() {
    for source in [
        "\"",
        "'",
        "[",
        "{",
        "a: [\u{e9}",
        "\u{e9}: \"",
        ": :",
        "a: b: \u{1f600}",
        "- [\n- {",
        "%",
        "*",
        "\t",
        "a:\u{a0}",
        "'\n",
        "é:é\né",
    ] {
        let _ = Document::parse("a.yaml", source, 0..source.len());
    }
}
