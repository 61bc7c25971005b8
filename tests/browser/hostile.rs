//! Hostile words on a real screen: whatever a review or a postmortem says, in any field, nothing of it runs, asks, or leads away.

use std::path::Path;

use serde_json::json;

use super::browser;
use super::cdp::{Tab, file_url};
use super::chromium::Browser;
use crate::harness::{SiteTest, TODAY, tree};

/// Each sets `ran` or asks another host, if anything of it is taken for more than words.
const VECTORS: [&str; 22] = [
    "<script>window.ran='script'</script>",
    "</script><script>window.ran='end'</script>",
    "<img src=x onerror=window.ran='image'>",
    "\"><svg/onload=window.ran='svg'>",
    "' onmouseover='window.ran=1' x='",
    "<svg><script>window.ran='inner'</script></svg>",
    "<math><mtext><style><img src=x onerror=window.ran='math'></style></mtext></math>",
    "<details open ontoggle=window.ran='toggle'>x</details>",
    "<input autofocus onfocus=window.ran='focus'>",
    "<a href=\"javascript:window.ran='link'\">x</a>",
    "[x](javascript:window.ran='mark')",
    "[x](JaVaScRiPt&colon;window.ran=2)",
    "[x](java\tscript:window.ran=3)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "![x](https://evil.example/p.png)",
    "<iframe src=https://evil.example srcdoc='<script>parent.ran=4</script>'></iframe>",
    "<style>*{background:url(https://evil.example/c)}</style>",
    "<p style=\"background:url(https://evil.example/s)\">x</p>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<link rel=stylesheet href=https://evil.example/l.css>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example><button formaction=javascript:window.ran=5>x</button></form> {{ site.title }} ${window.ran=6}",
];

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text")
}

/// Everything that a pointer, a key or an arriving picture would set off, at every element of a page.
const POKE: &str = "[...document.querySelectorAll('*')].forEach(e => ['mouseover', 'focus', 'load', 'error', 'toggle', 'animationstart']\
    .forEach(name => e.dispatchEvent(new Event(name))))";
const SCHEMES: &str = "[...document.querySelectorAll('a[href], area[href], form[action], [formaction], [src]')]\
    .flatMap(e => ['href', 'action', 'formaction', 'src'].filter(a => e.hasAttribute(a)).map(a => new URL(e.getAttribute(a), document.baseURI)))\
    .filter(url => !['http:', 'https:', 'mailto:', 'tel:', 'file:'].includes(url.protocol)).map(String)";

/// Opens a page and pokes at it: what was wrong.
fn troubles(tab: &mut Tab, url: &str) -> Vec<String> {
    tab.open(url);
    if url.contains("search/") {
        tab.wait("document.querySelector('.search-result, .search-notes p')");
    }
    tab.eval(POKE);
    let mut wrong = tab.troubles("file://");
    // A picture that is not there is what the author wrote, and asks nobody else.
    wrong.retain(|trouble| !trouble.contains("ERR_FILE_NOT_FOUND"));
    if tab.eval("window.ran") != json!(null) {
        wrong.push(format!("ran: {}", tab.eval("window.ran")));
    }
    if tab.eval("location.href").as_str().map(|at| at.split(['?', '#']).next()) != Some(url.split(['?', '#']).next()) {
        wrong.push(format!("it led to {}", tab.eval("location.href")));
    }
    wrong.extend(tab.eval(SCHEMES).as_array().into_iter().flatten().map(|url| format!("an address {url}")));
    wrong
}

/// Every page of a site, and searches for the hostile words.
fn inspect(browser: &Browser, site: &Path) -> usize {
    let mut tab = browser.tab();
    let mut wrong = Vec::new();
    let files = tree(site);
    let pages: Vec<_> = files.keys().filter(|path| path.ends_with("/index.html") || *path == "index.html").collect();
    let searches = ["script", "onerror evil.example", "%3Cimg+src%3Dx+onerror%3Dwindow.ran%3D7%3E"];
    let searches = searches.map(|query| format!("search/index.html?q={query}"));
    for page in pages.iter().map(|path| (*path).clone()).chain(searches) {
        let (path, query) = page.split_once('?').unwrap_or((&page, ""));
        let found = troubles(&mut tab, &format!("{}?{query}", file_url(&site.join(path))));
        wrong.extend(found.into_iter().map(|trouble| format!("{page}: {trouble}")));
    }
    assert!(wrong.is_empty(), "{} troubles: {:#?}", wrong.len(), &wrong[..wrong.len().min(20)]);
    pages.len()
}

