//! Parses any text below a timeline heading, without a panic.
#![no_main]

use internal::parse;
use libfuzzer_sys::fuzz_target;
use site::config::Config;
use site::source::{SourceFile, Sources};

fuzz_target!(|text: &str| {
    let text = format!("---\ntitle: A\ntimes: {{started: 2026-03-02T09:14Z}}\n---\n\n## Timeline\n\n{text}\n");
    let file = SourceFile { path: "a.md".to_owned(), text };
    let mut sources = Sources { reviews: vec![file], ..Sources::default() };
    let _ = parse(&mut sources, &Config::default());
});
