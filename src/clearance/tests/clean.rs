//! False positives: how often clearance blocks harmless texts, measured on sample texts and, if `DEBRIEF_CORPUS` is
//! set, on real postmortems.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test reads what is at hand, and says how much passes"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use site::source::SourceFile;

use super::super::{Policy, Scanner, Taint, Tier};
use super::origin;

/// Descriptions of outages, lines as in such descriptions - logs, code, settings, numbers, other languages -, and texts
/// that look most like secrets, and such texts of trades with numbers and codes of their own. Each paragraph is a separate
/// text.
const CLEAN: [&str; 4] = [
    include_str!("clean/accounts.txt"),
    include_str!("clean/lines.txt"),
    include_str!("clean/look_alikes.txt"),
    include_str!("clean/trades.txt"),
];

/// The highest share of blocked texts, in percent.
const HIGHEST_SHARE: usize = 2;

/// The policy of the project's own library, with its people, hosts, customers and rules; the host of examples is
/// public.
fn policy() -> Policy {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../content/redaction.yaml");
    let text = fs::read_to_string(path).expect("the policy");
    let mut problems = Vec::new();
    let policy = Policy::read(Some(&SourceFile { path: "redaction.yaml".to_owned(), text }), &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    let mut policy = policy.expect("a policy");
    policy.public_domains.extend(["example.com".to_owned(), "status.example.com".to_owned()]);
    policy.public_mailboxes.push("support@example.com".to_owned());
    policy
}

/// The blocking rules that match in a text, with the values. Hosts in addresses do not count.
fn blocked(scanner: &Scanner, text: &str) -> Vec<(String, String)> {
    let seen = scanner.look(text, &origin("a.md"), &[]).into_iter();
    let seen = seen.filter(|finding| finding.tier == Tier::Block && finding.rule != "url-host");
    seen.map(|finding| (finding.rule, finding.value.reveal().to_owned())).collect()
}

#[test]
fn clean_texts_pass() {
    let scanner = Scanner::new(&policy(), Taint::new());
    let texts: Vec<_> = CLEAN.iter().flat_map(|f| f.split("\n\n")).map(str::trim).filter(|t| !t.is_empty()).collect();
    let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut held = 0;
    for text in &texts {
        let seen = blocked(&scanner, text);
        held += usize::from(!seen.is_empty());
        for (rule, value) in seen {
            rules.entry(rule).or_default().push(format!("{value:?} in {text:?}"));
        }
    }
    println!("{held} of {} clean texts are held back", texts.len());
    for (rule, seen) in &rules {
        println!("{rule}: {} {seen:?}", seen.len());
    }
    assert!(texts.len() >= 120, "{}", texts.len());
    assert!(held * 100 < texts.len() * HIGHEST_SHARE, "{held} of {}: {rules:#?}", texts.len());
}

/// Every finding of a detector says what the value looks like.
#[test]
fn every_shape_says_what_it_takes_a_value_for() {
    let scanner = Scanner::new(&Policy::default(), Taint::new());
    let text = "At 10.44.7.19, jane@elsewhere.io, +44 20 7123 0958, vault.internal, `--password Tr0ub4dor-3x`.";
    let found = scanner.look(text, &origin("a.md"), &[]);
    let found: Vec<_> = found.iter().filter(|finding| finding.tier == Tier::Block).collect();
    let rules: Vec<_> = found.iter().map(|finding| finding.rule.as_str()).collect();
    assert!(found.len() >= 5, "{rules:?}");
    for finding in found {
        assert!(finding.looks_like().is_some(), "{finding:?}");
    }
}

/// Prints the share of real documents that are blocked, by rule; many contain addresses and people, so some are blocked
/// correctly.
#[test]
fn real_postmortems_are_seldom_held_back() {
    let Some(corpus) = std::env::var_os("DEBRIEF_CORPUS").map(PathBuf::from) else { return };
    let scanner = Scanner::new(&Policy::default(), Taint::new());
    let mut files = Vec::new();
    files_below(&corpus, &mut files);
    files.retain(|path| path.extension().is_some_and(|x| x == "md"));
    let mut held = 0;
    let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in &files {
        let Ok(text) = fs::read_to_string(file) else { continue };
        let body = text.strip_prefix("---\n").and_then(|t| t.split_once("\n---\n")).map_or(text.as_str(), |(_, b)| b);
        let seen = blocked(&scanner, body);
        held += usize::from(!seen.is_empty());
        for (rule, value) in seen {
            rules.entry(rule).or_default().push(value);
        }
    }
    println!("{held} of {} documents are held back", files.len());
    let reveal = std::env::var_os("DEBRIEF_REVEAL").is_some();
    for (rule, values) in &rules {
        println!("{:5} {rule} {:?}", values.len(), if reveal { values.as_slice() } else { &[] });
    }
    assert!(held * 2 < files.len(), "{held} of {} documents are held back: {:?}", files.len(), rules.keys());
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { files_below(&path, files) } else { files.push(path) }
    }
}
