//! The ways to write a text so that it does not look like itself.

use data_encoding::BASE64;

/// Writes a text in another way.
pub type Encode = fn(&str) -> Option<String>;

/// Each encoding with its name. `None` if the encoded form is too short to be distinguished from chance, or is not a single value.
pub const ENCODINGS: [(&str, Encode); 7] = [
    ("plain", |t| Some(t.to_owned())),
    ("a character that nobody sees", |t| Some(middle(t, "\u{2060}"))),
    ("decimal references", |t| Some(t.chars().map(|c| format!("&#{};", u32::from(c))).collect::<Vec<_>>().concat())),
    ("percent", |t| Some(t.bytes().map(|b| format!("%{b:02X}")).collect::<Vec<_>>().concat())),
    ("escapes", |t| {
        t.is_ascii().then(|| t.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect::<Vec<_>>().concat())
    }),
    ("base64", |t| (t.len() >= 12).then(|| BASE64.encode(t.as_bytes()))),
    ("wide letters", |t| {
        Some(
            t.chars()
                .map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c) } else { c })
                .collect(),
        )
    }),
];

fn middle(text: &str, sign: &str) -> String {
    let at = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    format!("{}{sign}{}", &text[..at], &text[at..])
}
