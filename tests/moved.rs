//! Old addresses, in both editions: those in `aliases:`, those of files that were renamed in git, and those of other
//! generators.

use std::fs;

use crate::harness::{SiteTest, TODAY};
use crate::repository::{commit, git};

const REVIEW: &str = "---\ntitle: Queue & <b>cache</b> stood still\nsummary: The queue stood still, and nobody could order.\naliases: [Old name, /post-mortems/2019/queue/, \"/p/1.html\", old/name]\n---\nThe queue stood still.\n";

fn links_of(page: &str) -> Vec<&str> {
    ["url=", "rel=\"canonical\" href=\"", "<a href=\""]
        .iter()
        .map(|start| page.split_once(start).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default())
        .collect()
}

#[test]
fn aliases_are_pages_that_lead_to_the_review() {
    let test = SiteTest::new().file("2026/queue.md", REVIEW).build();
    for (page, way) in [
        ("reviews/old-name/index.html", "../queue/index.html"),
        ("post-mortems/2019/queue/index.html", "../../../reviews/queue/index.html"),
        ("p/1.html", "../reviews/queue/index.html"),
        ("old/name/index.html", "../../reviews/queue/index.html"),
    ] {
        let text = test.text(page);
        assert_eq!(links_of(&text), [way; 3], "{page}");
        assert!(text.contains("http-equiv=\"refresh\" content=\"0; url="), "{text}");
        assert!(text.contains("Queue &amp; &lt;b&gt;cache&lt;/b&gt; stood still</a>"), "{text}");
        assert!(text.contains("default-src 'none'; style-src 'self'") && !text.contains("<script"), "{text}");
    }
    for (path, bytes) in test.tree() {
        let text = String::from_utf8_lossy(&bytes);
        let is_one = ["old-name", "post-mortems", "p/1.html", "old/name"].iter().any(|name| path.contains(name));
        let is_listed =
            path != ".debrief-manifest.json" && (text.contains("old-name") || text.contains("post-mortems"));
        assert!(is_one || !is_listed, "{path} leads to an old address");
    }
}

#[test]
fn the_canonical_address_is_whole_where_the_site_knows_its_own() {
    let test =
        SiteTest::new().file("a.md", REVIEW).file("debrief.yaml", "base_url: https://example.org/reviews\n").build();
    let text = test.text("old/name/index.html");
    assert_eq!(links_of(&text)[1], "https://example.org/reviews/reviews/a/");
}

#[test]
fn files_that_were_renamed_keep_their_addresses() {
    let test = SiteTest::new();
    let text = |n: u8| format!("# Outage {n}\n\nThe queue of shard {n} stood still, and nobody could order from it.\n");
    test.put("2020/first name.md", text(1).as_bytes());
    test.put("x/same.md", text(2).as_bytes());
    git(&test.library(), "2026-03-01", &["init", "-q"]);
    let commit = |day: &str| {
        git(&test.library(), day, &["add", "-A"]);
        git(&test.library(), day, &["commit", "-q", "-m", "Change"]);
    };
    commit("2026-03-01");
    git(&test.library(), "2026-03-02", &["mv", "2020/first name.md", "second.md"]);
    git(&test.library(), "2026-03-02", &["mv", "x/same.md", "y.md"]);
    commit("2026-03-02");
    git(&test.library(), "2026-03-03", &["mv", "second.md", "third.md"]);
    test.put("z/same.md", text(3).as_bytes());
    commit("2026-03-03");
    let test = test.build();
    for old in ["first-name", "second"] {
        let text = test.text(&format!("reviews/{old}/index.html"));
        assert_eq!(links_of(&text), ["../third/index.html"; 3]);
    }
    assert!(test.text("reviews/same/index.html").contains("shard 3"), "a review took the address");
    assert!(!test.check().stderr.contains("lost-address"));
}

