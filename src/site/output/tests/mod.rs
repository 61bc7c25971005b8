//! Tests of writing sites on a real disk.
#![expect(clippy::disallowed_methods, reason = "tests lay out and look at folders")]

mod killed;
mod recovery;
mod refusal;
#[cfg(unix)]
mod unix;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use tempfile::TempDir;

use super::path::MANIFEST;
use super::place::List;
use super::*;

type Tree = BTreeMap<String, Vec<u8>>;

const OLD: [(&str, &str); 3] = [("index.html", "home"), ("reviews/a/index.html", "a"), ("stale.html", "gone soon")];
const NEW: [(&str, &str); 3] = [("index.html", "home"), ("reviews/a/index.html", "A"), ("reviews/b/index.html", "b")];

fn path(text: &str) -> OutPath {
    OutPath::new(text).unwrap()
}

fn stage(target: &Path, files: &[(&str, &str)]) -> Stage {
    let stage = Target::open(target).unwrap().stage().unwrap();
    for (name, text) in files {
        stage.write(&path(name), text.as_bytes()).unwrap();
    }
    stage
}

fn build(target: &Path, files: &[(&str, &str)]) -> Summary {
    stage(target, files).commit().unwrap()
}

/// Every file below a folder with its bytes, the names of empty folders with none.
fn tree(root: &Path) -> Tree {
    let below = |p: &Path| p.strip_prefix(root).unwrap().to_string_lossy().into_owned();
    walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(|entry| {
            let entry = entry.unwrap();
            let name = below(entry.path());
            if !entry.file_type().is_dir() {
                return Some((name, fs::read(entry.path()).unwrap_or_default()));
            }
            let empty = fs::read_dir(entry.path()).unwrap().next().is_none();
            empty.then(|| (name + "/", Vec::new()))
        })
        .collect()
}

fn site(files: &[(&str, &str)]) -> Tree {
    let scratch = TempDir::new().unwrap();
    build(&scratch.path().join("s"), files);
    tree(&scratch.path().join("s"))
}

fn siblings(target: &Path) -> Vec<String> {
    let parent = target.parent().unwrap();
    let name = |e: std::io::Result<fs::DirEntry>| e.unwrap().file_name().to_string_lossy().into_owned();
    let mut names: Vec<_> = fs::read_dir(parent).unwrap().map(name).collect();
    names.sort();
    names
}

fn age(file: &Path) -> SystemTime {
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(file).unwrap().set_modified(long_ago).unwrap();
    long_ago
}

fn mtime(file: &Path) -> SystemTime {
    fs::metadata(file).unwrap().modified().unwrap()
}

struct Scene {
    _folder: TempDir,
    target: PathBuf,
}

/// A folder that will contain only the target.
fn scene() -> Scene {
    let folder = TempDir::new().unwrap();
    let target = folder.path().join("site");
    Scene { _folder: folder, target }
}

fn refused(target: &Path) -> String {
    Target::open(target).unwrap_err().to_string()
}

#[test]
fn a_first_build_makes_the_folders_above_and_leaves_nothing_beside() {
    let scene = scene();
    let target = scene.target.join("deep/internal");
    let summary = build(&target, &OLD);
    assert_eq!(summary, Summary { written: 3, unchanged: 0, removed: vec![], bytes: 14 });
    assert_eq!(fs::read_to_string(target.join("reviews/a/index.html")).unwrap(), "a");
    assert_eq!(siblings(&target), ["internal"]);
}

#[test]
fn a_rebuild_keeps_writes_and_removes() {
    let scene = scene();
    build(&scene.target, &OLD);
    let (kept, changed) = (scene.target.join("index.html"), scene.target.join("reviews/a/index.html"));
    let (old, other) = (age(&kept), age(&changed));
    let summary = build(&scene.target, &NEW);
    assert_eq!(summary, Summary { written: 2, unchanged: 1, removed: vec![path("stale.html")], bytes: 6 });
    assert_eq!(mtime(&kept), old);
    assert_ne!(mtime(&changed), other);
    assert_eq!(tree(&scene.target), site(&NEW));
    assert_eq!(siblings(&scene.target), ["site"]);
}

