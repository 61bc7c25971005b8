//! Generated pictures with all kinds of metadata.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};

use super::{Refused, holds_only_pixels, reencode};

/// Red on the left, blue on the right; wider than high.
fn two_colours() -> RgbImage {
    RgbImage::from_fn(24, 8, |x, _| if x < 12 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) })
}

fn png() -> Vec<u8> {
    let mut out = Vec::new();
    let image = two_colours();
    PngEncoder::new(&mut out).write_image(image.as_raw(), 24, 8, ExtendedColorType::Rgb8).unwrap();
    out
}

fn jpeg() -> Vec<u8> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 95).encode_image(&two_colours()).unwrap();
    out
}

fn webp() -> Vec<u8> {
    let mut out = Vec::new();
    let image = RgbaImage::from_fn(5, 3, |x, y| Rgba([u8::try_from(x).unwrap(), u8::try_from(y).unwrap(), 9, 200]));
    WebPEncoder::new_lossless(&mut out).encode(image.as_raw(), 5, 3, ExtendedColorType::Rgba8).unwrap();
    out
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 })
    })
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [name.as_slice(), data].concat();
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], &body, &crc(&body).to_be_bytes()].concat()
}

/// A PNG with chunks after its header (which ends at byte 33).
fn png_with(chunks: &[Vec<u8>]) -> Vec<u8> {
    let plain = png();
    [&plain[..33], &chunks.concat(), &plain[33..]].concat()
}

/// EXIF (TIFF 6.0, little endian): an orientation, a place, and a second directory with a thumbnail.
fn exif(orientation: u16) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    // Two entries and the offset of the next directory: 8 + 2 + 24 + 4 = 38.
    out.extend(2_u16.to_le_bytes());
    out.extend(entry(0x0112, 3, 1, u32::from(orientation)));
    out.extend(entry(0x8825, 4, 1, 56));
    out.extend(38_u32.to_le_bytes());
    // The thumbnail's directory, of one entry: 38 + 2 + 12 + 4 = 56.
    out.extend(1_u16.to_le_bytes());
    out.extend(entry(0x0201, 4, 1, 92));
    out.extend(0_u32.to_le_bytes());
    // The place: latitude, as text in the entry.
    out.extend(1_u16.to_le_bytes());
    out.extend(entry(0x0001, 2, 4, u32::from_le_bytes(*b"NNN\0")));
    out.extend(0_u32.to_le_bytes());
    out.extend(b"GPS-SECRET and THUMBNAIL-SECRET");
    out
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap();
    [&[0xff, marker][..], &length.to_be_bytes(), data].concat()
}

/// A JPEG with segments after its first two bytes.
fn jpeg_with(segments: &[Vec<u8>]) -> Vec<u8> {
    let plain = jpeg();
    [&plain[..2], &segments.concat(), &plain[2..]].concat()
}

fn has(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn what_holds_only_pixels_stays_as_it_looks() {
    for (bytes, extension) in [(png(), "png"), (jpeg(), "jpg"), (webp(), "webp")] {
        let again = reencode(&bytes).unwrap();
        assert_eq!(again.extension, extension);
        assert!(holds_only_pixels(&again.bytes), "{extension}");
        assert_eq!(reencode(&bytes).unwrap(), again, "the same bytes each time");
        let (before, after) = (decoded(&bytes), decoded(&again.bytes));
        assert_eq!((again.width, again.height), (before.width(), before.height()));
        let far = before.to_rgba8().iter().zip(after.to_rgba8().iter()).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(far <= Some(if extension == "jpg" { 48 } else { 0 }), "{extension} {far:?}");
    }
}

fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}

#[test]
fn a_photograph_loses_its_place_thumbnail_and_comment() {
    let app1 = segment(0xe1, &[b"Exif\0\0".as_slice(), &exif(1)].concat());
    let xmp = segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x>XMP-SECRET</x>");
    let comment = segment(0xfe, b"COMMENT-SECRET");
    let mut bytes = jpeg_with(&[app1, xmp, comment, segment(0xed, b"IPTC-SECRET")]);
    bytes.extend(b"TRAILING-SECRET");
    assert!(!holds_only_pixels(&bytes) && has(&bytes, "GPS-SECRET"));
    let again = reencode(&bytes).unwrap();
    assert!(!has(&again.bytes, "SECRET") && !has(&again.bytes, "Exif"));
    assert_eq!((again.width, again.height), (24, 8));
}

