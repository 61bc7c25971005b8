//! Folders of reviews that were written for another tool, without a `debrief.yaml`: there is always a site.

mod hard;

use crate::harness::SiteTest;

/// Files as in other organisations' folders.
fn strange() -> SiteTest {
    SiteTest::foreign()
        .file("unclosed.md", "---\ntitle: Never closed\n\n# Queue stopped\n\nIt stopped.\n")
        .file("not-yaml.md", "---\ntitle: \"half\nowner: [\n---\n\n# Not YAML\n\nText of it.\n")
        .file(
            "wrong-types.md",
            "---\ntitle: [a]\ntags: {a: b}\ntimes: soon\nseverity: terrible\n---\n\n# Wrong types\n\nText.\n",
        )
        .file("unknown-keys.md", "---\ntitle: Keys\nlayout: post\nweight: 3\n---\n\nText.\n")
        .file(
            "times.md",
            "---\ntitle: Times\ntimezone: Mars/Base\ntimes: {started: 31 February, resolved: \"x\"}\n---\n\nText.\n",
        )
        .file(
            "links.md",
            "# Links\n\n[a](gone.md) [[nobody]] ![b](gone.png) [c](#Nowhere) [d](/site/page) [e](../../up.md)\n",
        )
        .file("references.md", "---\ntitle: References\nrelated: [nobody, links.md]\nrecurrence_of: 42\n---\n\nText.\n")
        .file("toml.md", "+++\ntitle = \"In TOML\"\n+++\n\n# In TOML\n\nText.\n")
        .file("empty.md", "")
        .file("???.md", "# Without a letter\n\nText.\n")
        .file("_posts/2026-03-05-post.md", "# A post\n\nText.\n")
        .file("_layouts/default.md", "{{ content }}\n")
        .file("x/context.md", "# One\n\nText.\n")
        .file("y/context.md", "# Two\n\nText.\n")
        .bytes("latin.md", b"# Gr\xfc\xdfe\n")
}

#[test]
fn a_folder_builds_whatever_stands_in_its_files() {
    let test = strange();
    let run = test.build_with(&[]).code(0);
    for said in ["unclosed-front-matter", "invalid-yaml", "unknown-severity", "broken-link", "invalid-utf8"] {
        assert!(run.stderr.contains(&format!("warning[{said}]")), "{said} is not a warning:\n{}", run.stderr);
    }
    assert!(!run.stderr.contains("error["), "{}", run.stderr);
    for (id, words) in [
        ("unclosed", "It stopped."),
        ("not-yaml", "Text of it."),
        ("wrong-types", "Wrong types"),
        ("unknown-keys", "Keys"),
        ("times", "Times"),
        ("links", "Links"),
        ("references", "References"),
        ("toml", "In TOML"),
        ("review", "Without a letter"),
        ("2026-03-05-post", "A post"),
        ("x-context", "One"),
        ("y-context", "Two"),
    ] {
        assert!(test.text(&format!("reviews/{id}/index.html")).contains(words), "{id} lacks {words:?}");
    }
}

#[test]
fn front_matter_in_toml_is_read_and_is_on_no_page() {
    let test = SiteTest::foreign()
        .file("a.md", "+++\ntitle = \"Queue outage\"\ndate = 2026-03-01\n+++\n\n## Summary\n\nIt stood.\n");
    test.build_with(&[]).code(0);
    let page = test.text("reviews/a/index.html");
    assert!(page.contains("Queue outage") && page.contains("2026-03-01") && !page.contains("+++"));
}

#[test]
fn a_key_of_many_files_is_told_once() {
    let front = "---\ntitle: T\ndate: 2026-03-01\nlayout: post\n---\n\n## Summary\n\nThe queue stood for everybody.\n";
    let test = SiteTest::foreign().file("a.md", front).file("b.md", front).file("c.md", front);
    let said = test.check().stderr;
    assert_eq!(said.matches("the key `layout`").count(), 1, "{said}");
    assert_eq!(said.matches("the key `date`").count(), 1, "{said}");
    assert!(said.contains("here and in 2 other files"), "{said}");
}

#[test]
fn pages_of_the_folder_are_pages_and_are_not_counted() {
    let test = SiteTest::foreign()
        .file("README.md", "# Our postmortems\n\nSee [the halt](2026/halt.md) and [the form](000-template.md).\n")
        .file("000-template.md", "# Title\n\n## Summary\n\nWhat happened, in a sentence.\n\n## Action items\n\n- [ ] An action\n")
        .file("2026/halt.md", "# The halt\n\n## Summary\n\nThe queue stood for everybody.\n\nWritten from [the form](../000-template.md).\n");
    test.build_with(&[]).code(0);
    assert_eq!(test.records().len(), 1);
    let readme = test.text("pages/readme/index.html");
    assert!(readme.contains("Our postmortems") && readme.contains("../../reviews/halt/index.html"), "{readme}");
    assert!(readme.contains("../000-template/index.html"), "{readme}");
    assert!(test.text("reviews/halt/index.html").contains("../../pages/000-template/index.html"));
    assert!(test.text("index.html").contains("pages/readme/index.html"));
    assert!(!test.text("actions/index.html").contains("An action"), "an action of a form is none");
}

