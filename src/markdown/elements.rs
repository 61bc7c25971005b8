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
    let index = ALLOWED.binary_search_by_key(&name, |(name, _)| name).ok()?;
    ALLOWED.get(index).map(|(_, class)| *class)
}

/// Sorted.
#[rustfmt::skip]
const ALLOWED: &[(&str, Class)] = {
    use Class::{Flow, Phrasing, Table, Void};
    &[
        ("a", Phrasing), ("abbr", Phrasing), ("b", Phrasing), ("bdi", Phrasing), ("bdo", Phrasing), ("blockquote", Flow),
        ("br", Void), ("caption", Flow), ("cite", Phrasing), ("code", Phrasing), ("dd", Flow), ("del", Phrasing),
        ("details", Flow), ("dfn", Phrasing), ("div", Flow), ("dl", Flow), ("dt", Flow), ("em", Phrasing),
        ("figcaption", Flow), ("figure", Flow), ("h1", Phrasing), ("h2", Phrasing), ("h3", Phrasing), ("h4", Phrasing),
        ("h5", Phrasing), ("h6", Phrasing), ("hr", Void), ("i", Phrasing), ("img", Void), ("ins", Phrasing),
        ("kbd", Phrasing), ("li", Flow), ("mark", Phrasing), ("ol", Flow), ("p", Phrasing), ("pre", Phrasing),
        ("q", Phrasing), ("rp", Phrasing), ("rt", Phrasing), ("ruby", Phrasing), ("s", Phrasing), ("samp", Phrasing),
        ("small", Phrasing), ("span", Phrasing), ("strong", Phrasing), ("sub", Phrasing), ("summary", Flow), ("sup", Phrasing),
        ("table", Table), ("tbody", Table), ("td", Flow), ("tfoot", Table), ("th", Flow), ("thead", Table),
        ("time", Phrasing), ("tr", Table), ("u", Phrasing), ("ul", Flow), ("var", Phrasing), ("wbr", Void),
    ]
};

/// True if a tag is meant as markup.
///
/// In reviews, angle brackets are placeholders more often than tags: `<pod>`, `<your-name>`, `<output of the job>`.
/// Those are text, and so are some words of HTML that come without an attribute, such as `<label>`.
pub(super) fn is_markup(name: &str, attrs: &[(String, String)], raw: &str) -> bool {
    let is_word = WORDS.binary_search(&name).is_ok();
    if raw.starts_with("</") {
        return is_word || is_element(name);
    }
    let prose = !raw.contains('=') && attrs.iter().any(|(name, _)| FLAGS.binary_search(&name.as_str()).is_err());
    !prose && (is_element(name) || is_word && !attrs.is_empty())
}

fn is_element(name: &str) -> bool {
    allowed(name).is_some() || KNOWN.binary_search(&name).is_ok()
}

/// Every element that is known, for tests that ask a browser's parser about them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    ALLOWED.iter().map(|(name, _)| *name).chain(KNOWN.iter().chain(WORDS).copied())
}

/// Sorted. Attributes that stand without a value.
#[rustfmt::skip]
const FLAGS: &[&str] = &[
    "allowfullscreen", "async", "autofocus", "autoplay", "checked", "controls", "default", "defer", "disabled",
    "hidden", "inert", "loop", "multiple", "muted", "nomodule", "novalidate", "open", "readonly", "required",
    "reversed", "selected",
];

/// Sorted. Besides today's elements those of old HTML, SVG and mathematics that browsers still treat apart.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "acronym", "address", "animate", "applet", "article", "aside", "audio", "basefont", "bgsound", "big", "canvas",
    "center", "col", "colgroup", "datalist", "embed", "fieldset", "font", "foreignobject", "frame", "frameset",
    "hgroup", "html", "iframe", "isindex", "keygen", "listing", "marquee", "math", "meta", "mglyph", "mi", "mn", "mo",
    "ms", "mtext", "nav", "nobr", "noembed", "noframes", "noscript", "optgroup", "picture", "plaintext", "portal",
    "rb", "rtc", "script", "section", "strike", "style", "svg", "textarea", "tt", "video", "xmp",
];

/// Sorted. Elements that are ordinary words too.
#[rustfmt::skip]
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
    use super::{FLAGS, KNOWN, WORDS, allowed, is_markup};

    #[test]
    fn the_lists_are_sorted_and_apart() {
        assert!(KNOWN.is_sorted() && WORDS.is_sorted() && FLAGS.is_sorted());
        assert!(KNOWN.iter().chain(WORDS).all(|name| allowed(name).is_none()));
        assert!(KNOWN.iter().all(|name| !WORDS.contains(name)));
    }

    #[test]
    fn a_placeholder_is_no_markup() {
        let flag = |name: &str| (name.to_owned(), String::new());
        for name in ["pod", "your-name", "none", "label"] {
            assert!(!is_markup(name, &[], &format!("<{name}>")), "{name}");
        }
        assert!(!is_markup("output", &[flag("of")], "<output of>"));
        assert!(!is_markup("a", &[flag("name")], "<a name>"));
        assert!(is_markup("script", &[], "<script>") && is_markup("script", &[flag("async")], "<script async>"));
        assert!(is_markup("label", &[flag("for")], "<label for=''>") && is_markup("label", &[], "</label>"));
    }
}
