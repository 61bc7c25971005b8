//! The text without invisible characters, and with ASCII letters, digits, dots and hyphens for look-alikes.
//!
//! Only lines that change are included, so that most texts need only one check of their bytes.

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::confusable_detection::skeleton;

use super::Made;
use crate::hidden::is_ignorable;

/// The lines that change.
pub(super) fn plain(text: &str) -> Option<Made> {
    if text.is_ascii() {
        return None;
    }
    let mut made = Made::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.is_ascii() {
            take(&mut made, line, start);
        }
        start += line.len();
    }
    made.some()
}

/// Adds a line if anything in it changes.
fn take(made: &mut Made, line: &str, start: usize) {
    let mut own = Made::default();
    let (mut changed, mut from, mut at) = (false, 0, 0);
    for word in line.split_inclusive(char::is_whitespace) {
        let mixed = !word.is_ascii() && word.bytes().any(|b| b.is_ascii_alphanumeric());
        for (offset, c) in word.char_indices().filter(|(_, c)| !c.is_ascii()) {
            let place = at + offset;
            let with = plain_char(c, mixed);
            if with != Some(c) {
                changed = true;
                own.copy(line.get(from..place).unwrap_or_default(), start + from);
                if let Some(with) = with {
                    own.put(with, start + place);
                }
                from = place + c.len_utf8();
                own.mark(start + from);
            }
        }
        at += word.len();
    }
    if changed {
        own.copy(line.get(from..).unwrap_or_default(), start + from);
        let offset = made.text.len();
        made.marks.extend(own.marks.into_iter().map(|(own, source)| (offset + own, source)));
        made.text.push_str(&own.text);
        if !made.text.ends_with('\n') {
            made.text.push('\n');
        }
    }
}

/// The plain character; `None` for an invisible one.
fn plain_char(c: char, mixed: bool) -> Option<char> {
    match c {
        '\u{a0}' | '\u{2026}' | '\u{2014}' => return Some(c),
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => return Some(' '),
        '\u{2010}'..='\u{2013}' | '\u{2212}' => return Some('-'),
        '\u{2024}' | '\u{3002}' | '\u{ff61}' => return Some('.'),
        _ if is_ignorable(c) => return None,
        _ => {}
    }
    if let Some(digit) = digit(c) {
        return Some(digit);
    }
    let mut folded = std::iter::once(c).nfkc();
    if let (Some(one), None) = (folded.next(), folded.next())
        && one.is_ascii_graphic()
    {
        return Some(one);
    }
    // Only letters of another script among Latin ones are replaced; a word in one script stays as it is.
    if mixed && c.is_alphabetic() {
        let mut seen = skeleton(c.encode_utf8(&mut [0; 4])).collect::<Vec<_>>().into_iter();
        if let (Some(one), None) = (seen.next(), seen.next())
            && one.is_ascii_alphanumeric()
        {
            return Some(one);
        }
    }
    Some(c)
}

/// The value of a decimal digit of another script.
fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 12] = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xe50, 0x1040];
    let code = u32::from(c);
    let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_is_not_seen_is_not_there() {
        let text = |text: &str| plain(text).map(|made| made.text);
        assert_eq!(text("a\nat 10.44\u{200b}.7.19 x\nb").as_deref(), Some("at 10.44.7.19 x\n"));
        assert_eq!(text("someone@inner\u{ad}corp.net").as_deref(), Some("someone@innercorp.net\n"));
        assert_eq!(text("\u{ff11}\u{ff10}.\u{661}\u{662}\u{2024}7 \u{ff21}").as_deref(), Some("10.12.7 A\n"));
        assert_eq!(text("Password\u{202f}: x").as_deref(), Some("Password : x\n"));
        assert_eq!(text("c\u{43e}rp.net and \u{43e}\u{43e}").as_deref(), Some("corp.net and \u{43e}\u{43e}\n"));
        assert_eq!(text("na\u{ef}ve \u{2014} \u{201c}quoted\u{201d}\u{2026}"), None);
    }
}
