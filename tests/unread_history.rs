//! A history that git does not give: a repository of another owner, no git, a repository inside the library.

use std::fs;
use std::path::Path;

use crate::harness::{SiteTest, program};
use crate::repository::{REVIEW, commit, git, repository};

/// The output of `check` for a repository of another owner, simulated as in git's own tests.
fn of_another_owner(test: &SiteTest, safe: Option<&Path>) -> String {
    let mut check = program();
    check.current_dir(test.root()).args(["check", "library"]).env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    check.env("GIT_CONFIG_GLOBAL", "/dev/null");
    if let Some(settings) = safe {
        check.env("GIT_CONFIG_SYSTEM", settings);
    }
    String::from_utf8(check.output().expect("runs").stderr).expect("UTF-8")
}

#[test]
fn a_repository_of_another_owner_is_said_with_the_command_that_mends_it() {
    let test = repository();
    let said = of_another_owner(&test, None);
    let root = fs::canonicalize(test.root()).expect("a folder");
    assert!(said.contains("warning[unread-history]") && said.contains("belongs to another user"), "{said}");
    assert!(said.contains(&format!("git config --global --add safe.directory {}", root.display())), "{said}");
    let settings = test.root().join("system.gitconfig");
    fs::write(&settings, "[safe]\n\tdirectory = *\n").expect("settings");
    let said = of_another_owner(&test, Some(&settings));
    assert!(!said.contains("unread-history"), "the settings of the system count: {said}");
}

#[test]
fn a_machine_without_git_is_said_and_a_folder_without_a_repository_is_not() {
    let test = repository();
    let check = |test: &SiteTest| {
        let mut check = program();
        check.current_dir(test.root()).args(["check", "library"]).env("PATH", "/nowhere");
        String::from_utf8(check.output().expect("runs").stderr).expect("UTF-8")
    };
    let said = check(&test);
    assert!(said.contains("there is no `git` here") && said.contains("git_history: false"), "{said}");
    let said = check(&SiteTest::new().file("a.md", REVIEW));
    assert!(!said.contains("unread-history"), "{said}");
    let fresh = SiteTest::new().file("a.md", REVIEW);
    git(fresh.root(), "2026-03-01", &["init", "-q"]);
    let said = fresh.check().stderr;
    assert!(!said.contains("unread-history"), "nothing is committed yet: {said}");
}

#[test]
fn a_repository_inside_the_library_is_said() {
    let test = repository();
    let inner = test.library().join("payments");
    fs::create_dir_all(&inner).expect("a folder");
    fs::write(inner.join("p.md"), "# Paid twice\n\nText of it.\n").expect("a file");
    git(&inner, "2026-03-06", &["init", "-q"]);
    commit(&inner, "2026-03-06", "Write it");
    commit(test.root(), "2026-03-07", "Take payments in");
    let said = test.check().stderr;
    assert!(said.contains("`payments` is a repository of its own"), "{said}");
}
