//! `theme:` of the configuration: a library's own logo, colours, texts and style sheet, for each edition.
//!
//! In: the value of the key, the name of a folder or a mapping. Out: the folder, and a [`Look`] for each edition. The
//! files are not read here but when the theme is loaded.

use super::fonts::{self, Font};
use super::named::Named;
use base::diagnostics::{Code, Diagnostic, Place};
use base::yaml::{Fields, Node};

/// The keys of `theme:`.
const KEYS: [&str; 9] = ["folder", "logo", "colours", "fonts", "banner", "footer", "links", "css", "public"];
/// Those under `public:`.
const PUBLIC_KEYS: [&str; 7] = ["logo", "colours", "fonts", "banner", "footer", "links", "css"];

/// Changes to the theme that need no template.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// A picture shown before the site's title.
    pub logo: Option<Named>,
    /// Colours of the palette, by their name in the theme's style sheet.
    pub colours: Vec<Colour>,
    /// The library's own fonts.
    pub fonts: Vec<Font>,
    /// Text at the top of every page.
    pub banner: Option<String>,
    /// Text at the bottom of every page.
    pub footer: Option<String>,
    /// Additional entries of the navigation: label and address.
    pub links: Vec<(String, String)>,
    /// A style sheet that is loaded last.
    pub css: Option<Named>,
    /// Every text that readers see, and where the settings have it.
    pub texts: Vec<(String, Place)>,
}

/// The looks of both editions, and the folder with templates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looks {
    /// A folder, relative to the library, whose files replace those of the default theme.
    pub folder: Option<Named>,
    /// The look of the internal edition.
    pub internal: Look,
    /// The look of the public edition: the colours of the internal one, and otherwise only what is under `public:`.
    pub public: Look,
    /// Set if the internal edition has a look and `public:` is not given: the place, and the parts that the public
    /// edition lacks.
    pub unsaid: Option<(Place, Vec<&'static str>)>,
}

/// One colour of the palette: `#rrggbb` for light pages, for dark ones, or for both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colour {
    /// Its name: `accent`.
    pub name: String,
    /// On light pages; the theme's own if not given.
    pub light: Option<[u8; 3]>,
    /// On dark pages.
    pub dark: Option<[u8; 3]>,
    /// Where the settings name it.
    pub place: Place,
}

impl Look {
    /// The files that it names.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Named> {
        self.logo.iter().chain(self.fonts.iter().map(|font| &font.file)).chain(&self.css)
    }

    /// The names of the parts that are texts or files, which may reveal the organisation; colours do not.
    fn parts(&self) -> Vec<&'static str> {
        let parts = [
            ("logo", self.logo.is_some()),
            ("fonts", !self.fonts.is_empty()),
            ("banner", self.banner.is_some()),
            ("footer", self.footer.is_some()),
            ("links", !self.links.is_empty()),
            ("css", self.css.is_some()),
        ];
        parts.into_iter().filter_map(|(name, there)| there.then_some(name)).collect()
    }
}

/// A folder's name, or the mapping.
pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Looks {
    // `default` is the name of the embedded theme.
    let folder = |named: &Named| named.path != "default";
    if !node.is_mapping() {
        return Looks { folder: Named::read(node, problems).filter(folder), ..Looks::default() };
    }
    let Some(fields) = node.fields(&KEYS, problems) else { return Looks::default() };
    let internal = look(&fields, problems);
    let of_public = fields.get("public");
    let of_public = of_public.as_ref().and_then(|node| node.fields(&PUBLIC_KEYS, problems));
    let mut public = of_public.map(|fields| look(&fields, problems)).unwrap_or_default();
    let own = |name: &str| public.colours.iter().any(|colour| colour.name == name);
    let shared: Vec<_> = internal.colours.iter().filter(|colour| !own(&colour.name)).cloned().collect();
    public.colours.extend(shared);
    let parts = internal.parts();
    let unsaid = (!fields.has("public") && !parts.is_empty()).then(|| (node.key_place(), parts));
    let folder = fields.get("folder").and_then(|node| Named::read(&node, problems)).filter(folder);
    Looks { folder, internal, public, unsaid }
}

/// Reads the look of one edition.
fn look(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Look {
    let mut file = |key| Named::read(&fields.get(key)?, problems);
    let (logo, css) = (file("logo"), file("css"));
    let (banner, footer) = (fields.text("banner", problems), fields.text("footer", problems));
    let own = [("banner", &banner), ("footer", &footer)]
        .into_iter()
        .filter_map(|(key, text)| text.as_ref().zip(fields.get(key)));
    let mut texts: Vec<_> = own.map(|(text, node)| (text.clone(), node.place())).collect();
    let mut links = Vec::new();
    for item in fields.get("links").iter().flat_map(Node::items) {
        let Some((label, url)) = link(&item, problems) else { continue };
        texts.extend([&label, &url].map(|text| (text.clone(), item.place())));
        links.push((label, url));
    }
    let colours = fields.get("colours").map(|node| colours(&node, problems)).unwrap_or_default();
    let fonts = fields.get("fonts").map(|node| fonts::read(&node, problems)).unwrap_or_default();
    Look { logo, colours, fonts, banner, footer, links, css, texts }
}

/// `{label: Wiki, url: https://wiki.example.com/}`.
fn link(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<(String, String)> {
    const FORM: &str = "write `{label: Wiki, url: https://wiki.example.com/}`";
    let is_one = node.any_fields(&mut Vec::new()).is_some_and(|fields| fields.has("label") || fields.has("url"));
    if !is_one {
        problems.push(node.wrong_type("a `label` and a `url`").hint(FORM));
        return None;
    }
    let fields = node.fields(&["label", "url"], problems)?;
    let label = fields.required("label", problems);
    let url = fields.required_value("url", problems).and_then(|node| super::keys::address(&node, problems));
    label.zip(url)
}

fn colours(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Colour> {
    let Some(fields) = node.any_fields(problems) else { return Vec::new() };
    let colour = |(name, node): (&str, Node<'_>)| {
        if !node.is_mapping() {
            let hint = format!("write `{name}: {{light: \"#0a5a70\", dark: \"#86c7da\"}}`, or one of the two");
            problems.push(node.wrong_type("a colour for light and one for dark pages").hint(hint));
            return None;
        }
        let fields = node.fields(&["light", "dark"], problems)?;
        let mut shade = |key| fields.get(key).and_then(|node| shade(&node, problems));
        let (light, dark) = (shade("light"), shade("dark"));
        Some(Colour { name: name.to_owned(), light, dark, place: node.key_place() })
    };
    fields.entries().filter_map(colour).collect()
}

/// `"#0a5a70"`.
fn shade(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<[u8; 3]> {
    let text = node.text(problems)?;
    let shade = rgb(&text);
    if shade.is_none() {
        let problem = node.problem(Code::UnknownValue, format!("`{text}` is not six hexadecimal digits after a `#`"));
        // `#fc0` is short for `#ffcc00`.
        let whole: String = text.chars().flat_map(|c| std::iter::repeat_n(c, if c == '#' { 1 } else { 2 })).collect();
        let written = if rgb(&whole).is_some() { &whole } else { "#0a5a70" };
        problems.push(problem.hint(format!("write them in quotes: `\"{written}\"`")));
    }
    shade
}

/// The red, green and blue of `#0a5a70`.
pub(crate) fn rgb(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}
