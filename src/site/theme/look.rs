//! Turns a look into files of a theme, so that it is combined with the shipped files, checked and published like every
//! theme.
//!
//! In: a [`Look`], the library's folder, the edition. Out: files, and diagnostics. Refuses files outside the library,
//! and logos that are not pictures.

use std::collections::BTreeSet;
use std::path::Path;

use super::folder::UserFile;
use super::{Edition, contrast, fonts, named_file, outward};
use crate::config::{Look, Looks, Named};
use crate::source::CONFIG_FILE;
use base::diagnostics::{Code, Diagnostic, Warned};
use base::text::escape_html;

/// File extensions of pictures that browsers show.
const PICTURES: [&str; 5] = ["svg", "png", "jpg", "jpeg", "webp"];

/// The files of one edition's look.
pub(super) fn files(looks: &Looks, library: &Path, edition: Edition) -> Warned<Vec<UserFile>> {
    let look = match edition {
        Edition::Internal => &looks.internal,
        Edition::Public => &looks.public,
    };
    let mut problems = contrast::check(looks, edition);
    if edition == Edition::Public {
        problems.extend(left_out(looks, library));
    }
    let mut files = Vec::new();
    let folder = edition.look_folder();
    let (fonts, font_files) = fonts::files(&look.fonts, library, folder).report_to(&mut problems);
    files.extend(font_files);
    let mut sheet = palette(look, edition) + &fonts;
    if let Some(css) = &look.css {
        match named_file::read(css, library) {
            Ok(bytes) => {
                sheet.push_str(&String::from_utf8_lossy(&bytes));
                let own = UserFile { name: format!("assets/{folder}own.css"), shown: css.path.clone(), bytes };
                problems.extend(outward::check(&own));
            }
            Err(problem) => problems.push(*problem),
        }
    }
    let mut template = |name: &str, text: String| {
        let name = format!("templates/shared/look/{name}.html");
        files.push(UserFile { name, shown: CONFIG_FILE.to_owned(), bytes: text.into_bytes() });
    };
    if let Some(banner) = &look.banner {
        template("banner", format!("<p class=\"site-banner\" dir=\"auto\">{}</p>\n", text(banner)));
    }
    if let Some(footer) = &look.footer {
        template("footer", format!("<p class=\"site-own\" dir=\"auto\">{}</p>\n", text(footer)));
    }
    if !look.links.is_empty() {
        let link = |(label, url): &(String, String)| {
            format!("<li><a href=\"{}\" dir=\"auto\">{}</a></li>\n", text(url), text(label))
        };
        template("links", look.links.iter().map(link).collect());
    }
    if !sheet.is_empty() {
        template(
            "head",
            format!(
                "<link rel=\"stylesheet\" href=\"{{{{ page.root }}}}assets/{folder}look.css?v={{{{ site.assets_version }}}}\">\n"
            ),
        );
    }
    if let Some(logo) = &look.logo {
        match picture(logo, library, folder, edition) {
            Ok(file) => {
                problems.extend(outward::check(&file));
                template(
                    "mark",
                    format!("<img class=\"site-mark\" src=\"{{{{ page.root }}}}{}\" alt=\"\">", file.name),
                );
                files.push(file);
            }
            Err(problem) => problems.push(*problem),
        }
    }
    if !sheet.is_empty() {
        files.push(UserFile {
            name: format!("assets/{folder}look.css"),
            shown: CONFIG_FILE.to_owned(),
            bytes: sheet.into_bytes(),
        });
    }
    Warned::new(files, problems)
}

/// The note on what the public edition leaves out, unless the settings say what it has.
fn left_out(looks: &Looks, library: &Path) -> Option<Diagnostic> {
    let (place, parts) = looks.unsaid.as_ref()?;
    // A file that is missing or no picture is reported by the internal edition, and to be mended first.
    let is_whole = looks.internal.files().all(|file| library.join(&file.path).exists())
        && looks.internal.logo.iter().all(|logo| is_picture(&logo.path));
    let parts: Vec<_> = parts.iter().map(|part| format!("`{part}`")).collect();
    let message = format!("the public edition leaves out the theme's {}", parts.join(", "));
    let hint = "write under `public:`, in `theme:`, what readers outside may see; `public: {}` says that it is nothing";
    is_whole.then(|| Diagnostic::new(Code::ThemeStays, message).at(place.clone()).hint(hint))
}

/// The files that the style sheet of a look names. If it cannot be read, [`files`] reports it.
pub(super) fn files_of_style(look: &Look, library: &Path) -> BTreeSet<String> {
    let bytes = look.css.as_ref().and_then(|css| named_file::read(css, library).ok());
    bytes.map(|bytes| outward::files_of_style(&String::from_utf8_lossy(&bytes))).unwrap_or_default()
}

/// The colours as a style sheet, in the order of the settings.
fn palette(look: &Look, edition: Edition) -> String {
    let shipped = contrast::palette(edition);
    let line = |colour: &crate::config::Colour| {
        let (light, dark) = shipped.get(colour.name.as_str())?;
        let hex = |[r, g, b]: [u8; 3]| format!("#{r:02x}{g:02x}{b:02x}");
        let (light, dark) = (hex(colour.light.unwrap_or(*light)), hex(colour.dark.unwrap_or(*dark)));
        Some(format!("  --{}: light-dark({light}, {dark});\n", colour.name))
    };
    let lines: String = look.colours.iter().filter_map(line).collect();
    if lines.is_empty() { lines } else { format!(":root {{\n{lines}}}\n") }
}

/// A text escaped for a template: neither HTML markup nor template syntax.
fn text(text: &str) -> String {
    escape_html(text).replace('{', "&#123;").replace('}', "&#125;")
}

/// What follows the last dot, in small letters.
fn ending(path: &str) -> String {
    path.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase()
}

fn is_picture(path: &str) -> bool {
    PICTURES.contains(&ending(path).as_str())
}

fn picture(logo: &Named, library: &Path, folder: &str, edition: Edition) -> Result<UserFile, Box<Diagnostic>> {
    if !is_picture(&logo.path) {
        let message = format!("`{}` is no picture that a page shows", logo.path);
        let hint = format!("a logo ends in {}", PICTURES.map(|end| format!("`.{end}`")).join(", "));
        return Err(Box::new(Diagnostic::new(Code::UnknownValue, message).at(logo.place.clone()).hint(hint)));
    }
    let end = ending(&logo.path);
    if edition == Edition::Public && end == "svg" {
        let message = format!("`{}` is a drawing, and the public edition publishes none but the theme's", logo.path);
        let hint = "a drawing can hold words that nobody sees; write it as PNG, JPEG or WebP";
        return Err(Box::new(Diagnostic::new(Code::PublicTheme, message).at(logo.place.clone()).hint(hint)));
    }
    let bytes = named_file::read(logo, library)?;
    Ok(UserFile { name: format!("assets/{folder}logo.{end}"), shown: logo.path.clone(), bytes })
}
