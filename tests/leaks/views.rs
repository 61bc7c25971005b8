//! Whether bytes contain a token, as plain text or in one of the encodings that may occur in a site. Independent of the
//! program's own views, so that a mistake there does not hide one here.

use data_encoding::{BASE64_NOPAD, HEXLOWER};

/// A file of a site in all its views, squashed.
pub struct Seen(Vec<String>);

impl Seen {
    pub fn of(path: &str, bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let wide: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        let mut views = vec![path.to_owned(), String::from_utf16_lossy(&wide), percent(&text), entities(&text)];
        views.push(entities(&without_tags(&text)));
        views.extend(runs(&text));
        views.push(text.into_owned());
        Self(views.iter().map(|view| squashed(view)).collect())
    }

    pub fn holds(&self, token: &str) -> bool {
        let wanted = squashed(token);
        assert!(wanted.len() >= 5, "{token:?} is too short to look for");
        self.0.iter().any(|view| view.contains(&wanted))
    }
}

/// Only letters and digits, in lower case.
pub fn squashed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn without_tags(text: &str) -> String {
    let mut inside = false;
    let keep = |c: &char| {
        inside = (inside || *c == '<') && *c != '>';
        !inside && *c != '>'
    };
    text.chars().filter(keep).collect()
}

pub fn percent(text: &str) -> String {
    let (bytes, mut out, mut at) = (text.as_bytes(), Vec::new(), 0);
    while at < bytes.len() {
        let code = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Decodes numeric references, and the few named ones that matter.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let decoded = rest.find(';').filter(|end| *end < 10).and_then(|end| Some((one(&rest[1..end])?, end + 1)));
        let (c, length) = decoded.unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[length..];
    }
    out + rest
}

fn one(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("shy", '\u{ad}')]
        .iter()
        .find(|(n, _)| *n == name)
        .map(|(_, c)| *c)
}

/// Decodes runs of base64 and of hexadecimal digits.
fn runs(text: &str) -> Vec<String> {
    let plain = text.replace('-', "+").replace('_', "/");
    let long = |run: &&str| run.len() >= 8;
    let mut found = Vec::new();
    for run in plain.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '/')).filter(long) {
        for offset in 0..4.min(run.len()) {
            let part = &run[offset..];
            let part = &part[..part.len() - usize::from(part.len() % 4 == 1)];
            // The last character may have bits that decoders reject.
            let whole = &part[..part.len() / 4 * 4];
            let decoded = BASE64_NOPAD.decode(part.as_bytes()).or_else(|_| BASE64_NOPAD.decode(whole.as_bytes()));
            found.extend(decoded.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()));
        }
        let lower = run.to_lowercase();
        for offset in 0..2 {
            let part = &lower[offset..];
            let even = &part[..part.len() / 2 * 2];
            found.extend(HEXLOWER.decode(even.as_bytes()).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    found
}

#[test]
fn a_token_is_found_in_each_form() {
    let token = "Jane Oduya";
    for text in [
        "JANE oduya",
        "<b>Ja</b>ne Odu<i>ya</i>",
        "jane-oduya",
        "Jane%20Oduya",
        "J&#97;ne&#x20;Oduya",
        "x='SmFuZSBPZHV5YQ=='",
        "4a616e65204f64757961",
    ] {
        assert!(Seen::of("index.html", text.as_bytes()).holds(token), "{text}");
    }
    assert!(Seen::of("jane-oduya/index.html", b"").holds(token));
    assert!(!Seen::of("index.html", b"Jane did, and Oduya too").holds(token));
}
