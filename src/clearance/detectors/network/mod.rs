//! Addresses of machines.

mod known;
mod mac;
#[cfg(test)]
mod tests;
mod v4;
mod v6;
mod version;

use self::mac::is_mac;
use self::v4::{is_blurred, is_ipv4};
use self::v6::is_ipv6;
use super::Row;
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
