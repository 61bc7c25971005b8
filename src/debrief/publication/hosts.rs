//! Refuses to have both editions on one host: browsers treat them as one site, so that a page of the public edition could read
//! the internal one with the reader's login, and one missing rule of the server would publish internal pages.

use base::diagnostics::{Code, Diagnostic};
use clearance::Site;

/// The diagnostic if the internal edition is on the same host as the public one.
pub(super) fn shared(internal: Option<&str>, public: &Site) -> Option<Diagnostic> {
    let (internal, outside) = (host(internal?), host(public.base_url.as_deref()?));
    let place = public.places.get("base_url").cloned().filter(|_| internal.eq_ignore_ascii_case(outside))?;
    let message = format!("the internal edition stands on `{internal}`, too");
    let hint = "give each edition a host of its own: see docs/deploying.md";
    Some(Diagnostic::new(Code::SharedHost, message).at(place).hint(hint))
}

/// The host of a URL, without scheme, user, port and path: cookies ignore ports.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let rest = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    match rest.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::shared;
    use base::diagnostics::Place;
    use clearance::Site;

    #[test]
    fn one_host_is_refused_whatever_the_path_the_port_or_the_case() {
        let site = |url: &str| Site {
            base_url: Some(url.to_owned()),
            places: [("base_url".to_owned(), Place::file("redaction.yaml"))].into(),
            ..Site::default()
        };
        let is_refused = |internal, public| shared(Some(internal), &site(public)).is_some();
        assert!(is_refused("https://x.example/inside/", "https://x.example/outside/"));
        assert!(is_refused("https://X.example:8443/", "http://x.example/"));
        assert!(!is_refused("https://in.x.example/", "https://x.example/"));
        assert!(shared(None, &site("https://x.example/")).is_none());
    }
}
