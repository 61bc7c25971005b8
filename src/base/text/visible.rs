//! Text that is safe for a terminal: characters that would move the cursor or change colours or direction are shown by
//! name.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::Path;

use super::is_forbidden;

/// Whether a character must not be written to a terminal: controls other than line ends and tabs, marks that change the
/// text direction, tags, and zero-width spaces. Joiners stay: scripts and emoji need them, and a terminal does nothing
/// else with them.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'
        | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

/// The text with each such character as `<U+202E>`, or as its control picture (U+2400 block) if it has one.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    // The carriage return of a line end is part of it.
    for c in text.replace("\r\n", "\n").chars() {
        push_visible(&mut out, c);
    }
    Cow::Owned(out)
}

/// The same for a name, which is shown on one line.
#[must_use]
pub fn visible_name(text: &str) -> Cow<'_, str> {
    match visible(text) {
        text if text.contains(['\n', '\t']) => Cow::Owned(text.replace('\n', "␊").replace('\t', "␉")),
        text => text,
    }
}

/// A path as a message names it.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "every other message asks this function")]
pub fn shown(path: &Path) -> String {
    visible_name(&path.display().to_string()).into_owned()
}

/// Appends one character so that it can be seen.
pub fn push_visible(out: &mut String, c: char) {
    match c {
        '\0'..='\u{1f}' if is_unseen(c) => out.extend(char::from_u32(0x2400 + u32::from(c))),
        '\u{7f}' => out.push('␡'),
        _ if is_unseen(c) => {
            let _ = write!(out, "<U+{:04X}>", u32::from(c));
        }
        _ => out.push(c),
    }
}

/// JSON with these characters, and those that no page may contain, as escapes. They can occur in JSON strings only, so
/// every one may be replaced by an escape.
#[must_use]
pub fn visible_json(json: &str) -> Cow<'_, str> {
    let is_unseen = |c| is_unseen(c) || is_forbidden(c);
    if !json.contains(is_unseen) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if is_unseen(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{shown, visible, visible_json, visible_name};

    #[test]
    fn what_steers_a_terminal_is_shown() {
        assert_eq!(visible("a\u{1b}[31mb\u{7}\u{8}"), "a␛[31mb␇␈");
        assert_eq!(visible("a\u{9b}2J\u{202e}fdp"), "a<U+009B>2J<U+202E>fdp");
        assert_eq!(visible("one\ntwo\tthree\r\nfour\rfive"), "one\ntwo\tthree\nfour␍five");
        assert_eq!(visible_name("a\nb"), "a␊b");
        assert_eq!(shown(Path::new("a/b\n\u{1b}[2J")), "a/b␊␛[2J");
    }

    #[test]
    fn letters_of_all_scripts_stay() {
        for text in ["Großmann", "می\u{200c}خواهم", "👩\u{200d}💻", "شركة", "データ"] {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn json_keeps_its_meaning() {
        let json = serde_json::to_string("\u{202e}\u{85}\u{e0041}").unwrap();
        let seen = visible_json(&json).into_owned();
        assert!(seen.is_ascii(), "{seen}");
        assert_eq!(serde_json::from_str::<String>(&seen).unwrap(), "\u{202e}\u{85}\u{e0041}");
    }
}
