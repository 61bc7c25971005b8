//! `debrief import`: exports of other tools become drafts, and nothing in them runs or leaves its folder.

use std::fs;

use crate::harness::{Run, SiteTest, TODAY, tree};

fn import(test: &SiteTest, args: &[&str]) -> Run {
    test.run(&[&["import", "--library", "library"], args].concat())
}

fn with(name: &str, text: &str) -> SiteTest {
    let test = SiteTest::new();
    fs::write(test.root().join(name), text).expect("an export");
    test
}

fn text(test: &SiteTest, path: &str) -> String {
    fs::read_to_string(test.library().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

const PAGERDUTY: &str = r#"{"incidents": [
  {"id": "PT4KHLK", "incident_number": 1234, "title": "The queue ../../up <script>alert(1)</script>", "urgency": "high", "status": "resolved",
   "created_at": "2026-03-05T10:00:00Z", "resolved_at": "2026-03-05T12:30:00Z", "priority": {"summary": "P2"},
   "service": {"summary": "Checkout"}, "teams": [{"summary": "Payments"}], "assignments": [{"assignee": {"summary": "Ana Ruiz"}}],
   "html_url": "https://example.pagerduty.com/incidents/PT4KHLK"},
  {"id": "PX", "incident_number": 1235, "title": "The queue ../../up <script>alert(1)</script>", "urgency": "low", "created_at": "2026-03-05T11:00:00Z",
   "resolved_at": "2026-03-05T09:00:00Z", "html_url": "javascript:alert(1)"}
]}"#;

#[test]
fn incidents_of_pagerduty_are_drafts_with_what_is_sure() {
    let test = with("incidents.json", PAGERDUTY);
    let run = import(&test, &["incidents.json"]);
    assert!(run.stderr.contains("Wrote 2 drafts"), "{}", run.stderr);
    run.ok();
    let path = "2026/2026-03-05-the-queue-up-script-alert-1-script";
    let first = text(&test, &format!("{path}.md"));
    for line in [
        "status: draft\n",
        "severity: sev2\n",
        "services: [\"Checkout\"]\n",
        "teams: [\"Payments\"]\n",
        "  detected: 2026-03-05T10:00:00Z\n",
        "  resolved: 2026-03-05T12:30:00Z\n",
        "people: {owner: [\"Ana Ruiz\"]}\n",
        "  source: \"incidents.json, record 1\"\n",
    ] {
        assert!(first.contains(line), "{line}{first}");
    }
    let second = text(&test, &format!("{path}-2.md"));
    assert!(
        second.contains("  \"resolved\": \"2026-03-05T09:00:00Z\"\n"),
        "an end before the start is no moment: {second}"
    );
    assert!(second.contains("  \"url\": \"javascript:alert(1)\"\n"), "{second}");
    let before = tree(test.root());
    let run = import(&test, &["incidents.json"]);
    assert!(run.stderr.contains("2 stood there already"), "{}", run.stderr);
    assert_eq!(tree(test.root()), before, "a second time nothing is written");
    test.build_with(&["--drafts"]).ok();
    let page = test.text(&format!("reviews/{}/index.html", &path[5..]));
    assert!(page.contains("incidents.json, record 1") && !page.contains("<script>alert"), "{page}");
}

