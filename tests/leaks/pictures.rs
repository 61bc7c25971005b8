//! Pictures are published only if listed, re-encoded, and with another name.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::judge::{judge, waived};
use super::kit::{PublicTest, Review};

/// A small picture whose colours come from a seed.
pub fn picture(seed: u8, format: ImageFormat) -> Vec<u8> {
    let pixels = RgbImage::from_fn(24, 16, |x, y| Rgb([seed.wrapping_mul(31), (x * 9) as u8, (y * 13) as u8]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(pixels).write_to(&mut bytes, format).expect("encoded");
    bytes.into_inner()
}

/// A PNG chunk: length, name, data, and the check sum of ISO 3309.
pub fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [name.as_slice(), data].concat();
    let sum = !named.iter().fold(!0u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 })
    });
    [&u32::try_from(data.len()).expect("short").to_be_bytes(), named.as_slice(), &sum.to_be_bytes()].concat()
}

/// A PNG with these chunks after its header and bytes after its end.
pub fn stuffed_png(chunks: &[(&[u8; 4], Vec<u8>)], after: &[u8]) -> Vec<u8> {
    let png = picture(7, ImageFormat::Png);
    let (head, rest) = png.split_at(8 + 25);
    let chunks: Vec<u8> = chunks.iter().flat_map(|(name, data)| chunk(name, data)).collect();
    [head, &chunks, rest, after].concat()
}

/// A JPEG with these segments after its start and bytes after its end.
fn stuffed_jpeg(segments: &[(u8, Vec<u8>)], after: &[u8]) -> Vec<u8> {
    let jpeg = picture(9, ImageFormat::Jpeg);
    let mut out = jpeg[..2].to_vec();
    for (marker, data) in segments {
        out.extend([0xff, *marker]);
        out.extend(u16::try_from(data.len() + 2).expect("short").to_be_bytes());
        out.extend(data);
    }
    [out.as_slice(), &jpeg[2..], after].concat()
}

fn shows(review: Review, src: &str, alt: &str) -> Review {
    let review = review.public(&format!("assets: [{{src: {src}, alt: {alt}}}]"));
    review.summary(&format!("It was slow.\n\n![it]({src})"))
}

fn approved_with(test: &mut PublicTest, src: &str, bytes: &[u8]) {
    test.site.put(src, bytes);
    let review = shows(test.review("latency"), src, "Latency rose fourfold");
    test.approved(&review);
    test.publish().ok();
}

/// The only picture of the site that is not part of the theme.
fn published_picture(test: &PublicTest) -> (String, Vec<u8>) {
    let is_picture = |path: &&String| path.starts_with("assets/pictures/");
    let tree = test.tree();
    let names: Vec<_> = tree.keys().filter(is_picture).cloned().collect();
    assert_eq!(names.len(), 1, "{names:?}");
    (names[0].clone(), tree[&names[0]].clone())
}

#[test]
fn d17_a_picture_that_is_not_listed() {
    let mut test = PublicTest::new();
    test.site.put("graph.png", &picture(1, ImageFormat::Png));
    let review = test.review("latency").summary("It was slow.\n\n![it](graph.png)");
    test.write(&review);
    test.approve(&review).code(1).says("error[public-image]");
    test.refused(1).says("error[public-image]").says("not listed");
    test.approved(&shows(review, "graph.png", "Latency rose"));
    test.publish().ok();
    published_picture(&test);
}

#[test]
fn d18_a_jpeg_keeps_nothing_but_its_pixels() {
    let mut test = PublicTest::new();
    let tokens = [0; 4].map(|_| test.dice.word());
    let [gps, thumbnail, comment, tail] = &tokens;
    // A little-endian TIFF with one directory: a description, and a pointer to GPS.
    let mut exif =
        b"Exif\0\0II*\0\x08\0\0\0\x02\0\x0e\x01\x02\0\x40\0\0\0\x30\0\0\0\x25\x88\x04\0\x01\0\0\0\x70\0\0\0\0\0\0\0"
            .to_vec();
    exif.resize(54, b' ');
    exif.extend(format!("{gps} at 55.676098 12.568337").bytes());
    let segments = [
        (0xe1, exif),
        (0xe1, format!("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>{gps}</x:xmpmeta>").into_bytes()),
        (0xe0, format!("JFXX\0\x10{thumbnail}").into_bytes()),
        (0xfe, comment.clone().into_bytes()),
    ];
    let jpeg = stuffed_jpeg(&segments, tail.as_bytes());
    approved_with(&mut test, "photo.jpg", &jpeg);
    let all: Vec<&str> = tokens.iter().map(String::as_str).collect();
    test.nowhere(&all);
    let (name, bytes) = published_picture(&test);
    assert!(name.ends_with(".jpg") && !bytes.windows(4).any(|w| w == b"Exif"));
    assert_eq!(image::load_from_memory(&bytes).expect("a picture").width(), 24);
    test.inside(&all);
}

