//! Texts with something that must not leave, as authors write them: in prose, tables, code, lists, titles and links. None
//! of them was written with a rule in mind.
#![allow(clippy::print_stdout, reason = "a test says how much is stopped")]

use std::collections::BTreeMap;

use super::super::{Person, Policy, Scanner, Taint};
use super::{blocking, origin};

/// Paragraphs, each a text of its own, so that a fence has no empty line; a line `== KIND` begins a kind.
const DIRTY: &str = include_str!("dirty.txt");

fn policy() -> Policy {
    let person = |name: &str, handles: &[&str]| Person {
        name: name.to_owned(),
        handles: handles.iter().map(|handle| (*handle).to_owned()).collect(),
        role: None,
    };
    let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Policy {
        people: vec![
            person("Hanneke Wouters-Diallo", &["hwdiallo"]),
            person("Mei Chen", &[]),
            person("Sam Baker", &[]),
            person("Jürgen Großmann", &[]),
            person("李小龙", &[]),
            person("Åse Bjørnsæter", &[]),
            person("Łukasz Wałęsny", &[]),
            person("Jan van der Zwaagh", &[]),
        ],
        hosts: list(&["vault-zrh-03", "*.burrow.internal"]),
        customers: list(&["Tundra Freight", "Apex", "Nordlicht GmbH"]),
        codenames: list(&["OSPREY-9"]),
        vendors: list(&["Quillpay"]),
        domains: list(&["burrow.internal"]),
        public_domains: list(&["example.com"]),
        ticket_prefixes: list(&["INFRA"]),
        ..Policy::default()
    }
}

#[test]
fn nothing_that_must_stay_passes() {
    let scanner = Scanner::new(&policy(), Taint::new());
    let mut recall: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut passed = Vec::new();
    for kind in DIRTY.split("== ").filter(|kind| !kind.is_empty()) {
        let (name, texts) = kind.split_once('\n').expect("a kind and its texts");
        for text in texts.trim().split("\n\n") {
            let (stopped, all) = recall.entry(name).or_default();
            *all += 1;
            if blocking(&scanner.look(text, &origin("a.md"), &[])).is_empty() {
                passed.push(format!("{name}: {text}"));
            } else {
                *stopped += 1;
            }
        }
    }
    for (name, (stopped, all)) in &recall {
        println!("{name}: {stopped} of {all} are stopped");
    }
    assert!(recall.values().map(|(_, all)| all).sum::<usize>() >= 120, "{recall:?}");
    assert!(passed.is_empty(), "{} pass:\n{}", passed.len(), passed.join("\n\n"));
}
