//! The git history of reviews on their pages; each test creates its own repository.

use std::fs;

use base::clock::Clock;
use debrief::Request;
use internal::Show;
use site::history::Kept;

use crate::harness::{SiteTest, TODAY, program};
use crate::repository::{REVIEW, commit, git, repository, shallow};

fn lines(page: &str) -> Vec<String> {
    let section = page.split_once("<h2 id=\"history\">").map_or("", |(_, rest)| rest);
    let section = section.split_once("</section>").map_or("", |(section, _)| section);
    let line = |row: &str| {
        let day = row.split_once("datetime=\"").and_then(|(_, rest)| rest.get(..10)).unwrap_or_default();
        let note = row.split_once("<dd dir=\"auto\">").and_then(|(_, rest)| rest.split_once([' ', '<']).map(|_| rest));
        let note = note.unwrap_or_default().split(" <span").next().unwrap_or_default();
        format!("{day} {}", note.split("</dd>").next().unwrap_or_default())
    };
    section.split("<div>").skip(1).map(line).collect()
}

#[test]
fn a_page_shows_commits_among_revisions_newest_first() {
    let test = repository().build();
    assert_eq!(
        lines(&test.text("reviews/etale-x/index.html")),
        [
            "2026-03-25 Say it better",
            "2026-03-20 Told again",
            "2026-03-05 Move it",
            "2026-03-02 Write it &lt;down&gt; &amp; out"
        ]
    );
    assert!(!test.text("reviews/draft/index.html").contains("id=\"history\""));
}

/// Whoever may commit may write anything into a subject, and anybody may call themselves anything.
#[test]
fn what_commits_and_their_authors_say_is_text_and_no_more() {
    let nasty = "<script>alert(1)</script> \"'>&\u{1b}[2J\u{202e}x\u{7}\nerror: forged";
    let test = SiteTest::new().file("a.md", &REVIEW.replace("title: Stale", "title: Stale\npublished: 2026-03-02"));
    test.put("debrief.yaml", b"base_url: https://learn.example/\n");
    git(&test.library(), "2026-03-01", &["init", "-q"]);
    git(&test.library(), "2026-03-01", &["config", "user.name", nasty]);
    commit(&test.library(), "2026-03-02", &nasty.replace('\n', " "));
    let test = test.build();
    let page = test.text("reviews/a/index.html");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39;&gt;&amp;"), "{page}");
    for (path, bytes) in test.tree() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("<script>alert") && !text.contains(['\u{1b}', '\u{7}']), "{path}");
    }
    for format in ["html", "text", "md", "eml", "slack", "ics"] {
        let run = test.run(&["digest", "library", "--week", "2026-W10", "--format", format, "--as-of", TODAY]).ok();
        assert!(!run.stdout.contains("<script>alert") && !run.stdout.contains('\u{1b}'), "{format}");
    }
    let run = test.run(&["new", "Another", "--library", "library", "--as-of", TODAY]).ok();
    assert!(!format!("{}{}", run.stdout, run.stderr).contains('\u{1b}'), "{}", run.stderr);
    let draft = fs::read_to_string(test.root().join(run.stdout.trim())).expect("a draft");
    assert!(draft.contains("owner: \"<script>alert(1)</script> \\\"'>&\\u001b[2J"), "{draft}");
    let run = test.check().ok();
    assert!(!run.stderr.contains('\u{1b}') && !run.stderr.lines().any(|line| line.starts_with("error: forged")));
}

#[test]
fn a_library_that_is_the_repository_has_the_same_history() {
    let test = SiteTest::new().file("a.md", REVIEW);
    git(&test.library(), "2026-03-01", &["init", "-q"]);
    commit(&test.library(), "2026-03-02", "Write");
    let test = test.build();
    assert_eq!(lines(&test.text("reviews/a/index.html")), ["2026-03-20 Told again", "2026-03-02 Write"]);
}

#[test]
fn commits_lead_to_the_repository_and_can_be_left_out() {
    let test = repository().file("debrief.yaml", "repository: https://git.example.org/reviews/\n").build();
    let page = test.text("reviews/etale-x/index.html");
    assert_eq!(page.matches("href=\"https://git.example.org/reviews/commit/").count(), 3, "{page}");
    let test = test.file("debrief.yaml", "git_history: false\n").build();
    assert_eq!(lines(&test.text("reviews/etale-x/index.html")), ["2026-03-20 Told again"]);
}

