//! Texts and files, from input to findings.

use super::super::{File, Origin, Scanner, Taint, Tier, Waiver, Why};
use super::{blocking, origin, policy, scanner};
use search::{Catalogue, Document, Files, Section, Settings};

fn rules(scanner: &Scanner, text: &str) -> Vec<String> {
    match scanner.clear(text, &origin("a.md"), &[]) {
        Ok(cleared) => {
            assert_eq!(cleared.as_str(), text);
            Vec::new()
        }
        Err(findings) => findings.into_iter().map(|finding| finding.rule).collect(),
    }
}

#[test]
fn what_may_leave_passes() {
    let scanner = scanner();
    for text in [
        "",
        "We will say more. A first responder restarted the database at 14:05 UTC on 2026-03-02; it took 25 minutes.",
        "1772445600000, CVE-2021-44228, 192.0.2.1, example.com, v1.2.3, see [the status page](https://status.example.com/x).",
        "Write to <support@example.com>. `retries = 3`, **bold**, a table:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        "![Latency rose fourfold](/assets/pictures/0123456789abcdef0123456789abcdef.png)",
    ] {
        assert!(rules(&scanner, text).is_empty(), "{text}: {:?}", rules(&scanner, text));
    }
}

/// Texts that must not be published, as an author would write them.
#[test]
fn what_must_stay_does_not_pass() {
    let scanner = scanner();
    for text in [
        "JANE ODUYA",
        "Oduya, Jane",
        "jane.oduya",
        "jane_oduya",
        "/jane-oduya/",
        "Ja\u{200b}ne Oduya",
        "Ja&shy;ne Oduya",
        "Jane\u{a0}Oduya",
        "Ｊａｎｅ Ｏｄｕｙａ",
        "J\u{430}n\u{435} Oduya",
        "𝐉𝐚𝐧𝐞 𝐎𝐝𝐮𝐲𝐚",
        "Jane\u{301} Oduya",
        "Ja*ne* O**du**ya",
        "J&#97;ne Oduya",
        "db\u{2013}prod\u{2013}07",
        "db prod 07",
        "db-prod-\n07",
        "[x](https://example.com/?q=Jane%2520Oduya)",
        "```json\n{\"n\": \"\\u004aane Oduya\"}\n```",
        "    SmFuZSBPZHV5YQ==",
        "`4a616e65204f64757961`",
        "<!-- Jane Oduya -->",
        "![Jane Oduya](/assets/pictures/x.png)",
        "[x](https://example.com \"Jane Oduya\")",
        "Joduya said",
        "Globex was told",
        "project Kestrel",
        "jane@corp.example",
        "10.1.2.3",
        "fd00::1",
        "00:1b:44:11:3a:b7",
        "api.pay.svc.cluster.local",
        "ours.slack.com/archives/C1/p1",
        "<@U024BE7LH>",
        "OPS-123",
        "arn:aws:s3:::our-bucket",
        "+44 20 7123 0958",
        "[x](https://elsewhere.io/)",
        "[x](//elsewhere.io/)",
        "[x](redact:first-responder)",
        "[x](javascript:alert)",
    ] {
        assert!(!rules(&scanner, text).is_empty(), "{text}");
    }
}

#[test]
fn a_finding_stands_where_its_text_does_and_says_no_value() {
    let begins = Origin { path: "2026/a.md".to_owned(), line: 10, column: 3 };
    let found = scanner().clear("Fine.\n\nIt was Ja*ne* Oduya.\n", &begins, &[]).unwrap_err();
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((finding.at.line, finding.rule.as_str(), finding.view.as_str()), (12, "person", "rendered"));
    assert_eq!(finding.masked, "J…(8+)");
    assert_eq!(finding.known_from.as_ref().map(|from| from.path.as_str()), Some("redaction.yaml"));
    assert_eq!(finding.value.reveal(), "Jane Oduya");
    let shown = format!("{finding:?} {}", serde_json::to_string(finding).unwrap());
    assert!(!shown.contains("Oduya") && !shown.contains("Ja*ne"), "{shown}");
    let found = scanner().clear("Call db-prod-07", &begins, &[]).unwrap_err();
    assert_eq!(found.first().map(|f| (f.at.line, f.at.column)), Some((10, 8)));
}

