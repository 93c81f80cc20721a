//! The first page as a small picture.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, RgbImage};

use crate::{THUMBNAIL_BYTES, THUMBNAIL_WIDTH};

/// A page that is taller than this, in pixels, becomes narrower instead.
const HEIGHT: f32 = 480.0;

/// Widths and colour steps to try, until the picture is small enough. A page of text passes at once; a page of photographs does not.
const ATTEMPTS: [(u32, u8); 9] = [
    (THUMBNAIL_WIDTH, 1),
    (THUMBNAIL_WIDTH, 16),
    (THUMBNAIL_WIDTH, 32),
    (280, 16),
    (280, 32),
    (240, 16),
    (200, 16),
    (160, 16),
    (96, 32),
];

/// How many times too large a picture is far too large.
const FAR: usize = 2;

/// The first page as WebP of at most [`THUMBNAIL_BYTES`]; `None` where it cannot be drawn or is blank.
pub(crate) fn thumbnail(pdf: &Pdf) -> Option<Vec<u8>> {
    let page = pdf.pages().first()?;
    let (width, height) = page.render_dimensions();
    if !(width.is_finite() && height.is_finite() && width >= 1.0 && height >= 1.0) {
        return None;
    }
    let scale = (THUMBNAIL_WIDTH as f32 / width).min(HEIGHT / height);
    // A page like a thread has nothing to show.
    if width * scale < 8.0 || height * scale < 8.0 {
        return None;
    }
    let pixmap = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        // A hair more, as the size is cut to whole pixels.
        &PixmapSettings { x_scale: scale * 1.0001, y_scale: scale * 1.0001, bg_color: WHITE },
    );
    let pixels = pixmap.data_as_u8_slice().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let picture = RgbImage::from_raw(u32::from(pixmap.width()), u32::from(pixmap.height()), pixels)?;
    if is_blank(&picture) { None } else { encode(&picture) }
}

fn is_blank(picture: &RgbImage) -> bool {
    let mut pixels = picture.pixels();
    let Some(first) = pixels.next() else {
        return true;
    };
    pixels.all(|pixel| pixel.0.iter().zip(first.0).all(|(a, b)| a.abs_diff(b) <= 2))
}

fn encode(picture: &RgbImage) -> Option<Vec<u8>> {
    let full = picture.width();
    let mut attempt = 0;
    while let Some((widest, step)) = ATTEMPTS.get(attempt).copied() {
        let width = full * widest / THUMBNAIL_WIDTH;
        let height = picture.height() * widest / THUMBNAIL_WIDTH;
        let mut smaller = if widest == THUMBNAIL_WIDTH {
            picture.clone()
        } else {
            image::imageops::thumbnail(picture, width.max(1), height.max(1))
        };
        for value in smaller.iter_mut() {
            *value = coarse(*value, step);
        }
        let mut bytes = Vec::new();
        let (width, height) = smaller.dimensions();
        WebPEncoder::new_lossless(&mut bytes).encode(&smaller, width, height, ExtendedColorType::Rgb8).ok()?;
        if bytes.len() <= THUMBNAIL_BYTES {
            return Some(bytes);
        }
        // Far too large: what makes it a little smaller is not tried.
        attempt += 1 + usize::from(bytes.len() > FAR * THUMBNAIL_BYTES && attempt + 2 < ATTEMPTS.len());
    }
    None
}

/// The nearest of fewer values, of which black and white are always two.
fn coarse(value: u8, step: u8) -> u8 {
    if step <= 1 {
        return value;
    }
    let (value, steps) = (u32::from(value), 255 / u32::from(step));
    u8::try_from((value * steps + 127) / 255 * 255 / steps).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coarse_keeps_black_and_white() {
        for step in [1, 8, 16, 32] {
            assert_eq!((coarse(0, step), coarse(255, step)), (0, 255));
        }
    }

    #[test]
    fn noise_is_made_small_enough() {
        let mut seed = 1u32;
        let noise = RgbImage::from_fn(320, 452, |_, _| {
            image::Rgb(std::array::from_fn(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 24) as u8
            }))
        });
        assert!(encode(&noise).unwrap().len() <= THUMBNAIL_BYTES);
    }

    #[test]
    fn blank_pages() {
        assert!(is_blank(&RgbImage::from_pixel(10, 10, image::Rgb([254, 255, 255]))));
        let mut dot = RgbImage::from_pixel(10, 10, image::Rgb([255, 255, 255]));
        dot.put_pixel(5, 5, image::Rgb([0, 0, 0]));
        assert!(!is_blank(&dot));
    }
}
