//! Combines a user's files with the embedded ones, as templates and assets.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::folder::UserFile;
use super::{Edition, Source, Sources, embedded, manifest, scripts};
use crate::FileKind;
use base::diagnostics::{Code, Diagnostic, Place};

/// Template sources and assets after replacement.
#[derive(Debug)]
pub(super) struct Layers {
    pub(super) sources: Sources,
    pub(super) assets: BTreeMap<String, Cow<'static, [u8]>>,
    pub(super) warnings: Vec<Diagnostic>,
}

/// Combines `files` with the embedded theme, for one edition. Templates that are not UTF-8 are reported as errors. Assets
/// `inside`, which the style sheet of the internal edition names, are for that edition and stay in their folder.
pub(super) fn lay(
    files: Vec<UserFile>,
    edition: Edition,
    inside: &BTreeSet<String>,
    problems: &mut Vec<Diagnostic>,
) -> Layers {
    let is_inside = |asset: &str| {
        let named = asset.strip_prefix(Edition::Internal.look_folder()).is_some_and(|name| inside.contains(name));
        named || Edition::stays_inside(asset)
    };
    let mut layers = embedded_layer(edition);
    let known: Vec<String> = embedded::files().into_iter().map(|(path, _)| path.to_owned()).collect();
    let mut added = Vec::new();
    for file in files {
        if let Some(asset) = file.name.strip_prefix("assets/") {
            if let Some(parts) = scripts::made_from(asset) {
                problems.push(is_made(asset, parts, &file.shown));
            } else if edition.has_asset(asset) {
                layers.assets.insert(asset.to_owned(), Cow::Owned(file.bytes));
            } else if edition == Edition::Public && !is_inside(asset) && !is_embedded(asset, &known) {
                layers.warnings.push(stays(asset, &file.shown));
            }
            continue;
        }
        let Some(template) = file.name.strip_prefix("templates/") else {
            layers.warnings.extend(stray(&file, &known));
            continue;
        };
        if !edition.has_template(template) {
            // Templates of another edition are neither loaded nor reported.
            if !Edition::any_has_template(template) {
                layers.warnings.extend(stray(&file, &known));
            }
            continue;
        }
        let Ok(text) = String::from_utf8(file.bytes) else {
            problems.push(Diagnostic::new(Code::InvalidUtf8, "the template is not UTF-8").at(Place::file(&file.shown)));
            continue;
        };
        let source = Source { path: file.shown, text };
        if layers.sources.insert(template.to_owned(), source).is_none() {
            added.push(template.to_owned());
        }
    }
    let unused: Vec<_> = added.iter().filter(|name| !is_used(name, &layers.sources)).collect();
    for name in unused {
        if let Some(source) = layers.sources.get(name) {
            layers.warnings.push(unknown(&format!("templates/{name}"), &source.path, &known));
        }
    }
    scripts::join(&mut layers.assets);
    layers
}

/// The embedded theme alone.
pub(super) fn shipped(edition: Edition) -> Layers {
    let mut layers = embedded_layer(edition);
    scripts::join(&mut layers.assets);
    layers
}

fn embedded_layer(edition: Edition) -> Layers {
    let mut layers = Layers { sources: BTreeMap::new(), assets: BTreeMap::new(), warnings: Vec::new() };
    for (path, bytes) in embedded::files() {
        if let Some(asset) = path.strip_prefix("assets/") {
            if edition.has_asset(asset) {
                let is_sheet = FileKind::of(asset) == FileKind::Css;
                let bytes = if is_sheet { scripts::bare(bytes) } else { Cow::Borrowed(bytes) };
                layers.assets.insert(asset.to_owned(), bytes);
            }
        } else if let Some(template) = path.strip_prefix("templates/").filter(|name| edition.has_template(name)) {
            let text = String::from_utf8_lossy(bytes).into_owned();
            layers.sources.insert(template.to_owned(), Source { path: shown(path), text });
        }
    }
    layers
}

fn shown(path: &str) -> String {
    format!("{}/{path}", embedded::SHOWN_AS)
}

/// Whether another template names this one, or it defines a component.
fn is_used(name: &str, sources: &Sources) -> bool {
    let named = [format!("\"{name}\""), format!("'{name}'")];
    let gives = sources.get(name).is_some_and(|source| source.text.contains("{% component"));
    gives || sources.iter().any(|(other, source)| other != name && named.iter().any(|n| source.text.contains(n)))
}

/// A warning for a file that is neither template nor asset, except for common ones such as a README.
fn stray(file: &UserFile, known: &[String]) -> Option<Diagnostic> {
    let top = file.name.to_lowercase();
    let usual = file.name == manifest::FILE || top.starts_with("readme") || top.starts_with("license");
    (!usual).then(|| unknown(&file.name, &file.shown, known))
}

/// Whether the shipped theme has an asset of that name, which this one replaces in the internal edition.
fn is_embedded(asset: &str, known: &[String]) -> bool {
    known.iter().any(|path| path.strip_prefix("assets/") == Some(asset))
}

/// An error for a file in the place of one that is published joined.
fn is_made(asset: &str, parts: &[&str], shown: &str) -> Diagnostic {
    let message = format!("`assets/{asset}` is put together from other files, so this one would be lost");
    let parts: Vec<_> = parts.iter().map(|part| format!("`assets/{part}`")).collect();
    let hint = format!("replace the one that you mean of {}, or give your file another name", parts.join(", "));
    Diagnostic::new(Code::PathClash, message).at(Place::file(shown)).hint(hint)
}

fn stays(asset: &str, shown: &str) -> Diagnostic {
    let message = format!("`assets/{asset}` is no part of the public edition");
    let hint = match FileKind::of(asset) {
        FileKind::Other => {
            "files of this kind are never published: for readers outside make a PNG or WebP of it, without metadata, in \
             `assets/public/`, and move this one to `assets/internal/`"
        }
        kind if kind.is_picture() => {
            "move it to `assets/public/`, without metadata, if readers outside need it, to `assets/internal/` if it is \
             for the inside alone"
        }
        _ => {
            "move it to `assets/public/` if readers outside need it, to `assets/internal/` if it is for the inside alone"
        }
    };
    Diagnostic::new(Code::ThemeStays, message).at(Place::file(shown)).hint(hint)
}

fn unknown(name: &str, shown: &str, known: &[String]) -> Diagnostic {
    let message = format!("`{name}` shadows no file of the theme, and nothing uses it");
    Diagnostic::new(Code::UnknownThemeFile, message)
        .at(Place::file(shown))
        .did_you_mean(name, known.iter().map(String::as_str))
}
