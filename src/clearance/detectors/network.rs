//! Addresses of machines.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Found, Row, alone};
use crate::Tier;

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
        id: "ipv4",
        tier: Tier::Block,
        words: &[],
        pattern: r"(?i)(?:10|172|192)(?:(?:\.[0-9]{1,3}){2}\.(?:[x*]{1,3}|\[[0-9]|\{[0-9])|\.[0-9]{1,3}(?:\.(?:[x]{1,3}|\*)){2})",
        keep: is_blurred,
    },
    Row {
        id: "ipv4",
        tier: Tier::Block,
        words: &[],
        pattern: r"(?:10|172|192)(?:(?:-[0-9]{1,3}){3}|(?:_[0-9]{1,3}){3})",
        keep: is_blurred,
    },
    Row {
        id: "mac",
        tier: Tier::Block,
        words: &[],
        pattern: r"(?i)[0-9a-f]{2}(?:(?::[0-9a-f]{2}){5}|(?:-[0-9a-f]{2}){5})|[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}",
        keep: is_mac,
    },
];

/// Resolvers that everybody may use, and addresses that are the same in every cloud.
const EVERYBODYS: &[&str] = &[
    "1.0.0.1",
    "1.0.0.2",
    "1.0.0.3",
    "1.1.1.1",
    "1.1.1.2",
    "1.1.1.3",
    "4.2.2.1",
    "4.2.2.2",
    "8.8.4.4",
    "8.8.8.8",
    "8.26.56.26",
    "8.20.247.20",
    "9.9.9.9",
    "9.9.9.10",
    "9.9.9.11",
    "64.6.64.6",
    "64.6.65.6",
    "76.76.2.0",
    "76.76.10.0",
    "77.88.8.1",
    "77.88.8.8",
    "80.80.80.80",
    "84.200.69.80",
    "84.200.70.40",
    "94.140.14.14",
    "94.140.15.15",
    "114.114.114.114",
    "114.114.115.115",
    "119.29.29.29",
    "149.112.112.10",
    "149.112.112.112",
    "168.63.129.16",
    "169.254.169.254",
    "185.228.168.9",
    "185.228.169.9",
    "208.67.220.220",
    "208.67.222.222",
    "223.5.5.5",
    "223.6.6.6",
    "2606:4700:4700::1111",
    "2606:4700:4700::1001",
    "2606:4700:4700::1112",
    "2606:4700:4700::1002",
    "2606:4700:4700::1113",
    "2606:4700:4700::1003",
    "2606:4700:4700::64",
    "2606:4700:4700::6400",
    "2001:4860:4860::8888",
    "2001:4860:4860::8844",
    "2001:4860:4860::64",
    "2001:4860:4860::6464",
    "2620:fe::fe",
    "2620:fe::9",
    "2620:fe::10",
    "2620:fe::11",
    "2620:119:35::35",
    "2620:119:53::53",
    "2a10:50c0::ad1:ff",
    "2a10:50c0::ad2:ff",
    "2400:3200::1",
    "2400:3200:baba::1",
    "fd00:ec2::254",
];

/// Ranges that a standard names, written as networks: they are nobody's address.
const RANGES: &[&str] = &[
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "100.64.0.0/10",
    "fc00::/7",
    "fd00::/8",
    "fec0::/10",
    "2000::/3",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "2001::/32",
    "2002::/16",
];

/// So small a number is rather a part of a version.
const SMALL: u8 = 31;

fn is_everybodys(value: &str) -> bool {
    EVERYBODYS.iter().any(|known| known.eq_ignore_ascii_case(value))
}

/// Whether an address and its mask are one of the ranges that a standard names.
fn is_range(found: &Found<'_>) -> bool {
    let tail = found.text.get(found.range.start..).unwrap_or_default();
    let written: String = tail.chars().take_while(|c| c.is_ascii_hexdigit() || matches!(c, '.' | ':' | '/')).collect();
    RANGES.iter().any(|range| written.trim_end_matches(['.', ':']).eq_ignore_ascii_case(range))
}

/// Whether the word before says that a dotted number is a version.
fn is_version(found: &Found<'_>) -> bool {
    const WORDS: &[&str] = &[
        "version", "versions", "release", "releases", "build", "firmware", "driver", "schema", "ver", "rev", "v", "r",
    ];
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let word = head.trim_end_matches([' ', '\u{a0}', ':', '=', '`', '"', '*', '_', '.']);
    let start = word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    WORDS.iter().any(|known| word.get(start..).is_some_and(|word| word.eq_ignore_ascii_case(known)))
}

/// Words before an address.
const ADDRESS_WORDS: &[&str] = &[
    "ip",
    "ips",
    "ipv",
    "address",
    "addr",
    "host",
    "hosts",
    "ping",
    "subnet",
    "gateway",
    "resolver",
    "nameserver",
    "peer",
    "client",
];

/// Whether what stands around a dotted number says that it is an address.
fn is_named_address(found: &Found<'_>) -> bool {
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let tail = found.text.get(found.range.end..).unwrap_or_default();
    let port = tail.strip_prefix([':', '/']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let word = head.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '\n' && c != '/');
    let start = word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    let word = word.get(start..).unwrap_or_default().to_lowercase();
    port || head.ends_with(['/', '@']) || ADDRESS_WORDS.contains(&word.as_str())
}

