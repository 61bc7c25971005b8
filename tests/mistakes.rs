//! The most common mistakes of a first day, one case each in `tests/mistakes/cases.txt`: the output of `check` for each is in
//! `tests/mistakes/said.txt`. One mistake gives one message, with its line and a hint. `BLESS=1` writes the current output.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{SiteTest, TODAY, blessing};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes")
}

/// The cases: name and files, from a text in which `=== NAME` begins a case and `+++ PATH` a file.
fn cases() -> Vec<(String, Vec<(String, String)>)> {
    let text = fs::read_to_string(folder().join("cases.txt")).expect("the cases");
    let mut cases: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("=== ") {
            cases.push((name.to_owned(), Vec::new()));
        } else if let Some(path) = line.strip_prefix("+++ ") {
            cases.last_mut().expect("a case").1.push((path.to_owned(), String::new()));
        } else {
            let file = cases.last_mut().and_then(|(_, files)| files.last_mut()).expect("a file");
            file.1.push_str(line);
            file.1.push('\n');
        }
    }
    cases
}

/// All messages, one line each with its hint below, and what is wrong with them.
fn said() -> (String, Vec<String>) {
    let (mut all, mut wrong) = (String::new(), Vec::new());
    for (name, files) in cases() {
        let test = SiteTest::foreign();
        if !files.iter().any(|(path, _)| path.to_lowercase().starts_with("debrief.y")) {
            test.put("debrief.yaml", b"");
        }
        for (path, text) in &files {
            test.put(path, text.as_bytes());
        }
        let run = test.run_in("library", &["check", "--format", "json", "--as-of", TODAY]);
        let json: serde_json::Value =
            serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{name}: {}", run.stderr));
        all.push_str(&format!("=== {name}\n"));
        let told = json["diagnostics"].as_array().expect("a list");
        if told.len() != 1 && !name.ends_with(" (several)") {
            wrong.push(format!("{name}: {} messages", told.len()));
        }
        for problem in told {
            let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
            let place = format!("{}:{}:{}", text("path"), problem["line"], problem["column"]);
            all.push_str(&format!("{place} {}[{}]: {}\n", text("level"), text("code"), text("message")));
            all.push_str(&format!("    help: {}\n", text("hint")));
            if text("hint").is_empty() {
                wrong.push(format!("{name}: no way out of {:?}", text("message")));
            }
        }
    }
    (all, wrong)
}

#[test]
fn one_mistake_is_one_message_with_its_line_and_a_way_out() {
    let (said, wrong) = said();
    let expected = folder().join("said.txt");
    if blessing() {
        fs::write(&expected, &said).expect("written");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases().len() >= 90);
    let wanted = fs::read_to_string(&expected).unwrap_or_default();
    let differs = said.lines().zip(wanted.lines()).find(|(said, wanted)| said != wanted);
    assert_eq!(said, wanted, "{differs:?}");
}