#[test]
fn incidents_of_other_tools_are_known_by_their_fields() {
    let incident = r#"{"incidents": [{"id": "01", "reference": "INC-7", "name": "Search empty", "summary": "No search found anything.",
        "severity": {"name": "Major"}, "permalink": "https://app.incident.io/x/incidents/7", "incident_type": {"name": "Production"},
        "incident_role_assignments": [{"role": {"role_type": "reporter"}, "assignee": {"name": "Bo"}}, {"role": {"role_type": "lead"}, "assignee": {"name": "Cy"}}],
        "incident_timestamp_values": [{"incident_timestamp": {"name": "Reported at"}, "value": {"value": "2026-03-06T08:00:00Z"}},
            {"incident_timestamp": {"name": "Fixed at"}, "value": {"value": "2026-03-06T09:00:00Z"}}, {"incident_timestamp": {"name": "Closed at"}}]}]}"#;
    let jira = r#"{"issues": [{"key": "OPS-3", "fields": {"summary": "Mail late", "created": "2026-03-07T10:00:00.000+0000", "labels": ["mail", "queue"],
        "components": [{"name": "Mailer"}], "assignee": {"displayName": "Di"}, "priority": {"name": "High"},
        "description": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Mail was late."}]}]}}}]}"#;
    let table =
        "Summary,Issue key,Priority,Labels,Labels,Description\nMail lost,OPS-4,High,mail,queue,\"It was\nlost.\"\n";
    let github = r#"[{"number": 9, "title": "Docs down", "body": "They were down.\r\n\r\n<img src=x onerror=alert(1)>", "html_url": "https://github.com/o/r/issues/9",
        "labels": [{"name": "outage"}], "created_at": "2026-03-08T10:00:00Z", "closed_at": null, "assignees": [{"login": "ed"}]}]"#;
    for (name, export, path, lines) in [
        (
            "i.json",
            incident,
            "2026/2026-03-06-search-empty.md",
            &[
                "owner: [\"Cy\"]",
                "  mitigated: 2026-03-06T09:00:00Z",
                "severity: sev2",
                "## Summary\n\nNo search found",
            ][..],
        ),
        (
            "j.json",
            jira,
            "imported/review-mail-late.md",
            &[
                "tags: [\"mail\", \"queue\"]",
                "\"created\": \"2026-03-07T10:00:00.000+0000\"",
                "services: [\"Mailer\"]",
                "\nMail was late.\n",
            ],
        ),
        (
            "j.csv",
            table,
            "imported/review-mail-lost.md",
            &["tags: [\"mail\", \"queue\"]", "\"key\": \"OPS-4\"", "It was\nlost."],
        ),
        (
            "g.json",
            github,
            "imported/review-docs-down.md",
            &[
                "tags: [\"outage\"]",
                "\"created\": \"2026-03-08T10:00:00Z\"",
                "url: \"https://github.com/o/r/issues/9\"",
            ],
        ),
    ] {
        let test = with(name, export);
        import(&test, &[name]).ok();
        let draft = text(&test, path);
        for line in lines {
            assert!(draft.contains(line), "{name}: {line}\n{draft}");
        }
        test.build_with(&["--drafts"]).ok();
        assert!(
            !tree(&test.site())
                .iter()
                .any(|(path, bytes)| path.contains(".html") && String::from_utf8_lossy(bytes).contains("onerror"))
        );
    }
}

#[test]
fn a_mapping_says_where_the_fields_of_anything_else_are() {
    let test =
        with("table.csv", "Wann;Was;Dienst\n2026-03-05T10:00:00+01:00;Kasse stand;Kasse\n05.03.2026;Zug stand;Zug\n");
    let run = import(&test, &["table.csv"]);
    assert!(run.code == Some(1) && run.stderr.contains("--map"), "{}", run.stderr);
    fs::write(test.root().join("import.yaml"), "fields:\n  title: Was\n  started: Wann\n  services: Dienst\n")
        .expect("a mapping");
    let run = import(&test, &["table.csv", "--map", "import.yaml", "--dry-run"]);
    assert_eq!(run.stdout, "library/2026/2026-03-05-kasse-stand.md\nlibrary/imported/review-zug-stand.md\n");
    assert!(!test.library().join("2026").exists());
    import(&test, &["table.csv", "--map", "import.yaml"]).ok();
    assert!(text(&test, "2026/2026-03-05-kasse-stand.md").contains("  started: 2026-03-05T09:00:00Z\n"));
    assert!(text(&test, "imported/review-zug-stand.md").contains("  \"started\": \"05.03.2026\"\n"));
    fs::write(test.root().join("import.yaml"), "fields:\n  titel: Was\n").expect("a mapping");
    let run = import(&test, &["table.csv", "--map", "import.yaml"]);
    assert!(run.code == Some(2) && run.stderr.contains("title"), "{}", run.stderr);
}

#[test]
fn pages_of_wikis_are_reviews_and_nothing_of_them_runs() {
    let page = "<html><head><title>Stale fares - Wiki</title></head><body onload=\"x()\"><h1>Stale fares</h1><p>Fares were old.</p>\
        <h2>Timeline</h2><ul><li>2026-03-05 10:00 UTC it broke</li><li>2026-03-05 11:00 UTC it was mended</li></ul>\
        <p><a href=\"../../etc/passwd\">up</a> <img src=\"attachments/1.png\"></p><script>alert(1)</script></body></html>";
    let test = with("page.html", page);
    let run = import(&test, &["page.html"]);
    assert!(run.stdout.contains("1 picture was left out"), "{}", run.stdout);
    run.ok();
    let draft = text(&test, "imported/review-stale-fares.md");
    assert!(draft.contains("title: \"Stale fares\"\n") && draft.contains("  source: \"page.html\"\n"), "{draft}");
    assert!(!draft.contains("passwd") && !draft.contains("alert") && !draft.contains("onload"), "{draft}");
    let run = test.run(&["check", "library", "--as-of", TODAY, "--strict"]);
    assert!(!run.stderr.contains("error["), "{}", run.stderr);
}

