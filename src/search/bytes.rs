//! Variable-length numbers, and texts that share a prefix with the one before.

/// Appends seven bits in each byte, the lowest first; the highest bit says that more bytes follow.
pub(crate) fn push_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 128 {
        out.push(low(number) | 128);
        number >>= 7;
    }
    out.push(low(number));
}

/// The lowest seven bits.
fn low(number: u32) -> u8 {
    u8::try_from(number & 127).unwrap_or_default()
}

/// Appends a text as the length of the prefix that it shares with `before`, the length of the rest, and the rest.
pub(crate) fn push_text(out: &mut Vec<u8>, before: &str, text: &str) {
    let mut shared = before.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
    while !text.is_char_boundary(shared) {
        shared -= 1;
    }
    let rest = &text.as_bytes()[shared..];
    push_number(out, number(shared));
    push_number(out, number(rest.len()));
    out.extend_from_slice(rest);
}

/// A count as `u32`, which is large enough for ours.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Reads bytes from the front; every method returns `None` for invalid bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'b>(pub(crate) &'b [u8]);

impl<'b> Reader<'b> {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(crate) fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 127).checked_shl(shift)?;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    pub(crate) fn text(&mut self, before: &str) -> Option<String> {
        let shared = before.get(..self.number()? as usize)?;
        let length = self.number()? as usize;
        Some(shared.to_owned() + std::str::from_utf8(self.take(length)?).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, push_number, push_text};

    #[test]
    fn numbers_and_texts_come_back() {
        let mut out = Vec::new();
        let numbers = [0, 1, 127, 128, 300, 16_384, u32::MAX];
        for number in numbers {
            push_number(&mut out, number);
        }
        let texts = ["", "pool", "pools", "pot", "über", "üben", "データ", "データ損失"];
        texts
            .iter()
            .scan("", |before, text| {
                push_text(&mut out, before, text);
                *before = text;
                Some(())
            })
            .for_each(drop);
        let mut reader = Reader(&out);
        assert!(numbers.iter().all(|number| reader.number() == Some(*number)));
        let mut before = String::new();
        for text in texts {
            before = reader.text(&before).unwrap();
            assert_eq!(before, text);
        }
        assert!(reader.is_empty());
        assert_eq!(reader.number(), None);
        assert_eq!(Reader(&[255; 9]).number(), None);
        assert_eq!(Reader(&[3, 0]).text("ab"), None);
    }
}
