//! The library's own fonts as files of a theme.
//!
//! In: the fonts of a look. Out: their part of its style sheet, and the files. Refuses other formats than WOFF2, which
//! every browser supports and which is the smallest.

use std::path::Path;

use super::folder::UserFile;
use super::named_file;
use crate::config::{Font, Slot};
use base::diagnostics::{Code, Diagnostic, Warned};

/// The first bytes of a WOFF2 file. Source: WOFF File Format 2.0 (W3C), 4.
const SIGNATURE: &[u8] = b"wOF2";

const SLOTS: [(Slot, &str, &str); 3] = [
    (Slot::Text, "sans", "system-ui, sans-serif"),
    (Slot::Headings, "serif", "Georgia, serif"),
    (Slot::Code, "mono", "ui-monospace, monospace"),
];

/// The CSS for the fonts, and their files in `folder` of the assets.
pub(super) fn files(fonts: &[Font], library: &Path, folder: &str) -> Warned<(String, Vec<UserFile>)> {
    let (mut sheet, mut roots, mut files, mut problems) = (String::new(), String::new(), Vec::new(), Vec::new());
    for (slot, name, others) in SLOTS {
        let before = files.len();
        for (n, font) in fonts.iter().filter(|font| font.slot == slot).enumerate() {
            match read(font, library) {
                Ok(bytes) => {
                    let file = format!("{name}-{}.woff2", n + 1);
                    let weight = font.weight.as_deref().unwrap_or("400");
                    let style = if font.italic { "italic" } else { "normal" };
                    sheet.push_str(&format!(
                        "@font-face {{ font-family: \"own-{name}\"; src: url(\"{file}\") format(\"woff2\"); font-weight: {weight}; \
                         font-style: {style}; font-display: swap; }}\n"
                    ));
                    let name = format!("assets/{folder}{file}");
                    files.push(UserFile { name, shown: font.file.path.clone(), bytes });
                }
                Err(problem) => problems.push(*problem),
            }
        }
        if files.len() > before {
            roots.push_str(&format!("  --{name}: \"own-{name}\", {others};\n"));
        }
    }
    if !roots.is_empty() {
        sheet.push_str(&format!(":root {{\n{roots}}}\n"));
    }
    Warned::new((sheet, files), problems)
}

fn read(font: &Font, library: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let bytes = named_file::read(&font.file, library)?;
    if !bytes.starts_with(SIGNATURE) {
        let message = format!("`{}` is no font in WOFF2", font.file.path);
        let hint = "pages load fonts in WOFF2 alone; `woff2_compress` and the fonttools (`fonttools ttLib.woff2 compress`) make one of a `.ttf` or `.otf`";
        return Err(Box::new(Diagnostic::new(Code::UnknownValue, message).at(font.file.place.clone()).hint(hint)));
    }
    Ok(bytes)
}
