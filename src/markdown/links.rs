//! Links and images: whether an address is safe, and writing them as HTML.

use std::borrow::Cow;

use super::{LinkKind, Options, write};
use base::links::{runs, scheme};

/// What an address may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// A path, a query or a fragment: inside the site.
    Here,
    /// http, https, or a host without a scheme: another site. May be linked, never loaded.
    Elsewhere,
    /// mailto, tel, and schemes that the library allows.
    Contact,
    /// Anything else may run code or reach the reader's own files.
    Unsafe,
}

/// Classifies an address as a browser would read it, and returns it without the characters that a browser ignores.
///
/// Source of the rule: WHATWG URL Standard, "basic URL parser": control characters and spaces around an address are
/// cut, tabs and line ends are removed wherever they stand, a backslash is a slash.
///
/// `allowed` are schemes besides http, https, mailto and tel.
pub(super) fn judge<'a>(address: &'a str, allowed: &[String]) -> (Reach, Cow<'a, str>) {
    // This removes more than a browser does: no intended path begins with another kind of space.
    let trimmed = address.trim_matches(|c: char| c.is_control() || c.is_whitespace());
    let clean = if trimmed.contains(['\t', '\n', '\r']) {
        Cow::Owned(trimmed.replace(['\t', '\n', '\r'], ""))
    } else {
        Cow::Borrowed(trimmed)
    };
    let reach = match scheme(&clean) {
        Some(scheme) => match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => Reach::Elsewhere,
            "mailto" | "tel" => Reach::Contact,
            scheme if !runs(scheme) && allowed.iter().any(|one| one == scheme) => Reach::Contact,
            _ => Reach::Unsafe,
        },
        None if clean.starts_with(['/', '\\']) && clean[1..].starts_with(['/', '\\']) => Reach::Elsewhere,
        None => Reach::Here,
    };
    (reach, clean)
}

/// The address to show after the text of a link that is not written as a link: as the author wrote it, unless it runs
/// something.
pub(super) fn unfollowed<'t>(options: &Options<'_>, target: &'t str, kind: LinkKind) -> Option<Cow<'t, str>> {
    if (options.links)(target, kind).is_some() {
        return None;
    }
    let (reach, address) = judge(target, options.schemes);
    let runs = scheme(&address).is_none_or(|scheme| runs(&scheme.to_ascii_lowercase()));
    (reach == Reach::Unsafe && !runs).then_some(address)
}

/// The scheme of an address that must not be a link, if it has one.
pub(super) fn refused(address: &str, allowed: &[String]) -> Option<String> {
    let (reach, address) = judge(address, allowed);
    scheme(&address).filter(|_| reach == Reach::Unsafe).map(str::to_ascii_lowercase)
}

/// The opening `<a>` of a link, resolved by `options.links`; `None` if the address is not safe.
pub(super) fn open(options: &Options<'_>, target: &str, attributes: &str) -> Option<String> {
    let resolved = (options.links)(target, LinkKind::Link);
    let href = resolved.as_ref().map_or(target, |r| &r.href);
    anchor(options, href, resolved.as_ref().and_then(|r| r.class.as_deref()), attributes)
}

/// A link to another review; its label alone if the address is not safe; `None` if there is no such review.
pub(super) fn review(options: &Options<'_>, target: &str, text: Option<&str>) -> Option<String> {
    let resolved = (options.links)(target, LinkKind::Review)?;
    let Some(mut out) = anchor(options, &resolved.href, resolved.class.as_deref(), "") else {
        let label = resolved.label.as_deref().filter(|_| resolved.href == "hidden:")?;
        return Some(base::text::escape_html(text.unwrap_or(label)));
    };
    out.push_str(&base::text::escape_html(text.or(resolved.label.as_deref()).unwrap_or(target)));
    out.push_str("</a>");
    Some(out)
}

/// `<a>` with its address, class and further `attributes`, which are escaped already.
fn anchor(options: &Options<'_>, href: &str, class: Option<&str>, attributes: &str) -> Option<String> {
    let (reach, href) = judge(href, options.schemes);
    if reach == Reach::Unsafe {
        return None;
    }
    let mut out = "<a".to_owned();
    if let Some(class) = class {
        write::attr(&mut out, "class", class);
    }
    write::address(&mut out, "href", &href);
    if reach == Reach::Elsewhere {
        out.push_str(" rel=\"noopener noreferrer\"");
    }
    out.push_str(attributes);
    out.push('>');
    Some(out)
}

/// Whether a link can open here: links do not nest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// Ordinary text.
    Text,
    /// Inside a link.
    Link,
}

