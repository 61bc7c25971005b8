//! Bytes that are not UTF-8: UTF-16, and the texts inside binary files.

/// Shorter texts inside a binary file are chance.
const SHORTEST: usize = 6;

/// The text as UTF-16 in both byte orders, if the bytes may contain any.
pub(crate) fn wide(bytes: &[u8]) -> Option<String> {
    let marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if !bytes.contains(&0) && !marked {
        return None;
    }
    let read = |offset: usize, order: fn([u8; 2]) -> u16| {
        let pairs = bytes.get(offset..).unwrap_or_default().chunks_exact(2);
        let units = pairs.map(|pair| order([pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)]));
        char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect::<String>()
    };
    Some([read(0, u16::from_le_bytes), read(0, u16::from_be_bytes), read(1, u16::from_le_bytes)].join("\n"))
}

/// The texts inside a binary file, one on each line.
pub(crate) fn strings(bytes: &[u8]) -> String {
    let runs = bytes.split(|b| !(b.is_ascii_graphic() || *b == b' ')).filter(|run| run.len() >= SHORTEST);
    let narrow = runs.map(|run| String::from_utf8_lossy(run).into_owned());
    let mut lines: Vec<String> = narrow.collect();
    for offset in 0..2 {
        let units: Vec<u8> = bytes
            .get(offset..)
            .unwrap_or_default()
            .chunks_exact(2)
            .map(|pair| match pair {
                [byte, 0] | [0, byte] => *byte,
                _ => 0,
            })
            .collect();
        let runs = units.split(|b| !(b.is_ascii_graphic() || *b == b' ')).filter(|run| run.len() >= SHORTEST);
        lines.extend(runs.map(|run| String::from_utf8_lossy(run).into_owned()));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{strings, wide};

    #[test]
    fn two_byte_characters_are_read_in_both_orders() {
        let text = "Jané Oduya";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&little, &big] {
            assert!(wide(bytes).unwrap().contains(text));
        }
        assert!(wide(b"plain text").is_none());
        let plain: Vec<u8> = "Jane Oduya".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(strings(&[&[1, 2, 3], plain.as_slice()].concat()).contains("Jane Oduya"));
        assert_eq!(strings(b"\x01\x02Jane Oduya\xffabc\x00"), "Jane Oduya");
    }
}
