//! How wide a text will be, guessed without a font; a chart is laid out before anyone picks one.
//!
//! In: text and a size. Out: a width in the same unit, a little too large rather than too small, so that labels laid
//! out by it stay apart in every common face. It refuses precision: nothing here knows kerning.

/// The width of `text` set at `size`, for the widest of the faces a system is likely to have.
#[must_use]
pub(super) fn width(text: &str, size: f64) -> f64 {
    in_em(text.chars().map(hundredths).sum()) * size
}

/// Hundredths of an em in em: whole numbers are added faster, and in any order.
fn in_em(hundredths: u32) -> f64 {
    f64::from(hundredths) / 100.0
}

/// The widths of ASCII, which nearly all labels are made of.
static ASCII: [u32; 128] = {
    let mut table = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = ascii(byte);
        byte += 1;
    }
    table
};

const fn ascii(byte: u8) -> u32 {
    match byte {
        b'i' | b'j' | b'l' | b'I' | b'.' | b',' | b':' | b';' | b'\'' | b'|' | b'!' | b' ' => 32,
        b'f' | b't' | b'r' | b'(' | b')' | b'[' | b']' | b'/' | b'-' | b'"' => 41,
        b'm' | b'w' | b'M' | b'W' | b'@' | b'%' => 98,
        b'A'..=b'Z' => 74,
        _ => 62,
    }
}

/// `text` on one line: runs of space become one, control characters go.
#[must_use]
pub(super) fn one_line(text: &str) -> String {
    let is_clean = |b: u8| b.is_ascii() && !b.is_ascii_control();
    if text.bytes().all(is_clean) && text.trim_ascii().len() == text.len() && !text.contains("  ") {
        return text.to_owned();
    }
    let visible: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !is_bidi_control(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text on one line with the place of each of its letters, so that it can be cut to any room without being read again.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    text: String,
    /// Where a letter begins, in bytes, and how much stands before it, in hundredths of an em. A joined emoji is one letter,
    /// and so is one with its accents.
    letters: Vec<(usize, u32)>,
    /// The whole, in hundredths of an em.
    wide: u32,
}

impl Measured {
    /// Reads a text once.
    pub(super) fn new(text: &str) -> Self {
        let text = one_line(text);
        let (mut letters, mut wide, mut joined) = (Vec::with_capacity(text.len()), 0, false);
        for (at, c) in text.char_indices() {
            if !joined && !is_extender(c) {
                letters.push((at, wide));
            }
            joined = c == '\u{200d}';
            wide += hundredths(c);
        }
        Self { text, letters, wide }
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The text, cut to `room` with an ellipsis where it is longer, and its width; `None` where less than a readable start
    /// would be left.
    ///
    /// A cut falls at a word if one ends in the last third, and never inside a letter.
    pub(super) fn fit(&self, size: f64, room: f64) -> Option<(String, f64)> {
        let whole = in_em(self.wide) * size;
        if whole <= room {
            return Some((self.text.clone(), whole));
        }
        let ellipsis = width("…", size);
        let fitting = self.letters.partition_point(|(_, before)| in_em(*before) * size <= room - ellipsis);
        let end = self.letters[..fitting].last().map_or(0, |(at, _)| *at);
        let ends_word = self.text[end..].starts_with(' ');
        let word = if ends_word { end } else { self.text[..end].rfind(' ').unwrap_or(0) };
        let cut = if word * 3 > end * 2 { word } else { end };
        let kept = self.text[..cut].trim_end_matches([' ', ',', ';', ':', '.']);
        let wide = width(kept, size);
        (wide >= size * 3.0).then(|| (format!("{kept}…"), wide + ellipsis))
    }
}

/// Whether the text holds right-to-left letters, and so must be kept apart from what surrounds it.
#[must_use]
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}

/// Directional controls would let one label turn its neighbours round.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// What belongs to the character before it: marks, variation selectors, skin tones, joiners.
fn is_extender(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}'
        | '\u{93c}' | '\u{941}'..='\u{948}' | '\u{94d}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}'
        | '\u{3099}'..='\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Widths in hundredths of an em, near those of the widest of the common faces; the others get some air.
fn hundredths(c: char) -> u32 {
    if let Some(width) = ASCII.get(c as usize) {
        return *width;
    }
    match c {
        c if is_extender(c) => 0,
        '…' | '—' => 98,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}' => 105,
        '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' => 140,
        c if c.is_uppercase() => 74,
        _ => 62,
    }
}

#[cfg(test)]
mod tests {
    use super::{Measured, is_right_to_left, one_line, width};

    fn fit(text: &str, size: f64, room: f64) -> Option<String> {
        Measured::new(text).fit(size, room).map(|(text, _)| text)
    }

    #[test]
    fn wide_scripts_are_wider() {
        assert!(width("障害復旧", 10.0) > width("abcd", 10.0));
        assert!(width("é", 10.0) <= width("e\u{301}x", 10.0));
    }

    #[test]
    fn a_cut_keeps_whole_words_and_whole_emoji() {
        assert_eq!(fit("short", 10.0, 100.0).as_deref(), Some("short"));
        assert_eq!(fit("rolled back the release", 10.0, 90.0).as_deref(), Some("rolled back the…"));
        let family = "ab cd 👩\u{200d}🚒👩\u{200d}🚒👩\u{200d}🚒";
        let cut = fit(family, 10.0, 75.0).unwrap();
        assert!(!cut.contains("\u{200d}…") && !cut.contains("👩…"), "{cut}");
        assert_eq!(fit("anything at all", 10.0, 5.0), None);
    }

    #[test]
    fn every_cut_fits() {
        let text = "Überlast: primary 障害 database refused connections, עוד דבר, 🚒🚒";
        for room in 0..400 {
            let room = f64::from(room);
            if let Some((cut, wide)) = Measured::new(text).fit(12.0, room) {
                assert!((width(&cut, 12.0) - wide).abs() < 1e-9 && wide <= room + 1e-9, "{cut} in {room}");
            }
        }
    }

    #[test]
    fn labels_are_one_line_and_cannot_turn_their_neighbours() {
        assert_eq!(one_line(" a\n\tb \u{202e}c\u{0}"), "a b c");
        assert!(is_right_to_left("שלום") && !is_right_to_left("hello 障害"));
    }
}
