//! Checks that a picture file consists only of the parts that hold pixels.
//!
//! Sources: PNG (Third Edition), 5.3 and 11; JPEG (ITU-T T.81), annex B, and JFIF 1.02; WebP container specification (RFC 9649).

use super::Format;

/// Whether a file holds nothing but one picture: no text, no profile, no thumbnail, no second frame, and not a byte after
/// its end. What cannot be walked to the end holds more.
#[must_use]
pub fn holds_only_pixels(bytes: &[u8]) -> bool {
    let walked = match Format::of(bytes) {
        Ok(Format::Png) => png(bytes),
        Ok(Format::Jpeg) => jpeg(bytes),
        Ok(Format::WebP) => webp(bytes),
        Err(_) => None,
    };
    walked == Some(true)
}

/// Splits off the first `count` bytes.
fn take<'b>(rest: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (head, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    Some(head)
}

fn number(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |n, byte| n << 8 | usize::from(*byte))
}

/// Chunks of length, name, data and checksum; `IEND` is the last.
fn png(bytes: &[u8]) -> Option<bool> {
    let mut rest = bytes.get(8..)?;
    loop {
        let length = number(take(&mut rest, 4)?);
        let name = take(&mut rest, 4)?;
        take(&mut rest, length)?;
        take(&mut rest, 4)?;
        match name {
            b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" => {}
            b"IEND" => return Some(length == 0 && rest.is_empty()),
            _ => return Some(false),
        }
    }
}

/// Segments up to the scans, whose data end at the next marker; `FF D9` is the last.
fn jpeg(bytes: &[u8]) -> Option<bool> {
    let mut rest = bytes.get(2..)?;
    let mut first = true;
    loop {
        let [0xff, marker] = take(&mut rest, 2)? else { return Some(false) };
        if *marker == 0xd9 {
            return Some(rest.is_empty());
        }
        let length = number(take(&mut rest, 2)?).checked_sub(2)?;
        let data = take(&mut rest, length)?;
        match marker {
            // A JFIF segment of fourteen bytes; one with a thumbnail is longer.
            0xe0 if first && data.starts_with(b"JFIF\0") && data.len() == 14 => {}
            // Tables, frames and restart intervals.
            0xc0..=0xc7 | 0xc9..=0xcf | 0xdb | 0xdd => {}
            0xda => {
                let end = rest.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7))?;
                take(&mut rest, end)?;
            }
            _ => return Some(false),
        }
        first = false;
    }
}

/// One chunk of pixels: the simple file format, which allows nothing else.
fn webp(bytes: &[u8]) -> Option<bool> {
    let little = |four: &[u8]| number(&four.iter().rev().copied().collect::<Vec<_>>());
    let mut rest = bytes.get(4..)?;
    let whole = little(take(&mut rest, 4)?);
    take(&mut rest, 4)?;
    let name = take(&mut rest, 4)?;
    let length = little(take(&mut rest, 4)?);
    let padded = length + length % 2;
    take(&mut rest, padded)?;
    let is_whole = whole + 8 == bytes.len() && rest.is_empty();
    Some(matches!(name, b"VP8 " | b"VP8L") && is_whole)
}
