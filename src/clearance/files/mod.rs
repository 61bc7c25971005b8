//! Checks of the kind of a file, and of its invisible content.

mod pictures;

use site::FileKind;

/// A problem with a file: the rule, and a description in place of a value.
pub(super) type Wrong = (&'static str, String);

/// All problems with the type, the name and the format of a file.
pub(super) fn check(path: &str, bytes: &[u8]) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let kind = FileKind::of(path);
    let mut push = |rule, what: &str| wrong.push((rule, what.to_owned()));
    if path.split('/').any(|part| part.starts_with('.') || part.is_empty()) {
        push("file-type", "a hidden file");
    }
    if kind == FileKind::Other {
        push("file-type", "a kind of file that may not be published");
    } else if !kind.begins(bytes) {
        push("file-type", "bytes of another kind than the name says");
    }
    let checked = match kind {
        FileKind::Png => pictures::png(bytes),
        FileKind::Jpg => pictures::jpg(bytes),
        FileKind::Webp => pictures::webp(bytes),
        _ => Ok(()),
    };
    if let Err(what) = checked
        && kind.begins(bytes)
    {
        push("metadata", what);
    }
    if kind.is_text() {
        wrong.extend(inside(kind, bytes));
    }
    wrong
}

/// Finds what a text file must not contain: source maps, and `data:` addresses.
fn inside(kind: FileKind, bytes: &[u8]) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let text = String::from_utf8_lossy(bytes);
    if matches!(kind, FileKind::Css | FileKind::Js | FileKind::Html) && text.contains("sourceMappingURL") {
        wrong.push(("file-type", "a map of sources".to_owned()));
    }
    if matches!(kind, FileKind::Css | FileKind::Html | FileKind::Xml) && holds_data(&text) {
        wrong.push(("file-type", "a file inside an address".to_owned()));
    }
    wrong
}

/// Whether there is a `data:` where an address may be.
fn holds_data(text: &str) -> bool {
    text.to_ascii_lowercase().match_indices("data:").any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end();
        let after = text.get(at + 5..).unwrap_or_default();
        let address = before.ends_with(['"', '\'', '(', '=', ',']);
        let kind = after.bytes().take(60).take_while(|b| b.is_ascii_alphanumeric() || b"/+.-;=".contains(b)).count();
        address && after.get(kind..).is_some_and(|rest| rest.starts_with(','))
    })
}

#[cfg(test)]
mod tests {
    use super::check;

    fn problems(path: &str, bytes: &[u8]) -> Vec<String> {
        check(path, bytes).into_iter().map(|(_, what)| what).collect()
    }

    #[test]
    fn kinds_are_few_and_true() {
        for (path, bytes) in [
            ("a/index.html", &b"<p>x"[..]),
            ("a.css", b"a { color: red } /* data: none */"),
            ("a.js", b"let data = {data: 1};"),
            ("a.json", b"{}"),
            ("robots.txt", b""),
            ("f.woff2", b"wOF2...."),
        ] {
            assert!(problems(path, bytes).is_empty(), "{path}: {:?}", problems(path, bytes));
        }
        for (path, bytes) in [
            ("a.svg", &b"<svg/>"[..]),
            ("a.js.map", b"{}"),
            ("a.zip", b"PK"),
            (".htaccess", b"x"),
            ("CNAME", b"x"),
            ("a.png", b"<p>"),
            ("a.html", b"\xff\xfea\0"),
            ("a.pdf", b"%PDF"),
            ("a.css", b"a{}/*# sourceMappingURL=a.css.map */"),
            ("a.css", b"a{background:url(data:image/png;base64,AAAA)}"),
            ("a.css", b"a{background:url(DATA:image/png;base64,AAAA)}"),
            ("a.html", b"<img src=\"data:image/svg+xml,%3Csvg\">"),
        ] {
            assert!(!problems(path, bytes).is_empty(), "{path}");
        }
        assert_eq!(problems(".git/config", b"x").len(), 2);
    }
}
