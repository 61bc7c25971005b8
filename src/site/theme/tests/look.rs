//! A library's own look, without a template.

use std::path::Path;

use super::{folder, shown};
use crate::config::{Config, Looks};
use crate::source::SourceFile;
use crate::theme::{Edition, Theme};
use base::diagnostics::{Diagnostic, Warned};

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>";
const WHOLE: &str = "theme:\n  logo: brand/mark.svg\n  colours: {accent: {light: \"#7a1f5c\", dark: \"#f0a8d8\"}}\n  \
    banner: \"Rehearsal {{ today }} <b>\"\n  footer: \"Kept by the platform team\"\n  \
    links: [{label: \"Wiki & more\", url: \"https://wiki.example.com/?a=1&b=2\"}]\n  css: brand/own.css\n";

fn looks(yaml: &str) -> (Looks, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let file = SourceFile { path: "debrief.yaml".to_owned(), text: yaml.to_owned() };
    (Config::read(Some(&file), &mut problems).theme, problems)
}

fn load(yaml: &str, library: &Path, edition: Edition) -> Result<Warned<Theme>, Vec<Diagnostic>> {
    let (looks, problems) = looks(yaml);
    assert_eq!(problems, []);
    Theme::with_look(None, &looks, library, edition)
}

fn asset<'t>(theme: &'t Theme, name: &str) -> Option<&'t str> {
    theme.assets().find(|(path, _)| *path == name).map(|(_, bytes)| std::str::from_utf8(bytes).unwrap())
}

#[test]
fn a_whole_look_is_files_of_the_theme() {
    let library = folder(&[("brand/mark.svg", LOGO), ("brand/own.css", "main { padding: 0 }\n")]);
    let Warned { value: theme, diagnostics: problems } = load(WHOLE, library.path(), Edition::Internal).unwrap();
    assert_eq!(problems, []);
    let sheet = asset(&theme, "look/look.css").unwrap();
    assert_eq!(sheet, ":root {\n  --accent: light-dark(#7a1f5c, #f0a8d8);\n}\nmain { padding: 0 }\n");
    assert_eq!(asset(&theme, "look/logo.svg"), Some(LOGO));
    let part = |name: &str| theme.sources[&format!("shared/look/{name}.html")].text.clone();
    assert!(part("banner").contains("Rehearsal &#123;&#123; today &#125;&#125; &lt;b&gt;"), "{}", part("banner"));
    assert!(part("links").contains("href=\"https://wiki.example.com/?a=1&amp;b=2\" dir=\"auto\">Wiki &amp; more</a>"));
    assert!(part("mark").contains("assets/look/logo.svg") && part("head").contains("assets/look/look.css"));
}

#[test]
fn the_public_edition_takes_the_colours_and_says_what_it_leaves() {
    let library = folder(&[("brand/mark.svg", LOGO), ("brand/own.css", "")]);
    let Warned { value: theme, diagnostics: problems } = load(WHOLE, library.path(), Edition::Public).unwrap();
    assert!(asset(&theme, "public/look/look.css").unwrap().contains("--accent"));
    assert_eq!(theme.sources["shared/look/footer.html"].text, "");
    assert_eq!(problems.len(), 1);
    assert_eq!(
        problems[0].message,
        "the public edition leaves out the theme's `logo`, `banner`, `footer`, `links`, `css`"
    );
    let said = format!("{WHOLE}  public: {{footer: For everybody}}\n");
    let Warned { value: theme, diagnostics: problems } = load(&said, library.path(), Edition::Public).unwrap();
    assert_eq!(problems, []);
    assert!(theme.sources["shared/look/footer.html"].text.contains("For everybody"));
    assert_eq!(theme.sources["shared/look/banner.html"].text, "");
    assert_eq!(load(WHOLE, library.path(), Edition::Internal).unwrap().diagnostics, []);
    let drawing = load("theme: {public: {logo: brand/mark.svg}}\n", library.path(), Edition::Public).unwrap_err();
    assert_eq!(
        drawing[0].message,
        "`brand/mark.svg` is a drawing, and the public edition publishes none but the theme's"
    );
}