fn is_ipv4(found: &Found<'_>) -> bool {
    let value = found.value();
    // `010.044.007.019` is an address to people, whatever a parser says.
    let parts: Vec<_> =
        value.split('.').map(|part| part.parse::<u16>().ok().and_then(|n| u8::try_from(n).ok())).collect();
    let [Some(a), Some(b), Some(c), Some(d)] = parts[..] else { return false };
    let address = Ipv4Addr::new(a, b, c, d);
    // Longer dotted numbers are versions and object identifiers, and `v1.2.3.4` is a version too.
    let longer = |c: Option<char>, next: Option<char>| c == Some('.') && next.is_some_and(|c| c.is_ascii_digit());
    let tail = found.text.get(found.range.end..).unwrap_or_default();
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let dotted =
        longer(tail.chars().next(), tail.chars().nth(1)) || longer(head.chars().next_back(), head.chars().rev().nth(1));
    let joined = tail.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        || head.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    if dotted || joined || is_version(found) {
        return false;
    }
    let documents =
        matches!((a, b, c), (192, 0, 2 | 0) | (198, 51, 100) | (203, 0, 113)) || a == 198 && matches!(b, 18 | 19);
    let link_local = a == 169 && b == 254;
    let small = a != 10 && [a, b, c, d].iter().all(|part| *part <= SMALL) && !is_named_address(found);
    // A mask is no address, the machine itself is nobody's, and groups are not machines.
    !(documents
        || link_local
        || small
        || matches!(a, 0 | 127 | 224..=255)
        || is_everybodys(&address.to_string())
        || is_range(found))
}

/// Addresses written so that no program takes them for one: a part left open, or hyphens for dots. Only private ones: what else is
/// written so is a version or a date.
fn is_blurred(found: &Found<'_>) -> bool {
    let value = found.value().to_ascii_lowercase();
    let parts: Vec<&str> = value.split(['.', '-', '_']).collect();
    let numbers: Vec<u16> = parts.iter().map_while(|part| part.parse().ok()).collect();
    let private = matches!(numbers[..], [10, ..] | [172, 16..=31, ..] | [192, 168, ..]);
    let fits = numbers.iter().all(|n| *n < 256);
    // `10-15-20-25` counts on.
    let counts = numbers.len() == 4 && numbers.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    let edge = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'));
    let before = edge(found.before());
    let after = !found.after().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ':'));
    private && fits && !counts && before && after && !is_version(found)
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
    let segments = address.segments();
    let first = segments[0];
    let documents = (first == 0x2001 && segments[1] == 0xdb8) || first & 0xfff0 == 0x3ff0;
    // `fe80::1` is on every machine; one made of a card's own number is not.
    let link_local = first & 0xffc0 == 0xfe80 && segments[1..6].iter().all(|segment| *segment == 0);
    let multicast = first >> 8 == 0xff;
    !(documents
        || link_local
        || multicast
        || address.is_loopback()
        || address.is_unspecified()
        || is_everybodys(&address.to_string())
        || is_range(found))
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
        for text in [
            "10.1.2.3",
            "(52.18.7.101)",
            "at 172.16.0.9.",
            "10.0.0.0/24",
            "10.1.2.0/8",
            "10.1.2.3:5432",
            "010.044.007.019",
            "at 3.7.2.9:443",
            "host 3.7.2.9",
            "http://3.7.2.9",
            "19.7.44.10.in-addr.arpa",
            "10.44.7.x",
            "10.44.7.*",
            "10.44.x.x",
            "192.168.4.XXX",
            "10-44-7-19",
            "at 10_44_7_19.",
        ] {
            assert!(seen(text).contains(&"ipv4".to_owned()), "{text}: {:?}", seen(text));
        }
        for text in ["fd00::1", "[fe80::1ff:fe23:4567:890a]", "2600:1f18:0:1::5"] {
            assert_eq!(seen(text), ["ipv6"], "{text}");
        }
        for text in ["00:1b:44:11:3a:b7", "00-1B-44-11-3A-B7", "001b.4411.3ab7"] {
            assert_eq!(seen(text), ["mac"], "{text}");
        }
        for text in [
            "1.5.2.1",
            "to 2.14.0.3 and version 52.18.7.101",
            "v10.1.2.3",
            "8.8.8.8 and 1.1.1.1",
            "10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16",
            "127.0.0.1:6379",
            "169.254.169.254",
            "224.0.0.1",
            "192.0.2.0/24",
            "fe80::1",
            "fe80::/10",
            "fc00::/7",
            "2606:4700:4700::1111",
            "2001:4860:4860::8844",
            "ff02::1",
            "10.15.x",
            "2.14.7.x",
            "10-15-20-25 minutes",
            "2026-03-02-10",
            "10-1-2-3-4",
            "198.18.0.1",
            "2001:db8::7",
        ] {
            assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
        }
        for text in ["255.255.255.0", "1.2.3.4.5", "v10.1.2.3", "300.1.2.3", "1234.5678.9012", "::", "a::b", "10:20:30"]
        {
            assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
        }
    }
}
