//! The floors of `src/lib.rs`: a module imports only from its own floor or below.

use std::fs;
use std::path::Path;

/// Modules by floor.
const FLOORS: [(u8, &[&str]); 5] = [
    (4, &["cli", "commands", "publication", "serve", "main"]),
    (3, &["internal"]),
    (2, &["public"]),
    (
        1,
        &[
            "chart",
            "clearance",
            "config",
            "feed",
            "history",
            "links",
            "markdown",
            "output",
            "phases",
            "picture",
            "search",
            "source",
            "theme",
            "yaml",
        ],
    ),
    (0, &["diagnostics", "text", "clock"]),
];

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(_, modules)| modules.contains(&module)).map(|(floor, _)| *floor)
}

/// Every file of `src`, with its text.
pub fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(|e| e.expect("entry"));
    let files = files.filter(|e| e.path().extension().is_some_and(|x| x == "rs"));
    let name = |path: &Path| path.strip_prefix(&root).expect("inside").to_string_lossy().into_owned();
    files.map(|e| (name(e.path()), fs::read_to_string(e.path()).expect("text"))).collect()
}

#[test]
fn nobody_looks_up() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let module = path.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        if module == "lib" {
            continue;
        }
        let Some(own) = floor(&module) else {
            wrong.push(format!("{path}: the module stands on no floor"));
            continue;
        };
        for (n, line) in text.lines().enumerate() {
            for (at, _) in line.match_indices("crate::") {
                let name: String = line[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if floor(&name).is_some_and(|theirs| theirs > own) {
                    wrong.push(format!("{path}:{}: floor {own} names `{name}` above it", n + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_stay_short() {
    let long: Vec<_> = sources().into_iter().filter(|(_, text)| text.lines().count() > 500).map(|(p, _)| p).collect();
    assert!(long.is_empty(), "over 500 lines: {long:?}");
}
