//! What the policy lets be published, as the detectors ask for it.

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
