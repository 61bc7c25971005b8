//! `init`: a new library, its hook and its workflow.

use crate::harness::SiteTest;
use crate::repository::{commit, git};

#[test]
fn init_makes_a_library_that_builds_as_it_is() {
    let test = SiteTest::foreign();
    let made = test.run(&["init", "mine"]).ok().says("cd mine").says("debrief serve");
    assert!(made.stdout.is_empty());
    test.run(&["init", "mine"]).code(2).says("is a library already");
    test.run_in("mine", &["init", "below"]).code(2).says("`below` is in the library");
    assert!(!test.root().join("mine/below").exists());
    for args in [["build", "--strict"], ["check", "--strict"]] {
        let run = test.run_in("mine", &args).ok();
        assert!(!run.stderr.contains("warning") && !run.stderr.contains("note["), "{}", run.stderr);
    }
    // The guide for authors is not a review, and the example review has everything that a review can have.
    let tree = crate::harness::tree(&test.root().join("mine/site/internal"));
    let reviews: Vec<_> =
        tree.keys().filter(|path| path.starts_with("reviews/") && path.ends_with("an-example/index.html")).collect();
    assert_eq!(reviews.len(), 1);
    let page = String::from_utf8_lossy(&tree[reviews[0]]).into_owned();
    for part in ["Judgement at the time", "<svg", "Alert for each gateway by itself", "What went well"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!tree.keys().any(|path| path.contains("readme")));
    // An existing file is kept, which is reported.
    test.put("README.md", b"# Ours\n");
    test.run(&["init", "library"]).ok().says("library/README.md is there already");
    assert_eq!(std::fs::read(test.library().join("README.md")).expect("a file"), b"# Ours\n");
}

#[test]
fn the_example_can_be_deleted_as_it_says() {
    let test = SiteTest::foreign();
    test.run(&["init", "library"]).ok();
    git(&test.library(), "2026-03-01", &["init", "-q"]);
    commit(&test.library(), "2026-03-01", "Begin");
    git(&test.library(), "2026-03-02", &["rm", "-q", "*-an-example.md"]);
    let said = test.check().stderr;
    assert!(!said.contains("lost-address"), "{said}");
    commit(&test.library(), "2026-03-02", "Take the example out");
    let said = test.check().stderr;
    assert!(!said.contains("lost-address") && said.contains("no-reviews"), "{said}");
}

#[test]
fn a_library_in_a_folder_of_a_repository_has_its_workflow_where_github_looks() {
    let test = SiteTest::foreign();
    std::fs::create_dir(test.root().join(".git")).expect("a repository");
    let run = test.run(&["init", "docs/reviews"]).ok().says(".github/workflows/reviews.yml");
    assert!(!test.root().join("docs/reviews/.github").exists(), "{}", run.stderr);
    let workflow = std::fs::read_to_string(test.root().join(".github/workflows/reviews.yml")).expect("a workflow");
    assert!(workflow.contains("        working-directory: \"docs/reviews\"\n"), "{workflow}");
    assert!(workflow.contains("          path: \"docs/reviews/site/internal\"\n"), "{workflow}");
    serde_yaml::from_str::<serde_yaml::Value>(&workflow).expect("it is YAML");
    let readme = std::fs::read_to_string(test.root().join("docs/reviews/README.md")).expect("a guide");
    assert!(readme.contains("git config core.hooksPath docs/reviews/.githooks\n"), "{readme}");
    // Its job runs in the folder, and GitHub takes paths from the root.
    test.put("../docs/reviews/2026/b.md", b"---\ntitle: B\nsevrity: x\n---\n\nText.\n");
    for folder in [".", "docs/reviews", "docs/reviews/2026"] {
        let library = if folder == "." { &["docs/reviews"][..] } else { &[] };
        let run = test.run_in(folder, &[&["check", "--format", "github"], library].concat()).code(1);
        assert!(run.stdout.contains("::error file=docs/reviews/2026/b.md,line=3,"), "{folder}: {}", run.stdout);
    }
    // At the root of a repository nothing changes.
    std::fs::create_dir_all(test.root().join("own/.git")).expect("a repository");
    test.run(&["init", "own"]).ok();
    assert!(test.root().join("own/.github/workflows/reviews.yml").exists());
}

#[cfg(unix)]
#[test]
fn the_hook_of_a_new_library_checks_what_is_committed() {
    use std::path::Path;
    use std::process::Command;
    let test = SiteTest::foreign();
    test.run(&["init", "mine"]).ok();
    let bin = Path::new(env!("CARGO_BIN_EXE_debrief")).parent().expect("a folder").display().to_string();
    let path = format!("{bin}:{}", std::env::var("PATH").expect("a path"));
    let git = |args: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(test.root().join("mine")).env("PATH", &path).env("HOME", test.root());
        command.args(["-c", "user.name=Ana Example", "-c", "user.email=ana@example.com"]).args(args);
        command.output().expect("git runs").status.success()
    };
    assert!(git(&["init", "-q"]) && git(&["config", "core.hooksPath", ".githooks"]));
    assert!(git(&["add", "-A"]) && git(&["commit", "-q", "-m", "A library"]), "what init wrote can be committed");
    std::fs::write(test.root().join("mine/a bad one.md"), "---\ntitle: A\nsevrity: x\n---\n\nText.\n").expect("a file");
    assert!(git(&["add", "-A"]) && !git(&["commit", "-q", "-m", "A mistake"]), "a mistake is not");
}
