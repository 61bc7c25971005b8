//! Scripts that are loaded together, as one file each and without comments and indentation: who searches for the first time
//! should not wait for a dozen files. In the theme they stay separate, to be read and replaced. Style
//! sheets of the shipped theme are published without comments and indentation, too.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Each published file, and the files of `assets/` in it, in the order in which they run.
const JOINED: [(&str, &[&str]); 9] = [
    ("search.js", &["search.js"]),
    ("search/terms.js", &["search/stemmer.js", "search/words.js"]),
    (
        "search/find.js",
        &[
            "search/files.js",
            "search/query.js",
            "search/near.js",
            "search/groups.js",
            "search/engine.js",
            "search/excerpt.js",
            "search/view.js",
        ],
    ),
    ("search/pasted.js", &["search/moment.js", "search/paste.js"]),
    ("search/phrases.js", &["search/phrases.js"]),
    ("search/box.js", &["search/box.js"]),
    (
        "search/results.js",
        &[
            "search/address.js",
            "search/result.js",
            "search/list.js",
            "search/facets.js",
            "search/area.js",
            "search/active.js",
            "search/advice.js",
            "search/page.js",
        ],
    ),
    ("search/highlight.js", &["search/highlight.js"]),
    ("slides/deck.js", &["slides/keys.js", "slides/overview.js", "slides/deck.js"]),
];

/// The files that the published file of this name is made from, if no file of the theme has that name: a user's own would
/// be lost.
pub(super) fn made_from(name: &str) -> Option<&'static [&'static str]> {
    JOINED.into_iter().find(|(joined, parts)| *joined == name && !parts.contains(joined)).map(|(_, parts)| parts)
}

/// Replaces scripts by the files in which they are published.
pub(super) fn join(assets: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for (name, parts) in JOINED {
        let mut joined = Vec::new();
        for part in parts {
            if let Some(script) = assets.remove(*part) {
                push(&mut joined, &script);
            }
        }
        // The public edition has no slides.
        if !joined.is_empty() {
            assets.insert(name.to_owned(), Cow::Owned(joined));
        }
    }
}

/// A style sheet as it is published: without comments and indentation.
pub(super) fn bare(style: &'static [u8]) -> Cow<'static, [u8]> {
    let bare = std::str::from_utf8(style).ok().and_then(without_comments);
    bare.map_or(Cow::Borrowed(style), |bare| Cow::Owned(bare.into_bytes()))
}

fn push(joined: &mut Vec<u8>, script: &[u8]) {
    let bare = std::str::from_utf8(script).ok().and_then(without_comments);
    joined.extend_from_slice(bare.as_deref().map_or(script, str::as_bytes));
    // What follows may begin with a bracket, which would call what ends without a semicolon.
    if !joined.trim_ascii_end().ends_with(b";") {
        joined.extend_from_slice(b"\n;\n");
    }
}

/// A script or a style sheet without indentation and without comments at the beginning of a line, except those that begin with `/*!`.
/// `None` if it has texts or other comments that span lines, because then a line alone does not tell what it is.
fn without_comments(script: &str) -> Option<String> {
    let mut out = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines() {
        let mut rest = line.trim();
        loop {
            if in_comment {
                let Some((_, after)) = rest.split_once("*/") else { break };
                (rest, in_comment) = (after.trim_start(), false);
            }
            if !rest.starts_with("/*") || rest.starts_with("/*!") {
                break;
            }
            (rest, in_comment) = (&rest[2..], true);
        }
        if in_comment || rest.is_empty() {
            continue;
        }
        let is_left_open = rest.rsplit_once("/*").is_some_and(|(_, after)| !after.contains("*/"));
        if is_left_open || rest.contains('`') || rest.ends_with('\\') {
            return None;
        }
        out.push_str(rest);
        out.push('\n');
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::super::{Edition, Theme};
    use super::{JOINED, push, without_comments};

    #[test]
    fn comments_and_indentation_go_and_code_stays() {
        let script = "/* What `it`\n * does. */\n(function () {\n  \"use strict\";\n\n  /* why */ const a = 1; /* stays */\n  \
                      const b = /[/*]*\\//; /**/\n})();\n/* a */ /* b\n*/ a();\n";
        // The class of the pattern looks like an open comment, but for the closed one after it.
        let bare =
            "(function () {\n\"use strict\";\nconst a = 1; /* stays */\nconst b = /[/*]*\\//; /**/\n})();\na();\n";
        assert_eq!(without_comments(script).as_deref(), Some(bare));
        assert_eq!(without_comments("/*! MIT */\n  a();").as_deref(), Some("/*! MIT */\na();\n"));
        assert_eq!(without_comments("const s = \"/*\";\n/* x */\nb(); /* \" */\n"), None);
        assert_eq!(without_comments("const s = `\n  /* text */\n`;"), None);
        assert_eq!(without_comments("const s = \"a\\\n  b\";"), None);
        assert_eq!(without_comments("a(); /* begins\n/* goes on */\nb();"), None);
    }

    #[test]
    fn what_ends_without_a_semicolon_does_not_run_into_the_next() {
        let mut joined = Vec::new();
        push(&mut joined, b"const a = b");
        push(&mut joined, b"(function () {})();\n");
        push(&mut joined, b"\xff");
        assert_eq!(joined, b"const a = b\n\n;\n(function () {})();\n\xff\n;\n");
    }

    #[test]
    fn style_sheets_of_the_shipped_theme_are_bare() {
        for edition in [Edition::Internal, Edition::Public] {
            let theme = Theme::load(None, edition).unwrap().value;
            for (path, sheet) in theme.assets().filter(|(path, _)| path.rsplit('.').next() == Some("css")) {
                let sheet = String::from_utf8_lossy(sheet);
                assert!(!sheet.starts_with("/* ") && !sheet.contains("\n ") && !sheet.contains("\n/* "), "{path}");
            }
        }
    }

    #[test]
    fn every_script_of_the_search_is_in_a_file_that_is_loaded() {
        let scripts = Theme::shipped_files();
        let scripts = scripts.keys().filter_map(|path| path.strip_prefix("assets/"));
        let of_search = scripts.filter(|path| *path == "search.js" || path.starts_with("search/"));
        let parts = JOINED.iter().flat_map(|(_, parts)| parts.iter().copied());
        let mut parts: Vec<_> = parts.filter(|part| part.starts_with("search")).collect();
        parts.sort_unstable();
        assert_eq!(of_search.collect::<Vec<_>>(), parts);
        for edition in [Edition::Internal, Edition::Public] {
            let theme = Theme::load(None, edition).unwrap().value;
            let loader = theme.assets().find(|(path, _)| *path == "search.js").unwrap().1;
            let loader = String::from_utf8_lossy(loader);
            for (name, parts) in JOINED.iter().filter(|(name, _)| name.starts_with("search/")) {
                assert!(loader.contains(&format!("\"{name}\"")), "{name}");
                let (_, joined) = theme.assets().find(|(path, _)| path == name).unwrap();
                let code = String::from_utf8_lossy(joined);
                assert_eq!(code.matches("\"use strict\"").count(), parts.len(), "{name}");
                assert!(!code.contains("\n ") && !code.contains("\n/* "), "{name} is bare");
            }
        }
    }
}
