//! Character references: `&amp;`, `&#97;`, `&#x61;`, with or without the semicolon where browsers allow it.

use super::Made;

/// The whole text decoded; `None` if it has no reference.
pub(super) fn decode(text: &str) -> Option<Made> {
    let mut made = Made::default();
    decode_into(&mut made, text, 0);
    made.some().filter(|made| made.marks.len() > 1)
}

/// Appends `text`, which begins at `source`, with its references decoded.
pub(super) fn decode_into(made: &mut Made, text: &str, source: usize) {
    let mut from = 0;
    for reference in html::references(text) {
        made.copy(text.get(from..reference.at).unwrap_or_default(), source + from);
        for c in reference.meaning.chars() {
            made.put(c, source + reference.at);
        }
        from = reference.at + reference.length;
    }
    made.copy(text.get(from..).unwrap_or_default(), source + from);
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
        assert_eq!(text("R&D & co &x;"), None);
    }
}
