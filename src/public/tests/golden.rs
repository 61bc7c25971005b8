//! Compares the whole site of the fixtures byte by byte. `BLESS=1 cargo test -p public --lib` writes the expected files.

#![expect(clippy::disallowed_methods, reason = "a test reads and writes what it expects")]

use base::diagnostics::Warned;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::plan;
use super::{files, fixtures, site, texts, theme};

fn expected() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected")
}

fn bless() -> bool {
    std::env::var("BLESS").is_ok_and(|value| value == "1")
}

fn write(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn read(root: &Path) -> BTreeMap<String, String> {
    let walk = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
    walk.map(|e| (name(e.path()), fs::read_to_string(e.path()).unwrap())).collect()
}

#[test]
fn the_site_is_as_expected_to_the_byte() {
    // The files of the search are compressed, and tested where they are made.
    let made =
        texts(&site()).into_iter().filter(|(path, _)| path == "search/index.html" || !path.starts_with("search/"));
    // A changed style sheet must not change the expected pages.
    let (version, none) = (format!("?v={}", theme().assets_version()), "?v=00000000");
    let made: BTreeMap<_, _> = made.map(|(path, text)| (path, text.replace(&version, none))).collect();
    if bless() {
        let _ = fs::remove_dir_all(expected());
        for (path, text) in &made {
            write(&expected(), path, text.as_bytes());
        }
    }
    let wanted = read(&expected());
    let differs = |path: &&String| wanted.get(*path) != made.get(*path);
    let wrong: std::collections::BTreeSet<_> = wanted.keys().chain(made.keys()).filter(differs).collect();
    assert!(wrong.is_empty(), "these differ, are missing, or were not expected: {wrong:#?}");
    assert!(made.len() > 20);
}

/// `cargo test -p public --lib -- --ignored look` writes the site to a folder for viewing, `PUBLIC_LOOK` or
/// `/tmp/public/site`.
#[test]
#[ignore = "for people"]
fn look() {
    let root = PathBuf::from(std::env::var("PUBLIC_LOOK").unwrap_or_else(|_| "/tmp/public/site".to_owned()));
    let Warned { value: nothing, diagnostics: problems } = plan(Vec::new(), Vec::new(), fixtures::masthead(), theme());
    assert_eq!(problems, []);
    for (name, site) in [("five", site()), ("none", nothing)] {
        for (path, bytes) in files(&site) {
            write(&root.join(name), &path, &bytes);
        }
    }
}