#[test]
fn a_screenshot_loses_its_texts_and_what_stands_after_its_end() {
    let chunks = [
        chunk(b"tEXt", b"Author\0TEXT-SECRET"),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x>XMP-SECRET</x>"),
        chunk(b"eXIf", &exif(1)),
        chunk(b"tIME", &[7, 234, 3, 2, 16, 4, 0]),
    ];
    let mut bytes = png_with(&chunks);
    bytes.extend(b"TRAILING-SECRET");
    assert!(!holds_only_pixels(&bytes));
    let again = reencode(&bytes).unwrap();
    assert!(!has(&again.bytes, "SECRET") && !has(&again.bytes, "tIME"));
    assert_eq!(decoded(&again.bytes), decoded(&png()));
}

#[test]
fn a_picture_that_lies_on_its_side_is_turned() {
    // Orientation 6: rotate by 90 degrees clockwise, so that the left side becomes the top.
    let app1 = segment(0xe1, &[b"Exif\0\0".as_slice(), &exif(6)].concat());
    let again = reencode(&jpeg_with(&[app1])).unwrap();
    assert_eq!((again.width, again.height), (8, 24));
    let image = decoded(&again.bytes).to_rgb8();
    assert!(image.get_pixel(4, 2)[0] > 150 && image.get_pixel(4, 21)[2] > 150);
}

#[test]
fn what_moves_is_refused() {
    let control = chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]);
    assert_eq!(reencode(&png_with(&[control])), Err(Refused::Moving));
    assert_eq!(reencode(&moving_webp()), Err(Refused::Moving));
}

/// A WebP with the flag of an animation, its settings, and one frame.
fn moving_webp() -> Vec<u8> {
    let part = |name: &[u8; 4], data: &[u8]| {
        let pad = if data.len() % 2 == 1 { &[0][..] } else { &[] };
        [name.as_slice(), &u32::try_from(data.len()).unwrap().to_le_bytes(), data, pad].concat()
    };
    let pixels = webp()[12..].to_vec();
    let frame = [&[0; 6][..], &[4, 0, 0, 2, 0, 0, 100, 0, 0, 0], &pixels].concat();
    let parts = [
        part(b"VP8X", &[0x02, 0, 0, 0, 4, 0, 0, 2, 0, 0]),
        part(b"ANIM", &[0; 6]),
        part(b"ANMF", &frame),
        part(b"ANMF", &frame),
    ];
    let body = parts.concat();
    [b"RIFF", &u32::try_from(body.len() + 4).unwrap().to_le_bytes()[..], b"WEBP", &body].concat()
}

#[test]
fn what_is_cut_off_is_refused() {
    for bytes in [png(), jpeg(), webp()] {
        assert!(!holds_only_pixels(&bytes[..bytes.len() - 1]));
        assert_eq!(reencode(&bytes[..bytes.len() / 2]), Err(Refused::Broken), "{:?}", &bytes[..4]);
        assert_eq!(reencode(&bytes[..13]), Err(Refused::Broken));
    }
}

#[test]
fn other_formats_are_named() {
    for (bytes, said) in [
        (&b"GIF89a......"[..], "a GIF is not taken: only PNG, JPEG and WebP are"),
        (b"%PDF-1.7", "a PDF is not taken: only PNG, JPEG and WebP are"),
        (b"<?xml version=\"1.0\"?><SVG xmlns=\"", "an SVG drawing is not taken: only PNG, JPEG and WebP are"),
        (b"\0\0\0\x18ftypmp42", "a film, or a photograph in HEIC or AVIF is not taken: only PNG, JPEG and WebP are"),
        (b"", "an empty file is not taken: only PNG, JPEG and WebP are"),
        (b"<html>", "an unknown kind of file is not taken: only PNG, JPEG and WebP are"),
    ] {
        let refused = reencode(bytes).unwrap_err();
        assert_eq!(refused.to_string(), said);
        assert!(!refused.hint().is_empty());
    }
}

