//! IPv6 addresses.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::super::Found;
use super::known::{is_everybodys, is_nobodys, is_range};

/// Any address that is not reserved or well known.
pub(super) fn is_ipv6(found: &Found<'_>) -> bool {
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
    // `fe80::1` is on every machine; one derived from a MAC address is not.
    let link_local = first & 0xffc0 == 0xfe80 && segments[1..6].iter().all(|segment| *segment == 0);
    let multicast = first >> 8 == 0xff;
    // `::ffff:192.0.2.1` and `64:ff9b::192.0.2.1` contain an IPv4 address.
    let inner = Ipv4Addr::from_bits(u32::from(segments[6]) << 16 | u32::from(segments[7]));
    let mapped = address.to_ipv4_mapped().is_some() || segments[..6] == [0x64, 0xff9b, 0, 0, 0, 0];
    !(documents
        || link_local
        || multicast
        || mapped && (is_nobodys(inner) || is_everybodys(&inner.to_string()))
        || address.is_loopback()
        || address.is_unspecified()
        || is_everybodys(&address.to_string())
        || is_range(found))
}

/// An internal address with a part left open.
pub(super) fn is_blurred_ipv6(found: &Found<'_>) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':'));
    !joins(found.before()) && !joins(found.after())
}
