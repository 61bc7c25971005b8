//! Decides by the words around a dotted number whether it is a version or an address.

use super::super::Found;

/// Whether the word before says that a dotted number is a version.
pub(super) fn is_version(found: &Found<'_>) -> bool {
    const WORDS: &[&str] = &[
        "version",
        "versions",
        "release",
        "releases",
        "build",
        "firmware",
        "driver",
        "schema",
        "ver",
        "rev",
        "v",
        "r",
        "section",
        "chapter",
        "step",
        "table",
        "figure",
        "clause",
        "paragraph",
        "cudnn",
        "chrome",
        "edge",
        "chromium",
        "webview",
        "sdk",
        "runtime",
        "engine",
        "patch",
        "update",
        "upgrade",
        "fassung",
        "versi\u{f3}n",
        "vers\u{e3}o",
        "versione",
        "versie",
        "wersja",
        "verze",
        "s\u{fc}r\u{fc}m",
    ];
    let head = found.text.get(..found.range.start).unwrap_or_default();
    // `Chrome/120.0.6099.109`, as in user agents.
    let named = head.strip_suffix('/').is_some_and(|name| {
        let start = name.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
        name.get(start..).is_some_and(|name| name.starts_with(|c: char| c.is_ascii_uppercase()))
    });
    let word = head.trim_end_matches([' ', '\u{a0}', ':', '=', '`', '"', '*', '_', '.']);
    let start = word.trim_end_matches(char::is_alphabetic).len();
    let word = word.get(start..).unwrap_or_default().to_lowercase();
    named || WORDS.contains(&word.as_str())
}

/// Whether the same line contains a version with the same first two numbers.
pub(super) fn is_version_beside(found: &Found<'_>) -> bool {
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let start = head.rfind('\n').map_or(0, |at| at + 1);
    let tail = found.text.get(found.range.end..).unwrap_or_default();
    let end = found.range.end + tail.find('\n').unwrap_or(tail.len());
    let Some(line) = found.text.get(start..end) else { return false };
    let same = found.value().split_inclusive('.').take(2).collect::<String>();
    line.match_indices(&same).any(|(at, _)| {
        let range = start + at..start + at + same.len();
        range.start != found.range.start && is_version(&Found { setting: found.setting, text: found.text, range })
    })
}

/// Words that come before an address.
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

/// Whether the text around a dotted number says that it is an address.
pub(super) fn is_named_address(found: &Found<'_>) -> bool {
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let tail = found.text.get(found.range.end..).unwrap_or_default();
    let port = tail.strip_prefix([':', '/']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let word = head.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '\n' && c != '/');
    let start = word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    let word = word.get(start..).unwrap_or_default().to_lowercase();
    port || head.ends_with(['/', '@']) || ADDRESS_WORDS.contains(&word.as_str())
}