#[test]
fn fonts_of_the_library_are_loaded_from_the_site() {
    let library =
        folder(&[("a.woff2", "wOF2 regular"), ("b.woff2", "wOF2 bold"), ("c.woff2", "wOF2 code"), ("d.ttf", "true")]);
    let yaml = "theme:\n  fonts: {text: [a.woff2, {file: b.woff2, weight: 700}], code: {file: c.woff2, weight: 100 900, style: italic}}\n  \
        public: {fonts: {headings: b.woff2}}\n";
    let Warned { value: theme, diagnostics: problems } = load(yaml, library.path(), Edition::Internal).unwrap();
    assert_eq!(problems, []);
    let sheet = asset(&theme, "look/look.css").unwrap();
    for part in [
        "src: url(\"sans-1.woff2\") format(\"woff2\"); font-weight: 400; font-style: normal",
        "src: url(\"sans-2.woff2\") format(\"woff2\"); font-weight: 700;",
        "src: url(\"mono-1.woff2\") format(\"woff2\"); font-weight: 100 900; font-style: italic",
        "  --sans: \"own-sans\", system-ui, sans-serif;\n  --mono: \"own-mono\", ui-monospace, monospace;\n",
    ] {
        assert!(sheet.contains(part), "{part}:\n{sheet}");
    }
    assert_eq!(asset(&theme, "look/sans-2.woff2"), Some("wOF2 bold"));
    assert!(theme.sources["shared/look/head.html"].text.contains("look/look.css"));
    let Warned { value: theme, diagnostics: problems } = load(yaml, library.path(), Edition::Public).unwrap();
    assert_eq!(problems, []);
    assert_eq!(asset(&theme, "public/look/serif-1.woff2"), Some("wOF2 bold"));
    assert!(!asset(&theme, "public/look/look.css").unwrap().contains("sans"), "what is not under `public:` stays");
    let wrong = |yaml: &str| load(yaml, library.path(), Edition::Internal).unwrap_err()[0].message.clone();
    assert_eq!(wrong("theme: {fonts: {text: d.ttf}}\n"), "`d.ttf` is no font in WOFF2");
    assert!(wrong("theme: {fonts: {text: gone.woff2}}\n").starts_with("there is no file `gone.woff2`"));
    let misread = |yaml: &str| looks(yaml).1.into_iter().map(|problems| problems.message).collect::<Vec<_>>();
    assert_eq!(misread("theme: {fonts: {text: {file: a.woff2, weight: bold}}}\n"), ["`bold` is no weight of a font"]);
    assert_eq!(misread("theme: {fonts: {text: {weight: 700}}}\n"), ["`theme.fonts.text` names no `file`"]);
    assert_eq!(misread("theme: {fonts: {body: a.woff2}}\n"), ["unknown key `body` in `theme.fonts`"]);
    assert_eq!(misread("theme: {fonts: a.woff2}\n").len(), 1);
}

#[test]
fn a_file_of_the_theme_folder_wins() {
    let own = folder(&[("templates/shared/look/footer.html", "<p>Ours</p>\n")]);
    let (looks, _) = looks("theme: {footer: From the settings}\n");
    let Warned { value: theme, diagnostics: problems } =
        Theme::with_look(Some(own.path()), &looks, own.path(), Edition::Internal).unwrap();
    assert_eq!(problems, []);
    assert_eq!(theme.sources["shared/look/footer.html"].text, "<p>Ours</p>\n");
}

#[test]
fn what_is_wrong_is_told_in_the_settings_or_in_the_file() {
    let library = folder(&[
        ("run.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x()</script></svg>"),
        ("notes.txt", "x"),
        ("far.css", "a { background: url(https://elsewhere.example/x.png) }"),
    ]);
    let wrong = |yaml: &str| shown(&load(yaml, library.path(), Edition::Internal).unwrap_err(), &library);
    assert!(wrong("theme: {logo: gone.svg}\n").contains("there is no file `gone.svg`"));
    assert!(wrong("theme: {logo: gone.svg}\n").contains("debrief.yaml:1:15"));
    assert!(wrong("theme: {logo: notes.txt}\n").contains("no picture that a page shows"));
    assert!(wrong("theme: {logo: run.svg}\n").contains("run.svg:1"));
    assert!(wrong("theme: {css: far.css}\n").contains("far.css:1"));
    assert!(wrong("theme: {logo: ../x.svg}\n").contains("../x.svg"));
    let misread = |yaml: &str| looks(yaml).1.into_iter().map(|problems| problems.message).collect::<Vec<_>>();
    assert_eq!(misread("theme: {lgo: a.svg}\n"), ["unknown key `lgo` in `theme`"]);
    assert_eq!(
        misread("theme: {colours: {accent: {light: blue}}}\n"),
        ["`blue` is not six hexadecimal digits after a `#`"]
    );
    assert_eq!(misread("theme: {links: [{label: Wiki}]}\n"), ["`theme.links[0]` has no `url`"]);
    assert_eq!(misread("theme: [a]\n"), ["`theme` takes the name of one file or folder, not a list"]);
}
