//! Percent-encoding, up to three times, and quoted-printable.

use super::Made;

/// Decodes repeatedly, three times at most.
pub(super) fn decode(text: &str, sign: char) -> Option<Made> {
    let mut made = once(text, sign)?;
    for _ in 0..2 {
        let Some(deeper) = once(&made.text, sign) else { break };
        let marks = deeper.marks.iter().map(|(own, between)| (*own, source(&made.marks, *between)));
        made = Made { marks: marks.collect(), text: deeper.text };
    }
    Some(made)
}

/// `=4A=61ne`, with soft line ends; `None` if fewer than three bytes are encoded outside a header of mail
/// (`=?utf-8?Q?Jane=20Oduya?=`).
pub(super) fn decode_quoted(text: &str) -> Option<Made> {
    let is_coded = |at: usize| byte(text, at, b'=').is_some_and(|b| b.is_ascii_graphic() || b >= 0x80);
    let written = text.match_indices('=').filter(|(at, _)| is_coded(*at)).take(3).count();
    let header = || text.contains("?Q?") || text.contains("?q?");
    if written < 3 && !header() { None } else { once(&text.replace("=\r\n", "").replace("=\n", ""), '=') }
}

fn source(marks: &[(usize, usize)], at: usize) -> usize {
    let mark = marks.partition_point(|(own, _)| *own <= at).checked_sub(1).and_then(|n| marks.get(n));
    mark.map_or(at, |(own, theirs)| theirs + (at - own))
}

fn byte(text: &str, at: usize, sign: u8) -> Option<u8> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
    let value = digit(at + 1)? * 16 + digit(at + 2)?;
    (bytes.get(at) == Some(&sign)).then_some(u8::try_from(value).ok()?)
}

/// `%u004a`, as old programs write a character.
fn wide(text: &str, at: usize) -> Option<char> {
    let digits = text.get(at..)?.strip_prefix("%u")?.get(..4)?;
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

fn once(text: &str, sign: char) -> Option<Made> {
    let sign = u8::try_from(sign).ok()?;
    let mut made = Made::default();
    let (mut from, mut at, mut any) = (0, 0, false);
    while let Some(found) = text.as_bytes().get(at..).and_then(|rest| rest.iter().position(|b| *b == sign)) {
        let start = at + found;
        at = start + 1;
        let mut run = Vec::new();
        let mut end = start;
        while let Some(byte) = byte(text, end, sign) {
            run.push(byte);
            end += 3;
        }
        if let Some(c) = wide(text, start).filter(|_| run.is_empty()) {
            any = true;
            made.copy(text.get(from..start).unwrap_or_default(), from);
            made.put(c, start);
            at = start + "%u004a".len();
            from = at;
            continue;
        }
        if run.is_empty() {
            continue;
        }
        any = true;
        made.copy(text.get(from..start).unwrap_or_default(), from);
        made.bytes(&run, start);
        at = end;
        from = end;
    }
    made.copy(text.get(from..).unwrap_or_default(), from);
    any.then_some(made)
}

#[cfg(test)]
mod tests {
    use super::{decode, decode_quoted};

    #[test]
    fn decoded_three_times() {
        let text = |text: &str| decode(text, '%').map(|made| made.text);
        assert_eq!(text("?q=Jane%20Oduya").as_deref(), Some("?q=Jane Oduya"));
        assert_eq!(text("Jane%2520Oduya").as_deref(), Some("Jane Oduya"));
        assert_eq!(text("%25254A%C3%A9").as_deref(), Some("Jé"));
        assert_eq!(text("J%FCrgen%20Gro%DFmann").as_deref(), Some("Jürgen Großmann"));
        // One byte of another encoding leaves the others as they are.
        assert_eq!(text("%4A%C3%BC%72%67%65%6E%FF").as_deref(), Some("Jürgenÿ"));
        assert_eq!(text("%u004a%u0061ne %20x").as_deref(), Some("Jane  x"));
        assert_eq!(text("100 % of 5%, 7%"), None);
    }

    #[test]
    fn mail_has_its_own_sign() {
        assert_eq!(decode_quoted("=4A=61=6Ee Od=\nuya").map(|m| m.text).as_deref(), Some("Jane Oduya"));
        let header = decode_quoted("=?utf-8?Q?Jane=20Oduya?=").map(|m| m.text);
        assert_eq!(header.as_deref(), Some("=?utf-8?Q?Jane Oduya?="));
        assert!(decode_quoted("a=bc&d=ef").is_none());
    }
}