#[test]
fn d19_a_png_keeps_nothing_but_its_pixels() {
    let mut test = PublicTest::new();
    let tokens = [0; 5].map(|_| test.dice.word());
    let [text, xmp, exif, profile, tail] = &tokens;
    let png = stuffed_png(
        &[
            (b"tEXt", format!("Author\0{text}").into_bytes()),
            (b"iTXt", format!("XML:com.adobe.xmp\0\0\0\0\0<x>{xmp}</x>").into_bytes()),
            (b"eXIf", format!("II*\0{exif}").into_bytes()),
            (b"prVt", profile.clone().into_bytes()),
        ],
        tail.as_bytes(),
    );
    approved_with(&mut test, "graph.png", &png);
    let all: Vec<&str> = tokens.iter().map(String::as_str).collect();
    test.nowhere(&all);
    let (_, bytes) = published_picture(&test);
    assert_eq!(image::load_from_memory(&bytes).expect("a picture").height(), 16);
    test.inside(&all);
}

#[test]
fn d20_what_is_not_listed_stays_and_what_is_gets_another_name() {
    let mut test = PublicTest::new();
    let unused = test.dice.word();
    test.site.put(&format!("{unused}.png"), &picture(3, ImageFormat::Png));
    let src = format!("{}.png", test.customer.to_lowercase());
    approved_with(&mut test, &src, &picture(4, ImageFormat::Png));
    test.nowhere(&[&unused, &test.customer]);
    let (name, _) = published_picture(&test);
    let stem = name.trim_start_matches("assets/pictures/").trim_end_matches(".png");
    assert!(stem.len() == 32 && stem.bytes().all(|b| b.is_ascii_hexdigit()), "{name}");
    test.inside(&[&test.customer]);
    assert!(test.tree().keys().filter(|path| path.ends_with(".png")).count() == 1);
}

#[test]
fn d21_other_kinds_of_files_are_refused() {
    let mut test = PublicTest::new();
    let files: [(&str, &[u8]); 5] = [
        ("graph.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("graph.pdf", b"%PDF-1.7\n"),
        ("graph.gif", b"GIF89a\x01\0\x01\0\0\0\0;"),
        ("svg.png", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("cut.png", b"\x89PNG\r\n\x1a\n\0\0"),
    ];
    for (src, bytes) in files {
        test.site.put(src, bytes);
        let review = shows(test.review("latency"), src, "Latency rose");
        test.write(&review);
        test.approve(&review).code(1).says("error[public-image]");
        test.refused(1).says("error[public-image]");
        std::fs::remove_file(test.site.library().join(&review.file)).expect("removed");
    }
    approved_with(&mut test, "graph.webp", &picture(5, ImageFormat::WebP));
    published_picture(&test);
}

#[test]
fn d22_a_name_in_an_alternative_text() {
    let mut test = PublicTest::new();
    let old = test.review("old");
    test.approved(&old);
    test.publish().ok();
    test.site.put("graph.png", &picture(6, ImageFormat::Png));
    let alt = format!("{} looks at the graph", test.person.full());
    let review = shows(test.review("latency"), "graph.png", &alt);
    test.write(&review);
    assert_eq!(test.approve(&review).code, Some(3));
    let run = test.refused(3);
    assert!(!run.stderr.contains(&test.person.surname), "{}", run.stderr);
    assert!(waived(&test, &review).contains(&alt));
    test.disarm();
    assert!(judge(&test, &[review]).remove(0).is_published());
}
