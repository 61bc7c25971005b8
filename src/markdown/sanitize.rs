//! The second filter for raw HTML: reads the whole page as a browser does and keeps only what is on a list.
//!
//! [`raw`](super::raw) has decided what an author may write. This filter does not rely on it: it reads the finished
//! page with a browser's parser and keeps only the elements and attributes that our pages can have. It runs only if the
//! author used tags.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use ammonia::Builder;

use super::links::{Reach, judge};
use super::{Options, raw};

#[rustfmt::skip]
const ELEMENTS: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn",
    "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input",
    "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var",
    "wbr",
];

const EVERYWHERE: &[&str] = &["aria-label", "class", "dir", "id", "lang", "role", "tabindex", "title"];

const SOMEWHERE: &[(&str, &[&str])] = &[
    ("a", &["href", "rel"]),
    ("details", &["open"]),
    ("img", &["alt", "height", "loading", "src", "width"]),
    ("input", &["checked", "disabled"]),
    ("ol", &["reversed", "start"]),
    ("pre", &["data-lang"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("time", &["datetime"]),
];

/// The page with only what the lists allow. `ids` are those that the author wrote: links to them are changed to the ids
/// on the page.
pub(super) fn clean(html: &str, ids: &BTreeSet<String>, options: &Options<'_>) -> String {
    let schemes = options.schemes;
    let (ids, allowed, prefix) = (ids.clone(), schemes.to_vec(), options.ids.unwrap_or_default().to_owned());
    let known = ["http", "https", "mailto", "tel"].into_iter();
    let hidden = Hidden::of(html);
    let clean = Builder::empty()
        .tags(ELEMENTS.iter().copied().collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .generic_attributes(EVERYWHERE.iter().copied().collect())
        .tag_attributes(SOMEWHERE.iter().map(|(tag, names)| (*tag, names.iter().copied().collect())).collect())
        // The only `input` on a page is the disabled checkbox of a task.
        .tag_attribute_values(HashMap::from([("input", HashMap::from([("type", HashSet::from(["checkbox"]))]))]))
        .url_schemes(known.chain(schemes.iter().map(String::as_str)).collect())
        .link_rel(None)
        .attribute_filter(move |element, name, value| {
            filter(element, name, value, &Known { ids: &ids, prefix: &prefix, schemes: &allowed })
        })
        .clean(&hidden.0)
        .to_string();
    hidden.reveal(&clean)
}

/// Up to this size any page is written in less than a second.
const LARGE: usize = 200_000;

/// A large page with the characters that slow down the parser's writer replaced by others.
///
/// It looks for `&` and for the bytes of U+0080 to U+00BF up to the end of a text each time it has written one, so a
/// paragraph of a megabyte of them would take minutes. They are replaced by characters at the end of the last private
/// plane, which no text uses, and restored afterwards. A character that is found there from the start is shown as
/// another; it cannot become markup.
struct Hidden<'h>(Cow<'h, str>);

const PLACE: u32 = 0x0010_ff00;

impl<'h> Hidden<'h> {
    fn of(html: &'h str) -> Self {
        if html.len() < LARGE {
            return Self(Cow::Borrowed(html));
        }
        let hide = |c: char| match c {
            '\u{80}'..='\u{bf}' => char::from_u32(PLACE + u32::from(c)).unwrap_or(c),
            c => c,
        };
        let ampersand = char::from_u32(PLACE + u32::from('&')).map(String::from).unwrap_or_default();
        Self(Cow::Owned(html.replace("&amp;", &ampersand).chars().map(hide).collect()))
    }

    fn reveal(&self, clean: &str) -> String {
        if matches!(self.0, Cow::Borrowed(_)) {
            return clean.to_owned();
        }
        let mut out = String::with_capacity(clean.len());
        for c in clean.chars() {
            match u32::from(c).checked_sub(PLACE) {
                Some(0x26) => out.push_str("&amp;"),
                Some(c @ 0x80..=0xbf) => out.extend(char::from_u32(c)),
                _ => out.push(c),
            }
        }
        out
    }
}

/// What is needed to check addresses.
struct Known<'k> {
    ids: &'k BTreeSet<String>,
    prefix: &'k str,
    schemes: &'k [String],
}

fn filter<'v>(element: &str, name: &str, value: &'v str, known: &Known<'_>) -> Option<Cow<'v, str>> {
    match (element, name) {
        (_, "src") => (judge(value, &[]).0 == Reach::Here).then_some(Cow::Borrowed(value)),
        (_, "href") => match value.strip_prefix('#') {
            Some(id) if known.ids.contains(id) => raw::page_id(known.prefix, id).map(|id| Cow::Owned(format!("#{id}"))),
            _ => (judge(value, known.schemes).0 != Reach::Unsafe).then_some(Cow::Borrowed(value)),
        },
        _ => Some(Cow::Borrowed(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Options, clean};
    use std::collections::BTreeSet;

    #[test]
    fn our_own_markup_passes_unchanged() {
        for html in [
            "<h2 id=\"a\">A <a class=\"anchor\" href=\"#a\" aria-label=\"Link to this section\"></a></h2>",
            "<div class=\"alert alert-note\" role=\"note\"><p class=\"alert-title\">Note</p></div>",
            "<pre class=\"code\" tabindex=\"0\" data-lang=\"sh\"><code><span class=\"hl-string\">x</span></code></pre>",
            "<mark class=\"redact\" title=\"t\">x</mark>",
            "<section class=\"footnotes\" aria-label=\"Footnotes\"><ol><li id=\"fn-a\">x</li></ol></section>",
            "<a href=\"https://x\" rel=\"noopener noreferrer\">x</a>",
            "<img src=\"a.png\" alt=\"a\" loading=\"lazy\">",
            "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table><thead><tr>\
             <th scope=\"col\" class=\"align-right\">x</th></tr></thead></table></div>",
        ] {
            assert_eq!(clean(html, &BTreeSet::new(), &Options::default()), html);
        }
    }

    #[test]
    fn a_large_page_is_the_same_page() {
        let small = "<p id=\"a&amp;b\">a &amp; b &amp;lt; «é» \u{85}°</p>";
        let large = small.repeat(10_000);
        assert_eq!(clean(&large, &BTreeSet::new(), &Options::default()), large);
        assert_eq!(
            clean("<i>\u{10ff3c}script></i>", &BTreeSet::new(), &Options::default()),
            "<i>\u{10ff3c}script&gt;</i>"
        );
    }

    #[test]
    fn nothing_else_passes() {
        for (html, left) in [
            ("<b onclick=x style=y>b</b>", "<b>b</b>"),
            ("<script>x</script><style>y</style>z", "z"),
            ("<iframe src=x></iframe><svg><a href=javascript:x>y</a></svg>z", "z"),
            ("<img src=//x/y.png srcset=z>", "<img>"),
            ("<input type=password name=a>", "<input>"),
            ("<!-- x --><a href=' javascript:x'>y</a>", "<a>y</a>"),
        ] {
            assert_eq!(clean(html, &BTreeSet::new(), &Options::default()), left);
        }
    }
}
