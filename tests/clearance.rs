//! How often clearance holds back what may leave: on texts of ours and, where a folder of real postmortems is at hand
//! (`DEBRIEF_CORPUS`), on those.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use clearance::{Origin, Policy, Scanner, Taint, Tier};
use site::source::SourceFile;

const CLEAN: &str = include_str!("clearance/clean.txt");

/// The policy of the project's own library, with its people, hosts, customers and rules.
fn policy() -> Policy {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content/redaction.yaml");
    let text = fs::read_to_string(path).expect("the policy");
    let mut problems = Vec::new();
    let policy = Policy::read(Some(&SourceFile { path: "redaction.yaml".to_owned(), text }), &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    policy.expect("a policy")
}

/// The blocking rules that a text meets, each once; addresses lead to the author's own hosts, so they do not count.
fn blocked(scanner: &Scanner, text: &str) -> Vec<(String, String)> {
    let begins = Origin { path: "a.md".to_owned(), line: 1, column: 1 };
    let seen = scanner.look(text, &begins, &[]).into_iter();
    let seen = seen.filter(|f| f.tier == Tier::Block && f.rule != "url-host");
    let seen: BTreeMap<_, _> = seen.map(|f| (f.rule, f.value.reveal().to_owned())).collect();
    seen.into_iter().collect()
}

#[test]
fn clean_texts_pass() {
    let mut policy = policy();
    // Those texts name the host of examples, which is nobody's.
    policy.public_domains.extend(["example.com".to_owned(), "status.example.com".to_owned()]);
    policy.public_mailboxes.push("support@example.com".to_owned());
    let scanner = Scanner::new(&policy, Taint::new());
    let paragraphs: Vec<_> = CLEAN.split("\n\n").filter(|text| !text.trim().is_empty()).collect();
    assert!(paragraphs.len() >= 40, "{}", paragraphs.len());
    let held: Vec<_> = paragraphs.iter().map(|text| (blocked(&scanner, text), text)).collect();
    let held: Vec<_> = held.into_iter().filter(|(rules, _)| !rules.is_empty()).collect();
    assert!(held.is_empty(), "{} of {}: {held:#?}", held.len(), paragraphs.len());
}

/// Prints the share of documents that are held back, by rule: real ones name addresses and people, and rightly so.
#[test]
fn real_postmortems_are_seldom_held_back() {
    let Some(corpus) = std::env::var_os("DEBRIEF_CORPUS").map(PathBuf::from) else {
        eprintln!("left out: real postmortems (DEBRIEF_CORPUS names no folder)");
        return;
    };
    let scanner = Scanner::new(&Policy::default(), Taint::new());
    let files = walkdir::WalkDir::new(&corpus).sort_by_file_name().into_iter().map(|e| e.expect("entry").into_path());
    let (mut all, mut held) = (0, 0);
    let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files.filter(|path| path.extension().is_some_and(|x| x == "md")) {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let body = text.strip_prefix("---\n").and_then(|t| t.split_once("\n---\n")).map_or(text.as_str(), |(_, b)| b);
        all += 1;
        let seen = blocked(&scanner, body);
        held += usize::from(!seen.is_empty());
        for (rule, value) in seen {
            rules.entry(rule).or_default().push(value);
        }
    }
    eprintln!("{held} of {all} documents are held back");
    for (rule, values) in &rules {
        let some: Vec<_> =
            values.iter().take(if std::env::var_os("DEBRIEF_REVEAL").is_some() { 12 } else { 0 }).collect();
        eprintln!("{:5} {rule} {some:?}", values.len());
    }
    assert!(held * 2 < all, "{held} of {all} documents are held back: {:?}", rules.keys());
}
