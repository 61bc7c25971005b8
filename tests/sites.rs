//! Golden sites: `tests/sites/NAME/library` gives exactly the pages and feeds in `expected`. `BLESS=1` rewrites them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::harness::{SiteTest, blessing, copy, tree, without_asset_version};

/// Whether a file is compared: not those with their own tests, or of the theme.
fn is_golden(path: &str) -> bool {
    let kind = Path::new(path).extension().is_some_and(|e| e == "html" || e == "xml" || e == "json" || e == "txt");
    kind && !path.starts_with('.') && !path.starts_with("assets/")
}

#[test]
fn sites_are_as_expected_to_the_byte() {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut wrong = Vec::new();
    for site in fs::read_dir(&sites).expect("sites").map(|entry| entry.expect("an entry").path()) {
        let library = site.join("library");
        let test = if library.join("debrief.yaml").is_file() { SiteTest::of(&library) } else { SiteTest::foreign() };
        copy(&library, &test.library());
        let test = test.build();
        let made = test.tree().into_iter().filter(|(path, _)| is_golden(path));
        let made: BTreeMap<_, _> = made.map(|(path, bytes)| (path, without_asset_version(bytes))).collect();
        let expected = site.join("expected");
        if blessing() {
            let _ = fs::remove_dir_all(&expected);
            for (path, bytes) in &made {
                let path = expected.join(path);
                fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
                fs::write(path, bytes).expect("written");
            }
        }
        let wanted = tree(&expected);
        for path in wanted.keys().chain(made.keys()) {
            if wanted.get(path) != made.get(path) && !wrong.contains(path) {
                wrong.push(path.clone());
            }
        }
        assert!(!made.is_empty());
    }
    assert!(wrong.is_empty(), "these differ, are missing, or were not expected: {wrong:#?}");
}