#[test]
fn a_lost_address_is_reported_until_it_is_redirected() {
    let test = SiteTest::new();
    lost(&test);
    let said = test.check().stderr;
    assert!(said.contains("[lost-address]") && said.contains("library/new.md"), "{said}");
    assert!(said.contains("`aliases: [old]`") && said.contains("deleted on 2026-03-02"), "{said}");
    test.put("debrief.yaml", b"gone: [old]\n");
    assert!(!test.check().stderr.contains("lost-address"));
    test.put("debrief.yaml", b"");
    test.put("new.md", b"---\naliases: [old]\n---\n# New\n\nNothing of the old text is left in this one.\n");
    let test = test.build();
    assert!(!test.check().stderr.contains("lost-address"));
    assert_eq!(links_of(&test.text("reviews/old/index.html")), ["../new/index.html"; 3]);
    // On a day on which the file still existed, nothing is reported.
    test.put("new.md", b"# New\n\nNothing of the old text is left in this one.\n");
    let said = test.run(&["check", "library", "--as-of", "2026-03-01"]).stderr;
    assert!(!said.contains("lost-address"), "{said}");
}

#[test]
fn an_old_address_in_a_folder_of_another_case_is_refused() {
    let test = SiteTest::new().file("a.md", "---\ntitle: A\naliases: [/Reviews/X/]\n---\nText.\n");
    let run = test.check().code(1).says("[old-address]").says("library/a.md:3");
    run.says("`Reviews` and `reviews` are one folder where case does not count");
}

#[test]
fn an_address_that_a_commit_will_lose_is_reported_before_it() {
    let queue = "# Queue\n\nThe queue stood still, and nobody could order from it.\n\nIt was full.\n";
    let test = SiteTest::new().file("old.md", queue).file("draft.md", "---\ntitle: Draft\nstatus: draft\n---\nText.\n");
    test.put("named.md", b"---\ntitle: Named\nid: its-name\n---\nThe cache was cold, and every page took a minute.\n");
    git(&test.library(), "2026-03-01", &["init", "-q"]);
    commit(&test.library(), "2026-03-01", "Write");
    let said = || test.check().stderr;
    assert!(!said().contains("lost-address"), "{}", said());
    // A draft had no address, and an id keeps its address whatever the file is called.
    for (old, new) in [("draft.md", "later.md"), ("named.md", "x/renamed.md")] {
        fs::create_dir_all(test.library().join("x")).expect("a folder");
        fs::rename(test.library().join(old), test.library().join(new)).expect("renamed");
    }
    assert!(!said().contains("lost-address"), "{}", said());
    // Git follows a file that is renamed and edited a little, staged or not.
    fs::rename(test.library().join("old.md"), test.library().join("new.md")).expect("renamed");
    test.put("new.md", queue.replace("It was full.", "It was empty.").as_bytes());
    assert!(!said().contains("lost-address"), "{}", said());
    git(&test.library(), "2026-03-02", &["add", "-A"]);
    assert!(!said().contains("lost-address"), "{}", said());
    // A text that git would not take for the old one.
    test.put("new.md", b"# New\n\nNothing of the old text is left in this one.\n");
    let lost = said();
    assert!(lost.contains("[lost-address]") && lost.contains("`reviews/old/` will lead nowhere"), "{lost}");
    assert!(lost.contains("`aliases: [old]`"), "{lost}");
    test.put("new.md", b"---\naliases: [old]\n---\n# New\n\nNothing of the old text is left in this one.\n");
    assert!(!said().contains("lost-address"), "{}", said());
}

/// A library whose review was deleted in the same commit that added another.
pub fn lost(test: &SiteTest) {
    test.put("old.md", b"# Old\n\nThe cache was cold, and every page took a minute to come.\n");
    git(&test.library(), "2026-03-01", &["init", "-q"]);
    git(&test.library(), "2026-03-01", &["add", "-A"]);
    git(&test.library(), "2026-03-01", &["commit", "-q", "-m", "Write"]);
    fs::remove_file(test.library().join("old.md")).expect("removed");
    test.put("new.md", b"# New\n\nNothing of the old text is left in this one.\n");
    git(&test.library(), "2026-03-02", &["add", "-A"]);
    git(&test.library(), "2026-03-02", &["commit", "-q", "-m", "Write it again"]);
}

