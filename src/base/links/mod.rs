//! Addresses inside a site: relative links from page to page, and paths inside a library.
//!
//! Every link of a site is relative and names a file, so that the site works under a sub-path and from `file://`.

mod list_pages;
mod old;
mod scheme;

pub use list_pages::{ListPage, PAGE, list_path, pages};
pub use old::{NoAddress, file_at, shown};
pub use scheme::{is_elsewhere, is_mailbox, is_scheme, runs, scheme};

/// The relative address of the file `to`, seen from the file `from`; both are paths from the site's root.
/// Segments are percent-encoded.
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    // Every page has dozens of links, so this looks at bytes: what it looks for is ASCII.
    let path = |text: &str| text.bytes().position(|b| matches!(b, b'#' | b'?')).unwrap_or(text.len());
    let (from, (to, suffix)) = (&from[..path(from)], to.split_at(path(to)));
    // The folders that both paths share: up to the last slash before the first difference.
    let same = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    let shared = from.as_bytes()[..same].iter().rposition(|b| *b == b'/').map_or(0, |slash| slash + 1);
    let mut way = String::with_capacity(to.len() + suffix.len() + 12);
    from.bytes().skip(shared).filter(|b| *b == b'/').for_each(|_| way.push_str("../"));
    push_encoded(&mut way, &to[shared..], |byte| byte == b'/');
    way.push_str(suffix);
    way
}

/// The address of the file `to` on the site's own host, which is the same from every page: for the page that a server
/// shows for unknown addresses. Without `base_url` the site is assumed to be at the root of its host.
#[must_use]
pub fn absolute(base_url: Option<&str>, to: &str) -> String {
    let path = base_url.and_then(|base| base.split_once("://")).and_then(|(_, rest)| rest.split_once('/'));
    let folder = path.map_or("", |(_, path)| path.split(['?', '#']).next().unwrap_or_default().trim_matches('/'));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("/{folder}{slash}{}", relative("", to))
}

/// The relative path from a file to the site's root: `../../`, or `./`.
#[must_use]
pub fn root(from: &str) -> String {
    match folders(from).count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// The folders of a path, without its file.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    let folder = path.split(['#', '?']).next().unwrap_or(path).rsplit_once('/').map_or("", |(folder, _)| folder);
    folder.split('/').filter(|part| !part.is_empty())
}

/// Percent-encodes one segment: everything but unreserved characters (RFC 3986, 2.3).
#[must_use]
pub fn encode(segment: &str) -> String {
    let mut out = String::with_capacity(segment.len());
    push_encoded(&mut out, segment, |_| false);
    out
}

/// Percent-encodes the segments of a path.
pub(crate) fn encode_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    push_encoded(&mut out, path, |byte| byte == b'/');
    out
}

/// Percent-encodes all bytes except unreserved characters and those for which `kept` is true.
fn push_encoded(out: &mut String, text: &str, kept: impl Fn(u8) -> bool) {
    let is_free = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') || kept(byte);
    if text.bytes().all(is_free) {
        return out.push_str(text);
    }
    for byte in text.bytes() {
        if is_free(byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
}

/// Decodes `%41`; invalid escapes stay as they are, and bytes that are not UTF-8 become U+FFFD.
#[must_use]
pub fn decode(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let escape = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        if let Some(byte) = escape.filter(|_| *first == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            out.push(byte);
            rest = &tail[2..];
        } else {
            out.push(*first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The path of `target` relative to `folder`, both from the library's root; `None` if it leaves the library.
/// A target that begins with `/` counts from the root.
#[must_use]
pub fn join(folder: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    parts.retain(|part| !part.is_empty());
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{decode, encode, join, relative, root};

    #[test]
    fn an_absolute_address_begins_at_the_host() {
        let to = |base| super::absolute(base, "reviews/a b/index.html");
        assert_eq!(to(None), "/reviews/a%20b/index.html");
        assert_eq!(to(Some("https://example.com")), "/reviews/a%20b/index.html");
        assert_eq!(to(Some("https://example.com/")), "/reviews/a%20b/index.html");
        assert_eq!(to(Some("https://example.com/a/b/")), "/a/b/reviews/a%20b/index.html");
        assert_eq!(super::absolute(Some("https://example.com/a"), ""), "/a/");
        assert_eq!(super::absolute(None, ""), "/");
    }

    #[test]
    fn ways_are_relative_and_encoded() {
        assert_eq!(relative("index.html", "reviews/a/index.html"), "reviews/a/index.html");
        assert_eq!(relative("reviews/a/index.html", "index.html"), "../../index.html");
        assert_eq!(relative("reviews/a/index.html", "reviews/b/index.html#x"), "../b/index.html#x");
        assert_eq!(
            relative("tags/x/index.html", "tags/データ/index.html?q=1"),
            "../%E3%83%87%E3%83%BC%E3%82%BF/index.html?q=1"
        );
        assert_eq!(root("index.html"), "./");
        assert_eq!(root("tags/x/index.html"), "../../");
    }

    #[test]
    fn paths_stay_inside() {
        assert_eq!(join("2026", "../2025/a.md").as_deref(), Some("2025/a.md"));
        assert_eq!(join("2026", "./img/a.png").as_deref(), Some("2026/img/a.png"));
        assert_eq!(join("2026", "/a.md").as_deref(), Some("a.md"));
        assert_eq!(join("2026", "../../a.md"), None);
    }

    #[test]
    fn escapes_are_undone_once() {
        assert_eq!(decode("a%20b%2520c%zz%"), "a b%20c%zz%");
        assert_eq!(decode(&encode("ä/?#%")), "ä/?#%");
    }
}
