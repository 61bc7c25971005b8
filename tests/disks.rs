//! Disks that are full, mounted, or somebody else's: what stands stays, nothing is written in half, and the way out is said.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use crate::harness::{SiteTest, TODAY, program, sample, tree};

/// Runs the program where no file may be larger than so many kilobytes, as where a disk is full.
fn run_with_small_files(test: &SiteTest, kilobytes: u32, args: &[&str]) -> (Option<i32>, String) {
    // The signal that a file is too large would end the program before it could say so.
    let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", kilobytes * 2);
    let mut command = Command::new("sh");
    command.args(["-c", &script, "sh", env!("CARGO_BIN_EXE_debrief")]).args(args).current_dir(test.root());
    let output = command.output().expect("a shell");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn scene() -> SiteTest {
    let test = SiteTest::of(&sample());
    fs::create_dir(test.root().join("foreign")).expect("a folder");
    let text = format!("# Outage of the gate\n\nDate: 2024-01-02\n\n## Summary\n\n{}\n", "It stood. ".repeat(300));
    fs::write(test.root().join("foreign/gate.md"), text).expect("a file");
    let page = format!("<html><body><h1>Outage</h1><h2>Summary</h2><p>{}</p></body></html>", "It stood. ".repeat(300));
    fs::write(test.root().join("page.html"), page).expect("a file");
    test
}

/// Every file below the root.
fn files(test: &SiteTest) -> BTreeMap<String, Vec<u8>> {
    tree(test.root())
}

#[cfg(target_os = "linux")]
#[test]
fn a_command_that_cannot_write_changes_nothing() {
    let test = scene();
    let before = files(&test);
    for args in [
        &["build", "library", "--edition", "internal"][..],
        &["build", "library", "--edition", "public"],
        &["build", "library"],
        &["build", "library", "--edition", "internal", "--out", "elsewhere"],
        &["init", "new"],
        &["adopt", "foreign", "--write", "--front-matter"],
        &["import", "page.html", "--library", "library"],
        &["redact", "2025-05-22-err-pool-timeout", "--library", "library", "--page", "page-of-both.html"],
        &["digest", "library", "--week", "2026-W47", "--as-of", TODAY, "--out", "digest.html"],
        &["approve", "2025-05-22-err-pool-timeout", "--by", "Head of safety", "--yes", "--library", "library"],
    ] {
        let (code, said) = run_with_small_files(&test, 2, args);
        assert_eq!(code, Some(4), "{args:?}: {said}");
        assert!(!said.contains(".debrief-") || args[0] == "build", "{args:?}: {said}");
        assert_eq!(before.keys().collect::<Vec<_>>(), files(&test).keys().collect::<Vec<_>>(), "{args:?}");
        assert!(before == files(&test), "{args:?}");
    }
}

/// The text that is kept and the review that names it are written together: the first fits here, the second does not.
#[cfg(target_os = "linux")]
#[test]
fn an_approval_is_written_whole_or_not_at_all() {
    let test = scene();
    let before = files(&test);
    let approve = ["approve", "2025-05-22-err-pool-timeout", "--by", "Head of safety", "--yes", "--library", "library"];
    for kilobytes in [1, 6] {
        let (code, said) = run_with_small_files(&test, kilobytes, &approve);
        assert_eq!(code, Some(4), "{kilobytes} kB: {said}");
        assert!(before == files(&test), "{kilobytes} kB");
    }
    let (code, said) = run_with_small_files(&test, 100, &approve);
    assert_eq!(code, Some(0), "{said}");
    assert!(before != files(&test), "with room enough it is written");
}

/// What an author keeps from others, or behind a link, stays so when this program writes into it.
#[test]
fn a_file_that_is_written_over_keeps_its_mode_and_its_link() {
    let test = scene();
    let review = test.library().join("2025/2025-05-22-err-pool-timeout.md");
    let kept = test.library().join(".debrief/approved/summer-bookings-may-2025.txt");
    for (file, mode) in [(&review, 0o600), (&kept, 0o640)] {
        fs::set_permissions(file, fs::Permissions::from_mode(mode)).expect("a mode");
    }
    let approve = ["approve", "2025-05-22-err-pool-timeout", "--by", "Head of safety", "--yes", "--library", "library"];
    test.run(&approve).ok();
    let mode = |file: &std::path::Path| fs::metadata(file).expect("a file").permissions().mode() & 0o777;
    assert_eq!((mode(&review), mode(&kept)), (0o600, 0o640));

    let (real, link) = (test.root().join("real.html"), test.root().join("page.html"));
    fs::rename(&link, &real).expect("moved");
    std::os::unix::fs::symlink("real.html", &link).expect("a link");
    test.run(&["redact", "2025-05-22-err-pool-timeout", "--library", "library", "--page", "page.html"]).ok();
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert!(fs::read_to_string(&real).expect("a page").contains("<!doctype html>"));
}

/// Runs a script in which things can be mounted; `None` where this machine lets nobody.
fn with_mounts(test: &SiteTest, script: &str) -> Option<(Option<i32>, String)> {
    let unshared = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-ec", script]).current_dir(test.root());
        command.env("DEBRIEF", env!("CARGO_BIN_EXE_debrief")).env("TODAY", TODAY).output()
    };
    let may = unshared("mkdir -p probe && mount -t tmpfs tmpfs probe").is_ok_and(|run| run.status.success());
    if !may {
        eprintln!("nothing can be mounted here");
        return None;
    }
    let output = unshared(script).expect("runs");
    Some((output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned()))
}

