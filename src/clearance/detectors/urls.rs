//! Addresses: their host, their scheme, and passwords in them.

use std::sync::LazyLock;

use regex::Regex;

use super::placeholder::is_placeholder;
use super::{Match, Setting, network};
use crate::Tier;

/// Attributes whose value is an address.
pub(crate) const URL_ATTRIBUTES: &[&str] = &[
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "cite",
    "data",
    "background",
    "longdesc",
    "manifest",
    "ping",
    "srcset",
    "xlink:href",
    "codebase",
];

/// Finds every absolute address in a text.
pub(super) fn see(setting: &Setting, text: &str, seen: &mut Vec<Match>) {
    for (at, _) in text.match_indices("://") {
        let head = text.get(..at).unwrap_or_default();
        let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-');
        let start =
            head.rfind(|c: char| !is_scheme(c)).map_or(0, |i| i + head[i..].chars().next().map_or(1, char::len_utf8));
        let scheme = head.get(start..).unwrap_or_default();
        if !scheme.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let rest = text.get(at + 3..).unwrap_or_default();
        let masked = length_of(&MASKED, rest);
        let open = masked + length_of(&OPEN, rest.get(masked..).unwrap_or_default());
        let authority = host_of(rest, open);
        let (user, host) = authority.rsplit_once('@').map_or(("", authority), |(user, host)| (user, host));
        // A placeholder for a label does not hide the domain below which it is: `https://<region>.ours.net`.
        let domain =
            authority.get(open..).filter(|domain| open > masked && domain.contains('.') && !user.contains(':'));
        let is_hidden = |host: &str| match domain {
            Some(domain) => !is_public(setting, domain) && !is_public(setting, &format!("x.{domain}")),
            None => !host.is_empty() && !is_public(setting, host),
        };
        let mut push = |rule: &str, range| seen.push(Match { rule: rule.to_owned(), tier: Tier::Block, range });
        if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
            // Addresses of the local machine or of example hosts reveal nothing.
            if is_hidden(host) {
                push("scheme", start..at + 3 + authority.len());
            }
        } else if is_hidden(host) {
            let host = domain.unwrap_or(host);
            let from = at + 3 + authority.len() - host.len();
            push("url-host", from..from + bare(host).len());
        }
        let password = user.split_once(':').map_or(user, |(_, password)| password);
        // A placeholder reveals nothing, and an internal host has a rule of its own.
        if !user.is_empty() && !is_placeholder(password) {
            push("userinfo", at + 3..at + 3 + authority.len());
        }
    }
}

/// Whether a character ends the host of an address.
pub(super) fn ends_a_host(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "/?#\"'<>()\\,;`{}|&*\u{2026}".contains(c)
}

/// The text up to the first character after `from` that ends a host.
fn host_of(rest: &str, from: usize) -> &str {
    let tail = rest.get(from..).unwrap_or_default();
    rest.get(..from + tail.find(ends_a_host).unwrap_or(tail.len())).unwrap_or_default()
}

/// `name:<password>@` or similar, whose characters would otherwise end the address.
static MASKED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^[A-Za-z0-9._%+$-]*:(?:<[^<>\s/]*>|\$?\{[^{}\s/]*\}|\{\{[^{}/]*\}\}|\*{3,})@").ok());

/// Placeholders for labels at the beginning of a host: `<region>.`, `${ZONE}.`, `$HOST.`, `*.`.
static OPEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:\$?\{+[^{}\s/]*\}+|<[^<>\s/]*>|\$[A-Za-z_][A-Za-z0-9_]*|%[A-Za-z_]+%?|\*+)\.)+").ok()
});

/// The length of a match at the beginning of a text.
fn length_of(pattern: &LazyLock<Option<Regex>>, text: &str) -> usize {
    pattern.as_ref().and_then(|pattern| pattern.find(text)).map_or(0, |found| found.end())
}

