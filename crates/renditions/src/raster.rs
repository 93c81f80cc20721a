//! Pixels: three bytes each, red, green, blue, row by row, without gaps.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

use crate::Refused;
use crate::exif::Orientation;

/// Pixels of a picture, opaque.
pub(crate) struct Raster {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

impl Raster {
    pub(crate) fn white(width: u32, height: u32) -> Raster {
        Raster { width, height, rgb: vec![255; width as usize * height as usize * 3] }
    }

    /// Of grey, grey with alpha, colour, or colour with alpha, by the number of bytes to a pixel. What is transparent shows white.
    pub(crate) fn of(width: u32, height: u32, samples: Vec<u8>, channels: usize) -> Result<Raster, Refused> {
        let pixels = width as usize * height as usize;
        if samples.len() != pixels * channels {
            return Err(Refused::damaged("the pixels do not fill the picture"));
        }
        let rgb = match channels {
            1 => samples.iter().flat_map(|grey| [*grey; 3]).collect(),
            2 => samples.as_chunks::<2>().0.iter().flat_map(|[grey, alpha]| [on_white(*grey, *alpha); 3]).collect(),
            3 => samples,
            4 => flattened(samples, |[r, g, b, alpha]| [r, g, b].map(|colour| on_white(colour, alpha))),
            _ => return Err(Refused::damaged("pixels of an unknown kind")),
        };
        Ok(Raster { width, height, rgb })
    }

    /// Lays a picture on this one, as far as it is within it.
    pub(crate) fn lay(&mut self, other: &Raster, left: u32, top: u32) {
        let across = other.width.min(self.width.saturating_sub(left)) as usize * 3;
        let down = other.height.min(self.height.saturating_sub(top)) as usize;
        if across == 0 {
            return;
        }
        let (own, its) = (self.width as usize * 3, other.width as usize * 3);
        let rows = self.rgb.chunks_exact_mut(own).skip(top as usize).take(down);
        for (row, from) in rows.zip(other.rgb.chunks_exact(its)) {
            let left = left as usize * 3;
            row[left..left + across].copy_from_slice(&from[..across]);
        }
    }

    /// The same at another size, with a filter wide enough that fine patterns become grey and not other patterns.
    pub(crate) fn resized(&self, width: u32, height: u32) -> Result<Raster, Refused> {
        let from = ImageRef::new(self.width, self.height, &self.rgb, PixelType::U8x3).map_err(Refused::damaged)?;
        let mut to = Image::new(width, height, PixelType::U8x3);
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        Resizer::new().resize(&from, &mut to, &options).map_err(Refused::damaged)?;
        Ok(Raster { width, height, rgb: to.into_vec() })
    }

    /// As people see it.
    pub(crate) fn oriented(self, orientation: Orientation) -> Raster {
        if orientation == Orientation::UPRIGHT {
            return self;
        }
        let (width, height) = orientation.turned(self.width, self.height);
        let (across, down) = (self.width as usize, self.height as usize);
        let mut rgb = Vec::with_capacity(self.rgb.len());
        for y in 0..height as usize {
            for x in 0..width as usize {
                let (from_x, from_y) = orientation.source(x, y, across, down);
                let at = (from_y * across + from_x) * 3;
                rgb.extend_from_slice(&self.rgb[at..at + 3]);
            }
        }
        Raster { width, height, rgb }
    }
}

/// Four bytes to a pixel made three, in place: a second copy of a large picture would not fit.
pub(crate) fn flattened(mut samples: Vec<u8>, opaque: impl Fn([u8; 4]) -> [u8; 3]) -> Vec<u8> {
    let pixels = samples.len() / 4;
    for pixel in 0..pixels {
        let [a, b, c, d, ..] = samples[pixel * 4..] else { break };
        samples[pixel * 3..pixel * 3 + 3].copy_from_slice(&opaque([a, b, c, d]));
    }
    samples.truncate(pixels * 3);
    samples
}

/// A colour as it shows through on white paper.
fn on_white(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u32::from(colour), u32::from(alpha));
    // At most 255: a mean of two bytes.
    ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}
