//! A hostile review runs no script: on no page, and in no feed or search result.

use crate::harness::SiteTest;

const VECTORS: [&str; 14] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "![x](https://evil.example/p.png)",
    "<iframe src=https://evil.example></iframe>",
    "<style>*{background:url(https://evil.example)}</style>",
    "<p style=\"background:url(https://evil.example)\">x</p>",
    "<form action=https://evil.example><input name=a></form>",
    "<base href=https://evil.example>",
    "</script><script>alert(1)</script>{{ site.title }}",
];

fn is(path: &str, extension: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|e| e == extension)
}

/// The tags of a page as (name, rest).
fn tags(html: &str) -> impl Iterator<Item = (String, &str)> {
    html.split('<').skip(1).filter_map(|piece| {
        let (tag, _) = piece.split_once('>')?;
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).flat_map(char::to_lowercase).collect();
        (!name.is_empty()).then(|| (name.clone(), &tag[name.len()..]))
    })
}

fn assert_safe(path: &str, html: &str) {
    for (name, rest) in tags(html) {
        let lower = rest.to_lowercase();
        let bare: String = lower.split('"').step_by(2).collect::<Vec<_>>().join("=q ");
        let own_script = name == "script" && lower.contains("src=\"") && lower.contains("assets/");
        let banned = ["script", "iframe", "object", "embed", "style", "base"];
        assert!(own_script || !banned.contains(&name.as_str()), "{path}: <{name}{rest}>");
        for word in bare.split_whitespace() {
            let attribute = word.split('=').next().unwrap_or_default();
            let handler = attribute.starts_with("on") && attribute.len() > 3 && word.contains('=');
            assert!(!handler || !attribute.chars().all(|c| c.is_ascii_alphabetic()), "{path}: <{name}{rest}>");
            assert!(!word.starts_with("style="), "{path}: <{name}{rest}>");
        }
        for scheme in ["=\"javascript:", "=\"data:", "=\"vbscript:", "src=\"http", "action=\"http"] {
            assert!(!lower.contains(scheme), "{path}: <{name}{rest}>");
        }
    }
}

#[test]
fn nothing_hostile_survives_anywhere() {
    let mut test = SiteTest::new();
    for (n, vector) in VECTORS.iter().enumerate() {
        let quoted = serde_json::to_string(vector).expect("a text");
        let front = format!(
            "---\ntitle: {quoted}\nsummary: {quoted}\nsystems: [{quoted}]\nservices: [{quoted}]\ntags: [{quoted}]\nteams: [{quoted}]\n\
             environment: {quoted}\nimpact: {{customers: {quoted}, summary: {quoted}}}\ndetection: {{note: {quoted}}}\n\
             times: {{started: 2026-01-01T00:00Z, resolved: 2026-01-01T01:00Z}}\n\
             timeline: [{{at: \"00:10\", what: {quoted}, who: {quoted}, evidence: {quoted}}}, {{at: \"00:11\", what: {quoted}}}, {{at: \"00:12\", what: {quoted}}}]\n\
             contributing_factors: [{{text: {quoted}, category: {quoted}}}]\nlearnings: [{{text: {quoted}, applies_to: [{quoted}]}}]\n\
             surprises: [{quoted}]\nopen_questions: [{quoted}]\nactions: [{{title: {quoted}, owner: {quoted}, ticket: {quoted}}}]\n\
             people: {{owner: {quoted}}}\nextra: {{{quoted}: {quoted}}}\nrevisions: [{{on: 2026-01-02, note: {quoted}}}]\n---\n"
        );
        let body = format!(
            "\n## {vector}\n\n{vector}\n\n> {vector}\n\n- {vector}\n\n| a |\n|---|\n| {} |\n\n```{vector}\n{vector}\n```\n",
            vector.replace('|', "")
        );
        test = test.file(&format!("r{n}.md"), &(front + &body));
    }
    test.build_with(&["--allow-broken-links"]).ok();
    let mut pages = 0;
    for (path, bytes) in test.tree() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if is(&path, "html") {
            assert_safe(&path, &text);
            pages += 1;
        } else if is(&path, "xml") {
            assert!(!text.to_lowercase().contains("<script"), "{path}");
        } else if path.starts_with("search/") && is(&path, "js") {
            assert!(!text.to_lowercase().contains("</script"), "{path}");
        }
    }
    assert!(pages > 2 * VECTORS.len(), "each review has its page and its drill kit");
    assert!(test.site().join("reviews/r0/drill/index.html").exists());
}

#[test]
fn attachments_cannot_run() {
    for (name, text) in [("x.html", "<p>"), ("x.svg", "<svg onload='alert(1)'/>"), ("x.js", "1")] {
        SiteTest::new()
            .file("a.md", &format!("# A\n\n[x]({name})\n"))
            .file(name, text)
            .build_with(&[])
            .code(1)
            .says("error[active-attachment]");
    }
}

#[test]
fn no_path_leaves_the_library() {
    for target in ["../secret.txt", "/../secret.txt", "x/../../secret.txt", "%2e%2e/secret.txt"] {
        let test = SiteTest::new().file("a.md", &format!("# A\n\n[x]({target})\n"));
        std::fs::write(test.root().join("secret.txt"), "secret").expect("a file");
        test.build_with(&[]).code(1).says("error[broken-link]");
    }
}
