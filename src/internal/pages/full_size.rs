//! Pictures that can be opened at full size: each is wrapped in a link to its own file.
//!
//! In: HTML made by this program, in which every `<` begins a tag. Out: the same, with a link around each picture that is not
//! in one already. A picture without an address is unchanged.

use html::{Piece, Tag};

/// The HTML with its pictures linked.
pub(super) fn linked(page: String) -> String {
    if !page.contains("<img ") {
        return page;
    }
    let mut out = String::with_capacity(page.len() + 256);
    let mut in_link = false;
    for (piece, range) in html::pieces(&page) {
        let written = &page[range];
        let source = match piece {
            Piece::Tag(tag) if tag.name == "img" && !in_link => source(&tag),
            Piece::Tag(tag) if tag.name == "a" => {
                in_link = !tag.closing;
                None
            }
            _ => None,
        };
        match source {
            Some(source) => out.extend(["<a class=\"full-size\" href=\"", source, "\">", written, "</a>"]),
            None => out.push_str(written),
        }
    }
    out
}

/// The address of a picture, still escaped.
fn source<'h>(tag: &Tag<'h>) -> Option<&'h str> {
    tag.attributes().find(|attribute| attribute.name == "src").map(|src| src.value).filter(|src| !src.is_empty())
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
