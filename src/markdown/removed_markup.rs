//! Finds what is removed from a page: attributes, presentational tags, addresses that must not be links.
//!
//! In: a text and the schemes that its library allows. Out: each removed thing with its place, to be reported to the
//! author. The text stays on the page, and so does the address unless it runs something.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::events::Events;
use super::tags::placed;
use super::token::Token;
use super::{elements, links, marks};

/// One thing that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// `<center>`: its content stays.
    Tag(String),
    /// Attributes of the tag with this name.
    Attributes(String, Vec<String>),
    /// An address with this scheme: a link or an image.
    Scheme(String),
    /// An address of a host and a port without `http://`, `localhost:3000/x`: what is before the colon looks like a scheme.
    Host(String),
}

/// Everything that is removed from the page, with its place in the source.
#[must_use]
pub fn left_out(source: &str, schemes: &[String]) -> Vec<(LeftOut, Range<usize>)> {
    let mut found = Vec::new();
    let mut block: Option<(String, Range<usize>)> = None;
    for (event, span) in Events::new(source) {
        match event {
            Event::Start(Tag::HtmlBlock) => block = Some((String::new(), span.start..span.start)),
            Event::Html(html) | Event::Text(html) if block.is_some() => {
                let (body, place) = block.get_or_insert_default();
                if body.is_empty() {
                    *place = span.clone();
                }
                body.push_str(&html);
                place.end = span.end;
            }
            Event::End(TagEnd::HtmlBlock) => {
                if let Some((body, span)) = block.take() {
                    html(source, &body, &span, schemes, &mut found);
                }
            }
            Event::InlineHtml(one) => html(source, &one, &span, schemes, &mut found),
            Event::Start(Tag::Link { link_type: LinkType::WikiLink { .. }, .. }) => {}
            Event::Start(Tag::Link { dest_url, link_type, .. }) if link_type != LinkType::Email => {
                found.extend(address(&dest_url, schemes).map(|what| (what, span)));
            }
            Event::Start(Tag::Image { dest_url, .. }) => found.extend(address(&dest_url, &[]).map(|what| (what, span))),
            _ => {}
        }
    }
    found
}

fn address(target: &str, schemes: &[String]) -> Option<LeftOut> {
    if marks::role(target).is_some() {
        return None;
    }
    let scheme = links::refused(target, schemes)?;
    Some(if is_host(&scheme, target) { LeftOut::Host(target.to_owned()) } else { LeftOut::Scheme(scheme) })
}

/// Whether what looks like a scheme is the name of a machine before the number of a port.
fn is_host(scheme: &str, target: &str) -> bool {
    let rest = target.get(scheme.len() + 1..).unwrap_or_default();
    let path = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_name = scheme.eq_ignore_ascii_case("localhost") || scheme.contains('.') || path.starts_with('/');
    is_name && path.len() < rest.len() && (path.is_empty() || path.starts_with('/'))
}

/// What is left out of one piece of HTML.
fn html(source: &str, html: &str, span: &Range<usize>, schemes: &[String], found: &mut Vec<(LeftOut, Range<usize>)>) {
    let exact = source.get(span.clone()) == Some(html);
    for (token, at) in placed(html) {
        let place = if exact { span.start + at.start..span.start + at.end } else { span.clone() };
        let Token::Open { name, attrs } = token else { continue };
        if elements::allowed(&name).is_none() {
            found.push((LeftOut::Tag(name), place));
            continue;
        }
        let of = |key: &str| attrs.iter().find(|(name, _)| name == key).map_or("", |(_, value)| value.as_str());
        let scheme = if name == "img" { address(of("src"), &[]) } else { address(of("href"), schemes) };
        found.extend(scheme.map(|what| (what, place.clone())));
        let dropped = attrs.iter().filter(|(key, value)| !is_kept(&name, key, value)).map(|(key, _)| key.clone());
        let dropped: Vec<_> = dropped.collect();
        if !dropped.is_empty() {
            found.push((LeftOut::Attributes(name, dropped), place));
        }
    }
}

/// Whether the page keeps an attribute or replaces it by its own.
fn is_kept(element: &str, name: &str, value: &str) -> bool {
    let ours = matches!(name, "id" | "name" | "rel" | "target" | "loading" | "decoding" | "align");
    ours || matches!((element, name), ("a", "href") | ("img", "src")) || elements::attribute(element, name, value)
}

#[cfg(test)]
mod tests {
    use super::{LeftOut, left_out};

    #[test]
    fn everything_that_is_removed_has_its_place() {
        let host = left_out("[a](localhost:3000/d) [b](sms:3000)", &[]);
        let host: Vec<_> = host.into_iter().map(|(what, _)| what).collect();
        assert_eq!(host, [LeftOut::Host("localhost:3000/d".to_owned()), LeftOut::Scheme("sms".to_owned())]);
        let source = "a <font color=red>b</font> [c](slack://d)\n\n<p class=x id=y>\n<b onclick=z>e</b>\n\n![f](data:g) <ssh://h>\n";
        let attributes = |of: &str, name: &str| LeftOut::Attributes(of.to_owned(), vec![name.to_owned()]);
        let scheme = |name: &str| LeftOut::Scheme(name.to_owned());
        let found = left_out(source, &["ssh".to_owned()]);
        let wanted = [
            (LeftOut::Tag("font".to_owned()), "<font color=red>"),
            (scheme("slack"), "[c](slack://d)"),
            (attributes("p", "class"), "<p class=x id=y>"),
            (attributes("b", "onclick"), "<b onclick=z>"),
            (scheme("data"), "![f](data:g)"),
        ];
        let found: Vec<_> = found.into_iter().map(|(what, span)| (what, &source[span])).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn what_stays_is_not_listed() {
        for source in [
            "<pod> <script>x</script> Vec<T> a <s> b",
            "[a](https://b) [c](d.md) <e@f.g> [h](mailto:i) [j](redact:k) [[l]]",
            "<!-- m --> <details open><summary>n</summary></details>",
            "<a id=o></a> <img src=p.png alt=q width=20> <td align=left>",
        ] {
            assert_eq!(left_out(source, &[]), [], "{source}");
        }
    }
}
