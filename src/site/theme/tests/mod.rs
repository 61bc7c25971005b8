//! Tests of user themes: replaced files, refused files, rendering, diagnostics.

mod folders;
mod look;
mod mistakes;
mod pages;
mod samples;

use std::path::Path;

use tempfile::TempDir;

use super::{Edition, Theme};
use base::diagnostics::{Diagnostic, Warned, render_human};

/// A user's theme made of `files`.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        write(&dir.path().join(name), text);
    }
    dir
}

#[expect(clippy::disallowed_methods, reason = "a test makes the theme that it reads")]
fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn embedded() -> Theme {
    let Warned { value: theme, diagnostics: problems } = Theme::load(None, Edition::Internal).unwrap();
    assert_eq!(problems, []);
    theme
}

/// The diagnostics as shown, without the name of the temporary folder.
fn shown(problems: &[Diagnostic], dir: &TempDir) -> String {
    let name = dir.path().to_string_lossy().into_owned();
    problems.iter().map(|d| render_human(d, base::diagnostics::Look::default()).replace(&name, "ours") + "\n").collect()
}