#[test]
fn the_index_of_a_wiki_is_a_page_that_leads_to_the_drafts() {
    let index = "<html><head><title>Incidents</title></head><body><h1>Incidents</h1><ul><li><a href=\"Stale-fares_7.html\">Stale fares</a></li>\
        <li><a href=\"Stale-fares_7.html#timeline\">Its timeline</a></li><li><a href=\"https://example.org/\">Status</a></li>\
        <li><a href=\"Other_8.html\">Not imported</a></li></ul></body></html>";
    let test = with("index.html", index);
    let page = "<h1>Stale fares</h1><p>Fares were old.</p><h2>Timeline</h2><p><a href=\"index.html\">All</a></p>";
    fs::write(test.root().join("Stale-fares_7.html"), page).expect("an export");
    let run = import(&test, &["index.html", "Stale-fares_7.html"]).ok();
    assert!(run.stderr.starts_with("Wrote 1 draft and 1 page. "), "{}", run.stderr);
    let page = text(&test, "imported/page-incidents.md");
    assert!(page.contains("page: true\n") && !page.contains("status:"), "{page}");
    assert!(
        page.contains("- [Stale fares](review-stale-fares.md)\n- [Its timeline](review-stale-fares.md)\n"),
        "{page}"
    );
    assert!(page.contains("- Not imported") && page.contains("[Status](https://example.org/)"), "{page}");
    assert!(text(&test, "imported/review-stale-fares.md").contains("[All](page-incidents.md)"));
    test.build_with(&["--drafts"]).ok();
    let page = test.text("pages/page-incidents/index.html");
    assert!(page.contains("href=\"../../reviews/review-stale-fares/index.html\""), "{page}");
    assert!(!test.site().join("reviews/page-incidents").exists());
}

#[test]
fn files_that_are_not_exports_are_reported_and_nothing_is_written() {
    for (name, text, says) in [
        ("a.json", "{", "is no JSON"),
        ("a.json", "{\"incidents\": {}}", "is no export of"),
        ("a.csv", "Summary,Issue key\n\"open,1\n", "line 2"),
        ("a.md", "# T", "Markdown already"),
        ("a.docx", "PK", ".html"),
    ] {
        let test = with(name, text);
        let before = tree(test.root());
        let run = import(&test, &[name]);
        assert!(run.code == Some(1) && run.stderr.contains(says), "{name}: {}", run.stderr);
        assert_eq!(tree(test.root()), before);
    }
    let test = with("a.json", "[]");
    assert_eq!(import(&test, &["a.json", "--tool", "nobody"]).code, Some(2));
    assert_eq!(import(&test, &["missing.json"]).code, Some(2));
}

#[test]
fn an_export_without_incidents_is_said_to_have_none() {
    let test = with("incidents.json", "{\"incidents\": []}");
    let run = import(&test, &["incidents.json"]).ok();
    assert_eq!(run.stderr, "Wrote no draft: what was given names no incident.\n");
}

#[test]
fn every_file_that_cannot_be_read_is_told_in_one_run_and_the_others_are_imported() {
    let test = with("incidents.json", PAGERDUTY);
    fs::write(test.root().join("page.pdf"), "x").expect("an export");
    fs::write(test.root().join("other.json"), "{").expect("an export");
    let before = tree(test.root());
    let unread = ["page.pdf", "other.json", "missing.html"];
    let run = import(&test, &unread);
    assert_eq!((run.code, tree(test.root())), (Some(1), before.clone()), "{}", run.stderr);
    assert!(run.stderr.ends_with("Nothing was written.\n"), "{}", run.stderr);
    let run = import(&test, &[&unread[..], &["incidents.json"]].concat());
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    for says in
        ["`page.pdf` is no export", "`other.json` is no JSON", "missing.html", "3 files are left out.", "Wrote "]
    {
        assert!(run.stderr.contains(says), "{says}: {}", run.stderr);
    }
    assert!(tree(test.root()).len() > before.len());
}
