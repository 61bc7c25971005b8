//! What an internal address reveals: its host, its path, and the tickets in it.

use super::links::is_public_host;
use clearance::{Origin, Policy, Taint, Why, all_common};

/// Subdomains that many public sites have, by their first label.
const OPEN: [&str; 22] = [
    "www",
    "docs",
    "doc",
    "status",
    "blog",
    "support",
    "help",
    "developer",
    "developers",
    "learn",
    "cloud",
    "en",
    "de",
    "fr",
    "news",
    "man",
    "raw",
    "gist",
    "community",
    "forum",
    "pkg",
    "datatracker",
];

/// Top-level names that are used only inside a network.
const INSIDE: [&str; 9] = ["internal", "local", "lan", "corp", "intranet", "home", "svc", "private", "intra"];

/// A part of a path counts as a secret from this many letters on.
const TELLING: usize = 8;

/// The first label of a host counts from this many letters on.
const LABEL: usize = 5;

/// Adds an address to the taint if it is not public.
pub(super) fn address(taint: &mut Taint, url: &str, policy: &Policy, from: &Origin) {
    let Some((_, rest)) = url.split_once("://") else { return };
    let after_user = rest.rsplit_once('@').filter(|(user, _)| !user.contains('/')).map(|(_, rest)| rest);
    let rest = after_user.unwrap_or(rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_lowercase();
    if host.is_empty() || is_reserved(&host, rest) && after_user.is_none() {
        return;
    }
    if is_public_host(policy, &host) {
        // Even for a public host, an address with a user name or password is not public.
        if after_user.is_some() {
            taint.term(url, Why::Address, from.clone());
        }
        return;
    }
    taint.term(url, Why::Address, from.clone());
    if is_ours(policy, &host) {
        taint.term(host.clone(), Why::Host, from.clone());
        first_label(taint, &host, policy, from);
    }
    tickets(taint, rest, from);
    if !is_ours(policy, &host) && !is_numeric(&host) {
        return;
    }
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    let path = path.split(['?', '#']).next().unwrap_or_default().trim_matches('/');
    // `2026/03/02` is an ordinary date.
    let speaks = |text: &str| text.contains(char::is_alphabetic);
    if path.contains('/') && speaks(path) {
        taint.term(path, Why::Address, from.clone());
    }
    for part in path.split('/') {
        let letters = part.chars().filter(|c| c.is_alphanumeric()).count();
        let joined = part.contains(['-', '_', '.']) || part.contains(|c: char| c.is_ascii_digit());
        if letters >= TELLING && joined && speaks(part) {
            taint.term(part, Why::Address, from.clone());
        }
    }
}

/// Adds a host name in a text, without `https://`.
pub(super) fn bare_host(taint: &mut Taint, word: &str, policy: &Policy, from: &Origin) {
    let host = word.split([':', '/']).next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    let is_name = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let is_internal = host.split_once('.').is_some_and(|(_, domain)| is_in_our_domain(policy, domain))
        || host.rsplit('.').next().is_some_and(|last| INSIDE.contains(&last));
    if host.contains('.') && host.split('.').all(is_name) && is_internal && !is_public_host(policy, &host) {
        taint.term(host.clone(), Why::Host, from.clone());
        first_label(taint, &host, policy, from);
    }
}

/// Adds the name of the machine in an internal host name, which is said without its domain more often than with it. What stands
/// directly before the last label, or is one of our domains, is the name of the company.
fn first_label(taint: &mut Taint, host: &str, policy: &Policy, from: &Origin) {
    let Some((label, domain)) = host.split_once('.') else { return };
    let is_below = is_in_our_domain(policy, domain)
        || domain.contains('.') && domain.rsplit('.').next().is_some_and(|last| INSIDE.contains(&last));
    let letters = label.chars().filter(char::is_ascii_alphabetic).count();
    if is_below && letters >= LABEL && !OPEN.contains(&label) && !all_common(label) {
        taint.term(label, Why::Host, from.clone());
    }
}

/// Whether a host name by itself reveals something: one of our domains, one that only resolves inside, or an account with a
/// hosted service, such as `ours.slack.com`. `github.com` reveals nothing.
fn is_ours(policy: &Policy, host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let inside = labels.iter().rev().take(3).any(|label| INSIDE.contains(label));
    let account = labels.len() > 2 && labels.first().is_some_and(|first| !OPEN.contains(first));
    !is_numeric(host)
        && (is_in_our_domain(policy, host) || inside || labels.len() == 1 && host != "localhost" || account)
}

/// Whether a host is one of our domains or below one.
fn is_in_our_domain(policy: &Policy, host: &str) -> bool {
    policy
        .domain_names()
        .any(|domain| host.strip_suffix(domain).is_some_and(|sub| sub.is_empty() || sub.ends_with('.')))
}

/// The local machine, and addresses that are reserved for documentation (RFC 5737, RFC 3849, RFC 6761).
fn is_reserved(host: &str, rest: &str) -> bool {
    let numbers = ["127.", "0.0.0.0", "192.0.2.", "198.51.100.", "203.0.113."];
    host == "localhost"
        || host.ends_with(".localhost")
        || is_numeric(host) && numbers.iter().any(|start| host.starts_with(start))
        || rest.starts_with("[::1]")
        || rest.to_ascii_lowercase().starts_with("[2001:db8:")
}

fn is_numeric(host: &str) -> bool {
    host.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Adds every ticket key of the form `ABC-123` in a text.
pub(super) fn tickets(taint: &mut Taint, text: &str, from: &Origin) {
    for word in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        let Some((prefix, number)) = word.split_once('-') else { continue };
        let capitals = prefix.len() >= 2 && prefix.starts_with(|c: char| c.is_ascii_uppercase());
        let is_prefix = prefix.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        let is_number = number.len() >= 2 && number.chars().all(|c| c.is_ascii_digit());
        if capitals && is_prefix && is_number && !NO_TICKETS.contains(&prefix) {
            taint.term(word, Why::Ticket, from.clone());
        }
    }
}

/// Prefixes that look like ticket keys: standards and the like.
const NO_TICKETS: [&str; 12] =
    ["CVE", "RFC", "ISO", "UTF", "SHA", "TLS", "HTTP", "AES", "ASCII", "COVID", "IEEE", "MD"];

#[cfg(test)]
mod tests {
    use super::{address, bare_host};
    use clearance::{Origin, Policy, Taint};

    fn terms_of(url: &str) -> Vec<(String, &'static str)> {
        let policy = Policy { public_domains: vec!["status.burrow.example".into()], ..Policy::default() };
        let mut taint = Taint::new();
        address(&mut taint, url, &policy, &Origin { path: "a.md".into(), line: 1, column: 1 });
        taint.values().map(|(text, rule)| (text.to_owned(), rule)).collect()
    }

    #[test]
    fn an_internal_address_gives_its_parts() {
        let all = terms_of("https://ledger.burrow.internal/d/abc-123/checkout-overview?from=now#x");
        for (text, rule) in [
            ("ledger.burrow.internal", "host"),
            ("d/abc-123/checkout-overview", "address"),
            ("checkout-overview", "address"),
        ] {
            assert!(all.contains(&(text.to_owned(), rule)), "{text}: {all:?}");
        }
        let all = terms_of("https://burrow.atlassian.net/browse/INFRA-4812");
        for (text, rule) in
            [("burrow.atlassian.net", "host"), ("INFRA-4812", "ticket"), ("browse/INFRA-4812", "address")]
        {
            assert!(all.contains(&(text.to_owned(), rule)), "{text}: {all:?}");
        }
    }

    #[test]
    fn the_machine_in_an_internal_name_is_told_unless_it_is_a_word() {
        let all = terms_of("https://quokkafish.burrow.internal/d/9");
        assert!(all.contains(&("quokkafish".to_owned(), "host")), "{all:?}");
        for url in ["https://grafana.burrow.internal/d/9", "https://quokka.internal/", "https://quokka.slack.com/"] {
            assert!(!terms_of(url).iter().any(|(text, _)| ["grafana", "quokka"].contains(&text.as_str())), "{url}");
        }
        let mut taint = Taint::new();
        let policy = Policy { domains: vec!["burrow.example".into(), "*.den.example".into()], ..Policy::default() };
        for word in [
            "quokkafish.burrow.example:8080",
            "numbatbox.den.example",
            "v1.2.internal-notes",
            "wombatbox.lan.",
            "readme.md",
            "burrow.example",
        ] {
            bare_host(&mut taint, word, &policy, &Origin { path: "a.md".into(), line: 1, column: 1 });
        }
        let values: Vec<_> = taint.values().map(|(text, _)| text.to_owned()).collect();
        assert_eq!(
            values,
            ["numbatbox", "numbatbox.den.example", "quokkafish", "quokkafish.burrow.example", "wombatbox.lan"]
        );
    }

    #[test]
    fn hosts_that_everybody_knows_are_no_secret() {
        for url in
            ["https://github.com/x", "https://docs.aws.amazon.com/x", "https://www.example.org/", "http://10.1.2.3/x"]
        {
            assert!(!terms_of(url).iter().any(|(_, rule)| *rule == "host"), "{url}: {:?}", terms_of(url));
        }
        for url in
            ["http://localhost:3000/admin", "http://127.0.0.1:9090/x", "http://[::1]:8080/", "http://192.0.2.7/a/b"]
        {
            assert!(terms_of(url).is_empty(), "{url}: {:?}", terms_of(url));
        }
        assert!(terms_of("https://status.burrow.example/secret/path-of-it").is_empty());
        assert!(terms_of("/relative").is_empty());
    }
}
