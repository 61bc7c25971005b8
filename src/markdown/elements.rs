//! The elements of HTML: which an author may use, and where.

/// How an element behaves in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Part of a line: closed with the paragraph that contains it.
    Phrasing,
    /// A block: may hold Markdown blocks until it is closed.
    Flow,
    /// `table`, and the parts of one that hold only other parts.
    Table,
    /// Has no content.
    Void,
}

/// The class of an element that an author may use; `None` for every other.
pub(super) fn allowed(name: &str) -> Option<Class> {
    let index = ALLOWED.binary_search_by_key(&name, |(name, _)| name).ok()?;
    ALLOWED.get(index).map(|(_, class)| *class)
}

/// The elements that an author may use, sorted by name.
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

/// True if a tag is meant as markup: an element that an author may use, or a presentational one of old HTML.
///
/// In reviews, angle brackets are placeholders more often than tags: `<pod>`, `<your-name>`, `<output of the job>`. A
/// tag that is not allowed is shown as text rather than removed, because it may be what the review is about: `<script>`
/// in a title.
pub(super) fn is_markup(name: &str, attrs: &[(String, String)], raw: &str) -> bool {
    let prose = !raw.contains('=') && attrs.iter().any(|(name, _)| FLAGS.binary_search(&name.as_str()).is_err());
    (allowed(name).is_some() || is_dropped(name)) && (!prose || raw.starts_with("</"))
}

/// Presentational elements, whose tags are removed and whose content stays.
pub(super) fn is_dropped(name: &str) -> bool {
    matches!(name, "big" | "center" | "col" | "colgroup" | "font" | "nobr")
}

/// Elements whose content a browser does not read as HTML.
pub(super) fn holds_no_html(name: &str) -> bool {
    matches!(name, "script" | "style" | "textarea" | "title" | "xmp" | "iframe" | "noembed" | "noframes" | "plaintext")
}

/// Elements whose closing tag is optional or does not exist.
pub(super) fn needs_no_end(name: &str) -> bool {
    matches!(name, "p" | "li" | "dt" | "dd" | "col" | "colgroup") || is_table_part(name)
}

/// Attributes without a value, sorted.
#[rustfmt::skip]
const FLAGS: &[&str] = &[
    "allowfullscreen", "async", "autofocus", "autoplay", "checked", "controls", "default", "defer", "disabled",
    "hidden", "inert", "loop", "multiple", "muted", "nomodule", "novalidate", "open", "readonly", "required",
    "reversed", "selected",
];

/// Whether a block is a script or a style sheet of several lines, which must not be read as Markdown.
pub(super) fn is_program(body: &str) -> bool {
    let text = body.trim();
    let is_of = |name: &str| {
        let start = text.get(1..=name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        start && text.to_ascii_lowercase().contains(&format!("</{name}"))
    };
    text.contains('\n') && (is_of("script") || is_of("style"))
}

#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    ALLOWED.iter().map(|(name, _)| *name).chain(OTHERS.iter().copied())
}

/// Other elements, including those of old HTML, SVG and mathematics that browsers still treat specially.
#[cfg(test)]
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "acronym", "address", "animate", "applet", "area", "article", "aside", "audio", "base", "basefont", "bgsound", "big",
    "body", "button", "canvas", "center", "col", "colgroup", "data", "datalist", "desc", "dialog", "dir", "embed", "fieldset",
    "font", "footer", "foreignobject", "form", "frame", "frameset", "head", "header", "hgroup", "html", "iframe", "image",
    "input", "isindex", "keygen", "label", "legend", "link", "listing", "main", "map", "marquee", "math", "menu", "meta",
    "meter", "mglyph", "mi", "mn", "mo", "ms", "mtext", "nav", "nobr", "noembed", "noframes", "noscript", "object", "optgroup",
    "option", "output", "param", "picture", "plaintext", "portal", "progress", "rb", "rtc", "script", "search", "section",
    "select", "slot", "source", "strike", "style", "svg", "template", "textarea", "title", "track", "tt", "use", "video", "xmp",
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

/// True for a part of a table, which is allowed only where [`fits`] says so.
pub(super) fn is_table_part(name: &str) -> bool {
    matches!(name, "caption" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th")
}

/// Whether an author may set an attribute; links and ids are checked elsewhere.
pub(super) fn attribute(element: &str, name: &str, value: &str) -> bool {
    let number = !value.is_empty() && value.len() <= 4 && value.bytes().all(|b| b.is_ascii_digit());
    match name {
        "title" | "lang" => true,
        "dir" => matches!(value, "ltr" | "rtl" | "auto"),
        "alt" => element == "img",
        "width" | "height" => element == "img" && number,
        // A browser lays out every spanned column, so that numbers of three digits make a page slow.
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
    use super::{ALLOWED, FLAGS, OTHERS, allowed, is_dropped, is_markup};

    #[test]
    fn the_lists_are_sorted_and_apart() {
        assert!(FLAGS.is_sorted() && ALLOWED.is_sorted_by_key(|(name, _)| name));
        assert!(OTHERS.iter().all(|name| allowed(name).is_none()));
        assert!(ALLOWED.iter().all(|(name, _)| !is_dropped(name)));
    }

    #[test]
    fn what_an_author_may_not_use_is_no_markup() {
        let flag = |name: &str| (name.to_owned(), String::new());
        for name in ["pod", "your-name", "none", "label", "script", "html", "svg", "textarea", "t"] {
            assert!(!is_markup(name, &[], &format!("<{name}>")), "{name}");
            assert!(!is_markup(name, &[], &format!("</{name}>")), "{name}");
        }
        assert!(!is_markup("output", &[flag("of")], "<output of>"));
        assert!(!is_markup("a", &[flag("name")], "<a name>"));
        assert!(is_markup("details", &[flag("open")], "<details open>") && is_markup("b", &[], "</b>"));
        assert!(is_markup("font", &[flag("color")], "<font color=red>"));
    }
}
