//! Network addresses.

mod in_words;
mod known;
mod mac;
mod spaced;
#[cfg(test)]
mod tests;
mod v4;
mod v6;
mod version;

pub(super) use self::known::is_nobodys;
use self::mac::{is_mac, is_named_mac};
use self::v4::{is_blurred, is_dotless, is_ipv4};
use self::v6::{is_blurred_ipv6, is_ipv6};
use super::{Match, Row, Setting, always};
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
        pattern: r"(?i)(?:10|172|192)(?:(?:\.[0-9]{1,3}){2}\.(?:[x*?\x23]{1,3}|n{1,3}(?-u:\b)|_(?-u:\b)|\[[0-9a-z][^\]\s]{0,16}|\{[0-9a-z][^}\s]{0,16})|\.[0-9]{1,3}(?:\.(?:[x]{1,3}|\*)){2})",
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
    Row {
        id: "mac",
        tier: Tier::Block,
        words: &["mac", "hwaddr", "ether", "lladdr"],
        pattern: r"(?i)(?-u:\b)(?:mac|hwaddr|ether|lladdr)(?-u:\b)[^\n]{0,24}?(?-u:\b)([0-9a-f]{12}|[0-9a-f]{2}(?:[ ]?[: -][ ]?[0-9a-f]{2}){5})(?-u:\b)",
        keep: is_named_mac,
    },
    Row {
        id: "ipv4",
        tier: Tier::Block,
        words: &["ip", "address", "addr", "ping"],
        pattern: r"(?i)(?-u:\b)(?:ips?|ipv4|ip[ -]address|address|addr|ping)[ :=]{1,3}(?:(?:is|was|of)[ ])?[\x60\x22']?(0x[0-9a-f]{8}|[0-9]{8,10})(?-u:\b)",
        keep: is_dotless,
    },
    Row {
        id: "ipv4",
        tier: Tier::Block,
        words: &["in-addr.arpa"],
        pattern: r"(?i)(?:[0-9]{1,3}\.){2,4}in-addr\.arpa",
        keep: always,
    },
    Row {
        id: "ipv6",
        tier: Tier::Block,
        words: &["ip6.arpa", "ipv6-literal.net"],
        pattern: r"(?i)(?:[0-9a-f]\.){4,32}ip6\.arpa|[0-9a-f]{1,4}(?:-[0-9a-f]{0,4}){2,8}\.ipv6-literal\.net",
        keep: always,
    },
    Row {
        id: "ipv6",
        tier: Tier::Block,
        words: &[],
        pattern: r"(?i)f[cd][0-9a-f]{2}:(?:[0-9a-f]{0,4}:){1,7}(?:x{1,4}|\*|\[[0-9a-f]|\{[0-9a-f])",
        keep: is_blurred_ipv6,
    },
];

/// Finds disguised addresses that no row matches.
pub(super) fn see(setting: &Setting, text: &str, seen: &mut Vec<Match>) {
    spaced::see(setting, text, seen);
    in_words::see(text, seen);
}
