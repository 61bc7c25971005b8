//! The types of file that a public site may contain, and checks of their invisible content.

mod pictures;

/// A problem with a file: the rule, and a description in place of a value.
pub(super) type Wrong = (&'static str, String);

/// The types of file that may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Html,
    Css,
    Js,
    Json,
    Xml,
    Txt,
    Png,
    Jpg,
    Webp,
    Woff2,
    /// Any other type.
    Other,
}

impl Kind {
    /// The type by the file name extension.
    pub(super) fn of(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or_default();
        match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("html") => Self::Html,
            Some("css") => Self::Css,
            Some("js") => Self::Js,
            Some("json" | "webmanifest") => Self::Json,
            Some("xml") => Self::Xml,
            Some("txt") => Self::Txt,
            Some("png") => Self::Png,
            Some("jpg") => Self::Jpg,
            Some("webp") => Self::Webp,
            Some("woff2") => Self::Woff2,
            _ => Self::Other,
        }
    }

    /// Whether it is a text format.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Html | Self::Css | Self::Js | Self::Json | Self::Xml | Self::Txt)
    }

    fn begins(self, bytes: &[u8]) -> bool {
        match self {
            Self::Png => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
            Self::Jpg => bytes.starts_with(&[0xff, 0xd8, 0xff]),
            Self::Webp => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
            Self::Woff2 => bytes.starts_with(b"wOF2"),
            Self::Other => false,
            _ => !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok(),
        }
    }
}

/// All problems with the type, the name and the format of a file.
pub(super) fn check(path: &str, bytes: &[u8]) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let kind = Kind::of(path);
    let mut push = |rule, what: &str| wrong.push((rule, what.to_owned()));
    if path.split('/').any(|part| part.starts_with('.') || part.is_empty()) {
        push("file-type", "a hidden file");
    }
    if kind == Kind::Other {
        push("file-type", "a kind of file that may not leave");
    } else if !kind.begins(bytes) {
        push("file-type", "bytes of another kind than the name says");
    }
    let checked = match kind {
        Kind::Png => pictures::png(bytes),
        Kind::Jpg => pictures::jpg(bytes),
        Kind::Webp => pictures::webp(bytes),
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
fn inside(kind: Kind, bytes: &[u8]) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let text = String::from_utf8_lossy(bytes);
    if matches!(kind, Kind::Css | Kind::Js | Kind::Html) && text.contains("sourceMappingURL") {
        wrong.push(("file-type", "a map of sources".to_owned()));
    }
    if matches!(kind, Kind::Css | Kind::Html | Kind::Xml) && holds_data(&text) {
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