#[test]
fn folders_of_other_generators_keep_their_addresses() {
    let test = SiteTest::foreign()
        .file("hugo.md", "+++\ntitle = \"Hugo's outage\"\naliases = [\"/issues/7/\", \"Big outage\"]\nurl = \"/incidents/hugo.html\"\n+++\n\n## Summary\n\nIt fell.\n")
        .file("jekyll.md", "---\ntitle: Jekyll's outage\nredirect_from: /blog/jekyll/\npermalink: /:year/:title/\n---\n\n## Summary\n\nIt fell.\n")
        .file("zola.md", "---\ntitle: Zola's outage\nslug: zola\nurl: https://wiki.example/zola\nredirect_from:\n  - ../up\n---\n\n## Summary\n\nIt fell.\n")
        .build();
    for (page, way) in [
        ("issues/7/index.html", "../../reviews/hugo/index.html"),
        ("incidents/hugo.html", "../reviews/hugo/index.html"),
        ("blog/jekyll/index.html", "../../reviews/jekyll/index.html"),
    ] {
        assert_eq!(links_of(&test.text(page)), [way; 3], "{page}");
    }
    let test = test.page("reviews/zola/index.html", "https://wiki.example/zola");
    assert!(!test.root().join("site/up").exists() && !test.root().join("up").exists());
}

#[test]
fn an_invalid_alias_is_dropped_without_settings_and_is_an_error_with_them() {
    let text = "---\ntitle: T\naliases: [../x, /index.html, /assets/x/]\n---\n\n## Summary\n\nIt fell.\n";
    let run = SiteTest::foreign().file("a.md", text).build_with(&[]);
    assert!(run.stderr.contains("old-address"), "{}", run.stderr);
    run.ok();
    let run = SiteTest::new().file("a.md", text).build_with(&[]);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.stderr.matches("[old-address]").count(), 3, "{}", run.stderr);
}

fn postmortem(aliases: &str, approval: &str) -> String {
    format!(
        "---\ntitle: Acme's queue\nsummary: The queue stood still, and nobody could order.\npeople: {{owner: Zed Quill}}\npublic:\n  publish: true\n  slug: queue\n{aliases}  title: Orders failed\n  date: 2026-03-05\n  sections: [summary]\n  summary: Orders failed for some customers.\n{approval}---\nThe queue stood still.\n"
    )
}

const POLICY: &str = "roles: {}\npeople: [{name: Jane Oduya}]\ncustomers: [Wunderbar Foods]\nhosts: []\ndomains: []\npublic_domains: []\npublic_services: {}\npublic_tags: []\napprovers: [Ann Holm]\nsite: {title: Reports, description: What failed., organisation: Example, language: en, base_url: \"https://status.example/\"}\n";

fn public(test: &SiteTest, path: &str) -> Option<String> {
    fs::read_to_string(test.root().join("site/public").join(path)).ok()
}

