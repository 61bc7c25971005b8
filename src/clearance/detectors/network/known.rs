//! Well-known addresses and ranges.

use std::net::Ipv4Addr;

use super::super::Found;

/// Public resolvers, root servers, and default addresses of clouds, Docker hosts and clusters.
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
    "198.41.0.4",
    "170.247.170.2",
    "192.33.4.12",
    "199.7.91.13",
    "192.203.230.10",
    "192.5.5.241",
    "192.112.36.4",
    "198.97.190.53",
    "192.36.148.17",
    "192.58.128.30",
    "193.0.14.129",
    "199.7.83.42",
    "202.12.27.33",
    "172.17.0.1",
    "10.96.0.1",
    "10.96.0.10",
    "10.43.0.1",
    "10.43.0.10",
    "10.0.2.2",
    "10.0.2.15",
    "100.100.100.200",
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

/// Ranges from standards and default configurations, written as networks.
const RANGES: &[&str] = &[
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "100.64.0.0/10",
    "10.96.0.0/12",
    "10.96.0.0/16",
    "10.244.0.0/16",
    "10.42.0.0/16",
    "10.43.0.0/16",
    "10.88.0.0/16",
    "172.17.0.0/16",
    "172.18.0.0/16",
    "172.31.0.0/16",
    "fc00::/7",
    "fd00::/8",
    "fec0::/10",
    "2000::/3",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "2001::/32",
    "2002::/16",
    "::ffff:0:0/96",
];

/// Whether an address is a well-known one.
pub(super) fn is_everybodys(value: &str) -> bool {
    EVERYBODYS.iter().any(|known| known.eq_ignore_ascii_case(value))
}

/// Whether an address is reserved: for documentation, benchmarks, loopback, link-local or multicast.
pub(in crate::detectors) fn is_nobodys(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let documents = matches!((a, b, c), (192, 0, 2 | 0) | (198, 51, 100) | (203, 0, 113));
    documents || a == 198 && matches!(b, 18 | 19) || a == 169 && b == 254 || matches!(a, 0 | 127 | 224..=255)
}

/// Whether an address and its mask are one of these ranges.
pub(super) fn is_range(found: &Found<'_>) -> bool {
    let tail = found.text.get(found.range.start..).unwrap_or_default();
    let written: String = tail.chars().take_while(|c| c.is_ascii_hexdigit() || matches!(c, '.' | ':' | '/')).collect();
    RANGES.iter().any(|range| written.trim_end_matches(['.', ':']).eq_ignore_ascii_case(range))
}