#[test]
fn nothing_of_a_hostile_library_runs_in_a_browser() {
    let Some(browser) = browser() else { return };
    let mut test = SiteTest::new();
    for (n, vector) in VECTORS.iter().enumerate() {
        let q = quoted(vector);
        let front = format!(
            "---\ntitle: {q}\nsummary: {q}\nseverity: sev2\nservices: [{q}]\ntags: [{q}]\nteams: [{q}]\nenvironment: {q}\n\
             impact: {{customers: {q}, summary: {q}}}\ndetection: {{note: {q}}}\npublished: 2026-11-{:02}\n\
             times: {{started: 2026-01-01T00:00Z, detected: 2026-01-01T00:05Z, resolved: 2026-01-01T01:00Z}}\n\
             timeline: [{{at: \"00:10\", what: {q}, who: {q}, evidence: {q}}}, {{at: \"00:20\", what: {q}}}, {{at: \"00:30\", what: {q}}}, {{at: \"00:40\", what: {q}}}]\n\
             contributing_factors: [{{text: {q}, category: {q}}}]\nlearnings: [{{text: {q}, applies_to: [{q}]}}]\nsurprises: [{q}]\n\
             open_questions: [{q}]\nactions: [{{title: {q}, owner: {q}, ticket: {q}}}]\npeople: {{owner: {q}}}\nextra: {{{q}: {q}}}\n---\n",
            1 + n % 28
        );
        let cell = vector.replace('|', "");
        let body = format!(
            "\n## {vector}\n\n{vector}\n\n> {vector}\n\n- {vector}\n\n| a |\n|---|\n| {cell} |\n\n```{vector}\n{vector}\n```\n"
        );
        test = test.file(&format!("r{n}.md"), &(front + &body));
    }
    test.build_with(&["--allow-broken-links"]).ok();
    assert!(inspect(&browser, &test.site()) > 2 * VECTORS.len());
}

/// A public library in which every text that may leave is hostile. What the policy refuses is escaped as its message asks for:
/// raw HTML by a backslash before each `<`, an address by being no link.
#[test]
fn nothing_of_a_hostile_public_library_runs_in_a_browser() {
    let Some(browser) = browser() else { return };
    let words =
        |vector: &str| vector.replace('<', "\\<").replace("](", "]\\(").replace("evil.example", "status.example.com");
    let site = quoted("<script>window.ran='site'</script>");
    let policy = format!(
        "site: {{title: {site}, description: {site}, organisation: {site}, base_url: 'https://status.example.com/', contact: support@example.com}}\n\
         roles: {{}}\npeople: []\nhosts: []\ncustomers: []\ncodenames: []\ndomains: []\npublic_domains: [example.com, status.example.com]\n\
         public_mailboxes: [support@example.com]\npublic_services: {{checkout: {site}}}\npublic_tags: [database]\napprovers: [Comms lead]\n"
    );
    let mut test = SiteTest::new()
        .file("debrief.yaml", "title: Inside\nservices: {checkout: Takes money}\ntags: {database: Rows}\n")
        .file("redaction.yaml", &policy);
    // Links that no reader can follow, and files inside an address, are refused before anything is published.
    let refused = ["](", "href=", "javascript:", "url("];
    let vectors: Vec<_> = VECTORS.iter().filter(|vector| !refused.iter().any(|part| vector.contains(part))).collect();
    for (n, vector) in vectors.iter().enumerate() {
        let escaped = words(vector);
        let title = vector.replace("evil.example", "status.example.com");
        let plain = quoted(&title);
        let review = format!(
            "---\ntitle: Review number {n} of many that nobody outside reads\nseverity: sev2\nservices: [checkout]\ntags: [database]\n\
             times: {{started: 2026-03-02T09:14:00Z, resolved: 2026-03-02T10:02:00Z}}\n\
             public:\n  publish: true\n  slug: hostile-{n}\n  title: {plain}\n  date: 2026-03-05\n  services: [{site}]\n  tags: [database]\n\
             \x20 sections: [summary, customer-impact, resolution, learnings]\n---\n\n\
             ## Summary\n\n{escaped}\n\n## Customer impact\n\n{escaped}\n\n- {escaped}\n\n## Resolution\n\n```sh\n{}\n```\n\n## Learnings\n\n- {escaped}\n",
            words(vector).replace('\\', "")
        );
        test = test.file(&format!("r{n}.md"), &review);
        test.run(&[
            "approve",
            &format!("r{n}.md"),
            "--by",
            "Comms lead",
            "--yes",
            "--as-of",
            "2026-03-06",
            "--library",
            "library",
        ]);
    }
    let built = test.run(&["build", "library", "--edition", "public", "--omit-unapproved", "--as-of", TODAY]);
    assert_eq!(built.code, Some(0), "{}", built.stderr);
    let site = test.root().join("site/public");
    let published =
        tree(&site).keys().filter(|path| path.starts_with("postmortems/") && path.ends_with("/index.html")).count();
    assert!(published > vectors.len() / 2, "{published} of {} leave: {}", vectors.len(), built.stderr);
    assert!(inspect(&browser, &site) > published);
}

#[test]
fn what_runs_is_found() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::new();
    test.put("x/index.html", b"<!doctype html><p onmouseover='window.ran=1'>x</p><a href='javascript:1'>y</a>");
    let mut tab = browser.tab();
    assert_eq!(troubles(&mut tab, &file_url(&test.library().join("x/index.html"))).len(), 2);
}