#[test]
fn public_addresses_are_approved_like_any_text() {
    let test = SiteTest::new().file("redaction.yaml", POLICY).file("a.md", &postmortem("", ""));
    test.run(&["approve", "a", "--by", "Ann Holm", "--yes", "--library", "library", "--as-of", TODAY]).ok();
    test.run(&["build", "library", "--edition", "public", "--out", "site/public", "--as-of", TODAY]).ok();
    assert!(public(&test, "postmortems/queue/index.html").is_some());
    // An address that nobody approved is not published.
    let approved = fs::read_to_string(test.library().join("a.md")).expect("a review");
    let with = approved.replace("  title: Orders", "  aliases: [orders, /incidents/7.html]\n  title: Orders");
    test.put("a.md", with.as_bytes());
    let run = test.run(&["build", "library", "--edition", "public", "--out", "site/public", "--as-of", TODAY]);
    assert!(run.code == Some(1) && run.stderr.contains("`aliases` changed"), "{}", run.stderr);
    test.run(&["approve", "a", "--by", "Ann Holm", "--yes", "--library", "library", "--as-of", TODAY]).ok();
    test.run(&["build", "library", "--edition", "public", "--out", "site/public", "--as-of", TODAY]).ok();
    let page = public(&test, "incidents/7.html").expect("a page");
    assert_eq!(
        links_of(&page),
        [
            "../postmortems/queue/index.html",
            "https://status.example/postmortems/queue/",
            "../postmortems/queue/index.html"
        ]
    );
    assert!(public(&test, "postmortems/orders/index.html").expect("a page").contains("noindex"));
    for file in ["sitemap.xml", "atom.xml", "feed.json", "index.html"] {
        assert!(!public(&test, file).expect("a file").contains("incidents/7"), "{file}");
    }
    // A new slug without the old one among the aliases is reported.
    let approved = fs::read_to_string(test.library().join("a.md")).expect("a review");
    test.put("a.md", approved.replace("slug: queue", "slug: line").as_bytes());
    let said = test.check().stderr;
    assert!(said.contains("[lost-address]") && said.contains("`aliases: [queue]`"), "{said}");
    test.put("a.md", approved.replace("slug: queue", "slug: line").replace("[orders,", "[queue, orders,").as_bytes());
    assert!(!test.check().stderr.contains("lost-address"));
}

#[test]
fn public_addresses_are_kept_by_a_site_with_a_theme_of_its_own() {
    let test = SiteTest::new()
        .file("debrief.yaml", "title: Reviews\ntheme: ./look\n")
        .file("look/theme.yaml", "api: 1\n")
        .file(
            "look/templates/public/404.html",
            "{% extends \"public/base.html\" %}\n{% block main %}<h1>Not here</h1>{% endblock %}\n",
        )
        .file("redaction.yaml", POLICY)
        .file("a.md", &postmortem("  aliases: [orders]\n", ""));
    test.run(&["approve", "a", "--by", "Ann Holm", "--yes", "--library", "library", "--as-of", TODAY]).ok();
    test.run(&["build", "library", "--edition", "public", "--out", "site/public", "--as-of", TODAY]).ok();
    assert!(public(&test, "postmortems/orders/index.html").is_some());
}

#[test]
fn an_old_name_that_must_stay_inside_does_not_leave_as_an_address() {
    let test = SiteTest::new()
        .file("redaction.yaml", POLICY)
        .file("a.md", &postmortem("  aliases: [wunderbar-foods-outage]\n", ""));
    let run = test.run(&["redact", "a", "--library", "library", "--as-of", TODAY]);
    assert!(run.stdout.contains("aliases") || run.stderr.contains("aliases"), "{}{}", run.stdout, run.stderr);
    let run = test.run(&["approve", "a", "--by", "Ann Holm", "--yes", "--library", "library", "--as-of", TODAY]);
    assert_eq!(run.code, Some(3), "{}", run.stderr);
    assert!(public(&test, "postmortems/wunderbar-foods-outage/index.html").is_none());
}

#[test]
fn public_addresses_that_clash_are_told_with_their_place() {
    let test = SiteTest::new()
        .file("redaction.yaml", POLICY)
        .file("a.md", &postmortem("  aliases: [other, ../x, /services/x/, \"/Ärger/\"]\n", ""))
        .file("b.md", &postmortem("  aliases: [Queue]\n", "").replace("slug: queue", "slug: other"));
    let said = test.check().stderr;
    assert_eq!(said.matches("[old-address]").count(), 5, "{said}");
    assert!(said.contains("library/a.md:8") && said.contains("library/b.md:8"), "{said}");
}
