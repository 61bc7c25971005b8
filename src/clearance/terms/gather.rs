//! The forms of every value of the policy and of the library.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

use super::Pattern;
use super::form::bound;
use crate::clearance::common::is_common;
use crate::clearance::{Origin, POLICY_FILE, Policy, Taint, Why, normal};

/// Longer values are looked for by their runs of words.
const LONGEST: usize = 12;

/// All patterns; what is too long for one is pushed to `texts`.
pub(super) fn patterns(policy: &Policy, taint: &Taint, texts: &mut Vec<(String, Origin)>) -> Vec<Pattern> {
    let mut out = listed(policy);
    let known = Known::of(policy);
    let mut titles = Vec::new();
    for term in &taint.terms {
        let Some(text) = bare(&term.text, term.why) else { continue };
        if known.is_public(text, term.why) {
            continue;
        }
        let from = Some(term.known_from.clone());
        let count = text.split_whitespace().count();
        match term.why {
            Why::Person => person(text, false, from.as_ref(), &mut out),
            Why::Title | Why::FileName => titles.extend(title(text, term.why, from)),
            Why::Marked | Why::Comment if count > LONGEST => texts.push((text.to_owned(), term.known_from.clone())),
            why => out.extend(pattern(text, why, false, from)),
        }
        if matches!(term.why, Why::Marked | Why::Comment) && (8..=LONGEST).contains(&count) {
            texts.push((text.to_owned(), term.known_from.clone()));
        }
    }
    out.extend(not_approved(titles, taint));
    out
}

/// The lists of the policy.
fn listed(policy: &Policy) -> Vec<Pattern> {
    let mut out = Vec::new();
    let from = Origin { path: POLICY_FILE.to_owned(), line: 1, column: 1 };
    for known in &policy.people {
        person(&known.name, true, Some(&from), &mut out);
        for handle in &known.handles {
            out.extend(bare(handle, Why::Handle).and_then(|h| pattern(h, Why::Handle, true, Some(from.clone()))));
        }
    }
    let lists = [
        (&policy.customers, Why::Customer),
        (&policy.codenames, Why::Codename),
        (&policy.vendors, Why::Vendor),
        (&policy.hosts, Why::Host),
    ];
    for (list, why) in lists {
        // Names with a star are for the detectors; but what stands behind `*.` is a name.
        let names = list.iter().map(|name| name.strip_prefix("*.").unwrap_or(name)).filter(|name| !name.contains('*'));
        out.extend(names.filter_map(|name| pattern(name, why, true, Some(from.clone()))));
    }
    let public: Vec<_> = policy.public_domains.iter().chain(&policy.public_mailboxes).collect();
    for domain in &policy.domains {
        // Where a public name lies below an internal one, only whole names can tell them apart: the detectors do.
        if !public.iter().any(|name| name.ends_with(domain.as_str())) {
            let found = pattern(domain, Why::Host, true, Some(from.clone()));
            out.extend(found.map(|pattern| Pattern { rule: "domain", ..pattern }));
        }
    }
    out
}

/// A value without the signs around it.
fn bare(text: &str, why: Why) -> Option<&str> {
    let text = text.trim();
    let text = match why {
        Why::Handle => text.trim_start_matches('@'),
        Why::Channel | Why::Ticket => text.trim_start_matches('#'),
        Why::Address => text.split_once("://").map_or(text, |(_, rest)| rest).trim_end_matches('/'),
        Why::Marked | Why::Comment => {
            let first = text.split_whitespace().next().unwrap_or_default();
            let article = ["a", "an", "the", "our", "their", "its", "my"].iter().any(|a| first.eq_ignore_ascii_case(a));
            if article { text.get(first.len()..).unwrap_or_default().trim_start() } else { text }
        }
        _ => text,
    };
    Some(text).filter(|text| !text.is_empty())
}

fn pattern(text: &str, why: Why, listed: bool, known_from: Option<Origin>) -> Option<Pattern> {
    let bound = bound(text, why, listed)?;
    Some(Pattern { letters: normal::letters(text), bound, rule: why.rule(), value: text.to_owned(), known_from })
}

/// The full name, turned round, without its middle, and the surname where it is no word.
fn person(name: &str, listed: bool, from: Option<&Origin>, out: &mut Vec<Pattern>) {
    let parts: Vec<&str> = name.split([' ', ',', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    let mut add = |text: &str| out.extend(pattern(text, Why::Person, listed, from.cloned()));
    add(&parts.join(" "));
    if let [first, middle @ .., last] = parts.as_slice() {
        add(&[&[*last, *first], middle].concat().join(" "));
        if !middle.is_empty() {
            add(&format!("{first} {last}"));
            add(&format!("{last} {first}"));
        }
        if last.chars().count() >= 5 && !is_common(last) {
            add(last);
        }
    }
}

/// A title or the name of a file: from four words and sixteen letters on it is no coincidence.
fn title(text: &str, why: Why, from: Option<Origin>) -> Option<Pattern> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if words < 4 || letters < 16 {
        return None;
    }
    pattern(text, why, false, from)
}

/// Those titles that no approved text holds.
fn not_approved(titles: Vec<Pattern>, taint: &Taint) -> Vec<Pattern> {
    let Ok(automaton) = AhoCorasick::new(titles.iter().map(|title| &title.letters)) else { return titles };
    let mut held = BTreeSet::new();
    for text in &taint.approved {
        let letters = normal::letters(text);
        held.extend(
            automaton.try_find_overlapping_iter(&letters).into_iter().flatten().map(|m| m.pattern().as_usize()),
        );
    }
    titles.into_iter().enumerate().filter(|(n, _)| !held.contains(n)).map(|(_, title)| title).collect()
}

/// What the policy says aloud.
struct Known {
    phrases: Vec<String>,
    names: BTreeSet<String>,
    mailboxes: BTreeSet<String>,
    hosts: BTreeSet<String>,
}

impl Known {
    fn of(policy: &Policy) -> Self {
        let site = &policy.site;
        let names = policy.public_services.values().chain(&policy.public_tags);
        let names = names.chain([&site.title, &site.organisation]);
        let local = |mailbox: &String| normal::letters(mailbox.split('@').next().unwrap_or_default());
        let base = site.base_url.iter().filter_map(|url| url.split('/').nth(2)).map(normal::letters);
        Self {
            phrases: policy.roles.values().map(|phrase| format!(" {} ", spaced(phrase))).collect(),
            names: names.map(|name| normal::letters(name)).collect(),
            mailboxes: policy.public_mailboxes.iter().map(local).collect(),
            hosts: policy.public_domains.iter().map(|host| normal::letters(host)).chain(base).collect(),
        }
    }

    fn is_public(&self, text: &str, why: Why) -> bool {
        let letters = normal::letters(text);
        let words = format!(" {} ", spaced(text));
        self.phrases.iter().any(|phrase| phrase.contains(&words))
            || (why != Why::Person && self.names.contains(&letters))
            || (why == Why::Handle && self.mailboxes.contains(&letters))
            || (why == Why::Address && self.hosts.contains(&letters))
    }
}

/// The folded words with one space between them.
fn spaced(text: &str) -> String {
    let normal = normal::Normal::of(text);
    normal.words().map(|(_, word)| String::from_utf8_lossy(word).into_owned()).collect::<Vec<_>>().join(" ")
}