#[test]
fn the_same_commit_gives_the_same_bytes_wherever_it_is() {
    let one = repository().build();
    let two = SiteTest::foreign();
    fs::remove_dir(two.library()).expect("an empty folder");
    let from = one.root().to_string_lossy().into_owned();
    let clone = two.root().join("clone");
    git(two.root(), "2026-04-01", &["clone", "-q", &from, &clone.to_string_lossy()]);
    fs::rename(clone.join("library"), two.library()).expect("moved");
    fs::rename(clone.join(".git"), two.root().join(".git")).expect("moved");
    fs::remove_file(one.library().join("draft.md")).expect("removed");
    let one = one.build();
    let run = program()
        .current_dir(two.root())
        .args(["build", "library", "--as-of", TODAY, "--quiet"])
        .envs([("TZ", "Pacific/Apia"), ("GIT_DIR", "/nowhere"), ("LC_ALL", "tr_TR.UTF-8")])
        .status();
    assert!(run.expect("runs").success());
    assert!(one.tree() == two.tree());
}

#[test]
fn a_repository_cannot_start_a_program() {
    let test = repository();
    let flag = test.root().join("started");
    let script = test.root().join("script");
    fs::write(&script, format!("#!/bin/sh\ntouch '{}'\n", flag.display())).expect("a script");
    #[cfg(unix)]
    fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("a right");
    let script = script.to_string_lossy().into_owned();
    for (key, value) in [
        ("core.fsmonitor", script.as_str()),
        ("core.pager", &script),
        ("core.sshCommand", &script),
        ("gpg.program", &script),
        ("gpg.ssh.program", &script),
        ("log.showSignature", "true"),
        ("diff.external", &script),
        ("diff.x.textconv", &script),
        ("filter.x.clean", &script),
        ("pager.log", "true"),
        ("alias.log", "!false"),
    ] {
        git(test.root(), "2026-04-01", &["config", key, value]);
    }
    test.put(".gitattributes", b"*.md diff=x filter=x\n");
    let test = test.build();
    assert_eq!(lines(&test.text("reviews/etale-x/index.html")).len(), 4);
    assert!(!flag.exists(), "something was started");
}

/// The commit subjects for the review, as a program gets them that reads the library at every save.
fn subjects(test: &SiteTest, kept: Option<Kept>) -> Vec<String> {
    let clock = Clock::fixed(TODAY.parse().expect("a day"));
    let show = Show { drafts: true, allow_broken_links: true };
    let request = Request { library: test.library(), skip: Vec::new(), clock, show, base_url: None, kept };
    let manuscript = debrief::read(&request, &mut |_| {});
    manuscript.sources.history.changes("new/étale \"x\".md").iter().map(|change| change.subject.clone()).collect()
}

#[test]
fn a_history_is_kept_until_there_is_another_commit() {
    let (test, kept) = (repository(), Kept::default());
    let read = || subjects(&test, Some(kept.clone()));
    assert_eq!(read(), ["Say it better", "Move it", "Write it <down> & out"]);
    test.put("new/étale \"x\".md", b"# Stale\n\nSaved, not committed.\n");
    assert_eq!(read().len(), 3);
    commit(test.root(), "2026-03-26", "Say it at last");
    assert_eq!(read(), ["Say it at last", "Say it better", "Move it", "Write it <down> & out"]);
    git(test.root(), "2026-03-27", &["reset", "-q", "--hard", "HEAD~2"]);
    assert_eq!(read(), ["Move it", "Write it <down> & out"]);

    // Without its objects, a repository still knows its current commit, but nothing of the past.
    let objects = test.root().join(".git/objects");
    fs::rename(&objects, test.root().join("objects")).expect("moved");
    fs::create_dir(&objects).expect("a folder");
    assert_eq!(read(), ["Move it", "Write it <down> & out"]);
    assert_eq!(subjects(&test, None), [""; 0]);
}

#[test]
fn a_shallow_clone_tells_no_first_day() {
    let test = SiteTest::new();
    shallow(test.root(), &test.library());
    test.put("b.md", b"# B\n\nText.\n");
    commit(&test.library(), "2026-03-05", "Write another");
    let test = test.build();
    assert!(!test.text("reviews/a/index.html").contains("id=\"history\""));
    assert_eq!(lines(&test.text("reviews/b/index.html")), ["2026-03-05 Write another"]);
}

#[test]
fn a_file_that_was_moved_and_edited_keeps_its_first_day() {
    let long: Vec<_> = (0..40).map(|n| format!("Sentence {n} of what happened on that day.\n")).collect();
    let long = long.concat();
    let test = SiteTest::new().file("old.md", &format!("# Old\n\n{long}"));
    git(test.root(), "2026-03-01", &["init", "-q"]);
    commit(test.root(), "2026-03-02", "Write it");
    git(&test.library(), "2026-03-05", &["mv", "old.md", "new.md"]);
    test.put("new.md", format!("# New\n\n{long}One word more.\n").as_bytes());
    commit(test.root(), "2026-03-05", "Move it, and say more");
    let page = test.build().text("reviews/new/index.html");
    assert!(lines(&page).iter().any(|line| line.contains("2026-03-02")), "{:?}", lines(&page));
}
