//! IPv4 addresses.

use std::net::Ipv4Addr;

use super::super::Found;
use super::known::{is_everybodys, is_nobodys, is_range};
use super::version::{is_named_address, is_version, is_version_beside};

/// Numbers up to this are more likely parts of a version.
const SMALL: u8 = 31;

/// Any address except versions, masks, and reserved or well-known addresses.
pub(super) fn is_ipv4(found: &Found<'_>) -> bool {
    let value = found.value();
    // `010.044.007.019` is an address for people, although a parser rejects it.
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
    let small = a != 10 && [a, b, c, d].iter().all(|part| *part <= SMALL) && !is_named_address(found);
    // Masks, loopback and multicast are not machines.
    !(small
        || is_nobodys(address)
        || !address.is_private() && is_version_beside(found)
        || is_everybodys(&address.to_string())
        || is_range(found))
}

/// Disguised addresses: with a part left open, or with hyphens for dots. Only private ones, because other such numbers
/// are versions or dates.
pub(super) fn is_blurred(found: &Found<'_>) -> bool {
    let value = found.value().to_ascii_lowercase();
    let parts: Vec<&str> = value.split(['.', '-', '_']).collect();
    let numbers: Vec<u16> = parts.iter().map_while(|part| part.parse().ok()).collect();
    let private = matches!(numbers[..], [10, ..] | [172, 16..=31, ..] | [192, 168, ..]);
    let fits = numbers.iter().all(|n| *n < 256);
    // `10-15-20-25` is a sequence.
    let counts = numbers.len() == 4 && numbers.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    let edge = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'));
    let before = edge(found.before());
    let after = !found.after().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ':'));
    private && fits && !counts && before && after && !is_version(found)
}

/// A private address as a single number, after a word that says that it is an address.
pub(super) fn is_dotless(found: &Found<'_>) -> bool {
    let value = found.value().to_ascii_lowercase();
    let number = match value.strip_prefix("0x") {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => value.parse().ok(),
    };
    let head = found.text.get(..found.range.start).unwrap_or_default().to_ascii_lowercase();
    // Hexadecimal numbers can be memory addresses.
    let of_a_network =
        !value.starts_with("0x") || head.trim_end_matches([' ', ':', '=', '`', '"', '\'']).ends_with("ip");
    number.map(Ipv4Addr::from_bits).is_some_and(|address| address.is_private() && of_a_network)
}