#[test]
fn reviews_have_other_endings_too() {
    let text = |title: &str| format!("# {title}\n\n## Summary\n\nThe queue stood for everybody.\n");
    let test = SiteTest::foreign()
        .file("a.markdown", &text("One"))
        .file("b.html.md", &text("Two"))
        .file("c.md.erb", &text("Three <%= here %>"))
        .file("d.mdx", &text("Four"));
    test.build_with(&[]).code(0);
    for (id, title) in [("a", "One"), ("b", "Two"), ("c", "Three"), ("d", "Four")] {
        assert!(test.text(&format!("reviews/{id}/index.html")).contains(title), "{id}");
    }
}

#[test]
fn check_says_what_it_understood() {
    let test = SiteTest::foreign()
        .file(
            "2026-03-05-a.md",
            "# A\n\n## Summary\n\nThe queue stood.\n\n## Timeline\n\n- 10:00 It stood\n- 11:00 It ran\n",
        )
        .file("README.md", "# All\n\nText.\n");
    let said = test.check().ok().stderr;
    for line in
        ["Understood of 1 review, beside 1 page that is no review:", "date          1 of 1", "What would help most:"]
    {
        assert!(said.contains(line), "{line}\n{said}");
    }
    let json: serde_json::Value = serde_json::from_str(&test.check_json().stdout).unwrap();
    let file = &json["understood"][0];
    assert!(file["path"].as_str().unwrap().ends_with("2026-03-05-a.md"));
    assert_eq!((file["title"].as_bool(), file["severity"].as_bool()), (Some(true), Some(false)));
    let with_settings = test.file("debrief.yaml", "timezone: UTC\n");
    assert!(!with_settings.check().stderr.contains("Understood"));
}

#[test]
fn settings_by_path_hold_for_folders_of_many_teams() {
    let settings = "ignore: ['**/notes-*.md']\nseverity: {map: {Purple: sev2}}\ndefaults:\n  payments/**: {team: payments, services: [ledger]}\n";
    let text =
        |title: &str, more: &str| format!("---\ntitle: {title}\n{more}---\n\n## Summary\n\nIt stood for everybody.\n");
    let test = SiteTest::new()
        .file("debrief.yaml", settings)
        .file("payments/a.md", &text("One", "severity: purple\n"))
        .file("payments/b.md", &text("Two", "services: [till]\n"))
        .file("payments/notes-c.md", &text("Notes", ""));
    test.build_with(&["--edition", "internal"]).code(0);
    let records = test.records();
    let of = |id: &str| records.iter().find(|review| review["id"] == id).unwrap();
    assert_eq!(records.len(), 2);
    assert_eq!((of("a")["severity"].as_str(), of("a")["services"][0].as_str()), (Some("sev2"), Some("ledger")));
    assert_eq!((of("b")["services"][0].as_str(), of("b")["teams"][0].as_str()), (Some("till"), Some("payments")));
}

#[test]
fn settings_that_cannot_be_read_are_settings() {
    let test = strange().bytes("debrief.yaml", b"title: \xff\n");
    assert!(test.build_with(&[]).code(1).stderr.contains("error[broken-link]"));
}

#[test]
fn one_more_file_of_a_name_changes_no_other_address() {
    let test = strange().file("z/context.md", "# Three\n\nText.\n");
    test.build_with(&[]).ok();
    for (id, title) in [("x-context", "One"), ("y-context", "Two"), ("z-context", "Three")] {
        assert!(test.text(&format!("reviews/{id}/index.html")).contains(title));
    }
}

#[test]
fn files_that_may_be_restricted_stay_hidden() {
    let test = SiteTest::foreign()
        .file("open.md", "# Open\n\nText.\n")
        .file("broken.md", "---\nvisibility: restricted\nowner: [\n---\n\n# Hidden one\n\nWords of it.\n")
        .file("low.md", "\n---\ntitle: Hidden two\nVisibility: restricted\n---\n\nWords of it.\n")
        .file("unclosed.md", "---\nvisibility: restricted\n\n# Hidden three\n\nWords of it.\n");
    let test = test
        .file("capital.md", "---\ntitle: Hidden four\nVisibility: restricted\n---\n\nWords of it.\n")
        .file("letters.md", "---\ntitle: Hidden five\nvisiblity: leads only\n---\n\nWords of it.\n")
        .file("merged.md", "---\ntitle: Hidden six\nbase: &b {visibility: restricted}\n<<: *b\n---\n\nWords.\n")
        .file("json.md", "{\"title\": \"Hidden seven\", \"visibility\": \"restricted\"}\n\nWords of it.\n")
        .file("ends.md", "---\rtitle: Hidden eight\rvisibility: restricted\r---\rWords of it.\n")
        .file("words.md", "---\ntitle: Hidden nine\nSichtbarkeit: vertraulich\n---\n\nWords of it.\n")
        .file("wide.md", "---\ntitle: Shown to all\nVisibility: internal\n---\n\nWords of it.\n");
    test.build_with(&[]).code(0);
    assert!(test.site().join("reviews/wide").exists());
    for id in ["broken", "low", "unclosed", "capital", "letters", "merged", "json", "ends", "words"] {
        assert!(!test.site().join("reviews").join(id).exists(), "{id} is shown");
    }
    assert!(!test.text("index.html").contains("Hidden"));
}

#[test]
fn a_library_with_settings_or_a_policy_is_told_each_mistake() {
    for (file, text) in [("debrief.yaml", ""), ("redaction.yaml", "")] {
        let run = strange().file(file, text).build_with(&["--edition", "internal"]).code(1);
        assert!(run.stderr.contains("error[unclosed-front-matter]") && run.stderr.contains("error[broken-link]"));
    }
}
