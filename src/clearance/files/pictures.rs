//! Checks that a picture file contains no other data.

/// PNG chunks that affect the picture.
const PNG: [&[u8; 4]; 14] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"cICP",
    b"mDCV", b"cLLI",
];

/// What a PNG contains besides its picture.
pub(super) fn png(bytes: &[u8]) -> Option<&'static str> {
    let mut at = 8;
    loop {
        let (Some(length), Some(name)) = (number_be(bytes, at), bytes.get(at + 4..at + 8)) else {
            return Some("a picture that ends too soon");
        };
        if !PNG.iter().any(|known| known.as_slice() == name) {
            return Some("a chunk of metadata");
        }
        at = at.checked_add(length)?.checked_add(12)?;
        if name == b"IEND" {
            return (at != bytes.len() || length != 0).then_some("bytes after the end of the picture");
        }
    }
}

/// What a JPEG contains besides its picture.
pub(super) fn jpg(bytes: &[u8]) -> Option<&'static str> {
    let mut at = 2;
    loop {
        let Some([0xff, marker]) = bytes.get(at..at + 2) else { return Some("a picture that ends too soon") };
        match marker {
            0xff => at += 1,
            0xd9 => return (at + 2 != bytes.len()).then_some("bytes after the end of the picture"),
            0x01 | 0xd0..=0xd7 => at += 2,
            0xe0 if is_plain_jfif(bytes, at) => at += 2 + length(bytes, at)?,
            // Adobe's segment of twelve bytes gives the encoding of colours.
            0xee if length(bytes, at) == Some(14) => at += 16,
            0xe0..=0xef | 0xfe => return Some("a segment of metadata"),
            0xda => {
                at += 2 + length(bytes, at)?;
                // Coded data ends at the next marker that is neither a stuffed byte nor a restart marker.
                let rest = bytes.get(at..)?;
                let is_end = |pair: &[u8]| matches!(pair, [0xff, next] if !matches!(next, 0 | 0xd0..=0xd7));
                match rest.windows(2).position(is_end) {
                    Some(end) => at += end,
                    None => return Some("a picture that ends too soon"),
                }
            }
            _ => at += 2 + length(bytes, at)?,
        }
    }
}

fn length(bytes: &[u8], at: usize) -> Option<usize> {
    let [high, low] = bytes.get(at + 2..at + 4)? else { return None };
    Some(usize::from(*high) << 8 | usize::from(*low))
}

/// A JFIF segment of sixteen bytes, which has no thumbnail.
fn is_plain_jfif(bytes: &[u8], at: usize) -> bool {
    length(bytes, at) == Some(16) && bytes.get(at + 4..at + 9) == Some(b"JFIF\0")
}

/// What a WebP contains besides its picture.
pub(super) fn webp(bytes: &[u8]) -> Option<&'static str> {
    let whole = number_le(bytes, 4)?.checked_add(8)?;
    if whole != bytes.len() {
        return Some("bytes after the end of the picture");
    }
    let mut at = 12;
    while at < bytes.len() {
        let (Some(name), Some(length)) = (bytes.get(at..at + 4), number_le(bytes, at + 4)) else {
            return Some("a picture that ends too soon");
        };
        if ![&b"VP8 "[..], b"VP8L", b"VP8X", b"ALPH"].contains(&name) {
            return Some("a chunk of metadata");
        }
        at = at.checked_add(8)?.checked_add(length.checked_next_multiple_of(2)?)?;
    }
    (at != bytes.len()).then_some("a picture that ends too soon")
}

fn number_be(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(four)).ok()
}

fn number_le(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, ImageFormat};

    use super::{jpg, png, webp};

    fn picture(format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(8, 8).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn what_the_encoder_writes_is_clean() {
        assert_eq!(png(&picture(ImageFormat::Png)), None);
        assert_eq!(jpg(&picture(ImageFormat::Jpeg)), None);
        assert_eq!(webp(&picture(ImageFormat::WebP)), None);
    }

    #[test]
    fn whatever_is_added_is_seen() {
        let (p, j, w) = (picture(ImageFormat::Png), picture(ImageFormat::Jpeg), picture(ImageFormat::WebP));
        let with = |bytes: &[u8], at: usize, more: &[u8]| [&bytes[..at], more, &bytes[at..]].concat();
        assert!(png(&with(&p, 33, b"\0\0\0\x05tEXtab\0cd\0\0\0\0")).is_some());
        assert!(png(&with(&p, 33, b"\0\0\0\x02eXIfab\0\0\0\0")).is_some());
        assert!(jpg(&with(&j, 2, b"\xff\xe1\0\x04ab")).is_some());
        assert!(jpg(&with(&j, 2, b"\xff\xfe\0\x04ab")).is_some());
        let mut exif = with(&w, w.len(), b"EXIF\x02\0\0\0ab");
        let length = u32::try_from(exif.len() - 8).unwrap().to_le_bytes();
        exif[4..8].copy_from_slice(&length);
        assert_eq!(webp(&exif), Some("a chunk of metadata"));
        for (bytes, check) in [(p, png as fn(&[u8]) -> _), (j, jpg), (w, webp)] {
            assert!(check(&[bytes.as_slice(), b"x"].concat()).is_some());
            assert!(check(&bytes[..bytes.len() - 3]).is_some());
        }
    }
}