/// The rule that forbids the target of a link.
pub(super) fn target(setting: &Setting, target: &str) -> Option<&'static str> {
    // Browsers remove line ends and tabs inside and control characters before an address, and read `\` as `/`.
    let plain: String = target.chars().filter(|c| !matches!(c, '\n' | '\r' | '\t')).collect();
    let plain = plain.trim_start_matches(|c: char| c <= ' ').replace('\\', "/");
    if let Some(rest) = plain.strip_prefix("//") {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.rsplit('@').next().unwrap_or_default();
        return (!host.is_empty() && !is_public(setting, host)).then_some("url-host");
    }
    let (scheme, rest) = plain.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'));
    // `page:1.html` would be a scheme for a browser as well.
    if !is_scheme {
        return None;
    }
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let known = web || scheme.eq_ignore_ascii_case("mailto");
    // For a browser `https:/x`, `https:x` and `https:///x` have a host as well; that of `https://x` is found by `see`.
    let host = rest.trim_start_matches('/');
    let found = target.contains("://") && rest.len() - host.len() == 2;
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let odd = web && !found && !host.is_empty() && !is_public(setting, host);
    if odd { Some("url-host") } else { (!known).then_some("scheme") }
}

fn is_public(setting: &Setting, host: &str) -> bool {
    let host = bare(host);
    let example = host.starts_with(['$', '%', '{', '<', '*']) || !host.contains('.') && host.contains("example");
    example
        || host.parse().is_ok_and(network::is_nobodys)
        || host.starts_with("[2001:db8:")
        || ["[::1]", "[::]"].contains(&host)
        || setting.is_public(host)
}

/// The host without its port and without punctuation at its end.
fn bare(host: &str) -> &str {
    if let Some(end) = host.find(']').filter(|_| host.starts_with('[')) {
        return host.get(..=end).unwrap_or(host);
    }
    let host = host.split(':').next().unwrap_or_default();
    host.trim_end_matches(['.', '!', ']', '*', '_'].as_slice()).trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::super::{Detectors, Policy};

    static DETECTORS: LazyLock<Detectors> = LazyLock::new(|| {
        Detectors::new(&Policy { public_domains: vec!["status.ours.io".into()], ..Policy::default() })
    });

    fn seen(text: &str) -> Vec<(String, String)> {
        let seen = DETECTORS.see(text, false).into_iter();
        seen.map(|s| (s.rule, text[s.range].to_owned())).collect()
    }

    #[test]
    fn addresses_lead_to_public_hosts_only() {
        let one = |rule: &str, value: &str| vec![(rule.to_owned(), value.to_owned())];
        assert_eq!(seen("see https://wiki.ours.io/x."), one("url-host", "wiki.ours.io"));
        assert_eq!(seen("(http://Ours.io:8080)"), one("url-host", "Ours.io"));
        assert_eq!(seen("redis://cache-1/0"), one("scheme", "redis://cache-1"));
        let with_password = format!("https://u:p{}status.ours.io/", '@');
        assert!(seen(&with_password).contains(&("userinfo".to_owned(), with_password.get(8..26).unwrap().to_owned())));
        for text in [
            "https://status.ours.io/x",
            "http://localhost:3000",
            "http://[::1]:8080/x",
            "https://192.0.2.7/",
            "https://",
            "://x",
            "https://EXAMPLE.com.",
            "https://<region>.example.com/",
            "https://<region>.status.ours.io/",
            "https://{name}.{domain}/ and https://$HOST/ and https://*.com/",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
    }

    #[test]
    fn a_placeholder_or_a_number_hides_no_domain() {
        for text in [
            "https://<region>.ours.net/x",
            "https://${ZONE}.<region>.ours.net/x",
            "https://$HOST.ours.net",
            "http://*.ours.net",
        ] {
            assert_eq!(seen(text), [("url-host".to_owned(), "ours.net".to_owned())], "{text}");
        }
        assert_eq!(seen("http://192.0.2.ours.net/x"), [("url-host".to_owned(), "192.0.2.ours.net".to_owned())]);
    }

    #[test]
    fn targets_are_read_as_a_browser_does() {
        let rule = |target: &str| DETECTORS.target(target);
        for target in ["../x.html", "#a", "mailto:a", "https://wiki.ours.io", "a/b:c", "//status.ours.io/x", ""] {
            assert_eq!(rule(target), None, "{target}");
        }
        for target in ["javascript:x", " java\nscript:x", "tel:1", "redact:role", "file:///x", "data:text/html,x"] {
            assert_eq!(rule(target), Some("scheme"), "{target}");
        }
        for target in [
            "//wiki.ours.io",
            "\\\\wiki.ours.io/x",
            "https:/wiki.ours.io",
            "https:wiki.ours.io",
            "https:///wiki.ours.io",
            "https:\\\\wiki.ours.io",
            "https:/\\wiki.ours.io",
        ] {
            assert_eq!(rule(target), Some("url-host"), "{target}");
        }
    }
}
