//! The forms that a name can take: as written by people, tools and formats.

use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};

use super::dice::Name;

/// The forms listed in the design, each with its label.
pub fn forms(name: &Name) -> Vec<(&'static str, String)> {
    let full = name.full();
    let lower = full.to_lowercase();
    let (first, rest) = full.split_at(1);
    let (given, surname) = (&name.given, &name.surname);
    let spread = |gap: &str| full.chars().map(String::from).collect::<Vec<_>>().join(gap);
    let code = |c: char| u32::from(c);
    let head = first.chars().next().unwrap_or('x');
    vec![
        ("plain", full.clone()),
        ("upper case", full.to_uppercase()),
        ("lower case", lower.clone()),
        ("surname first", format!("{surname}, {given}")),
        ("reversed", format!("{surname} {given}")),
        ("surname alone", surname.clone()),
        ("title", format!("Ms {surname}")),
        ("initial", format!("{}. {surname}", &given[..1])),
        ("initial after", format!("{surname}, {}.", &given[..1])),
        ("possessive", format!("{full}'s")),
        ("account", format!("{}{surname}", &given[..1]).to_lowercase()),
        ("another letter", format!("{given} {}i{}", &surname[..3], &surname[4..])),
        ("a letter left out", format!("{given} {}{}", &surname[..5], &surname[6..])),
        (
            "two letters turned",
            format!("{given} {}{}{}{}", &surname[..4], &surname[5..6], &surname[4..5], &surname[6..]),
        ),
        ("dotted", lower.replace(' ', ".")),
        ("kebab", lower.replace(' ', "-")),
        ("snake", lower.replace(' ', "_")),
        ("camel", format!("{given}{surname}")),
        ("line end between", full.replace(' ', "\n")),
        ("zero width", format!("{first}\u{200b}{rest}")),
        ("word joiner", spread("\u{2060}")),
        ("soft hyphen", format!("{given} {}\u{ad}{}", &surname[..3], &surname[3..])),
        ("&shy;", format!("{given} {}&shy;{}", &surname[..3], &surname[3..])),
        ("no-break space", full.replace(' ', "\u{a0}")),
        ("&nbsp;", full.replace(' ', "&nbsp;")),
        ("bidi", format!("\u{202d}{full}\u{202c}")),
        ("variation selector", format!("{first}\u{fe0f}{rest}")),
        ("fullwidth", full.chars().map(|c| shifted(c, 0xfee0)).collect()),
        ("Cyrillic", cyrillic(&full)),
        ("mathematical bold", full.chars().map(bold).collect()),
        ("combining marks", full.chars().map(|c| format!("{c}\u{301}")).collect::<String>().replace(" \u{301}", " ")),
        (
            "emphasis inside",
            format!("{}*{}* {}**{}**{}", &given[..2], &given[2..], &surname[..1], &surname[1..3], &surname[3..]),
        ),
        ("decimal reference", format!("&#{};{rest}", code(head))),
        ("hexadecimal reference", format!("&#x{:x};{rest}", code(head))),
        ("reference twice", format!("&amp;#{};{rest}", code(head))),
        ("percent", full.replace(' ', "%20")),
        ("percent twice", format!("%25{:X}{}", code(head), rest.replace(' ', "%2520"))),
        ("percent thrice", full.replace(' ', "%252520")),
        ("plus", full.replace(' ', "+")),
        ("JSON escape", format!("\\u{:04x}{rest}", code(head))),
        ("JavaScript escape", format!("\\x{:02x}{rest}", code(head))),
        ("CSS escape", format!("\\{:06x}{rest}", code(head))),
        ("base64", BASE64.encode(full.as_bytes())),
        ("base64 of a record", BASE64.encode(format!("{{\"owner\":\"{full}\",\"n\":1}}").as_bytes())),
        ("base64url", BASE64URL_NOPAD.encode(format!("?>{full}").as_bytes())),
        ("base64 twice", BASE64.encode(BASE64.encode(full.as_bytes()).as_bytes())),
        ("hexadecimal", HEXLOWER.encode(full.as_bytes())),
        ("upper hexadecimal", HEXUPPER.encode(full.as_bytes())),
    ]
}

fn shifted(c: char, by: u32) -> char {
    if c.is_ascii_graphic() { char::from_u32(u32::from(c) + by).unwrap_or(c) } else { c }
}

fn bold(c: char) -> char {
    let base = if c.is_ascii_uppercase() { 0x1d400 - 0x41 } else { 0x1d41a - 0x61 };
    if c.is_ascii_alphabetic() { char::from_u32(u32::from(c) + base).unwrap_or(c) } else { c }
}

fn cyrillic(text: &str) -> String {
    let alike = [('a', 'а'), ('e', 'е'), ('o', 'о'), ('c', 'с'), ('x', 'х'), ('p', 'р')];
    text.chars().map(|c| alike.iter().find(|(latin, _)| *latin == c).map_or(c, |(_, other)| *other)).collect()
}