/// An image of this site; for an image of another site, which a page must not load, a link; for any other address, its
/// text.
pub(super) fn image(options: &Options<'_>, target: &str, alt: &str, attributes: &str, around: Around) -> String {
    let resolved = (options.links)(target, LinkKind::Image);
    let src = resolved.as_ref().map_or(target, |r| &r.href);
    let class = resolved.as_ref().and_then(|r| r.class.as_deref());
    let alt = resolved.as_ref().and_then(|r| r.label.as_deref()).unwrap_or(alt);
    let (reach, src) = judge(src, &[]);
    let text = base::text::escape_html(alt);
    match reach {
        Reach::Here => {
            let mut out = "<img".to_owned();
            if let Some(class) = class {
                write::attr(&mut out, "class", class);
            }
            write::address(&mut out, "src", &src);
            write::attr(&mut out, "alt", alt);
            if let Some((width, height)) = resolved.as_ref().and_then(|r| r.size) {
                write::attr(&mut out, "width", &width.to_string());
                write::attr(&mut out, "height", &height.to_string());
            }
            out.push_str(attributes);
            out.push_str(" loading=\"lazy\">");
            out
        }
        Reach::Elsewhere => {
            let text = if text.is_empty() { "image elsewhere".to_owned() } else { format!("image elsewhere: {text}") };
            match anchor(options, &src, Some("image-elsewhere"), "") {
                Some(open) if around == Around::Text => format!("{open}{text}</a>"),
                _ => format!("<span class=\"image-elsewhere\">{text}</span>"),
            }
        }
        Reach::Contact | Reach::Unsafe => match unfollowed(options, target, LinkKind::Image) {
            Some(address) if text.is_empty() => base::text::escape_html(&address),
            Some(address) => format!("{text} ({})", base::text::escape_html(&address)),
            None => text,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Around, Reach, image, judge, open, review};
    use crate::{Options, Resolved};

    #[test]
    fn an_address_is_judged_as_a_browser_reads_it() {
        for (address, reach) in [
            ("a/b:c", Reach::Here),
            ("#x", Reach::Here),
            ("", Reach::Here),
            ("1:2", Reach::Here),
            ("HTTPS://x", Reach::Elsewhere),
            ("//x", Reach::Elsewhere),
            ("/\t/x", Reach::Elsewhere),
            ("\\/x", Reach::Elsewhere),
            ("http:x", Reach::Elsewhere),
            ("mailto:a@b", Reach::Contact),
            ("tel:1", Reach::Contact),
            ("javascript:x", Reach::Unsafe),
            (" \u{1}jAvA\nscript:x", Reach::Unsafe),
            ("data:text/html,x", Reach::Unsafe),
            ("vbscript:x", Reach::Unsafe),
            ("file:///etc/passwd", Reach::Unsafe),
            ("blob:x", Reach::Unsafe),
        ] {
            assert_eq!(judge(address, &[]).0, reach, "{address:?}");
        }
        let allowed = ["slack", "javascript", "data"].map(str::to_owned);
        assert_eq!(judge("SLACK://x", &allowed).0, Reach::Contact);
        assert_eq!(judge("javascript:x", &allowed).0, Reach::Unsafe);
        assert_eq!(judge(" Data:x", &allowed).0, Reach::Unsafe);
    }

    #[test]
    fn a_link_to_another_site_gives_nothing_away() {
        let link = open(&Options::default(), "https://x/?a&b", "");
        assert_eq!(link.as_deref(), Some("<a href=\"https://x/?a&amp;b\" rel=\"noopener noreferrer\">"));
        assert_eq!(open(&Options::default(), "javascript:x", ""), None);
    }

    #[test]
    fn the_hook_decides_where_a_link_leads_but_not_whether_it_is_safe() {
        let lead = |target: &str, _| {
            Some(Resolved {
                href: format!("{target}/"),
                class: Some("r".into()),
                label: Some("A & B".into()),
                size: None,
            })
        };
        let options = Options { links: &lead, ..Options::default() };
        assert_eq!(review(&options, "a", None).as_deref(), Some("<a class=\"r\" href=\"a/\">A &amp; B</a>"));
        assert_eq!(review(&options, "a", Some("t")).as_deref(), Some("<a class=\"r\" href=\"a/\">t</a>"));
        assert_eq!(review(&options, "javascript:a", None), None);
    }

    #[test]
    fn no_image_is_fetched_from_elsewhere() {
        let options = Options::default();
        let image = |target, around| image(&options, target, "a plot", "", around);
        assert_eq!(image("p.png", Around::Link), "<img src=\"p.png\" alt=\"a plot\" loading=\"lazy\">");
        assert!(image("//x/p.png", Around::Text).starts_with("<a class=\"image-elsewhere\" href=\"//x/p.png\" rel="));
        assert!(image("http://x/p.png", Around::Link).starts_with("<span"));
        assert_eq!(image("data:image/png;base64,x", Around::Text), "a plot");
    }
}
