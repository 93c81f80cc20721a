//! The first page as a small picture.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::{THUMBNAIL_BYTES, THUMBNAIL_WIDTH};

/// A page that is taller than this, in pixels, becomes narrower instead.
const HEIGHT: f32 = 480.0;

/// Qualities to try, until the picture is small enough. A page of text passes at once; of noise the last does.
const QUALITIES: [u8; 4] = [60, 40, 20, 10];

/// Values up to this apart are the same to the eye.
const ALIKE: u8 = 2;

/// Bytes of a pixel.
const RGB: usize = 3;

/// The first page as JPEG of at most [`THUMBNAIL_BYTES`]; `None` where it cannot be drawn or is blank.
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
        // Letters of four pixels are no sharper for being hinted.
        &RenderSettings { hinting: false, ..RenderSettings::default() },
        // A hair more, as the size is cut to whole pixels.
        &PixmapSettings { x_scale: scale * 1.0001, y_scale: scale * 1.0001, bg_color: WHITE },
    );
    let pixels: Vec<u8> =
        pixmap.data_as_u8_slice().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    if is_blank(&pixels) { None } else { encode(&pixels, pixmap.width(), pixmap.height()) }
}

fn is_blank(pixels: &[u8]) -> bool {
    let Some(first) = pixels.first_chunk::<RGB>() else {
        return true;
    };
    pixels.chunks_exact(RGB).all(|pixel| pixel.iter().zip(first).all(|(a, b)| a.abs_diff(*b) <= ALIKE))
}

/// A JPEG, which every browser shows. A page without colours, as most are, has one channel: a third of the work.
fn encode(pixels: &[u8], width: u16, height: u16) -> Option<Vec<u8>> {
    let grey = greys(pixels);
    QUALITIES.into_iter().find_map(|quality| {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, quality);
        encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
        let done = match &grey {
            Some(grey) => encoder.encode(grey, width, height, ColorType::Luma),
            None => encoder.encode(pixels, width, height, ColorType::Rgb),
        };
        (done.is_ok() && bytes.len() <= THUMBNAIL_BYTES).then_some(bytes)
    })
}

/// One value for each pixel, if none has a colour.
fn greys(pixels: &[u8]) -> Option<Vec<u8>> {
    pixels
        .chunks_exact(RGB)
        .map(|pixel| (pixel[0].abs_diff(pixel[1]) <= ALIKE && pixel[1].abs_diff(pixel[2]) <= ALIKE).then_some(pixel[1]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: (u16, u16) = (320, 480);

    fn of(mut pixel: impl FnMut() -> [u8; RGB]) -> Vec<u8> {
        (0..usize::from(SIZE.0) * usize::from(SIZE.1)).flat_map(|_| pixel()).collect()
    }

    /// Whether a page that shows this has a picture, and of how many channels.
    fn channels(pixels: &[u8]) -> Option<u8> {
        let jpeg = encode(pixels, SIZE.0, SIZE.1)?;
        assert!(jpeg.len() <= THUMBNAIL_BYTES);
        // The frame's head: its mark, length, precision, height, width, channels.
        let head = jpeg.windows(2).position(|mark| mark == [0xff, 0xc0])?;
        jpeg.get(head + 9).copied()
    }

    #[test]
    fn noise_is_made_small_enough() {
        let mut seed = 1u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        };
        assert_eq!(channels(&of(|| std::array::from_fn(|_| next()))), Some(3));
        assert_eq!(channels(&of(|| [next(); RGB])), Some(1));
    }

    #[test]
    fn what_has_no_colours_is_grey() {
        assert_eq!(channels(&of(|| [90, 91, 92])), Some(1));
        let mut dot = of(|| [90; RGB]);
        dot[0] = 200;
        assert_eq!(channels(&dot), Some(3));
    }

    #[test]
    fn blank_pages() {
        assert!(is_blank(&of(|| [254, 255, 255])));
        let mut dot = of(|| [255; RGB]);
        dot[RGB * 5..][..RGB].fill(0);
        assert!(!is_blank(&dot));
    }
}
