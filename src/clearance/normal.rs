//! Normalised texts for comparison: letters and digits only.
//!
//! Folding removes compatibility forms (NFKC and beyond), default-ignorable and direction characters, case, look-alikes
//! (UTS 39), combining marks and everything between letters, but keeps where there was a gap. So `Jane Oduya`,
//! `jane_oduya`, `/jane-oduya/`, `Ja\u{ad}ne\u{a0}Oduya` and its Cyrillic look-alike are equal, and a match still shows
//! whether it begins and ends at a word boundary. Each character is folded separately, so positions in the source can
//! be computed.

use std::ops::Range;

use super::small_capitals;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::confusable_detection::skeleton;

/// What comes before a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// Another letter or digit of the same word.
    None,
    /// A change of case, as in `camelCase`.
    Hump,
    /// Anything that is not a letter or digit.
    Gap,
}

/// The distance in bytes at which places in the source are recorded.
const STRIDE: usize = 512;

/// A folded text.
#[derive(Debug, Default)]
pub(super) struct Normal {
    /// Letters and digits, in UTF-8.
    pub(super) letters: Vec<u8>,
    /// For each byte of `letters` what comes before it.
    edges: Vec<Edge>,
    /// Places in `letters` and in the source, in order.
    places: Vec<(usize, usize)>,
}

impl Normal {
    /// Folds a text.
    pub(super) fn of(text: &str) -> Self {
        let mut normal = Self::default();
        normal.letters.reserve(text.len() + text.len() / 16);
        normal.edges.reserve(text.len() + text.len() / 16);
        let mut edge = Edge::Gap;
        let mut lower_before = false;
        let mut next_place = 0;
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if normal.letters.len() >= next_place {
                normal.places.push((normal.letters.len(), at));
                next_place = normal.letters.len() + STRIDE;
            }
            if byte.is_ascii() {
                at += 1;
                let [first, second] = ASCII[usize::from(byte)];
                if first == 0 {
                    edge = Edge::Gap;
                    continue;
                }
                if lower_before && edge == Edge::None && byte.is_ascii_uppercase() {
                    edge = Edge::Hump;
                }
                lower_before = byte.is_ascii_lowercase();
                normal.letters.push(first);
                normal.edges.push(edge);
                if second != 0 {
                    normal.letters.push(second);
                    normal.edges.push(Edge::None);
                }
                edge = Edge::None;
            } else {
                let Some(c) = text[at..].chars().next() else { break };
                at += c.len_utf8();
                fold(c, &mut |folded| normal.push(folded, &mut edge));
                lower_before = c.is_lowercase();
            }
        }
        normal
    }

    fn push(&mut self, folded: Option<char>, edge: &mut Edge) {
        let Some(c) = folded else {
            *edge = Edge::Gap;
            return;
        };
        let mut buffer = [0; 4];
        for byte in c.encode_utf8(&mut buffer).bytes() {
            self.letters.push(byte);
            self.edges.push(*edge);
            *edge = Edge::None;
        }
    }

    /// What comes before the letter at `at`; after the last one there is always a gap.
    pub(super) fn edge(&self, at: usize) -> Edge {
        self.edges.get(at).copied().unwrap_or(Edge::Gap)
    }

    /// The words in order, each with where it begins in `letters`.
    pub(super) fn words(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let start = at;
            let rest = self.edges.get(start + 1..)?;
            at = rest.iter().position(|e| *e == Edge::Gap).map_or(self.letters.len(), |n| start + 1 + n);
            Some((start, self.letters.get(start..at)?)).filter(|(_, word)| !word.is_empty())
        })
    }

    /// The range in `text`, which must be the folded text, of the letters `range`.
    pub(super) fn place(&self, text: &str, range: &Range<usize>) -> Range<usize> {
        let before = self.places.partition_point(|(letters, _)| *letters <= range.start).saturating_sub(1);
        let (mut letters, from) = self.places.get(before).copied().unwrap_or_default();
        let (mut start, mut end) = (from, text.len());
        let mut begun = false;
        for (offset, c) in text.get(from..).unwrap_or_default().char_indices() {
            let before = letters;
            fold(c, &mut |folded| letters += folded.map_or(0, char::len_utf8));
            if letters == before {
                continue;
            }
            if !begun && letters > range.start {
                begun = true;
                start = from + offset;
            }
            if letters >= range.end {
                end = from + offset + c.len_utf8();
                break;
            }
        }
        start..end.max(start)
    }
}

/// The letters alone.
pub fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold(c, &mut |folded| out.extend(folded)));
    out
}

/// The folding of each ASCII character; zero is a gap. In UTS 39 `m` looks like `rn`, `1` like `l`, `0` like `O`.
const ASCII: [[u8; 2]; 128] = {
    let mut table = [[0; 2]; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'm' | b'M' => [b'r', b'n'],
            b'0' => [b'o', 0],
            b'1' => [b'l', 0],
            b'a'..=b'z' | b'2'..=b'9' => [byte, 0],
            b'A'..=b'Z' => [byte + 32, 0],
            _ => [0, 0],
        };
        byte += 1;
    }
    table
};

