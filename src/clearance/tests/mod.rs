//! Tests of the whole crate: what is cleared and what is not.

mod clean;
mod dirty;
mod encodings;
mod manual;
mod matrix;
mod other_scanner;
mod pasted;
mod pieces;
mod whole;

use super::{Finding, Origin, Person, Policy, Scanner, Taint, Tier};

/// A policy like that of an organisation.
fn policy() -> Policy {
    Policy {
        roles: [("first-responder".to_owned(), "a first responder".to_owned())].into(),
        people: vec![Person { name: "Jane Oduya".into(), handles: vec!["joduya".into()], role: None }],
        hosts: vec!["db-prod-07".into(), "*.corp.example".into()],
        customers: vec!["Globex".into()],
        codenames: vec!["KESTREL".into()],
        domains: vec!["corp.example".into()],
        public_domains: vec!["example.com".into(), "status.example.com".into()],
        public_mailboxes: vec!["support@example.com".into()],
        ticket_prefixes: vec!["OPS".into()],
        ..Policy::default()
    }
}

fn origin(path: &str) -> Origin {
    Origin { path: path.to_owned(), line: 1, column: 1 }
}

fn scanner() -> Scanner {
    Scanner::new(&policy(), Taint::new())
}

fn blocking(findings: &[Finding]) -> Vec<&Finding> {
    findings.iter().filter(|finding| finding.tier == Tier::Block).collect()
}
