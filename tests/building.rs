//! The site is written completely or not at all.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::harness::{SiteTest, TODAY, program, tree};

fn review(title: &str) -> String {
    format!("---\ntitle: {title}\n---\n\nWhat happened to {title}.\n")
}

#[test]
fn a_mistake_leaves_the_old_site_as_it_was() {
    let test = SiteTest::new().file("a.md", &review("First")).build();
    let before = test.tree();
    test.put("b.md", b"---\ntitel: Second\n---\n");
    test.build_with(&[]).code(1).says("did you mean `title`?");
    assert!(test.tree() == before);
}

#[test]
fn a_site_is_not_emptied_by_accident() {
    for instead in
        ["", "---\ntitle: T\nstatus: draft\n---\n\nText\n", "---\ntitle: T\nvisibility: restricted\n---\n\nText\n"]
    {
        let test = SiteTest::new().file("a.md", &review("First")).build();
        let before = test.tree();
        fs::remove_file(test.library().join("a.md")).expect("removed");
        if !instead.is_empty() {
            test.put("b.md", instead.as_bytes());
        }
        test.build_with(&[]).code(1).says("error[emptied-site]").says("has 1 review").says("--allow-empty");
        assert!(test.tree() == before, "{instead}");
        test.build_with(&["--allow-empty"]).ok();
        assert!(!test.site().join("reviews/a/index.html").exists());
        test.build_with(&[]).ok();
    }
}

#[test]
fn a_template_that_fails_leaves_the_old_site_and_names_the_fields() {
    let test = SiteTest::new().file("debrief.yaml", "theme: ./look\n").file("a.md", &review("First"));
    let test = test.file("look/theme.yaml", "api: 1\n").build();
    let before = test.tree();
    test.put("look/templates/internal/review.html", b"<h1>{{ review.titel }}</h1>\n");
    // `check` says it as well, before a build.
    test.check().code(1).says("error[template]").says("review.titel");
    let run = test.build_with(&[]).code(1);
    for words in [
        "error[template]",
        "review.titel",
        "look/templates/internal/review.html:1:",
        "did you mean `title`?",
        "`review` has:",
    ] {
        assert!(run.stderr.contains(words), "{words}:\n{}", run.stderr);
    }
    assert!(test.tree() == before);
}

#[test]
fn links_of_the_theme_are_in_the_navigation_which_is_the_menu_of_a_phone() {
    let links = "theme:\n  links: [{label: Wiki, url: \"https://wiki.example.com/\"}]\n";
    let test = SiteTest::new().file("debrief.yaml", links).file("a.md", &review("First")).build();
    let page = test.text("index.html");
    let (_, menu) = page.split_once("id=\"site.parts\"").expect("a menu");
    let (menu, _) = menu.split_once("</nav>").expect("an end");
    assert!(menu.contains("https://wiki.example.com/"), "{menu}");
    assert_eq!(page.matches("https://wiki.example.com/").count(), 1);
    // The public edition is made of the same parts.
    for base in ["templates/shared/base.html", "templates/public/base.html"] {
        let text = test.run(&["theme", base]).ok().stdout;
        assert_eq!(text.matches("{% include \"shared/look/links.html\" %}</ul>").count(), 1, "{base}");
    }
}

#[test]
fn single_files_of_the_theme_are_overridden_by_name() {
    SiteTest::new()
        .file("debrief.yaml", "theme: ./look\n")
        .file("a.md", &review("First"))
        .file("look/templates/internal/404.html", "<p>Lost in {{ site.title }}</p>\n")
        .file("look/assets/debrief.css", "body { color: teal }\n")
        .build()
        .page("404.html", "<p>Lost in Incident reviews</p>")
        .page("assets/debrief.css", "teal")
        .page("reviews/a/index.html", "First")
        .no_file("files/look/assets/debrief.css");
}

#[test]
fn a_folder_that_is_not_ours_is_refused_with_the_way_out() {
    let test = SiteTest::new().file("a.md", &review("First"));
    fs::create_dir_all(test.site()).expect("a folder");
    fs::write(test.site().join("thesis.txt"), "three years").expect("a file");
    test.build_with(&[]).code(4).says("thesis.txt").says("--out");
    assert_eq!(tree(&test.site()).len(), 1);
}

