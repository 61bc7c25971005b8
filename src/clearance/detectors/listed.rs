//! Patterns for the lists of the policy: prefixes of tickets, domains and hosts.

use super::row::Shape;
use super::{Found, tickets};
use crate::Policy;

/// The patterns for the lists of the policy.
pub(super) fn of_policy(policy: &Policy) -> Vec<Shape> {
    let mut out: Vec<Shape> = Vec::new();
    for prefix in &policy.ticket_prefixes {
        tickets::shapes(prefix, &mut out);
    }
    for domains in alternatives(policy.domain_names().map(regex::escape)) {
        out.push(("domain", format!(r"(?i)(?:[a-z0-9_*-]+\.)*{domains}(?-u:\b)"), internal_name));
    }
    let hosts = policy.hosts.iter().filter(|host| host.contains('*'));
    let hosts = hosts.map(|host| regex::escape(host).replace(r"\*", "[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*"));
    for hosts in alternatives(hosts) {
        out.push(("host", format!(r"(?i)(?-u:\b){hosts}(?-u:\b)"), internal_name));
    }
    out
}

/// Patterns for any of many names, the longest first. Each holds so few that it can be compiled.
fn alternatives(names: impl Iterator<Item = String>) -> Vec<String> {
    const MOST: usize = 500;
    let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    names.sort_by(|a, b| (b.len(), a).cmp(&(a.len(), b)));
    names.chunks(MOST).map(|names| format!("(?:{})", names.join("|"))).collect()
}

/// A name of ours that is neither public itself nor the host of a public mailbox.
fn internal_name(found: &Found<'_>) -> bool {
    let name = found.value();
    let local = |text: &str| {
        let start = text.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c)).len();
        text.get(start..).map(str::to_owned)
    };
    let mailbox = found
        .text
        .get(..found.range.start)
        .and_then(|before| before.strip_suffix('@'))
        .and_then(local)
        .is_some_and(|local| found.setting.is_public_mailbox(&format!("{local}@{name}")));
    // A longer label is a different name: `corp.example-shop`.
    !mailbox
        && !found.setting.is_public(name)
        && !matches!(found.after(), Some('-'))
        && !found.before().is_some_and(|c| c.is_alphanumeric() || c == '-')
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::super::{Detectors, Policy};

    static DETECTORS: LazyLock<Detectors> = LazyLock::new(|| {
        Detectors::new(&Policy {
            ticket_prefixes: vec!["OPS".into(), "INFRA".into()],
            domains: vec!["corp.example".into(), "our.io".into()],
            hosts: vec!["db-*".into(), "*.rack.example".into()],
            public_domains: vec!["status.our.io".into(), "*.cdn.example".into()],
            public_mailboxes: vec!["hello@our.io".into()],
            ..Policy::default()
        })
    });

    fn rules(text: &str) -> Vec<String> {
        DETECTORS.see(text, false).into_iter().map(|s| s.rule).collect()
    }

    #[test]
    fn the_policy_s_own_shapes() {
        for text in [
            "OPS-123",
            "ops-123",
            "OPS 12",
            "OPS\u{2013}7",
            "see ops_42.",
            "#OPS1",
            "infra 4812",
            "OPS:4812",
            "ops#4812",
            "OPS #12",
            "OPS: 4812",
            "OPS no. 7",
            "OPS/481",
            "infra4812",
            "INFRA-four-eight-one-two",
            "infra forty-eight one two",
            "I N F R A - 4 8 1 2",
            "ticket 4812 in INFRA",
            "4812 (INFRA)",
            "INFRA, 4812",
            "INFRA\u{2192}4812",
            "INFRA-4812a",
            "INFRA-4812_fix",
            "INFRA--4812",
        ] {
            assert_eq!(rules(text), ["ticket-id"], "{text}");
        }
        for text in [
            "ops 24",
            "OPS 2026",
            "infra 4000 requests",
            "ops 12:30",
            "DEVOPS-12",
            "OPS",
            "OPS-12345678",
            "infra, 300 of them",
            "OPS, 2026",
            "ops one by one",
            "infra two or three",
            "4 (OPS)",
            "OPS 3x slower",
            "OPS-12th-floor",
        ] {
            assert!(rules(text).is_empty(), "{text}");
        }
        assert_eq!(rules("wiki.corp.example"), ["domain"]);
        assert_eq!(rules("wiki.our.io and wiki.corp.example"), ["domain", "domain"]);
        assert_eq!(rules("db-7 and x.rack.example"), ["host", "host"]);
        assert_eq!(rules("https://wiki.corp.example/x"), ["domain", "url-host"]);
    }

    #[test]
    fn long_lists_switch_no_detector_off() {
        let names = |form: fn(usize) -> String| (0..3_000).map(form).collect();
        let detectors = Detectors::new(&Policy {
            domains: names(|n| format!("domain-{n}.example")),
            hosts: names(|n| format!("host{n}-*")),
            ticket_prefixes: (0..100).map(|n| format!("PREFIX{n}X")).collect(),
            ..Policy::default()
        });
        for (text, rule) in [
            ("at 10.44.7.19", "ipv4"),
            ("x.domain-2999.example", "domain"),
            ("host0-7 and more", "host"),
            ("PREFIX99X-4812", "ticket-id"),
        ] {
            let rules: Vec<_> = detectors.see(text, false).into_iter().map(|found| found.rule).collect();
            assert_eq!(rules, [rule], "{text}");
        }
    }

    #[test]
    fn public_names_pass_below_internal_ones() {
        for text in ["status.our.io", "hello@our.io", "https://status.our.io/x", "https://a.cdn.example/", "four.io"] {
            assert!(rules(text).is_empty(), "{text}: {:?}", rules(text));
        }
        assert_eq!(rules("https://cdn.example/"), ["url-host"]);
        assert_eq!(rules("jane@our.io"), ["email", "domain"]);
    }
}