#[cfg(target_os = "linux")]
#[test]
fn a_mount_point_is_refused_with_the_way_out() {
    let test = SiteTest::new().file("a.md", "# A\n\nText.\n");
    let build = "$DEBRIEF build library --edition internal --as-of $TODAY --out";
    // Another disk, and a folder of the same one as containers mount it.
    for mount in ["mkdir out; mount -t tmpfs tmpfs out", "mkdir one two; mount --bind one two; ln -s two out"] {
        let Some((code, said)) = with_mounts(&test, &format!("{mount}; {build} out")) else { return };
        assert_eq!(code, Some(4), "{mount}: {said}");
        assert!(
            said.contains("is a mount point") && said.contains("build into a folder below it, such as `out/site`"),
            "{said}"
        );
        for folder in ["out", "one", "two"] {
            let _ = fs::remove_dir(test.root().join(folder)).or_else(|_| fs::remove_file(test.root().join(folder)));
        }
    }
    // A folder below it is a folder like any other, twice.
    let twice = format!(
        "mkdir -p disk; mount -t tmpfs tmpfs disk; {build} disk/site; {build} disk/site; test -f disk/site/index.html; ls -A disk >&2"
    );
    let Some((code, said)) = with_mounts(&test, &twice) else { return };
    assert_eq!(code, Some(0), "{said}");
    assert!(said.ends_with("\nsite\n"), "nothing is left beside it: {said}");
}

/// Both folders are asked first: where one cannot be written, the other stays as it was.
#[cfg(target_os = "linux")]
#[test]
fn one_edition_that_cannot_be_written_leaves_both() {
    let test = SiteTest::of(&sample());
    let script = "mkdir -p site/public; mount -t tmpfs tmpfs site/public; $DEBRIEF build library --as-of $TODAY";
    let Some((code, said)) = with_mounts(&test, script) else { return };
    assert_eq!(code, Some(4), "{said}");
    assert!(said.contains("`site/public`") && !test.root().join("site/internal").exists(), "{said}");
}

/// A disk of its own that is too small: what stands there stays, to the byte.
#[cfg(target_os = "linux")]
#[test]
fn a_site_stays_as_it_was_on_a_disk_that_is_full() {
    let test = SiteTest::of(&sample());
    let build = "$DEBRIEF build library --edition internal --as-of $TODAY --out disk/site";
    let script = format!(
        "mkdir disk; mount -t tmpfs -o size=30m tmpfs disk; {build} --without-search; find disk -type f | sort | xargs cat | sha256sum > before; \
         head -c 14M /dev/zero > disk/other; sed -i 's/^title:.*/title: Another/' library/debrief.yaml; \
         code=0; {build} || code=$?; rm disk/other; find disk -type f | sort | xargs cat | sha256sum | cmp - before; exit $code"
    );
    let Some((code, said)) = with_mounts(&test, &script) else { return };
    assert_eq!(code, Some(4), "{said}");
    assert!(said.contains("the disk is full") && said.contains("free some space"), "{said}");
}

/// The program's own messages go where they can; a site that is whole is whole without them.
#[test]
fn a_build_whose_messages_nobody_reads_is_whole() {
    let test = SiteTest::new().file("a.md", "# A\n\nText.\n");
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let status =
        program().current_dir(test.root()).args(["build", "library", "--as-of", TODAY]).stderr(writer).status();
    assert_eq!(status.expect("runs").code(), Some(0));
    assert!(test.site().join("index.html").exists());
}
