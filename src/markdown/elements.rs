//! The elements of HTML: which an author may use, and where they may stand.

/// How an element behaves in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Part of a line: closed with the paragraph it stands in.
    Phrasing,
    /// A block: may hold Markdown blocks until it is closed.
    Flow,
    /// `table`, and the parts of one that hold only other parts.
    Table,
    /// Has no content.
    Void,
}

/// The class of an element that an author may use; none for every other.
pub(super) fn allowed(name: &str) -> Option<Class> {
    Some(match name {
        "a" | "abbr" | "b" | "bdi" | "bdo" | "cite" | "code" | "del" | "dfn" | "em" | "i" | "ins" | "kbd" | "mark"
        | "p" | "pre" | "q" | "rp" | "rt" | "ruby" | "s" | "samp" | "small" | "span" | "strong" | "sub" | "sup"
        | "time" | "u" | "var" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Class::Phrasing,
        "blockquote" | "caption" | "dd" | "details" | "div" | "dl" | "dt" | "figcaption" | "figure" | "li" | "ol"
        | "summary" | "td" | "th" | "ul" => Class::Flow,
        "table" | "thead" | "tbody" | "tfoot" | "tr" => Class::Table,
        "br" | "hr" | "img" | "wbr" => Class::Void,
        _ => return None,
    })
}

/// True for what HTML knows and we do not let through: the tag goes, its text stays.
///
/// Any other name in angle brackets is not markup but a placeholder that an author wrote, such as `<pod>` or
/// `<your-name>`, and so are some words of HTML that come without an attribute, such as `<label>`. Those are shown as
/// they stand.
pub(super) fn dropped(name: &str, bare: bool) -> bool {
    (KNOWN.binary_search(&name).is_ok() && allowed(name).is_none()) || (!bare && WORDS.binary_search(&name).is_ok())
}

/// Sorted. Besides today's elements those of old HTML, SVG and MathML that browsers still treat apart.
const KNOWN: &[&str] = &[
    "acronym",
    "address",
    "animate",
    "applet",
    "article",
    "aside",
    "audio",
    "basefont",
    "bgsound",
    "big",
    "canvas",
    "center",
    "col",
    "colgroup",
    "datalist",
    "embed",
    "fieldset",
    "font",
    "foreignobject",
    "frame",
    "frameset",
    "hgroup",
    "html",
    "iframe",
    "isindex",
    "keygen",
    "listing",
    "marquee",
    "math",
    "meta",
    "mglyph",
    "mi",
    "mn",
    "mo",
    "ms",
    "mtext",
    "nav",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "optgroup",
    "picture",
    "plaintext",
    "portal",
    "rb",
    "rtc",
    "script",
    "section",
    "strike",
    "style",
    "svg",
    "textarea",
    "tt",
    "video",
    "xmp",
];

/// Sorted. Elements that are ordinary words too.
const WORDS: &[&str] = &[
    "area", "base", "body", "button", "data", "desc", "dialog", "dir", "footer", "form", "head", "header", "image",
    "input", "label", "legend", "link", "main", "map", "menu", "meter", "object", "option", "output", "param",
    "progress", "search", "select", "slot", "source", "template", "title", "track", "use",
];

/// True if `child` may open directly inside `parent`, where `parent` is a part of a table that holds only other parts.
pub(super) fn fits(parent: &str, child: &str) -> bool {
    match parent {
        "table" => matches!(child, "caption" | "thead" | "tbody" | "tfoot" | "tr"),
        "thead" | "tbody" | "tfoot" => child == "tr",
        "tr" => matches!(child, "td" | "th"),
        _ => true,
    }
}

/// True for a part of a table, which may stand only where [`fits`] says so.
pub(super) fn is_table_part(name: &str) -> bool {
    matches!(name, "caption" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th")
}

/// An attribute that an author may set besides links and ids; `false` drops it.
pub(super) fn attribute(element: &str, name: &str, value: &str) -> bool {
    let number = !value.is_empty() && value.len() <= 4 && value.bytes().all(|b| b.is_ascii_digit());
    match name {
        "title" | "lang" => true,
        "dir" => matches!(value, "ltr" | "rtl" | "auto"),
        "alt" => element == "img",
        "width" | "height" => element == "img" && number,
        // A browser makes room for every column that is spanned: three digits are a slow page.
        "colspan" | "rowspan" => matches!(element, "td" | "th") && number && value.len() <= 2,
        "scope" => element == "th" && matches!(value, "row" | "col"),
        "start" => element == "ol" && number,
        "reversed" => element == "ol",
        "open" => element == "details",
        "datetime" => element == "time",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, WORDS, allowed, dropped};

    #[test]
    fn the_lists_are_sorted_and_apart() {
        assert!(KNOWN.is_sorted() && WORDS.is_sorted());
        assert!(KNOWN.iter().chain(WORDS).all(|name| allowed(name).is_none()));
        assert!(KNOWN.iter().all(|name| !WORDS.contains(name)));
    }

    #[test]
    fn a_placeholder_is_no_element() {
        for name in ["pod", "your-name", "none", "digest", "label"] {
            assert!(!dropped(name, true), "{name}");
        }
        assert!(dropped("script", true) && dropped("label", false));
    }
}