#[test]
fn nothing_prints_what_is_looked_for() {
    let mut taint = Taint::new();
    taint.term("Zelda Quux", Why::Person, origin("r.md"));
    taint.text("Quux again", origin("r.md"));
    let said = format!("{taint:?} {:?} {:?}", taint.terms, Scanner::new(&policy(), taint.clone()));
    assert!(!said.contains("Quux"), "{said}");
}

#[test]
fn waivers_are_for_one_value_of_one_rule() {
    let scanner = scanner();
    let waiver = |rule: &str, value: &str| Waiver { rule: rule.into(), value: value.into(), reason: "public".into() };
    let at = origin("a.md");
    assert!(scanner.clear("52.18.7.1", &at, &[waiver("ipv4", "52.18.7.1")]).is_ok());
    for wrong in [waiver("ipv4", "52.18.7"), waiver("ipv6", "52.18.7.1")] {
        assert!(scanner.clear("52.18.7.1", &at, &[wrong]).is_err());
    }
    assert!(scanner.clear("52.18.7.1 or 52.18.7.9", &at, &[waiver("ipv4", "52.18.7.1")]).is_err());
    assert!(scanner.clear("52.18.7.11", &at, &[waiver("ipv4", "52.18.71.1")]).is_err());
    for text in [
        "Oduya wrote it.",
        "oduya",
        "O\u{200b}duya",
        "**Odu**ya",
        "<!-- ODUYA -->",
        "[x](https://example.com/?q=%4fduya)",
    ] {
        assert!(scanner.clear(text, &at, &[waiver("person", "Oduya")]).is_ok(), "{text}");
        assert!(scanner.clear(text, &at, &[waiver("person", "Jane")]).is_err(), "{text}");
    }
}

#[test]
fn what_is_marked_anywhere_is_tainted_everywhere() {
    let mut taint = Taint::new();
    taint.term("the Ledger team", Why::Marked, origin("a.md"));
    taint.term("database", Why::Marked, origin("a.md"));
    taint.term("first responder", Why::Marked, origin("a.md"));
    let scanner = Scanner::new(&policy(), taint);
    assert_eq!(rules(&scanner, "Then the ledger team helped."), ["marked"]);
    assert!(rules(&scanner, "Then a first responder restarted the database.").is_empty());
}

#[test]
fn unapproved_words_are_known_by_eight_in_a_row() {
    let inside = "Nobody had told the night shift that the valve would be closed on Sunday.";
    let mut taint = Taint::new();
    taint.text(format!("## Detail\n\n{inside}\n"), Origin { path: "r.md".to_owned(), line: 40, column: 1 });
    taint.approved("The valve was closed.");
    let scanner = Scanner::new(&policy(), taint);
    let page = format!("<p>{}</p>", inside.replace("night", "<em>night</em>"));
    let found = scanner.gate(&[File { path: "index.html", bytes: page.as_bytes() }], &[]);
    assert_eq!(found.first().map(|f| f.rule.as_str()), Some("unapproved-text"), "{found:?}");
    assert_eq!(found.first().and_then(|f| f.known_from.as_ref()).map(|from| from.line), Some(40));
    let mut approved = Taint::new();
    approved.text(inside, origin("r.md"));
    approved.approved(inside);
    assert!(rules(&Scanner::new(&policy(), approved), inside).is_empty());
}

fn gate(path: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let found = scanner().gate(&[File { path, bytes }], &[]);
    blocking(&found).into_iter().map(|f| (f.rule.clone(), f.view.clone())).collect()
}