#[test]
fn a_small_file_of_many_pixels_is_refused_before_it_is_unpacked() {
    let mut bytes = png();
    let header = [&20_000_u32.to_be_bytes()[..], &20_000_u32.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    bytes.splice(8..33, chunk(b"IHDR", &header));
    assert_eq!(reencode(&bytes), Err(Refused::Pixels));
    assert_eq!(reencode(&vec![0x89; (30 << 20) + 1]), Err(Refused::Bytes));
}

#[test]
fn a_walker_finds_what_hides_between_the_parts() {
    assert!(holds_only_pixels(&png()) && holds_only_pixels(&jpeg()) && holds_only_pixels(&webp()));
    assert!(!holds_only_pixels(&png_with(&[chunk(b"prVt", b"x")])));
    let app0 = |data: &[u8]| jpeg_with(&[segment(0xe0, data)]);
    assert!(!holds_only_pixels(&app0(b"JFXX\0\x10thumbnail")), "an extension with a thumbnail");
    assert!(!holds_only_pixels(&app0(b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01rgb")), "a thumbnail in the header");
    assert!(!holds_only_pixels(&[jpeg(), jpeg()].concat()) && !holds_only_pixels(&[webp(), b"x".to_vec()].concat()));
}

/// A picture of each kind with transparency: one pixel fully transparent, one visible.
#[test]
fn what_nobody_sees_under_full_transparency_goes() {
    let kinds: [(ExtendedColorType, &[u8]); 4] = [
        (ExtendedColorType::Rgba8, &[11, 77, 133, 0, 11, 77, 133, 1]),
        (ExtendedColorType::La8, &[77, 0, 77, 1]),
        (ExtendedColorType::Rgba16, &[11, 11, 77, 77, 133, 133, 0, 0, 11, 11, 77, 77, 133, 133, 9, 9]),
        (ExtendedColorType::La16, &[77, 77, 0, 0, 77, 77, 9, 9]),
    ];
    let mut files: Vec<_> = kinds
        .into_iter()
        .map(|(kind, pixels)| {
            let mut out = Vec::new();
            PngEncoder::new(&mut out).write_image(pixels, 2, 1, kind).unwrap();
            out
        })
        .collect();
    let mut lossless = Vec::new();
    WebPEncoder::new_lossless(&mut lossless).encode(kinds[0].1, 2, 1, ExtendedColorType::Rgba8).unwrap();
    files.push(lossless);
    for file in files {
        let pixels = image::load_from_memory(&reencode(&file).unwrap().bytes).unwrap().to_rgba8();
        assert_eq!(pixels.get_pixel(0, 0), &Rgba([0; 4]));
        assert_eq!(pixels.get_pixel(1, 0).0[1], 77);
    }
}

#[test]
fn a_palette_keeps_no_colour_that_nobody_sees() {
    // Two pixels of a palette of two, the first transparent; zlib with one stored block.
    let rows = [0_u8, 0, 1];
    let mut sums = (1_u32, 0_u32);
    for byte in rows {
        sums.0 += u32::from(byte);
        sums.1 += sums.0;
    }
    let sum = (sums.1 << 16 | sums.0).to_be_bytes();
    let data = [&[0x78, 0x01, 0x01, 3, 0, 0xfc, 0xff][..], &rows, &sum].concat();
    let file = [
        &b"\x89PNG\r\n\x1a\n"[..],
        &chunk(b"IHDR", &[0, 0, 0, 2, 0, 0, 0, 1, 8, 3, 0, 0, 0]),
        &chunk(b"PLTE", &[11, 77, 133, 1, 77, 3]),
        &chunk(b"tRNS", &[0, 255]),
        &chunk(b"IDAT", &data),
        &chunk(b"IEND", &[]),
    ]
    .concat();
    let pixels = image::load_from_memory(&reencode(&file).unwrap().bytes).unwrap().to_rgba8();
    assert_eq!((pixels.get_pixel(0, 0).0, pixels.get_pixel(1, 0).0), ([0; 4], [1, 77, 3, 255]));
}
