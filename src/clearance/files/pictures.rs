//! Checks that a picture file contains no other data.

/// PNG chunks that affect the picture.
const PNG: [&[u8; 4]; 14] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"cICP",
    b"mDCV", b"cLLI",
];

/// What is wrong with a picture. Whatever cannot be read to its end is wrong, so that nothing is hidden there.
type Checked = Result<(), &'static str>;

const TOO_SOON: &str = "a picture that ends too soon";
const AFTER: &str = "bytes after the end of the picture";

/// Fails if a PNG contains something besides its picture.
pub(super) fn png(bytes: &[u8]) -> Checked {
    let mut at = 8;
    loop {
        let length = number_be(bytes, at).ok_or(TOO_SOON)?;
        let name = bytes.get(at + 4..at + 8).ok_or(TOO_SOON)?;
        if !PNG.iter().any(|known| known.as_slice() == name) {
            return Err("a chunk of metadata");
        }
        at =
            at.checked_add(length).and_then(|at| at.checked_add(12)).filter(|at| *at <= bytes.len()).ok_or(TOO_SOON)?;
        if name == b"IEND" {
            return if at == bytes.len() && length == 0 { Ok(()) } else { Err(AFTER) };
        }
    }
}

/// Fails if a JPEG contains something besides its picture.
pub(super) fn jpg(bytes: &[u8]) -> Checked {
    let mut at = 2;
    loop {
        let Some([0xff, marker]) = bytes.get(at..at + 2) else { return Err(TOO_SOON) };
        match marker {
            0xff => at += 1,
            0xd9 => return if at + 2 == bytes.len() { Ok(()) } else { Err(AFTER) },
            0x01 | 0xd0..=0xd7 => at += 2,
            0xe0 if is_plain_jfif(bytes, at) => at += 18,
            // Adobe's segment of twelve bytes gives the encoding of colours.
            0xee if length(bytes, at) == Ok(14) => at += 16,
            0xe0..=0xef | 0xfe => return Err("a segment of metadata"),
            0xda => {
                at += 2 + length(bytes, at)?;
                // Coded data ends at the next marker that is neither a stuffed byte nor a restart marker.
                let is_end = |pair: &[u8]| matches!(pair, [0xff, next] if !matches!(next, 0 | 0xd0..=0xd7));
                at += bytes.get(at..).and_then(|rest| rest.windows(2).position(is_end)).ok_or(TOO_SOON)?;
            }
            _ => at += 2 + length(bytes, at)?,
        }
    }
}

/// The length of the segment at a place, without its marker.
fn length(bytes: &[u8], at: usize) -> Result<usize, &'static str> {
    let Some([high, low]) = bytes.get(at + 2..at + 4) else { return Err(TOO_SOON) };
    Ok(usize::from(*high) << 8 | usize::from(*low))
}

/// A JFIF segment of sixteen bytes, which has no thumbnail.
fn is_plain_jfif(bytes: &[u8], at: usize) -> bool {
    length(bytes, at) == Ok(16) && bytes.get(at + 4..at + 9) == Some(b"JFIF\0")
}

/// Fails if a WebP contains something besides its picture.
pub(super) fn webp(bytes: &[u8]) -> Checked {
    let whole = number_le(bytes, 4).and_then(|length| length.checked_add(8)).ok_or(TOO_SOON)?;
    if whole != bytes.len() {
        return Err(if whole < bytes.len() { AFTER } else { TOO_SOON });
    }
    let mut at = 12;
    while at < bytes.len() {
        let name = bytes.get(at..at + 4).ok_or(TOO_SOON)?;
        let length = number_le(bytes, at + 4).and_then(|length| length.checked_next_multiple_of(2)).ok_or(TOO_SOON)?;
        if ![&b"VP8 "[..], b"VP8L", b"VP8X", b"ALPH"].contains(&name) {
            return Err("a chunk of metadata");
        }
        at = at.checked_add(8).and_then(|at| at.checked_add(length)).ok_or(TOO_SOON)?;
    }
    if at == bytes.len() { Ok(()) } else { Err(TOO_SOON) }
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
        assert_eq!(png(&picture(ImageFormat::Png)), Ok(()));
        assert_eq!(jpg(&picture(ImageFormat::Jpeg)), Ok(()));
        assert_eq!(webp(&picture(ImageFormat::WebP)), Ok(()));
    }

    #[test]
    fn whatever_is_added_is_seen() {
        let (p, j, w) = (picture(ImageFormat::Png), picture(ImageFormat::Jpeg), picture(ImageFormat::WebP));
        let with = |bytes: &[u8], at: usize, more: &[u8]| [&bytes[..at], more, &bytes[at..]].concat();
        assert!(png(&with(&p, 33, b"\0\0\0\x05tEXtab\0cd\0\0\0\0")).is_err());
        assert!(png(&with(&p, 33, b"\0\0\0\x02eXIfab\0\0\0\0")).is_err());
        assert!(jpg(&with(&j, 2, b"\xff\xe1\0\x04ab")).is_err());
        assert!(jpg(&with(&j, 2, b"\xff\xfe\0\x04ab")).is_err());
        let mut exif = with(&w, w.len(), b"EXIF\x02\0\0\0ab");
        let length = u32::try_from(exif.len() - 8).unwrap().to_le_bytes();
        exif[4..8].copy_from_slice(&length);
        assert_eq!(webp(&exif), Err("a chunk of metadata"));
        for (bytes, check) in [(p, png as fn(&[u8]) -> _), (j, jpg), (w, webp)] {
            assert!(check(&[bytes.as_slice(), b"x"].concat()).is_err());
            assert!(check(&bytes[..bytes.len() - 3]).is_err());
        }
    }

    #[test]
    fn what_cannot_be_read_to_its_end_is_wrong() {
        for (bytes, check) in [
            (&b"\xff\xd8\xff\xda\xff\xffJane Oduya"[..], jpg as fn(&[u8]) -> _),
            (b"\xff\xd8\xff\xdb\xff\xffJane Oduya", jpg),
            (b"\xff\xd8\xff\xda", jpg),
            (b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDATJane", png),
            (b"RIFF\xff", webp),
            (b"RIFF\x08\0\0\0WEBPVP8 ", webp),
        ] {
            assert_eq!(check(bytes), Err(super::TOO_SOON), "{bytes:?}");
        }
        for (format, check) in
            [(ImageFormat::Png, png as fn(&[u8]) -> _), (ImageFormat::Jpeg, jpg), (ImageFormat::WebP, webp)]
        {
            let bytes = picture(format);
            assert!((8..bytes.len()).all(|length| check(&bytes[..length]).is_err()), "{format:?}");
        }
    }
}
