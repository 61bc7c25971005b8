//! The theme that is part of the program.

use include_dir::{Dir, include_dir};

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../themes/default");

/// The path that is shown for embedded files.
pub(super) const SHOWN_AS: &str = "themes/default";

/// Every embedded file as (path relative to the theme, bytes), in no particular order.
pub(super) fn files() -> Vec<(&'static str, &'static [u8])> {
    let mut found = Vec::new();
    collect(&DEFAULT, &mut found);
    found
}

fn collect(folder: &'static Dir<'static>, found: &mut Vec<(&'static str, &'static [u8])>) {
    found.extend(folder.files().filter_map(|file| Some((file.path().to_str()?, file.contents()))));
    for below in folder.dirs() {
        collect(below, found);
    }
}
