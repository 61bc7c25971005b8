//! Decodes, rotates, encodes and checks a picture.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::{WebPDecoder, WebPEncoder};
use image::{DynamicImage, ImageDecoder, ImageError, Limits};

use super::{Format, Refused, holds_only_pixels};

/// The largest file size.
const MOST_BYTES: usize = 30 << 20;
/// The most pixels: 50 million.
const MOST_PIXELS: u64 = 50_000_000;
/// The most memory that decoding may take: the pixels with four channels of two bytes.
const MOST_MEMORY: u64 = MOST_PIXELS * 8;
/// The JPEG quality.
const QUALITY: u8 = 85;

/// A picture without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reencoded {
    /// The file.
    pub bytes: Vec<u8>,
    /// `png`, `jpg` or `webp`.
    pub extension: &'static str,
    /// In pixels, after rotation.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Encodes a picture again in its own format. Fully transparent pixels become black; WebP becomes lossless; 16 bits per
/// channel become 8; colour profiles and all other metadata are removed.
///
/// # Errors
/// Why it is refused.
pub fn reencode(bytes: &[u8]) -> Result<Reencoded, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::Bytes);
    }
    let format = Format::of(bytes)?;
    let image = decode(bytes, format)?;
    let written = encode(&image, format)?;
    if !holds_only_pixels(&written) {
        return Err(Refused::NotBare);
    }
    Ok(Reencoded { bytes: written, extension: format.extension(), width: image.width(), height: image.height() })
}

fn decode(bytes: &[u8], format: Format) -> Result<DynamicImage, Refused> {
    let input = Cursor::new(bytes);
    let refused = |error: ImageError| refusal(&error);
    match format {
        Format::Png => {
            let decoder = PngDecoder::with_limits(input, limits()).map_err(refused)?;
            // A picture with an animation control chunk is refused even if it has one frame.
            if decoder.is_apng().map_err(refused)? { Err(Refused::Moving) } else { pixels(decoder) }
        }
        Format::Jpeg => pixels(JpegDecoder::new(input).map_err(refused)?),
        Format::WebP => {
            let decoder = WebPDecoder::new(input).map_err(refused)?;
            if decoder.has_animation() { Err(Refused::Moving) } else { pixels(decoder) }
        }
    }
}

fn pixels(mut decoder: impl ImageDecoder) -> Result<DynamicImage, Refused> {
    let refused = |error: ImageError| refusal(&error);
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Refused::Pixels);
    }
    decoder.set_limits(limits()).map_err(refused)?;
    let orientation = decoder.orientation().map_err(refused)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(refused)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

fn refusal(error: &ImageError) -> Refused {
    match error {
        ImageError::Limits(_) => Refused::Pixels,
        _ => Refused::Broken,
    }
}

/// Every setting of the encoders is given, so that the same pixels give the same bytes.
fn encode(image: &DynamicImage, format: Format) -> Result<Vec<u8>, Refused> {
    let mut out = Vec::new();
    let image = without_unseen_colours(eight_bits(image));
    let written = match format {
        Format::Png => image.write_with_encoder(PngEncoder::new_with_quality(
            &mut out,
            CompressionType::Best,
            FilterType::Adaptive,
        )),
        Format::Jpeg => image.write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY)),
        Format::WebP => image.write_with_encoder(WebPEncoder::new_lossless(&mut out)),
    };
    written.map_err(|_| Refused::Broken)?;
    Ok(out)
}

fn eight_bits(image: &DynamicImage) -> DynamicImage {
    use image::ColorType::{L8, L16, La8, La16, Rgb8, Rgb16};
    match image.color() {
        L8 | L16 => image.to_luma8().into(),
        La8 | La16 => image.to_luma_alpha8().into(),
        Rgb8 | Rgb16 => image.to_rgb8().into(),
        _ => image.to_rgba8().into(),
    }
}

/// Removes the colour of fully transparent pixels, where editors keep erased content.
fn without_unseen_colours(mut image: DynamicImage) -> DynamicImage {
    match &mut image {
        DynamicImage::ImageLumaA8(pixels) => {
            pixels.pixels_mut().filter(|pixel| pixel.0[1] == 0).for_each(|pixel| pixel.0 = [0; 2]);
        }
        DynamicImage::ImageRgba8(pixels) => {
            pixels.pixels_mut().filter(|pixel| pixel.0[3] == 0).for_each(|pixel| pixel.0 = [0; 4]);
        }
        _ => {}
    }
    image
}
