//! Runs of base64 (both alphabets) and of hexadecimal digits, decoded at every offset, if they contain readable text.

use super::Made;

/// The shortest run that is decoded.
const SHORTEST_BASE64: usize = 10;
/// In digits.
const SHORTEST_HEX: usize = 10;
/// The least number of consecutive readable characters that count as text.
const READABLE: usize = 5;

/// All readable texts in runs of base64, one on each line.
pub(super) fn base64(text: &str) -> Option<Made> {
    let mut made = Made::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let Some(skip) = bytes.get(at..).and_then(|rest| rest.iter().position(|b| is_base64(*b))) else { break };
        let start = at + skip;
        at = start + bytes.get(start..).map_or(0, |rest| rest.iter().take_while(|b| is_base64(**b)).count());
        // Mail and certificates wrap their lines.
        while is_wrapped(bytes, start, at) && bytes.get(at).is_some_and(|b| matches!(b, b'\n' | b'\r')) {
            let end = at + bytes.get(at..).map_or(0, |r| r.iter().take_while(|b| matches!(b, b'\n' | b'\r')).count());
            let more = bytes.get(end..).map_or(0, |rest| rest.iter().take_while(|b| is_base64(**b)).count());
            if more == 0 {
                break;
            }
            at = end + more;
        }
        let run = bytes.get(start..at).unwrap_or_default();
        if run.len() >= SHORTEST_BASE64 && may_be_text(run) {
            let values: Vec<u8> = run.iter().filter_map(|b| value(*b)).collect();
            for offset in 0..4 {
                let decoded = values.get(offset..).unwrap_or_default().chunks(4).flat_map(three);
                push_readable(&mut made, decoded, start);
            }
        }
        at += 1;
    }
    made.some()
}

/// Whether a run may go on in the next line: as long as mail and certificates have it, or the whole of its own line and the next.
fn is_wrapped(bytes: &[u8], start: usize, end: usize) -> bool {
    if end - start >= 60 {
        return true;
    }
    let is_end = |byte: Option<&u8>| byte.is_none_or(|b| matches!(b, b'\n' | b'\r'));
    let rest = bytes.get(end..).unwrap_or_default();
    let gap = rest.iter().take_while(|b| matches!(b, b'\n' | b'\r')).count();
    let next = rest.get(gap..).map_or(0, |rest| rest.iter().take_while(|b| is_base64(**b)).count());
    let begins = start.checked_sub(1).is_none_or(|before| is_end(bytes.get(before)));
    begins && end - start >= 8 && next > 0 && is_end(rest.get(gap + next))
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=')
}

/// Whether a run may be the base64 of a text: it has capitals or digits in its middle, which words do not have. That of capitals may
/// have nothing but capitals.
fn may_be_text(run: &[u8]) -> bool {
    let count = |is: fn(&u8) -> bool| run.iter().filter(|byte| is(byte)).count();
    if count(u8::is_ascii_uppercase) > count(u8::is_ascii_lowercase) {
        return true;
    }
    let mixed = run.windows(2).filter(|pair| match pair {
        [a, b] => a.is_ascii_alphanumeric() && (b.is_ascii_uppercase() != a.is_ascii_uppercase() || b.is_ascii_digit()),
        _ => false,
    });
    mixed.take(2).count() == 2
}

fn value(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

/// Decodes up to four base64 values to three bytes.
fn three(values: &[u8]) -> impl Iterator<Item = u8> + use<> {
    let bits = values.iter().fold(0_u32, |bits, v| bits << 6 | u32::from(*v)) << (6 * (4 - values.len()));
    let [_, a, b, c] = bits.to_be_bytes();
    [a, b, c].into_iter().take((values.len() * 3) / 4)
}

/// All readable texts in runs of hexadecimal digits, one on each line.
pub(super) fn hex(text: &str) -> Option<Made> {
    let mut made = Made::default();
    let bytes = text.as_bytes();
    let mut digits = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let Some(skip) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_hexdigit)) else { break };
        let start = at + skip;
        digits.clear();
        at = run(bytes, start, &mut digits).max(start + 1);
        if digits.len() < SHORTEST_HEX || !digits.iter().any(|d| *d < 10) {
            continue;
        }
        for offset in 0..2 {
            let pairs = digits.get(offset..).unwrap_or_default().chunks_exact(2);
            push_readable(&mut made, pairs.map(|pair| pair.iter().fold(0, |byte, d| byte << 4 | d)), start);
        }
    }
    made.some()
}

/// Separators between pairs of digits.
const SIGNS: [&[u8]; 9] = [b", 0x", b",0x", b" 0x", b"\\x", b"0x", b" ", b":", b"-", b","];

