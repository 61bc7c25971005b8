//! Collects the patterns for every value of the policy and of the library.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

use super::pattern::Pattern;
use super::people::How;
use super::{companies, hosts, people};
use crate::common::all_common;
use crate::{Origin, POLICY_FILE, Policy, Taint, Tier, Why, normal};

/// The label of a domain is a name from this many letters on.
const LABEL: usize = 6;

/// Longer values are found by their runs of words.
const LONGEST: usize = 12;

/// All patterns; values that are too long are added to `texts`.
pub(super) fn patterns(policy: &Policy, taint: &Taint, texts: &mut Vec<(String, Origin)>) -> Vec<Pattern> {
    let known = Known::of(policy);
    let first = if policy.first_names_block { Tier::Block } else { Tier::Review };
    let mut out = listed(policy, &known, first);
    let given = given_names(policy, taint);
    let mut titles = Vec::new();
    for term in &taint.terms {
        let Some(text) = bare(&term.text, term.why) else { continue };
        if known.is_public(text, term.why) {
            continue;
        }
        let from = Some(term.known_from.clone());
        let count = text.split_whitespace().count();
        match term.why {
            Why::Person => people::forms(text, How { listed: false, first }, from.as_ref(), &mut out),
            // A handle that is a given name is covered by the patterns for given names.
            Why::Handle if !term.text.starts_with('@') && given.contains(&normal::letters(text)) => {}
            Why::Title | Why::FileName => titles.extend(title(text, term.why, from)),
            Why::Marked | Why::Comment if count > LONGEST => texts.push((text.to_owned(), term.known_from.clone())),
            why => {
                if why == Why::Host {
                    hosts::forms(text, false, from.as_ref(), &mut out);
                }
                out.extend(Pattern::of(text, why, false, from));
            }
        }
        if matches!(term.why, Why::Marked | Why::Comment) && (8..=LONGEST).contains(&count) {
            texts.push((text.to_owned(), term.known_from.clone()));
        }
    }
    out.extend(not_approved(titles, taint));
    out
}

/// The patterns for the lists of the policy.
fn listed(policy: &Policy, known: &Known, first: Tier) -> Vec<Pattern> {
    let mut out = Vec::new();
    let from = Origin { path: POLICY_FILE.to_owned(), line: 1, column: 1 };
    for person in &policy.people {
        people::forms(&person.name, How { listed: true, first }, Some(&from), &mut out);
        for handle in &person.handles {
            out.extend(bare(handle, Why::Handle).and_then(|h| Pattern::of(h, Why::Handle, true, Some(from.clone()))));
        }
    }
    let lists = [
        (&policy.customers, Why::Customer),
        (&policy.codenames, Why::Codename),
        (&policy.vendors, Why::Vendor),
        (&policy.hosts, Why::Host),
    ];
    for (list, why) in lists {
        // Names with a star are handled by the detectors, but the part after `*.` is a name.
        let names = list.iter().map(|name| name.strip_prefix("*.").unwrap_or(name)).filter(|name| !name.contains('*'));
        for name in names {
            out.extend(Pattern::of(name, why, true, Some(from.clone())));
            match why {
                Why::Host => hosts::forms(name, true, Some(&from), &mut out),
                _ => companies::parts(name, why, &known.words, Some(&from), &mut out),
            }
        }
    }
    let public: Vec<_> = policy.public_domains.iter().chain(&policy.public_mailboxes).collect();
    for domain in policy.domain_names() {
        // If a public name is below an internal domain, only whole names can be compared, which the detectors do.
        let is_below =
            |name: &str| name.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with(['.', '@']));
        if !public.iter().any(|name| is_below(name)) {
            let found = Pattern::of(domain, Why::Host, true, Some(from.clone()));
            out.extend(found.map(|pattern| Pattern { rule: "domain", ..pattern }));
        }
        // The name of an account with a service that everybody has: `github.com/harbourpay-corp`.
        if let Some(name) = own_label(domain).filter(|name| !known.contains(name)) {
            let found = Pattern::of(name, Why::Host, true, Some(from.clone()));
            out.extend(found.map(|pattern| Pattern { rule: "domain", ..pattern }));
        }
    }
    out
}

