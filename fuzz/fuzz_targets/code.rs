//! Highlights any text as code in any language: no script in the text becomes markup.
#![no_main]

use libfuzzer_sys::fuzz_target;
use markdown::{Options, to_html};

const LANGUAGES: [&str; 12] =
    ["sh", "console", "yaml", "toml", "json", "sql", "py", "rs", "html", "diff", "http", "md"];

fuzz_target!(|input: (u8, &str)| {
    let (which, text) = input;
    let language = LANGUAGES[usize::from(which) % LANGUAGES.len()];
    let html = to_html(&format!("~~~~~~~~ {language}\n{text}\n~~~~~~~~\n"), &Options::default());
    assert!(!html.contains("<script"));
});
