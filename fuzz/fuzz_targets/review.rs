//! Parses any text as a review, assembles a library from it, and renders the review's pages.
#![no_main]

use std::sync::LazyLock;

use base::clock::Clock;
use internal::{Show, assemble, parse, plan};
use libfuzzer_sys::fuzz_target;
use site::config::Config;
use site::source::{SourceFile, Sources};
use site::theme::Theme;

static THEME: LazyLock<Theme> = LazyLock::new(|| Theme::load(None).expect("the embedded theme").value);

fuzz_target!(|text: &str| {
    let file = SourceFile { path: "a.md".to_owned(), text: text.to_owned() };
    let mut sources = Sources { reviews: vec![file], ..Sources::default() };
    let config = Config::default();
    let reviews = parse(&mut sources, &config).value;
    let clock = Clock::fixed("2026-11-21".parse().expect("a day"));
    let show = Show { drafts: true, allow_broken_links: true };
    let library = assemble(reviews, config, clock, &sources, show).value;
    let site = plan(library, THEME.clone(), sources).value;
    for path in site.paths().filter(|path| path.as_str().starts_with("reviews/")) {
        site.render(path).expect("every page can be rendered");
    }
});
