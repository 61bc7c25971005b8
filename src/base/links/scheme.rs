//! The scheme of an address: `https` of `https://example.com`.

/// Whether an address with this scheme is code or contains the page itself. No page may link to one.
#[must_use]
pub fn runs(scheme: &str) -> bool {
    matches!(scheme, "javascript" | "data" | "vbscript" | "blob" | "filesystem" | "about" | "view-source")
}

/// Whether a name can be that of a scheme (RFC 3986, 3.1).
#[must_use]
pub fn is_scheme(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// The scheme of an address, as written; `None` if it has none.
#[must_use]
pub fn scheme(address: &str) -> Option<&str> {
    address.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| is_scheme(scheme))
}

/// Whether an address has a scheme or a host, and so is not a path of the library.
#[must_use]
pub fn is_elsewhere(address: &str) -> bool {
    scheme(address).is_some() || address.starts_with("//")
}

/// Whether a text is a mail address, such as `support@example.com`.
#[must_use]
pub fn is_mailbox(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')) && !text.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::{is_elsewhere, scheme};

    #[test]
    fn a_scheme_is_a_name_before_a_colon() {
        for (address, wanted) in [
            ("https://a.example", Some("https")),
            ("Mail.To+x-1:a", Some("Mail.To+x-1")),
            ("a/b:c", None),
            ("1:2", None),
            (":x", None),
            ("é:x", None),
            ("path", None),
            ("", None),
        ] {
            assert_eq!(scheme(address), wanted, "{address}");
        }
        assert!(is_elsewhere("//a.example") && is_elsewhere("mailto:a@b.example"));
        assert!(!is_elsewhere("/a") && !is_elsewhere("a.md#b:c"));
    }
}
