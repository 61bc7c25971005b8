//! Templates, styles and scripts: the embedded theme, and a user's folder whose files replace those of it.
//!
//! In: the path of a user's theme, if there is one. Out: a [`Theme`] that renders templates with serialisable views and
//! provides assets. All mistakes of the templates are reported together. Refuses a theme written for another contract,
//! files outside the theme's folder, and templates of another edition.

mod behind;
mod check;
mod contrast;
mod edition;
mod embedded;
mod fingerprint;
mod folder;
mod fonts;
mod layers;
mod look;
mod manifest;
mod named_file;
mod outward;
mod problem;
mod scripts;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Tera, Value};

use base::diagnostics::{Diagnostic, Warned};
use base::text::{allowed, allowed_bytes};

use crate::config::Looks;

pub use edition::Edition;
pub use folder::UserFile as OwnFile;
pub use manifest::API;

/// The source of a template, kept so that diagnostics can show a place in it.
#[derive(Debug, Clone)]
struct Source {
    /// Path as shown to people.
    path: String,
    text: String,
}

/// Sources by template name (`internal/review.html`).
type Sources = BTreeMap<String, Source>;

/// A theme that is ready to render: all templates are parsed and all references in them are valid.
#[derive(Clone)]
pub struct Theme {
    tera: Tera,
    sources: Sources,
    assets: BTreeMap<String, Cow<'static, [u8]>>,
    assets_version: String,
    /// Whether any of its templates is a user's file.
    is_own: bool,
    /// The user's files that this edition uses.
    own: Arc<[OwnFile]>,
}

/// The initial capacity for a page, in bytes.
const USUAL: usize = 48 * 1024;

/// A view as the engine's own value, made once and shared by many pages.
#[derive(Debug, Clone)]
pub struct Shared(Value);

impl Shared {
    /// Converts a view.
    ///
    /// # Errors
    ///
    /// If it cannot be serialised; `template` is named in the diagnostic.
    #[expect(clippy::result_large_err, reason = "an error ends the build: it is moved once")]
    pub fn of(view: &impl Serialize, template: &str) -> Result<Self, Diagnostic> {
        Value::try_from_serializable(view).map(Self).map_err(|error| problem::other(template, &error))
    }
}

impl Theme {
    /// Loads the theme for `edition`: the embedded one with the files of `user` replacing those of it. Also returns
    /// warnings.
    ///
    /// `user` is the folder that holds `theme.yaml`, `templates/` and `assets/`, any of which may be missing.
    ///
    /// # Errors
    ///
    /// All mistakes: files that cannot be read, links that lead out, an unsupported contract, templates that cannot be
    /// parsed or that name something unknown.
    pub fn load(user: Option<&Path>, edition: Edition) -> Result<Warned<Self>, Vec<Diagnostic>> {
        Self::with_look(user, &Looks::default(), Path::new(""), edition)
    }

    /// The same with a look from the settings of `library`; files of the user's folder replace those of the look.
    ///
    /// # Errors
    ///
    /// As for [`Theme::load`], and for files of the look that cannot be read.
    pub fn with_look(
        user: Option<&Path>,
        looks: &Looks,
        library: &Path,
        edition: Edition,
    ) -> Result<Warned<Self>, Vec<Diagnostic>> {
        let Warned { value: mut files, diagnostics: mut problems } = look::files(looks, library, edition);
        let named = looks.folder.as_ref().map(|folder| &folder.place);
        let own = user.map(|user| folder::read(user, named)).unwrap_or_default().report_to(&mut problems);
        problems.extend(manifest::check(&own));
        problems.extend(own.iter().filter(|file| edition.takes(&file.name)).filter_map(behind::check));
        files.extend(own);
        if edition == Edition::Public {
            // A style sheet that was put together from the settings has been checked where each part was written.
            let written = files.iter().filter(|file| edition.takes(&file.name) && !file.is_put_together());
            problems.extend(written.flat_map(outward::check));
        }
        let is_own = files.iter().any(|file| file.name.starts_with("templates/") && edition.takes(&file.name));
        let used = files.iter().filter(|file| edition.takes(&file.name));
        let own = used.cloned().collect();
        let inside = look::files_of_style(&looks.internal, library);
        let layers::Layers { sources, assets, warnings } = layers::lay(files, edition, &inside, &mut problems);
        let tera = check::compile(&sources).unwrap_or_else(|mistakes| {
            problems.extend(mistakes);
            Tera::default()
        });
        problems.extend(warnings);
        base::diagnostics::sort(&mut problems);
        if base::diagnostics::any_error(&problems) {
            return Err(problems);
        }
        let assets_version = fingerprint::of(assets.iter().map(|(path, bytes)| (path.as_str(), &**bytes)));
        Ok(Warned::new(Self { tera, sources, assets, assets_version, is_own, own }, problems))
    }

