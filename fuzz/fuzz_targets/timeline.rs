//! Any text under a heading that means a timeline: it is read as entries or left alone, and never lost.
#![no_main]

use debrief::config::Config;
use debrief::internal::parse;
use debrief::source::{SourceFile, Sources};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let text = format!("---\ntitle: A\ntimes: {{started: 2026-03-02T09:14Z}}\n---\n\n## Timeline\n\n{text}\n");
    let file = SourceFile { path: "a.md".to_owned(), text };
    let mut sources = Sources { reviews: vec![file], ..Sources::default() };
    let _ = parse(&mut sources, &Config::default());
});
