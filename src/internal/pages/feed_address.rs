//! Addresses and ids in feeds.

use super::at::At;

/// Absolute where the site's own address is known; else relative, which readers resolve against the feed's.
pub(super) fn address(at: At<'_>, path: &str) -> String {
    let clean = path.strip_suffix("index.html").unwrap_or(path);
    match &at.library().config.base_url {
        Some(base) => format!("{base}{clean}"),
        None => at.to(path),
    }
}

/// An id that stays the same for ever: the address, or a name when the site's address is not known.
pub(super) fn id(at: At<'_>, path: &str, name: &str) -> String {
    if at.library().config.base_url.is_some() {
        return address(at, path);
    }
    let encoded: Vec<_> = name.split(['/', ':']).filter(|p| !p.is_empty()).map(base::links::encode).collect();
    format!("urn:debrief:{}", encoded.join(":"))
}
