//! Invisible characters: controls, direction marks, and zero-width characters.
//!
//! In: a text to be published. Out: each invisible character that its script does not need at that place. Allowed are
//! joiners inside Persian, Arabic, Indic and emoji text, variation selectors after their base, and zero-width spaces in
//! scripts without spaces between words.

/// An invisible character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hidden {
    /// Its byte offset in the text.
    pub at: usize,
    /// The character itself.
    pub character: char,
}

/// Every invisible character that is not needed at its place.
pub fn hidden(text: &str) -> Vec<Hidden> {
    let suspect =
        |c: char| c.is_control() && !matches!(c, '\t' | '\n') || !c.is_ascii() && (is_ignorable(c) || is_separator(c));
    if !text.contains(suspect) {
        return Vec::new();
    }
    let flags = flags(text);
    let mut found = Vec::new();
    for (at, character) in text.char_indices().filter(|(_, c)| suspect(*c)) {
        let after = text.get(at + character.len_utf8()..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        let in_flag = flags.iter().any(|flag| flag.contains(&at));
        if !in_flag && !is_needed(before, character, after) {
            found.push(Hidden { at, character });
        }
    }
    found
}

/// The name of a character.
pub fn name(c: char) -> &'static str {
    match c {
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a space without width",
        '\u{200c}' | '\u{200d}' => "a joiner",
        '\u{2060}' | '\u{feff}' => "a joiner of words",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "a mark of direction"
        }
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "a selector of variants",
        '\u{e0000}'..='\u{e007f}' => "a tag character",
        c if c.is_control() || is_separator(c) => "a control character",
        _ => "an invisible character",
    }
}

/// Line and paragraph separators, and noncharacters.
fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}') || u32::from(c) & 0xfffe == 0xfffe
}

/// Whether a character has no width (the default-ignorable ones of Unicode).
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

fn is_needed(before: &str, c: char, after: &str) -> bool {
    let last = before.chars().next_back().unwrap_or(' ');
    let next = after.chars().next().unwrap_or(' ');
    match c {
        // Part of a Windows line end.
        '\r' => next == '\n',
        '\u{200b}' => parts_no_words(last) && parts_no_words(next),
        '\u{200c}' => joins(last) && joins(next),
        '\u{200d}' => joins(last) || is_emoji(last) && is_emoji(next),
        '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            let strong = |c: &char| c.is_alphanumeric();
            before.chars().rev().take(4).find(strong).is_some_and(is_right_to_left)
                || after.chars().take(4).find(strong).is_some_and(is_right_to_left)
        }
        '\u{fe0e}' | '\u{fe0f}' => is_emoji(last) || next == '\u{20e3}' && matches!(last, '0'..='9' | '#' | '*'),
        '\u{fe00}'..='\u{fe02}' => is_han(last) || matches!(last, '\u{2200}'..='\u{22ff}' | '\u{1000}'..='\u{109f}'),
        '\u{e0100}'..='\u{e01ef}' => is_han(last),
        '\u{180b}'..='\u{180f}' => matches!(last, '\u{1820}'..='\u{18aa}'),
        _ => false,
    }
}

/// Scripts with joined letters or consonants.
fn joins(c: char) -> bool {
    matches!(
        c,
        '\u{600}'..='\u{7bf}' | '\u{7ca}'..='\u{7fa}' | '\u{840}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{f40}'..='\u{fbc}'
            | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17d3}' | '\u{1820}'..='\u{18aa}' | '\u{1b00}'..='\u{1b7f}'
            | '\u{a840}'..='\u{a8ff}' | '\u{a980}'..='\u{a9df}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10d00}'..='\u{10d3f}' | '\u{11000}'..='\u{11fff}' | '\u{1e900}'..='\u{1e95f}'
    )
}

/// Thai, Lao, Myanmar, Khmer and others, which have no spaces between words.
fn parts_no_words(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{f40}'..='\u{fbc}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{a980}'..='\u{a9df}')
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Characters that a selector or a joiner may follow in an emoji.
fn is_emoji(c: char) -> bool {
    matches!(
        c,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}'
            | '\u{24c2}' | '\u{25a0}'..='\u{27bf}' | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}'
            | '\u{3299}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'
    )
}

/// The flags of England, Scotland and Wales, the only ones that are written with tag characters.
fn flags(text: &str) -> Vec<std::ops::Range<usize>> {
    const FLAG: char = '\u{1f3f4}';
    let mut found = Vec::new();
    for (at, _) in text.match_indices(FLAG) {
        for nation in ["gbeng", "gbsct", "gbwls"] {
            let tags: String =
                nation.bytes().filter_map(|b| char::from_u32(0xe0000 + u32::from(b))).chain(['\u{e007f}']).collect();
            let start = at + FLAG.len_utf8();
            if text.get(start..).is_some_and(|rest| rest.starts_with(&tags)) {
                found.push(start..start + tags.len());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Hidden, hidden};

    #[test]
    fn what_nobody_sees_is_found() {
        for c in [
            '\u{0}',
            '\u{7}',
            '\u{8}',
            '\u{b}',
            '\u{c}',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{9b}',
            '\r',
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{180e}',
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{200f}',
            '\u{202a}',
            '\u{202e}',
            '\u{2028}',
            '\u{2060}',
            '\u{2063}',
            '\u{2066}',
            '\u{2069}',
            '\u{206a}',
            '\u{3164}',
            '\u{fe0f}',
            '\u{fe01}',
            '\u{feff}',
            '\u{fffe}',
            '\u{e0001}',
            '\u{e0041}',
            '\u{e0101}',
        ] {
            assert_eq!(hidden(&format!("a{c}b")), [Hidden { at: 1, character: c }], "{c:?}");
        }
    }

    #[test]
    fn what_a_script_needs_passes() {
        for text in [
            "tab\tand line\nand\r\nWindows, no\u{a0}break, \u{2009}thin",
            "\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645}",
            "\u{915}\u{94d}\u{200d}\u{937} and \u{9b0}\u{200d}\u{9cd}\u{9af}",
            "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}, \u{2764}\u{fe0f}\u{200d}\u{1f525}, \u{26a0}\u{fe0f}, 1\u{fe0f}\u{20e3}, \u{1f3f3}\u{fe0f}\u{200d}\u{1f308}",
            "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "\u{845b}\u{e0100}\u{98fe}",
            "\u{e01}\u{e32}\u{200b}\u{e01}",
            "\u{5e9}\u{5dc}\u{5d5}\u{5dd}!\u{200f} (1)",
        ] {
            assert!(hidden(text).is_empty(), "{text:?}: {:?}", hidden(text));
        }
        // Hidden words in tags after another flag, and a joiner between Latin letters beside Persian ones.
        assert_eq!(hidden("\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}").len(), 3);
        assert_eq!(hidden("\u{645}\u{6cc} a\u{200c}b").len(), 1);
    }
}
