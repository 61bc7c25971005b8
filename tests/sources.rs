//! Rules for every file of `src`.

use std::fs;
use std::path::Path;

/// Every file of `src`, with its text.
pub fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(|e| e.expect("entry"));
    let files = files.filter(|e| e.path().extension().is_some_and(|x| x == "rs"));
    let name = |path: &Path| path.strip_prefix(&root).expect("inside").to_string_lossy().into_owned();
    files.map(|e| (name(e.path()), fs::read_to_string(e.path()).expect("text"))).collect()
}

#[test]
fn files_stay_short() {
    let long: Vec<_> = sources().into_iter().filter(|(_, text)| text.lines().count() > 500).map(|(p, _)| p).collect();
    assert!(long.is_empty(), "over 500 lines: {long:?}");
}
