//! Settings of the detectors from the policy: public names, and patterns for its lists.

use super::{Found, tickets};
use crate::Policy;

/// Hosts whose addresses are names of formats.
const NAMESPACES: [&str; 9] = [
    "www.w3.org",
    "w3.org",
    "schema.org",
    "www.sitemaps.org",
    "sitemaps.org",
    "jsonfeed.org",
    "ogp.me",
    "purl.org",
    "creativecommons.org",
];

/// Names that may be published.
pub(super) struct Setting {
    hosts: Vec<String>,
    mailboxes: Vec<String>,
    /// The last two labels of every name that the policy lists; such a name counts as real even if RFC 2606 reserves
    /// it.
    real: Vec<String>,
}

impl Setting {
    pub(super) fn of(policy: &Policy) -> Self {
        let base = policy.site.base_url.iter().filter_map(|url| url.split('/').nth(2));
        let base = base.map(|host| host.split(':').next().unwrap_or(host).to_lowercase());
        let hosts: Vec<_> = policy.public_domains.iter().map(|host| host.to_lowercase()).chain(base).collect();
        let mut mailboxes: Vec<_> = policy.public_mailboxes.iter().map(|mailbox| mailbox.to_lowercase()).collect();
        mailboxes.extend(policy.site.contact.iter().filter(|contact| contact.contains('@')).map(|c| c.to_lowercase()));
        let real = hosts.iter().chain(&policy.domains).chain(&policy.hosts).map(|name| last_two(name)).collect();
        Self { hosts, mailboxes, real }
    }

    /// Whether a public text may contain an address with this host.
    pub(super) fn is_public(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.').to_lowercase();
        let listed = self.hosts.iter().any(|known| match known.strip_prefix("*.") {
            Some(parent) => host.strip_suffix(parent).is_some_and(|rest| rest.ends_with('.')),
            None => *known == host,
        });
        listed || NAMESPACES.contains(&host.as_str()) || self.is_reserved(&host)
    }

    /// Whether a mail address may be published.
    pub(super) fn is_public_mailbox(&self, mailbox: &str) -> bool {
        let mailbox = mailbox.to_lowercase();
        let host = mailbox.split('@').next_back().unwrap_or_default();
        self.mailboxes.contains(&mailbox) || self.is_reserved(host)
    }

    /// Whether a name is reserved for documentation (RFC 2606) or for the local machine.
    fn is_reserved(&self, host: &str) -> bool {
        let last = host.rsplit('.').next().unwrap_or_default();
        let reserved = matches!(last, "example" | "test" | "invalid" | "localhost")
            || ["example.com", "example.org", "example.net"].contains(&last_two(host).as_str());
        reserved && !self.real.contains(&last_two(host))
    }
}

fn last_two(host: &str) -> String {
    let mut labels = host.rsplit('.');
    let (last, second) = (labels.next().unwrap_or_default(), labels.next().unwrap_or_default());
    format!("{second}.{last}").to_lowercase()
}

/// A rule, its pattern and its test.
pub(super) type Shape = (&'static str, String, fn(&Found<'_>) -> bool);

/// The patterns for the lists of the policy.
pub(super) fn of_policy(policy: &Policy) -> Vec<Shape> {
    let mut out: Vec<Shape> = Vec::new();
    for prefix in &policy.ticket_prefixes {
        tickets::shapes(prefix, &mut out);
    }
    let domains = policy.domains.iter().map(|domain| regex::escape(domain.trim_start_matches("*.")));
    for domains in alternatives(domains) {
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
