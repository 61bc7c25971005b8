//! Who may not approve a review: whoever owns it, in whatever way the name is written.

use std::collections::BTreeSet;

use crate::Reviews;
use crate::library::AND;
use crate::review::Review;
use clearance::{Policy, letters};
use markdown::plain_text;

/// The owners of a review, who cannot approve it alone. If it names no owner, this applies to everybody whom it names:
/// its people, those who acted in the timeline, and the owners of actions.
#[derive(Debug, Clone, Default)]
pub struct Owners {
    names: Vec<String>,
    /// Whether the review names an owner.
    named: bool,
}

impl Owners {
    /// The owners of the review in a file.
    #[must_use]
    pub fn of(reviews: &Reviews, source: &str) -> Self {
        reviews.0.iter().find(|review| review.source == source).map(Self::of_review).unwrap_or_default()
    }

    pub(super) fn of_review(review: &Review) -> Self {
        let people = &review.people;
        if !people.owner.is_empty() {
            return Self { names: people.owner.clone(), named: true };
        }
        let of_people = people.rows().flat_map(|(_, names)| names);
        let of_entries = review.timeline.iter().flat_map(|entry| entry.who.as_slice());
        let of_actions = review.actions.iter().flat_map(|action| action.owner.as_slice());
        Self { names: of_people.chain(of_entries).chain(of_actions).cloned().collect(), named: false }
    }

    /// Why somebody may not approve: message and hint.
    #[must_use]
    pub fn objection(&self, by: &str, policy: &Policy) -> Option<(String, String)> {
        let approver = key(by);
        if !policy.approvers.iter().any(|known| key(known) == approver) {
            let known = policy.approvers.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let hint = if known.is_empty() {
                "list who may approve under `approvers:` in redaction.yaml".to_owned()
            } else {
                format!("approvers are {known}")
            };
            return Some((format!("`{by}` is not among the approvers of redaction.yaml"), hint));
        }
        let own = names_of(by, policy);
        if !self.names.iter().flat_map(|name| readings(name)).any(|name| own.contains(&key(&name))) {
            return None;
        }
        let hint = "another approver has to look at it: two people see what is published".to_owned();
        let message = if self.named {
            format!("`{by}` owns the review")
        } else {
            format!("`{by}` is among the people of the review, which names no owner")
        };
        Some((message, hint))
    }
}

/// Every name that a text may mean: as written, without what is in brackets, what is in them, each part of several, and the account
/// of a mailbox.
fn readings(written: &str) -> Vec<String> {
    const BRACKETS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('<', '>'), ('{', '}'), ('\u{ff08}', '\u{ff09}')];
    let mut outside = String::new();
    let mut inside = String::new();
    let mut closes = None;
    for c in written.chars() {
        match closes {
            Some(close) if c == close => {
                closes = None;
                inside.push(',');
            }
            Some(_) => inside.push(c),
            None => match BRACKETS.iter().find(|(open, _)| *open == c) {
                Some((_, close)) => {
                    closes = Some(*close);
                    outside.push(',');
                }
                None => outside.push(c),
            },
        }
    }
    let plain = plain_text(written);
    let joined = outside.replace(',', "");
    let mut all = vec![written.to_owned(), plain.clone(), joined];
    for text in [written, &plain, &outside, &inside] {
        let spaced = format!(" {text} ");
        // `i` is a word for "and", too, but in other texts also the writer of them.
        let words = AND.into_iter().chain(["i", "for"]);
        let parted = words.fold(spaced, |text, word| text.replace(&format!(" {word} "), ","));
        all.extend(parted.split([',', ';', '&', '+', '/', '|', '\u{3001}', '\u{b7}', '"']).map(str::to_owned));
    }
    let accounts: Vec<String> =
        all.iter().filter_map(|name| name.split_once('@')).map(|(account, _)| account.to_owned()).collect();
    all.extend(accounts);
    all.retain(|name| !name.trim().is_empty());
    all.sort();
    all.dedup();
    all
}

/// Every name of somebody: what a text may mean, and the names and handles of everybody in the policy who is called so.
fn names_of(by: &str, policy: &Policy) -> BTreeSet<String> {
    let written: BTreeSet<String> = readings(by).iter().map(|name| key(name)).collect();
    let mut all = written.clone();
    for person in &policy.people {
        let names: Vec<String> = std::iter::once(&person.name).chain(&person.handles).map(|name| key(name)).collect();
        if names.iter().any(|name| written.contains(name)) {
            all.extend(names);
        }
    }
    all
}

/// What is the same for two names that read the same, ignoring case, spaces, look-alikes and invisible characters.
fn key(name: &str) -> String {
    let folded = letters(name);
    if folded.is_empty() { name.trim().to_owned() } else { folded }
}