#[test]
fn a_clean_site_passes() {
    let page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Pool exhausted</title>\
        <link rel=\"alternate\" type=\"application/atom+xml\" href=\"../feed.xml\"><meta http-equiv=\"Content-Security-Policy\" \
        content=\"default-src 'self'\"></head><body><a href=\"https://status.example.com/\">x</a> &amp; 192.0.2.1 &copy; \
        <time datetime=\"2026-03-02T14:05:00Z\">14:05</time><svg viewBox=\"0 0 10 10\" xmlns=\"http://www.w3.org/2000/svg\">\
        <path d=\"M1 1h2v3z\"/></svg></body></html>";
    let feed = "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><id>https://example.com/</id>\
        <content type=\"html\">&lt;p&gt;The pool.&lt;/p&gt;</content></feed>";
    let files = [
        File { path: "index.html", bytes: page.as_bytes() },
        File { path: "feed.xml", bytes: feed.as_bytes() },
        File { path: "assets/a.css", bytes: b"@media print{a::before{content:\"\\2014\"}}" },
        File { path: "robots.txt", bytes: b"User-agent: *\nDisallow:\n" },
    ];
    let found = scanner().gate(&files, &[]);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn views_are_named_by_where_they_are() {
    let one = |rule: &str, view: &str| vec![(rule.to_owned(), view.to_owned())];
    assert_eq!(gate("a.html", b"<p title='x Jane Oduya'>"), one("person", "attribute"));
    assert_eq!(gate("a.html", b"<!-- Jane Oduya -->"), one("person", "comment"));
    assert_eq!(gate("a.html", b"<script>'Jane Oduya'</script>"), one("person", "script"));
    assert_eq!(gate("a.html", b"<style>/* Jane Oduya */</style>"), one("person", "style"));
    assert_eq!(gate("a.html", b"<meta content='Jane Oduya'>"), one("person", "meta"));
    assert_eq!(gate("a.html", b"<title>Jane Oduya</title>"), one("person", "title"));
    assert_eq!(gate("a.html", b"<p>Ja<b>ne</b> Oduya"), one("person", "text"));
    assert_eq!(gate("jane-oduya/index.html", b"<p>x"), one("person", "file name"));
    assert_eq!(gate("a.html", b"<a href='//elsewhere.io/x'>x</a>"), one("url-host", "link"));
    assert_eq!(gate("a.png", b"\x89PNG\r\n\x1a\n"), one("metadata", "file"));
}

#[test]
fn files_of_the_shipped_theme_are_asked_for_secrets_alone() {
    let mut scanner = scanner();
    let icon: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg'><!-- Globex --><a href='https://elsewhere.io'/></svg>";
    let key = format!("<svg><!-- ghp_{} --></svg>", "a1B2c3D4e5F6".repeat(3));
    assert!(scanner.gate(&[File { path: "icon.svg", bytes: icon }], &[]).len() > 1);
    scanner.trust(icon);
    scanner.trust(key.as_bytes());
    assert!(scanner.gate(&[File { path: "icon.svg", bytes: icon }], &[]).is_empty());
    assert_eq!(scanner.gate(&[File { path: "icon.svg", bytes: key.as_bytes() }], &[]).len(), 1);
    // With one more byte the file is not trusted.
    let changed = [icon, b" "].concat();
    assert!(!scanner.gate(&[File { path: "icon.svg", bytes: &changed }], &[]).is_empty());
}

#[test]
fn what_every_page_says_is_looked_for_in_texts_alone() {
    let mut policy = policy();
    policy.customers = vec!["Target".into(), "Lunr".into(), "Summary".into()];
    policy.people[0].handles = vec!["nav".into(), "tabindices".into()];
    let mut scanner = Scanner::new(&policy, Taint::new());
    let page = b"<nav target=_blank><h2>Summary</h2>Search by lunr</nav><tabindices>";
    let file = [File { path: "a.html", bytes: page }];
    assert!(!scanner.gate(&file, &[]).is_empty());
    scanner.expect("<nav>Search by lunr <tabindices>");
    assert!(scanner.gate(&file, &[]).is_empty(), "{:?}", scanner.gate(&file, &[]));
    for text in ["We told Target.", "lunr asked", "@nav", "Summary asked for it", "tabindices"] {
        assert!(!rules(&scanner, text).is_empty(), "{text}");
    }
    let found = scanner.gate(&[File { path: "a.html", bytes: b"<p>Jane Oduya" }], &[]);
    assert!(!found.is_empty());
}

/// The index contains more than the postmortem.
#[test]
fn an_index_that_was_fed_with_internal_text_is_found() {
    let catalogue = |text: &str| {
        let sections = vec![Section { text: text.into(), ..Section::default() }];
        let document = Document { title: "The pool".into(), url: "pool".into(), sections, ..Document::default() };
        Catalogue::new(vec![document], Vec::new())
    };
    let made_from = catalogue("It failed twice.");
    let findings = |text: &str, broken: Option<&str>| {
        let files = Files::of(&catalogue(text), &Settings::default());
        let of = |path| File { path, bytes: files.get(path).unwrap() };
        let mut files: Vec<_> = files.paths().filter(|path| broken != Some(path)).map(of).collect();
        files.push(File { path: "index.html", bytes: b"<p>The pool" });
        let found = scanner().search(&files, &made_from);
        found.into_iter().map(|f| (f.rule, f.view, f.value.reveal().to_owned())).collect::<Vec<_>>()
    };
    assert!(findings("It failed twice.", None).is_empty());
    let found = findings("It failed at the dam.", None);
    assert!(
        found
            .iter()
            .any(|(rule, view, value)| { rule == "search-term" && view == "search terms of `pool`" && value == "dam" })
    );
    let found = findings("It failed twice.", Some(search::START));
    assert!(found.len() == 1 && found[0].1.contains("cannot be read"), "{found:?}");
}

#[test]
fn the_second_tier_is_told_and_stops_nothing() {
    let scanner = scanner();
    let text = "Ask @someone in #general about 0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f.";
    assert!(scanner.clear(text, &origin("a.md"), &[]).is_ok());
    let seen = scanner.look(text, &origin("a.md"), &[]);
    let rules: Vec<_> = seen.iter().map(|f| f.rule.as_str()).collect();
    assert_eq!(rules, ["account-name", "chat-channel", "uuid"]);
    assert!(seen.iter().all(|f| f.tier == Tier::Review));
}

#[test]
fn what_passes_in_a_text_passes_in_the_json_of_it() {
    let scanner = scanner();
    for text in ["Look.\nSection 10.4.2.1 of the manual says so.", "Look.\nVersion 2.14.0.3 has it."] {
        assert!(rules(&scanner, text).is_empty(), "{text}");
        let json = serde_json::json!({ "text": text }).to_string();
        let found = scanner.gate(&[File { path: "postmortems/a.json", bytes: json.as_bytes() }], &[]);
        assert!(blocking(&found).is_empty(), "{json}: {found:?}");
    }
    let json = serde_json::json!({ "text": "Look.\nJane Oduya restarted it." }).to_string();
    assert!(!blocking(&scanner.gate(&[File { path: "a.json", bytes: json.as_bytes() }], &[])).is_empty());
}

#[test]
fn a_public_name_below_an_internal_domain_passes_however_the_domain_is_written() {
    for domain in ["quokkaland.net", "*.quokkaland.net", ".quokkaland.net"] {
        let mut policy = policy();
        policy.domains = vec![domain.to_owned()];
        policy.public_domains.push("status.quokkaland.net".to_owned());
        let scanner = Scanner::new(&policy, Taint::new());
        assert!(rules(&scanner, "See status.quokkaland.net for it.").is_empty(), "{domain}");
        assert!(rules(&scanner, "See wiki.quokkaland.net for it.").contains(&"domain".to_owned()), "{domain}");
    }
}