/// Gathers the digits of a run: consecutive, or in pairs with a separator, with or without `0x` or `\x`. Returns the
/// end of the run.
fn run(bytes: &[u8], start: usize, digits: &mut Vec<u8>) -> usize {
    let digit = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
    let mut at = start;
    loop {
        while let Some(digit) = digit(at) {
            digits.push(digit);
            at += 1;
        }
        // Most runs are part of a word.
        if digits.len() % 2 == 1
            || !bytes.get(at).is_some_and(|b| matches!(b, b',' | b' ' | b'\\' | b'0' | b':' | b'-'))
        {
            return at;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let next = SIGNS.iter().filter(|sign| rest.starts_with(sign)).find_map(|sign| {
            let to = at + sign.len();
            (digit(to).is_some() && digit(to + 1).is_some()).then_some(to)
        });
        // A pair alone goes on with pairs: `at` and `fade` are words.
        // A dump has them by four: `4d65 6920 4368`.
        let by_four = |to: &usize| {
            let four = (0..4).all(|n| digit(to + n).is_some()) && digit(to + 4).is_none();
            digits.len().is_multiple_of(4) && rest.starts_with(b" ") && four && digits.iter().any(|d| *d < 10)
        };
        match next.filter(|to| digit(to + 2).is_none() || digits.len() > 8 || by_four(to)) {
            Some(to) => at = to,
            None => return at,
        }
    }
}

/// Appends runs of printable characters, with everything else as one space.
fn push_readable(made: &mut Made, bytes: impl Iterator<Item = u8>, source: usize) {
    // Zero bytes are removed, so that two-byte characters are read as one-byte ones.
    let bytes: Vec<u8> = bytes.filter(|b| *b != 0).collect();
    let text = String::from_utf8_lossy(&bytes);
    let is_print = |c: char| !c.is_control() && c != '\u{fffd}' && (c.is_ascii() || c.is_alphanumeric());
    let mut runs = text.split(|c: char| !(is_print(c) || matches!(c, '\n' | '\r' | '\t'))).peekable();
    if !runs.clone().any(|run| run.chars().count() >= READABLE) {
        return;
    }
    made.mark(source);
    while let Some(run) = runs.next() {
        made.text.push_str(run);
        made.text.push(if runs.peek().is_some() { ' ' } else { '\n' });
    }
}

#[cfg(test)]
mod tests {
    use data_encoding::{BASE64, BASE64_NOPAD, BASE64URL, HEXLOWER, HEXUPPER};

    use super::{base64, hex};

    #[test]
    fn base64_is_read_at_every_offset_and_in_both_alphabets() {
        for before in ["", "x", "xy", "xyz"] {
            let bytes = format!("{before}~~?Jane Oduya>>");
            for text in [
                BASE64.encode(bytes.as_bytes()),
                BASE64_NOPAD.encode(bytes.as_bytes()),
                BASE64URL.encode(bytes.as_bytes()),
                format!("token/{}", BASE64.encode(bytes.as_bytes())),
            ] {
                let made = base64(&format!("key: \"{text}\",")).unwrap();
                assert!(made.text.contains("Jane Oduya"), "{text}: {}", made.text);
            }
        }
        let run = BASE64.encode(b"so it was Jane Oduya who knew");
        let lines = format!("it:\n{}\n{}\n{}\nend of it", &run[..16], &run[16..32], &run[32..]);
        assert!(base64(&lines).unwrap().text.contains("Jane Oduya"));
        let wide: Vec<u8> = "Jane Oduya".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(base64(&BASE64.encode(&wide)).unwrap().text.contains("Jane Oduya"));
        for name in ["DAMADAM KARODAM", "DAMADAM KARODAn"] {
            assert!(base64(&BASE64.encode(name.as_bytes())).is_some_and(|made| made.text.contains(name)), "{name}");
        }
        assert!(base64("A plain sentence with a very-long-compound-word in it").is_none());
    }

    #[test]
    fn hex_is_read_with_and_without_signs() {
        for text in [
            HEXLOWER.encode(b"Jane Oduya"),
            HEXUPPER.encode(b"xJane Oduya"),
            format!("a{}", HEXLOWER.encode(b"Jane Oduya")),
        ] {
            assert!(hex(&text).unwrap().text.contains("Jane Oduya"), "{text}");
        }
        assert!(hex("00000000: 4a61 6e65 204f 6475 7961  Ja").unwrap().text.contains("Jane Oduya"));
        for sign in [" ", ":", "-", ", 0x", "\\x"] {
            let pairs: Vec<_> = b"Jane Oduya".iter().map(|b| format!("{b:02x}")).collect();
            let text = format!("= {}", pairs.join(sign));
            assert!(hex(&text).unwrap().text.contains("Jane Oduya"), "{text}");
        }
        assert!(hex("commit 9fceb02d0ae598e95dc970b74767f19372d61af8").is_none_or(|m| !m.text.contains("Jane")));
    }
}