/// The label of a domain that its owner chose, if it is no common word: `harbourpay-corp` of `harbourpay-corp.co.uk`.
fn own_label(domain: &str) -> Option<&str> {
    const PARTS: [&str; 8] = ["co", "com", "org", "net", "ac", "gov", "edu", "or"];
    let mut labels = domain.rsplit('.').skip(1);
    let label = labels.next()?;
    let label = if PARTS.contains(&label) || label.len() < 3 { labels.next()? } else { label };
    (label.chars().filter(|c| c.is_alphabetic()).count() >= LABEL && !all_common(label)).then_some(label)
}

/// A value without surrounding punctuation.
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

/// The given names of all people with more than one name.
fn given_names(policy: &Policy, taint: &Taint) -> BTreeSet<String> {
    let known = taint.terms.iter().filter(|term| term.why == Why::Person).map(|term| &term.text);
    let first = |name: &String| name.split_once(char::is_whitespace).map(|(first, _)| normal::letters(first));
    policy.people.iter().map(|person| &person.name).chain(known).filter_map(first).collect()
}

/// The pattern for a title or file name. It needs at least four words and sixteen letters to be distinctive.
fn title(text: &str, why: Why, from: Option<Origin>) -> Option<Pattern> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if words < 4 || letters < 16 {
        return None;
    }
    Pattern::of(text, why, false, from)
}

/// The titles that occur in no approved text.
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

/// The names that the policy makes public.
struct Known {
    phrases: Vec<String>,
    names: BTreeSet<String>,
    /// The names of the organisation and of its site.
    own: Vec<String>,
    /// The single words of these names.
    words: BTreeSet<String>,
    mailboxes: BTreeSet<String>,
    hosts: BTreeSet<String>,
}

impl Known {
    fn of(policy: &Policy) -> Self {
        let site = &policy.site;
        let names = policy.public_services.values().chain(&policy.public_tags);
        let names: Vec<_> = names.chain([&site.title, &site.organisation]).collect();
        let local = |mailbox: &String| normal::letters(mailbox.split('@').next().unwrap_or_default());
        let base = site.base_url.iter().filter_map(|url| url.split('/').nth(2)).map(normal::letters);
        Self {
            phrases: policy.roles.values().map(|phrase| format!(" {} ", spaced(phrase))).collect(),
            names: names.iter().map(|name| normal::letters(name)).collect(),
            own: [&site.title, &site.organisation].map(|name| normal::letters(name)).to_vec(),
            words: names
                .iter()
                .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()))
                .map(normal::letters)
                .collect(),
            mailboxes: policy.public_mailboxes.iter().map(local).collect(),
            hosts: policy.public_domains.iter().map(|host| normal::letters(host)).chain(base).collect(),
        }
    }

    /// Whether a public name contains a name, or the name is that of the organisation with an addition. A shorter public
    /// name, such as a tag, may be part of it by chance.
    fn contains(&self, name: &str) -> bool {
        let letters = normal::letters(name);
        let mut all = self.names.iter().chain(&self.hosts).chain(&self.mailboxes);
        all.any(|public| public.contains(&letters))
            || self.own.iter().any(|own| own.len() >= LABEL && letters.contains(own.as_str()))
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

#[cfg(test)]
mod tests {
    use super::super::super::{Policy, Taint};
    use super::patterns;

    #[test]
    fn only_a_public_name_below_a_domain_switches_off_its_pattern() {
        let has_domain = |public: &str| {
            let policy = Policy {
                domains: vec!["pay.example".into()],
                public_domains: vec![public.into()],
                ..Policy::default()
            };
            patterns(&policy, &Taint::new(), &mut Vec::new()).iter().any(|pattern| pattern.rule == "domain")
        };
        assert!(has_domain("harbourpay.example") && has_domain("other.example"));
        assert!(!has_domain("pay.example") && !has_domain("status.pay.example"));
    }
}
