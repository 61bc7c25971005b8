//! Addresses of machines.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Found, Row, alone};
use crate::clearance::Tier;

pub(super) const ROWS: &[Row] = &[
    Row { id: "ipv4", tier: Tier::Block, words: &[], pattern: r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}", keep: is_ipv4 },
    Row {
        id: "ipv6",
        tier: Tier::Block,
        words: &[],
        pattern: r"(?i)[0-9a-f]{0,4}:[0-9a-f]{0,4}:[0-9a-f:.]*[0-9a-f:]",
        keep: is_ipv6,
    },
    Row {
        id: "mac",
        tier: Tier::Block,
        words: &[],
        pattern: r"(?i)[0-9a-f]{2}(?:(?::[0-9a-f]{2}){5}|(?:-[0-9a-f]{2}){5})|[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}",
        keep: is_mac,
    },
];

fn is_ipv4(found: &Found<'_>) -> bool {
    let Ok(address) = found.value().parse::<Ipv4Addr>() else { return false };
    // Longer dotted numbers are versions and object identifiers, and `v1.2.3.4` is a version too.
    let longer = |c: Option<char>, next: Option<char>| c == Some('.') && next.is_some_and(|c| c.is_ascii_digit());
    let tail = found.text.get(found.range.end..).unwrap_or_default();
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let dotted =
        longer(tail.chars().next(), tail.chars().nth(1)) || longer(head.chars().next_back(), head.chars().rev().nth(1));
    let joined = tail.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        || head.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    if dotted || joined {
        return false;
    }
    let [a, b, c, _] = address.octets();
    let documents = matches!((a, b, c), (192, 0, 2) | (198, 51, 100) | (203, 0, 113));
    // A mask is no address, and the machine itself is nobody's.
    !(documents || matches!(a, 127 | 255) || address.is_unspecified())
}

fn is_ipv6(found: &Found<'_>) -> bool {
    let value = found.value();
    let Ok(address) = value.parse::<Ipv6Addr>() else { return false };
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':'));
    let groups = value.split(':').filter(|group| !group.is_empty()).count();
    let digits = value.contains(|c: char| c.is_ascii_digit());
    if joins(found.before()) || joins(found.after()) || !digits || groups < 2 && !value.ends_with("::") {
        return false;
    }
    let [a, b, ..] = address.segments();
    let documents = (a == 0x2001 && b == 0xdb8) || a & 0xfff0 == 0x3ff0;
    !(documents || address.is_loopback() || address.is_unspecified())
}

fn is_mac(found: &Found<'_>) -> bool {
    let value = found.value();
    let plain = value.chars().all(|c| matches!(c, '0' | ':' | '-' | '.'));
    // Three groups of four digits are a number, and the last two bytes of an IPv6 address are none.
    let number = value.contains('.') && !value.contains(|c: char| c.is_ascii_alphabetic());
    alone(found)
        && !plain
        && !number
        && !matches!(found.before(), Some(':' | '-' | '.'))
        && !matches!(found.after(), Some(':' | '-'))
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    fn seen(text: &str) -> Vec<String> {
        plain().see(text, false).into_iter().map(|s| s.rule).collect()
    }

    #[test]
    fn addresses_are_seen_unless_they_are_for_documents() {
        for text in ["10.1.2.3", "(8.8.8.8)", "at 172.16.0.9.", "10.0.0.0/8", "10.1.2.3:5432"] {
            assert_eq!(seen(text), ["ipv4"], "{text}");
        }
        for text in ["fd00::1", "[fe80::1ff:fe23:4567:890a]", "2600:1f18:0:1::5"] {
            assert_eq!(seen(text), ["ipv6"], "{text}");
        }
        for text in ["00:1b:44:11:3a:b7", "00-1B-44-11-3A-B7", "001b.4411.3ab7"] {
            assert_eq!(seen(text), ["mac"], "{text}");
        }
        for text in ["255.255.255.0", "1.2.3.4.5", "v10.1.2.3", "300.1.2.3", "1234.5678.9012", "::", "a::b", "10:20:30"]
        {
            assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
        }
    }
}