#[test]
fn a_folder_of_reviews_is_refused_before_the_library_is_read_without_it() {
    let test = SiteTest::new().file("2026/a.md", &review("First"));
    let run = test.build_with(&["--edition", "internal", "--out", "library/2026"]).code(2).says("it holds Markdown");
    assert!(!run.stderr.contains("no-reviews"), "{}", run.stderr);
    assert_eq!(tree(&test.library().join("2026")).len(), 1);
}

#[test]
fn a_site_with_an_attached_file_of_markdown_is_built_again() {
    let test = SiteTest::new()
        .file("debrief.yaml", "title: Reviews\n")
        .file("2026/a.md", "---\ntitle: First\nsummary: It fell.\n---\n\nSee [how we work](../README.md).\n")
        .file("README.md", "# How we work\n")
        .build()
        .page("files/README.md", "How we work");
    test.build_with(&[]).ok();
}

#[test]
fn a_page_whose_review_is_gone_is_gone() {
    let test = SiteTest::new().file("a.md", &review("First")).file("b.md", &review("Second")).build();
    fs::remove_file(test.library().join("b.md")).expect("removed");
    test.build_with(&[]).ok().says(" removed,");
    test.no_file("reviews/b/index.html").no_file("reviews/b").page("reviews/a/index.html", "First");
}

#[test]
fn only_attachments_that_a_page_refers_to_are_published() {
    SiteTest::new()
        .file("a.md", "# A\n\n[log](raw/x%20y.txt) and ![graph](g.png)\n")
        .file("raw/x y.txt", "a line")
        .bytes("g.png", b"\x89PNG")
        .bytes("secret.png", b"\x89PNG")
        .build()
        .page("reviews/a/index.html", "href=\"../../files/raw/x%20y.txt\"")
        .page("reviews/a/index.html", "src=\"../../files/g.png\"")
        .page("files/raw/x y.txt", "a line")
        .no_file("files/secret.png");
}

#[test]
fn drafts_and_restricted_reviews_stay_away() {
    let test = SiteTest::new()
        .file("a.md", "---\ntitle: Open\ntags: [x]\nservices: [s]\nrecurrence_of: kestrel\nrelated: [kestrel]\n---\n\nSeen. [one day](d.md)\n")
        .file("d.md", "---\ntitle: Kestrel draft\nstatus: draft\ntags: [kestreltag]\n---\n\nKestrel\n")
        .file(
            "r.md",
            "---\ntitle: Kestrel breach\nvisibility: restricted\nid: kestrel\ntags: [kestreltag]\n---\n\nKestrel\n",
        );
    test.build_with(&[]).ok().says("1 in draft: left out").says("(1 restricted: left out)");
    for (path, bytes) in test.tree() {
        let holds = String::from_utf8_lossy(&bytes).to_lowercase().contains("kestrel") || path.contains("kestrel");
        assert!(!holds, "{path} holds what nobody may see");
    }
    assert!(test.text("index.html").contains("1 restricted review"), "it is counted");
    test.build_with(&["--drafts"]).ok();
    let with_drafts = test.text("reviews/index.html");
    assert!(with_drafts.contains("Kestrel draft") && !with_drafts.contains("Kestrel breach"));
    assert!(test.text("reviews/d/index.html").contains("Draft"));
}

#[test]
fn a_link_to_a_restricted_review_is_an_error() {
    SiteTest::new()
        .file("a.md", "# A\n\n[[r]]\n")
        .file("r.md", "---\ntitle: Secret\nvisibility: restricted\n---\n")
        .build_with(&[])
        .code(1)
        .says("`r` leads to a review that is restricted");
}

#[test]
fn warnings_pass_unless_strict_and_quiet_is_quiet() {
    let test = SiteTest::new()
        .file("debrief.yaml", "tags: {dns: Names}\n")
        .file("a.md", "---\ntitle: A\ntags: [dsn]\n---\nx\n");
    test.build_with(&["--strict"]).code(1).says("warning[unknown-tag]").says("Nothing was written");
    assert!(!test.site().exists());
    let clean = SiteTest::new().file("a.md", &review("First"));
    let run = clean.build_with(&["--quiet"]).ok();
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("", ""));
    clean.build_with(&[]).ok().says("Built 1 review into site/internal");
}

