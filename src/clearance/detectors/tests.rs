//! The tables as a whole.

use std::collections::BTreeSet;

use regex::Regex;

use super::{is_built_in, plain, tables};

#[test]
fn every_pattern_compiles_and_has_an_id_of_its_own() {
    let mut ids = BTreeSet::new();
    for row in tables() {
        assert!(Regex::new(row.pattern).is_ok(), "{}: {}", row.id, row.pattern);
        assert!(Regex::new(row.pattern).is_ok_and(|p| !p.is_match("")), "{}", row.id);
        ids.insert(row.id);
    }
    assert!(ids.len() > 80 && is_built_in("ipv4") && is_built_in("person") && !is_built_in("build-agent"));
}

/// Texts as in many published postmortems.
#[test]
fn what_may_leave_is_not_seen() {
    for text in [
        "1700000000123, 1772445600000 and 1700000000",
        "CVE-2021-44228, RFC 9110, ISO-8601, UTF-8, SHA-256, TLS 1.3, HTTP/2",
        "192.0.2.1, 198.51.100.7, 203.0.113.255, 2001:db8::1, 127.0.0.1, 0.0.0.0, ::1",
        "https://example.com/status and http://www.w3.org/2005/Atom",
        "ops@example.com",
        "v1.2.3, v1.2.3.4, 10.15.7, Chrome 120.0.6099.109, 1.25.11-gke.1700",
        "We will say more. Mark the date: 2026-03-02, 14:05:09, 2026-03-02T14:05:09+01:00.",
        "9fceb02d0ae598e95dc970b74767f19372d61af8 and 9fceb02",
        "It took 1h 25m 30s, from 10:20 to 11:45, 99.95 %, p99 < 200 ms, +15 %, +1,500 requests, +10 000 000 rows",
        "12,345,678 rows, $1,234,567.89, EUR 12.50, 4 000 000 000 events",
        "std::vector, a::before, fe80, dead:beef, 12:30:45, 1:2:3",
        "us-east-1, eu-west-2b, node-3, mid-2024, db-prod",
        "/home, /users/, /usr/local/bin, ~/.config",
        "Order 1234-5678-9012-3456 and ticket 123456789012 of 123-456-7890",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "password rotation, secret: rotated, token expired, api_key",
        "@media (min-width: 40em) { a { color: #abcdef } }",
    ] {
        let seen = plain().see(text, false);
        assert!(seen.is_empty(), "{text}: {seen:?}");
    }
}
