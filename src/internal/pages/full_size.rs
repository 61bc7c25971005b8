//! Pictures that can be opened at full size: each stands in a link to its own file.
//!
//! In: HTML that was made here, in which every `<` begins a tag. Out: the same, with a link around each picture that is not
//! in one already. A picture without an address is left alone.

/// The HTML with its pictures linked.
pub(super) fn linked(html: String) -> String {
    if !html.contains("<img ") {
        return html;
    }
    let mut out = String::with_capacity(html.len() + 256);
    let mut rest = html.as_str();
    let mut in_link = false;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        out.push_str(before);
        let (tag, after) = tag.split_at(end_of_tag(tag));
        let source = if in_link { None } else { source(tag) };
        match source {
            Some(source) => {
                out.extend(["<a class=\"full-size\" href=\"", source, "\">", tag, "</a>"]);
            }
            None => out.push_str(tag),
        }
        in_link = (in_link || tag.starts_with("<a ")) && tag != "</a>";
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Where a tag ends; a `>` in an attribute's value does not end it.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

/// The address of a picture, escaped as it stands.
fn source(tag: &str) -> Option<&str> {
    let attributes = tag.strip_prefix("<img ")?;
    let start = if attributes.starts_with("src=\"") { 5 } else { attributes.find(" src=\"")? + 6 };
    let (address, _) = attributes.get(start..)?.split_once('"')?;
    (!address.is_empty()).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::linked;

    #[test]
    fn a_picture_leads_to_itself_and_a_linked_one_to_where_it_did() {
        let read = |html: &str| linked(html.to_owned());
        assert_eq!(
            read("<p>a <img alt=\"x > y\" src=\"i.png?a&amp;b\"> b</p>"),
            "<p>a <a class=\"full-size\" href=\"i.png?a&amp;b\"><img alt=\"x > y\" src=\"i.png?a&amp;b\"></a> b</p>"
        );
        for same in
            ["<p>no picture &lt;img </p>", "<a href=\"x\"><img src=\"i.png\"></a>", "<img alt=\"x\">", "<img src=\"\">"]
        {
            assert_eq!(read(same), same);
        }
        assert_eq!(read("<a href=\"x\">y</a><img src=\"i\">").matches("full-size").count(), 1);
    }
}