#[test]
fn broken_links_can_be_let_pass() {
    let test = SiteTest::new().file("a.md", "# A\n\n[x](gone.md), ![i](gone.png), [h](#nope), [[nobody]]\n");
    let run = test.build_with(&[]).code(1);
    for code in ["broken-link", "broken-image", "broken-anchor"] {
        assert!(run.stderr.contains(&format!("error[{code}]")), "{}", run.stderr);
    }
    test.build_with(&["--allow-broken-links"]).ok().says("warning[broken-anchor]");
}

/// A build that is killed at any moment leaves one complete site, and the next build leaves nothing beside it.
#[test]
fn a_killed_build_leaves_one_whole_site() {
    let test = SiteTest::new();
    for n in 0..300 {
        test.put(&format!("r{n}.md"), review(&format!("Review {n}")).as_bytes());
    }
    test.build_with(&["--without-search"]).ok();
    let one = test.tree();
    for n in 0..300 {
        test.put(&format!("r{n}.md"), review(&format!("Changed {n}")).as_bytes());
    }
    let other = SiteTest::of(&test.library());
    other.build_with(&["--without-search"]).ok();
    let two = other.tree();
    for round in 0..12 {
        let args = ["build", "library", "--as-of", TODAY, "--quiet", "--without-search"];
        let mut child = program().current_dir(test.root()).args(args).spawn().expect("runs");
        std::thread::sleep(Duration::from_millis(30 + round * 45));
        let _ = child.kill();
        let _ = child.wait();
        let now = test.tree();
        assert!(now == one || now == two, "round {round}: a mix");
    }
    test.build_with(&["--without-search"]).ok();
    assert!(test.tree() == two);
    let beside: Vec<_> =
        fs::read_dir(test.root().join("site")).expect("site").map(|e| e.expect("e").file_name()).collect();
    let litter: Vec<_> = beside
        .iter()
        .filter(|name| Path::new(name) != Path::new("internal") && !name.to_string_lossy().ends_with("lock"))
        .collect();
    assert!(litter.is_empty(), "{litter:?}");
}

/// In feeds, a review is new on the day on which it is published, however long ago its incident was.
#[test]
fn feeds_begin_with_what_came_out_last() {
    let review = |started: &str, more: &str| {
        format!("---\ntitle: T\ntags: [x]\ntimes: {{started: {started}}}\n{more}\n---\nx\n")
    };
    let mut test = SiteTest::new().file("late.md", &review("2025-01-02T09:00Z", "published: 2026-11-20")).file(
        "revised.md",
        &review("2024-01-02T09:00Z", "published: 2024-01-09\nrevisions: [{on: 2026-11-19, note: More}]"),
    );
    for n in 1..=60 {
        let day = format!("2026-{:02}-{:02}", n / 28 + 3, n % 28 + 1);
        test = test.file(&format!("r{n}.md"), &review(&format!("{day}T09:00Z"), &format!("published: {day}")));
    }
    let test = test.build();
    for feed in ["feed.json", "tags/x/feed.json"] {
        let feed: serde_json::Value = serde_json::from_str(&test.text(feed)).expect("JSON");
        let items = feed["items"].as_array().expect("items");
        assert_eq!(items.len(), 25);
        assert!(items[0]["url"].as_str().expect("an address").contains("reviews/late/"), "{}", items[0]);
        assert!(items[1]["url"].as_str().expect("an address").contains("reviews/revised/"), "{}", items[1]);
    }
}

/// A server shows this page at addresses of any depth, so nothing on it may depend on its address.
#[test]
fn the_page_that_is_not_there_works_at_any_depth() {
    for (args, root) in [(&[][..], "/"), (&["--base-url", "https://example.com/a/reviews/"], "/a/reviews/")] {
        let test = SiteTest::new().file("a.md", &review("First"));
        test.build_with(args).ok();
        let page = test.text("404.html");
        let mut followed = 0;
        for name in ["href=\"", "src=\"", "action=\"", "data-root=\""] {
            for value in page.split(name).skip(1).filter_map(|rest| rest.split('"').next()) {
                if value.starts_with('#') || value.contains("://") {
                    continue;
                }
                let path =
                    value.strip_prefix(root).unwrap_or_else(|| panic!("{value} depends on where the page stands"));
                let path = path.split(['?', '#']).next().unwrap_or_default();
                assert!(test.site().join(path).exists(), "{value} leads nowhere");
                followed += 1;
            }
        }
        assert!(followed > 15, "{page}");
    }
}