    /// Renders `template` (`internal/review.html`) with the fields of `context`.
    ///
    /// # Errors
    ///
    /// A diagnostic with the place in the template, and the known fields if one was misspelt.
    #[expect(clippy::result_large_err, reason = "an error ends the build: it is moved once")]
    pub fn render(&self, template: &str, context: &impl Serialize) -> Result<String, Diagnostic> {
        let context = Context::from_serialize(context).map_err(|error| problem::other(template, &error))?;
        let text = self.tera.render(template, &context);
        let text = text.map_err(|error| problem::of(&error, template, &self.sources))?;
        Ok(allowed(text.into()).into_owned())
    }

    /// Renders a whole page from its own fields and those that it shares with other pages.
    ///
    /// # Errors
    ///
    /// As for [`Theme::render`].
    #[expect(clippy::result_large_err, reason = "an error ends the build: it is moved once")]
    pub fn page(
        &self,
        template: &str,
        own: &impl Serialize,
        shared: &[(&'static str, &Shared)],
    ) -> Result<Vec<u8>, Diagnostic> {
        let mut context = Context::from_serialize(own).map_err(|error| problem::other(template, &error))?;
        for (name, value) in shared {
            context.insert_value(*name, value.0.clone());
        }
        let mut html = Vec::with_capacity(USUAL);
        let written = self.tera.render_to(template, &context, &mut html);
        written.map_err(|error| problem::of(&error, template, &self.sources))?;
        Ok(allowed_bytes(html))
    }

    /// Whether a template of this edition is a user's file, or text that the settings made one.
    #[must_use]
    pub fn has_own_templates(&self) -> bool {
        self.is_own
    }

    /// The user's files that this edition uses, by name: readers see their words on every page.
    pub fn own_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.own.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()))
    }

    /// Those of them that are templates, and no text of the settings.
    pub fn own_templates(&self) -> impl Iterator<Item = &OwnFile> {
        self.own.iter().filter(|file| file.name.starts_with("templates/") && !file.is_of_settings())
    }

    /// Those of them that are published as they are.
    pub fn own_assets(&self) -> impl Iterator<Item = &OwnFile> {
        self.own.iter().filter(|file| file.name.starts_with("assets/"))
    }

    /// Files to publish under `assets/`, as (path below it, bytes), in order of path.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.iter().map(|(path, bytes)| (path.as_str(), &**bytes))
    }

    /// The embedded assets of an edition, even if a user's theme replaces them, so that an exact copy in a user's theme
    /// is recognised.
    pub fn shipped_assets(edition: Edition) -> impl Iterator<Item = Cow<'static, [u8]>> {
        layers::shipped(edition).assets.into_values()
    }

    /// Every file of the shipped theme, by its path, in order.
    #[must_use]
    pub fn shipped_files() -> BTreeMap<&'static str, &'static [u8]> {
        embedded::files().into_iter().collect()
    }

    /// A file of the shipped theme for a user to copy. A template begins with an identifying comment, so that later
    /// changes to the shipped one can be reported.
    #[must_use]
    pub fn to_start_from(path: &str) -> Option<Vec<u8>> {
        Some(behind::marked(path, Self::shipped_files().get(path)?))
    }

    /// The sources of the shipped templates of an edition.
    pub fn shipped_texts(edition: Edition) -> impl Iterator<Item = &'static str> {
        embedded::files().into_iter().filter_map(move |(path, bytes)| {
            let template = path.strip_prefix("templates/")?;
            edition.has_template(template).then(|| std::str::from_utf8(bytes).ok())?
        })
    }

    /// Checks a page of the public edition that a user's theme rendered.
    #[must_use]
    pub fn objections(&self, path: &str, page: &[u8]) -> Vec<Diagnostic> {
        let is_page = self.is_own && path.rsplit_once('.').is_some_and(|(_, extension)| extension == "html");
        if is_page { outward::check_page(path, &String::from_utf8_lossy(page)) } else { Vec::new() }
    }

    /// Eight hexadecimal digits that change when an asset does.
    #[must_use]
    pub fn assets_version(&self) -> &str {
        &self.assets_version
    }

    /// Names of the templates, in order.
    pub fn templates(&self) -> impl Iterator<Item = &str> {
        self.sources.keys().map(String::as_str)
    }
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme")
            .field("templates", &self.sources.keys())
            .field("assets", &self.assets.keys())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
