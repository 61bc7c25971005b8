//! Character references: `&amp;`, `&#97;`, `&#x61;`, with or without the semicolon where browsers allow it.

use pulldown_cmark::{Event, Parser};

use super::Made;

/// The longest name is `CounterClockwiseContourIntegral`.
const LONGEST: usize = 34;

/// The common ones, so that the table of all is seldom asked.
const COMMON: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("shy", '\u{ad}'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
    ("mdash", '\u{2014}'),
    ("ndash", '\u{2013}'),
    ("hellip", '\u{2026}'),
    ("commat", '@'),
    ("period", '.'),
    ("colon", ':'),
    ("sol", '/'),
    ("lowbar", '_'),
    ("hyphen", '\u{2010}'),
    ("dash", '\u{2010}'),
    ("NewLine", '\n'),
    ("Tab", '\t'),
];

/// The whole text decoded; `None` when it holds no reference.
pub(super) fn decode(text: &str) -> Option<Made> {
    let mut made = Made::default();
    decode_into(&mut made, text, 0);
    made.some().filter(|made| made.marks.len() > 1)
}

/// Appends `text`, which begins at `source`, with its references decoded.
pub(super) fn decode_into(made: &mut Made, text: &str, source: usize) {
    let (mut from, mut at) = (0, 0);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('&')) {
        let start = at + found;
        at = start + 1;
        let rest = text.get(at..).unwrap_or_default();
        if let Some((c, length)) = reference(rest) {
            made.copy(text.get(from..start).unwrap_or_default(), source + from);
            made.put(c, source + start);
            at += length;
            from = at;
        }
    }
    made.copy(text.get(from..).unwrap_or_default(), source + from);
}

/// What follows an ampersand: the character and the length of its reference.
fn reference(rest: &str) -> Option<(char, usize)> {
    if let Some(number) = rest.strip_prefix('#') {
        let (radix, skip) = if number.starts_with(['x', 'X']) { (16, 1) } else { (10, 0) };
        let digits = number.get(skip..)?;
        let length = digits.bytes().take_while(|b| char::from(*b).is_digit(radix)).count();
        let c = char::from_u32(u32::from_str_radix(digits.get(..length)?, radix).ok()?)?;
        let semicolon = usize::from(digits.get(length..)?.starts_with(';'));
        return Some((c, 1 + skip + length + semicolon));
    }
    let length = rest.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let name = rest.get(..length)?;
    let closed = rest.get(length..)?.starts_with(';');
    if let Some((_, c)) = COMMON.iter().find(|(known, _)| *known == name) {
        return Some((*c, length + usize::from(closed)));
    }
    if !closed || length < 2 {
        return None;
    }
    // The Markdown parser holds the table of all names.
    let written = format!("&{name};");
    let event = Parser::new(&written).find_map(|event| match event {
        Event::Text(text) if *text != written => text.chars().next(),
        _ => None,
    });
    event.map(|c| (c, length + 1))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn every_way_to_write_a_letter() {
        let text = |text: &str| decode(text).map(|made| made.text);
        assert_eq!(text("J&#97;ne&nbsp;O&#x64;u&shy;ya").as_deref(), Some("Jane\u{a0}Odu\u{ad}ya"));
        assert_eq!(text("&#0074ane &lt;b&gt; &commat;x").as_deref(), Some("Jane <b> @x"));
        assert_eq!(text("&amp;#97;").as_deref(), Some("&#97;"));
        assert_eq!(text("&Eacute;lodie &fjlig;").as_deref().map(|t| t.starts_with("Élodie")), Some(true));
        assert_eq!(text("R&D & co &x; &#xfffffff;"), None);
    }
}