/// Calls `give` with the letters that one character folds to, with `None` for a gap, and not at all for invisible
/// characters.
fn fold(c: char, give: &mut impl FnMut(Option<char>)) {
    if c.is_ascii() {
        let [first, second] = ASCII[c as usize];
        give((first != 0).then_some(char::from(first)));
        if second != 0 {
            give(Some(char::from(second)));
        }
        return;
    }
    match c {
        // Direction marks and zero-width characters.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {}
        // The rest of general punctuation, and the arrows.
        '\u{2000}'..='\u{2054}' | '\u{2190}'..='\u{21ff}' => give(None),
        // Scripts without case and compatibility forms.
        // Folded to `ss`, so that it equals the common transcription, as in `Grossmann`.
        'ß' | 'ẞ' => {
            give(Some('s'));
            give(Some('s'));
        }
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => {
            give(Some(c));
        }
        _ => fold_slowly(c, give),
    }
}

fn fold_slowly(c: char, give: &mut impl FnMut(Option<char>)) {
    if let Some(letter) = small_capitals::letter(c) {
        return fold(letter, give);
    }
    for part in std::iter::once(c).nfkd() {
        if part.is_ascii() {
            fold(part, give);
            continue;
        }
        let lower: String = part.to_lowercase().collect();
        let seen = plain(&lower);
        // A capital may look like a Latin one although its lower-case letter does not: the Greek capital eta looks like
        // H. The capital I looks like an l, so for it the lower-case letter is used.
        let capital = if part.is_uppercase() { plain(&part.to_string()) } else { String::new() };
        let best = if capital.is_ascii() && !capital.is_empty() && capital != "l" { capital } else { seen };
        for c in best.chars() {
            if c.is_ascii() {
                fold(c, give);
            } else if c.is_alphanumeric() {
                give(Some(c));
            } else {
                give(None);
            }
        }
    }
}

/// The skeleton of a text without marks, in lower case.
fn plain(text: &str) -> String {
    skeleton(text).filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Edge, Normal, letters};

    #[test]
    fn all_disguises_of_a_name_fold_alike() {
        let name = letters("Jane Oduya");
        assert_eq!(name, "janeoduya");
        for form in [
            "JANE ODUYA",
            "jane_oduya",
            "/jane-oduya/",
            "Ja\u{ad}ne\u{a0}Od\u{200b}uya",
            "\u{202e}Jane Oduya\u{202c}",
            "Ｊａｎｅ Ｏｄｕｙａ",
            "𝐉𝐚𝐧𝐞 𝐎𝐝𝐮𝐲𝐚",
            "𝒥𝒶𝓃𝑒 𝒪𝒹𝓊𝓎𝒶",
            "ⓙⓐⓝⓔ Ⓞⓓⓤⓨⓐ",
            "Jа\u{043d}e".replace('\u{043d}', "n").as_str(),
            "J\u{0430}n\u{0435} \u{041e}du\u{0443}\u{0430}",
            "J\u{0430}n\u{0435} \u{039f}duya",
            "Ja\u{0301}ne Oduya\u{0308}",
            "Jáné Öduyä",
            "Jane 0duya",
            "\u{1f179}\u{1f170}\u{1f17d}\u{1f174} \u{1f17e}\u{1f173}\u{1f184}\u{1f188}\u{1f170}",
            "\u{1d0a}\u{1d00}\u{274}\u{1d07} \u{1d0f}\u{1d05}\u{1d1c}\u{28f}\u{1d00}",
        ] {
            let folded = letters(form);
            assert!(name.starts_with(&folded) && folded.len() > 3, "{form}: {folded}");
        }
    }

    #[test]
    fn words_are_parted_by_what_is_no_letter() {
        let normal = Normal::of("It's  kestrelCache, v2.\u{a0}Zoë\u{2014}ok");
        let words: Vec<_> = normal.words().map(|(_, w)| String::from_utf8_lossy(w).into_owned()).collect();
        assert_eq!(words, ["it", "s", "kestrelcache", "v2", "zoe", "ok"]);
        let hump = normal.letters.windows(5).position(|w| w == b"cache").unwrap();
        assert_eq!((normal.edge(hump), normal.edge(hump + 1)), (Edge::Hump, Edge::None));
        assert_eq!(Normal::of("--").words().count(), 0);
        assert_eq!(Normal::of("a").words().count(), 1);
    }

    #[test]
    fn a_place_is_found_again() {
        let text = format!("{} Ｊane m\u{ad}ok", "long words before ".repeat(200));
        let normal = Normal::of(&text);
        let at = normal.letters.windows(4).position(|w| w == b"jane").unwrap();
        assert_eq!(&text[normal.place(&text, &(at..at + 4))], "Ｊane");
        let at = normal.letters.len() - 4;
        assert_eq!(&text[normal.place(&text, &(at..at + 4))], "m\u{ad}ok");
    }

    #[test]
    fn both_ways_of_folding_agree() {
        for text in ["Jane m 0duya", "ａｂｃ", "Łódź Ÿ İ ß ﬁ ½ ㎢ Æ", "データ 損失"] {
            assert_eq!(letters(text).as_bytes(), Normal::of(text).letters, "{text}");
        }
    }
}
