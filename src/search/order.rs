//! The order of terms and words, which is that of JavaScript.

use std::cmp::Ordering;

/// The order of UTF-16 code units: that of the bytes, except that characters beyond the first plane come before U+E000.
pub(crate) fn order(a: &str, b: &str) -> Ordering {
    let rank = |byte: u8| if matches!(byte, 0xee | 0xef) { byte + 8 } else { byte };
    a.bytes().map(rank).cmp(b.bytes().map(rank))
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn the_order_is_that_of_utf_16() {
        let texts = ["", "a", "ab", "b", "é", "\u{d7ff}", "\u{1f525}", "\u{e000}", "\u{ffff}", "\u{ffff}a"];
        for a in texts {
            for b in texts {
                assert_eq!(order(a, b), a.encode_utf16().cmp(b.encode_utf16()), "{a:?} {b:?}");
            }
        }
    }
}