#[cfg(unix)]
#[test]
fn a_site_of_which_nothing_changed_is_not_touched() {
    use std::os::unix::fs::MetadataExt;
    let scene = scene();
    build(&scene.target, &OLD);
    let identity = |p: &Path| fs::metadata(p).map(|m| (m.ino(), m.modified().unwrap())).unwrap();
    let before = identity(&scene.target);
    assert_eq!(build(&scene.target, &OLD).unchanged, 3);
    assert_eq!(identity(&scene.target), before);
    assert_eq!(siblings(&scene.target), ["site"]);
}

#[test]
fn a_file_that_was_edited_or_lost_is_made_right() {
    let scene = scene();
    build(&scene.target, &OLD);
    fs::write(scene.target.join("index.html"), "HOME").unwrap();
    fs::remove_file(scene.target.join("stale.html")).unwrap();
    assert_eq!(build(&scene.target, &OLD).written, 2);
    assert_eq!(tree(&scene.target), site(&OLD));
}

#[test]
fn a_build_that_is_given_up_leaves_the_old_site_to_the_byte() {
    let scene = scene();
    build(&scene.target, &OLD);
    let before = tree(&scene.target);
    let stage = stage(&scene.target, &NEW);
    assert!(stage.write(&path("Index.html"), b"clash").is_err());
    drop(stage);
    assert_eq!(tree(&scene.target), before);
    assert_eq!(siblings(&scene.target), ["site"]);
}

#[test]
fn a_first_build_that_is_given_up_leaves_nothing() {
    let scene = scene();
    drop(stage(&scene.target, &NEW));
    assert!(siblings(&scene.target).is_empty());
}

#[test]
fn two_builds_of_one_target_take_turns() {
    let scene = scene();
    let first = stage(&scene.target, &OLD);
    let busy = Target::open_within(&scene.target, List::Inside, Duration::from_millis(50)).unwrap_err();
    assert!(matches!(busy, OutputError::Busy { .. }));
    let waiting = {
        let target = scene.target.clone();
        std::thread::spawn(move || build(&target, &NEW))
    };
    first.commit().unwrap();
    assert_eq!(waiting.join().unwrap().unchanged, 1);
    assert_eq!(tree(&scene.target), site(&NEW));
    assert_eq!(siblings(&scene.target), ["site"]);
}

#[test]
fn two_targets_in_one_folder_do_not_wait_for_each_other() {
    let scene = scene();
    let one = stage(&scene.target.join("internal"), &OLD);
    let other = stage(&scene.target.join("public"), &NEW);
    one.commit().unwrap();
    other.commit().unwrap();
    assert_eq!(siblings(&scene.target.join("public")), ["internal", "public"]);
}

#[test]
fn many_threads_write_one_site_the_same_each_time() {
    let (one, other) = (scene(), scene());
    let names: Vec<_> = (0..500).map(|n| path(&format!("p{}/{n}/index.html", n % 7))).collect();
    let run = |target: &Path, names: &mut dyn Iterator<Item = &OutPath>| {
        let stage = Target::open(target).unwrap().stage().unwrap();
        let names: Vec<_> = names.collect();
        names.par_iter().for_each(|n| assert_eq!(stage.write(n, n.as_str().as_bytes()).unwrap(), Written::Anew));
        stage.commit().unwrap()
    };
    assert_eq!(run(&one.target, &mut names.iter()), run(&other.target, &mut names.iter().rev()));
    assert_eq!(tree(&one.target), tree(&other.target));
    assert_eq!(tree(&one.target).len(), 501);
}

#[test]
fn names_of_any_script_survive_a_rebuild() {
    let files = [("tags/データ損失/index.html", "1"), ("reviews/übung 🚒/index.html", "2")];
    let scene = scene();
    build(&scene.target, &files);
    assert_eq!(build(&scene.target, &files).unchanged, 2);
}
