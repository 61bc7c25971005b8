//! MAC addresses.

use super::super::{Found, alone};

/// Prefixes of addresses for documentation, multicast, virtual routers and Docker containers.
const NOBODYS: &[&str] = &[
    "00005e00",
    "01005e",
    "3333",
    "ffffffff",
    "0242ac11",
    "001122334455",
    "112233445566",
    "0123456789ab",
    "123456789abc",
    "aabbccddeeff",
    "deadbeef",
    "cafebabe",
    "020000000001",
];

/// An address after a word that names it, with any separator.
pub(super) fn is_named_mac(found: &Found<'_>) -> bool {
    let digits: String = found.value().chars().filter(char::is_ascii_hexdigit).collect::<String>().to_ascii_lowercase();
    let mixed = digits.contains(|c: char| c.is_ascii_digit()) && digits.contains(|c: char| c.is_ascii_alphabetic());
    mixed && !NOBODYS.iter().any(|start| digits.starts_with(start))
}

/// Any address that is not reserved.
pub(super) fn is_mac(found: &Found<'_>) -> bool {
    let value = found.value();
    let plain = value.chars().all(|c| matches!(c, '0' | ':' | '-' | '.'));
    // Three groups of four digits are a number; the end of an IPv6 address is not a MAC address.
    let number = value.contains('.') && !value.contains(|c: char| c.is_ascii_alphabetic());
    let digits: String = value.chars().filter(char::is_ascii_hexdigit).collect();
    let nobodys = NOBODYS.iter().any(|start| digits.to_ascii_lowercase().starts_with(start));
    alone(found)
        && !plain
        && !nobodys
        && !number
        && !matches!(found.before(), Some(':' | '-' | '.'))
        && !matches!(found.after(), Some(':' | '-'))
}
