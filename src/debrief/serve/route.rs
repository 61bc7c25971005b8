//! Turns a request line into a route, as a pure function without a socket or a site.

use std::net::IpAddr;

use super::request::Method;
use site::output::OutPath;

/// The folder of the server's own files; no site has it.
pub(super) const OWN: &str = "/__debrief/";

/// What a request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    /// A file of the site.
    File(OutPath),
    /// A file of the site, or else a folder whose address lacks the final slash: then its page and its correct address.
    FileOrFolder { file: OutPath, page: OutPath, address: String },
    /// A name that no site can have.
    Nowhere,
    /// The script that reloads.
    Script,
    /// The style of what it shows.
    Style,
    /// The event stream.
    Events,
    /// Another method than GET or HEAD.
    WrongMethod,
    /// A host that is not ours: a foreign name that resolves to this address.
    WrongHost,
    /// An invalid address.
    BadAddress,
}

/// The names that a preview answers to. Neither variant answers a foreign name that was made to resolve to this address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// The names of this machine, at this port.
    Here(u16),
    /// Names of any machine in a network, at any port: a container does not know those that it is reached by.
    Network,
}

/// The route of a request; `hosts` are its `Host` headers.
pub(super) fn route(method: Method, url: &str, hosts: &[&str], names: Names) -> Route {
    if !matches!(hosts, [host] if is_us(host, names)) {
        return Route::WrongHost;
    }
    if !matches!(method, Method::Get | Method::Head) {
        return Route::WrongMethod;
    }
    let (path, query) = url.find(['?', '#']).map_or((url, ""), |at| url.split_at(at));
    if let Some(own) = path.strip_prefix(OWN) {
        return match own {
            "reload.js" => Route::Script,
            "reload.css" => Route::Style,
            "events" => Route::Events,
            _ => Route::Nowhere,
        };
    }
    let Some(text) = path.strip_prefix('/').and_then(decode) else {
        return Route::BadAddress;
    };
    if text.is_empty() || text.ends_with('/') {
        return OutPath::new(&format!("{text}index.html")).map_or(Route::Nowhere, Route::File);
    }
    match (OutPath::new(&text), OutPath::new(&format!("{text}/index.html"))) {
        (Ok(file), Ok(page)) => Route::FileOrFolder { file, page, address: format!("{path}/{query}") },
        _ => Route::Nowhere,
    }
}

/// Whether a `Host` is one that we answer to.
fn is_us(host: &str, names: Names) -> bool {
    let (name, given) = match host.rsplit_once(':') {
        Some((name, digits)) if !digits.ends_with(']') => (name, digits.parse().ok()),
        _ => (host, Some(80)),
    };
    match names {
        Names::Here(port) => {
            given == Some(port) && ["localhost", "127.0.0.1", "[::1]"].iter().any(|us| us.eq_ignore_ascii_case(name))
        }
        Names::Network => given.is_some() && is_of_a_network(name),
    }
}

/// Whether a name is an IP address or has no dot: nobody outside can make such a name resolve to this address.
fn is_of_a_network(name: &str) -> bool {
    let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    address.parse::<IpAddr>().is_ok() || (!name.is_empty() && name.chars().all(plain))
}

/// Decodes percent-encoding once; `None` if it is invalid or not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            let value = |d: &u8| char::from(*d).to_digit(16);
            let [high, low] = digits else { return None };
            bytes.push(u8::try_from(value(high)? * 16 + value(low)?).ok()?);
            rest = after;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(url: &str) -> Route {
        route(Method::Get, url, &["localhost:4000"], Names::Here(4000))
    }

    fn path(text: &str) -> OutPath {
        OutPath::new(text).unwrap()
    }

    #[test]
    fn folders_are_their_index_page() {
        assert_eq!(get("/"), Route::File(path("index.html")));
        assert_eq!(get("/tags/a/?sort=date#x"), Route::File(path("tags/a/index.html")));
        assert_eq!(get("/tags/%E3%83%87/"), Route::File(path("tags/デ/index.html")));
    }

    #[test]
    fn a_name_without_slash_is_a_file_or_else_a_folder() {
        let (file, page) = (path("tags/a b"), path("tags/a b/index.html"));
        assert_eq!(get("/tags/a%20b?q"), Route::FileOrFolder { file, page, address: "/tags/a%20b/?q".to_owned() });
    }

    #[test]
    fn nothing_leads_out_of_the_site() {
        for url in [
            "/../etc/passwd",
            "/a/../../b",
            "/%2e%2e/x",
            "/..%2f..%2fetc/passwd",
            "/a%5c..%5cb",
            "/%00",
            "//evil.example/",
            "/%2Fevil.example",
            "/a//b",
            "/c:/windows",
            "/.",
        ] {
            assert_eq!(get(url), Route::Nowhere, "{url}");
        }
        for url in ["/%", "/%4", "/%zz", "/%ff", "http://elsewhere/", "*", ""] {
            assert_eq!(get(url), Route::BadAddress, "{url}");
        }
        // Decoding once is enough: `%252e` is a file name with a per cent sign.
        assert!(matches!(get("/%252e%252e/x"), Route::FileOrFolder { .. }));
    }

    #[test]
    fn only_our_own_names_are_answered() {
        let answered = |hosts: &[&str]| route(Method::Get, "/", hosts, Names::Here(4000)) != Route::WrongHost;
        for host in ["localhost:4000", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000"] {
            assert!(answered(&[host]), "{host}");
        }
        for host in
            ["evil.example:4000", "localhost", "localhost:4001", "[::1]", "127.0.0.1.evil.example:4000", "", ":4000"]
        {
            assert!(!answered(&[host]), "{host}");
        }
        assert!(!answered(&[]));
        assert!(!answered(&["localhost:4000", "evil.example"]));
        assert_ne!(route(Method::Get, "/", &["[::1]"], Names::Here(80)), Route::WrongHost, "80 goes without saying");
    }

    #[test]
    fn a_network_has_addresses_and_names_without_a_dot() {
        let answered = |host: &str| route(Method::Get, "/", &[host], Names::Network) != Route::WrongHost;
        for host in ["localhost:8080", "10.1.2.3:4000", "[fd00::1]:4000", "devbox:80", "devbox"] {
            assert!(answered(host), "{host}");
        }
        for host in
            ["evil.example:4000", "evil.example", "10.1.2.3.evil.example:4000", "", ":4000", "devbox:x", "a/b:1"]
        {
            assert!(!answered(host), "{host}");
        }
    }

    #[test]
    fn only_reading_is_answered() {
        assert_eq!(route(Method::Other, "/", &["localhost:1"], Names::Here(1)), Route::WrongMethod);
        assert_eq!(route(Method::Head, "/", &["localhost:1"], Names::Here(1)), Route::File(path("index.html")));
    }

    #[test]
    fn the_servers_own_files_have_a_folder_of_their_own() {
        assert_eq!(get("/__debrief/events?x"), Route::Events);
        assert_eq!(get("/__debrief/reload.js"), Route::Script);
        assert_eq!(get("/__debrief/reload.css"), Route::Style);
        assert_eq!(get("/__debrief/other"), Route::Nowhere);
    }
}
