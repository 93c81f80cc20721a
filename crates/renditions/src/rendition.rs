//! What pages show: JPEGs of a few widths, each of a size that a slow line carries.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::Refused;
use crate::exif::Orientation;
use crate::raster::Raster;

/// Pixels: the widths that pages ask for.
pub const WIDTHS: [u32; 3] = [400, 800, 1600];
/// Bytes that a rendition for each of [`WIDTHS`] never exceeds: 30, 80 and 250 kB.
pub const CEILINGS: [usize; 3] = [30_000, 80_000, 250_000];
/// How many times its width from [`WIDTHS`] a rendition may be high. A taller picture is made smaller until it fits, whole and in its
/// proportions: a long banner is narrow on the page, not cut.
pub const TALLEST: u32 = 4;

/// Qualities of JPEG that are tried in turn, until the file is small enough.
const QUALITIES: [u8; 5] = [75, 65, 55, 45, 35];
/// Parts of its sides that a rendition keeps when it is made narrower by one step.
const LEAST_STEP: f64 = 0.8;
const MOST_STEP: f64 = 0.95;
/// Pixels to a side under which a rendition fits below any ceiling, whatever it shows.
const FITS_ANYWAY: u32 = 16;

/// A JPEG that a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// Pixels. One of [`WIDTHS`], or the original's own, or less where the picture is very tall or would not fit below its ceiling.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// The file: progressive, without any metadata.
    pub jpeg: Vec<u8>,
}

/// Makes the renditions of a picture that still lies as the file has it.
pub(crate) fn make(raster: Raster, orientation: Orientation) -> Result<Vec<Rendition>, Refused> {
    let (width, height) = orientation.turned(raster.width, raster.height);
    let sizes = sizes(width, height);
    let Some(&(_, width, height)) = sizes.last() else { return Ok(Vec::new()) };
    // Made smaller first and turned then: the whole picture is never in memory twice.
    let (across, down) = orientation.turned(width, height);
    let largest = raster.resized(across, down)?;
    drop(raster);
    let largest = largest.oriented(orientation);

    let mut made: Vec<Rendition> = Vec::with_capacity(sizes.len());
    for (ceiling, width, height) in sizes {
        let rendition = fitted(&largest, width, height, ceiling)?;
        // A page chooses by width, so a second one of the same width is of no use.
        if made.last().is_none_or(|last| last.width < rendition.width) {
            made.push(rendition);
        }
    }
    Ok(made)
}

/// Ceiling, width and height of each rendition, from the narrowest: never larger than the original, at least one.
fn sizes(width: u32, height: u32) -> Vec<(usize, u32, u32)> {
    let mut sizes: Vec<(usize, u32, u32)> = Vec::new();
    for (most, ceiling) in WIDTHS.into_iter().zip(CEILINGS) {
        let (across, down) = within(width, height, most);
        if sizes.last().is_none_or(|(_, last, _)| *last < across) {
            sizes.push((ceiling, across, down));
        }
        if (across, down) == (width, height) {
            break;
        }
    }
    sizes
}

/// The largest size of the same proportions, at most `most` wide and [`TALLEST`] times as high.
fn within(width: u32, height: u32, most: u32) -> (u32, u32) {
    let highest = most * TALLEST;
    if width <= most && height <= highest {
        return (width, height);
    }
    if u64::from(height) * u64::from(most) <= u64::from(highest) * u64::from(width) {
        (most, part(height, most, width))
    } else {
        (part(width, highest, height), highest)
    }
}

/// `length` × `of` / `whole`, rounded, at least one.
fn part(length: u32, of: u32, whole: u32) -> u32 {
    let (length, of, whole) = (u64::from(length), u64::from(of), u64::from(whole).max(1));
    u32::try_from((length * of + whole / 2) / whole).unwrap_or(u32::MAX).max(1)
}

/// One rendition below its ceiling: first of less quality, and where that is not enough (noise, leaves, sand) narrower.
fn fitted(largest: &Raster, width: u32, height: u32, ceiling: usize) -> Result<Rendition, Refused> {
    let mut raster = largest.resized(width, height)?;
    let mut jpeg = Vec::new();
    for quality in QUALITIES {
        jpeg = encoded(&raster, quality)?;
        if jpeg.len() <= ceiling {
            break;
        }
    }
    // Not at once by what the size tells: noise that is made smaller becomes softer too, and more than needed would be lost.
    while jpeg.len() > ceiling && raster.width.max(raster.height) > FITS_ANYWAY {
        let smaller = (ceiling as f64 / jpeg.len() as f64).sqrt().clamp(LEAST_STEP, MOST_STEP);
        let side = |length: u32| ((f64::from(length) * smaller) as u32).max(1);
        raster = largest.resized(side(raster.width), side(raster.height))?;
        jpeg = encoded(&raster, QUALITIES[QUALITIES.len() - 1])?;
    }
    Ok(Rendition { width: raster.width, height: raster.height, jpeg })
}

fn encoded(raster: &Raster, quality: u8) -> Result<Vec<u8>, Refused> {
    let side = |length: u32| u16::try_from(length).map_err(Refused::damaged);
    let mut jpeg = Vec::new();
    let mut encoder = Encoder::new(&mut jpeg, quality);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(&raster.rgb, side(raster.width)?, side(raster.height)?, ColorType::Rgb).map_err(Refused::damaged)?;
    Ok(jpeg)
}
