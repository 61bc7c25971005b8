//! Tests of the public site: fixed postmortems, and every file of their site.

mod clearing;
mod digests;
mod fixtures;
mod golden;
mod pages;
mod readers;
mod revised;
mod scale;
mod well_formed;

use base::diagnostics::Warned;
use std::collections::BTreeMap;

use super::{Site, plan};
use site::output::Site as _;
use site::theme::{Edition, Theme};

fn theme() -> Theme {
    Theme::load(None, Edition::Public).unwrap().value
}

/// The site of the fixtures.
fn site() -> Site {
    let (postmortems, pictures) = fixtures::all();
    let Warned { value: site, diagnostics: problems } = plan(postmortems, pictures, fixtures::masthead(), theme());
    assert_eq!(problems, []);
    site
}

fn files(site: &Site) -> BTreeMap<String, Vec<u8>> {
    site.paths().iter().map(|path| (path.to_string(), site.render(path).unwrap())).collect()
}

/// The text files of a site: all except the theme's files and the pictures.
fn texts(site: &Site) -> BTreeMap<String, String> {
    let all = files(site).into_iter().filter(|(path, _)| !path.starts_with("assets/"));
    all.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}
