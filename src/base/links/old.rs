//! Former addresses of a page, as authors and other generators write them.
//!
//! In: `old-name`, `old/name`, `/post-mortems/2019/x/`, `x.html`. Out: the file of the site that a server shows there.
//! Refuses addresses outside this site, and those of a part of a page.

use super::decode;
use crate::text::slug;

/// Why a text is not an address of a page of this site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAddress {
    /// It contains no letter or digit.
    Empty,
    /// It names a host.
    Elsewhere,
    /// It has a fragment or a query: `x#y`, `x?y`.
    Part,
    /// `..` or `.`, which could lead out of the site.
    Dots,
}

impl NoAddress {
    /// What is wrong, as the end of a sentence that begins with "the address".
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Empty => "names nothing",
            Self::Elsewhere => "is of another site",
            Self::Part => "names a part of a page",
            Self::Dots => "leads out of the site",
        }
    }
}

/// The file at an address, as a path from the site's root. A single name is that of a page in `folder`; everything else
/// is relative to the root, with or without a first `/`.
///
/// # Errors
/// Why it cannot be an address of this site.
pub fn file_at(written: &str, folder: &str) -> Result<String, NoAddress> {
    let text = written.trim();
    if text.contains("://") || text.starts_with("//") || text.starts_with("mailto:") {
        return Err(NoAddress::Elsewhere);
    }
    if text.contains(['?', '#']) {
        return Err(NoAddress::Part);
    }
    let path = decode(text);
    if path.split('/').any(|part| part == ".." || part == ".") {
        return Err(NoAddress::Dots);
    }
    if slug(&path).is_empty() {
        return Err(NoAddress::Empty);
    }
    let inner = path.trim_matches('/');
    if is_page(inner) {
        return Ok(inner.to_owned());
    }
    if path.contains('/') {
        Ok(format!("{inner}/index.html"))
    } else {
        Ok(format!("{folder}/{}/index.html", slug(inner)))
    }
}

/// The address that a server shows a file at: without `index.html`.
#[must_use]
pub fn shown(file: &str) -> &str {
    match file.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => file,
    }
}

fn is_page(path: &str) -> bool {
    let end = path.rsplit_once('.').map_or("", |(_, end)| end);
    end.eq_ignore_ascii_case("html") || end.eq_ignore_ascii_case("htm")
}

#[cfg(test)]
mod tests {
    use super::{NoAddress, file_at, shown};

    #[test]
    fn addresses_are_read_as_generators_write_them() {
        for (written, file) in [
            ("Old name", "reviews/old-name/index.html"),
            ("old/name", "old/name/index.html"),
            ("/name", "name/index.html"),
            ("/post-mortems/2019/x/", "post-mortems/2019/x/index.html"),
            ("/2019/x.html", "2019/x.html"),
            ("x.HTM", "x.HTM"),
            ("/a%20b/", "a b/index.html"),
            ("/障害/", "障害/index.html"),
            ("v1.2/x", "v1.2/x/index.html"),
        ] {
            assert_eq!(file_at(written, "reviews").as_deref(), Ok(file), "{written}");
        }
    }

    #[test]
    fn what_is_no_address_of_this_site_is_refused() {
        for (written, why) in [
            ("", NoAddress::Empty),
            ("/", NoAddress::Empty),
            ("https://a.example/x/", NoAddress::Elsewhere),
            ("//a.example/x", NoAddress::Elsewhere),
            ("x#y", NoAddress::Part),
            ("/x?y=1", NoAddress::Part),
            ("../x", NoAddress::Dots),
            ("/a/%2e%2e/b", NoAddress::Dots),
            ("./x", NoAddress::Dots),
        ] {
            assert_eq!(file_at(written, "reviews"), Err(why), "{written}");
        }
    }

    #[test]
    fn an_address_is_shown_without_the_name_of_its_file() {
        assert_eq!(shown("a/index.html"), "a/");
        assert_eq!(shown("a/my-index.html"), "a/my-index.html");
        assert_eq!(shown("index.html"), "");
    }
}
