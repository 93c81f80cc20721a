//! Pictures that editors upload, made into what pages show: bytes in, renditions out.
//!
//! Nothing here opens a file, starts a thread or knows the time. It is made for a locked process with little memory: the size of a
//! picture is read from its header and held against the limits before anything is decoded.
//!
//! Renditions are made from pixels alone, so nothing of a file's metadata is in them: no place, no camera, no names, no comments. Of
//! the metadata only the orientation is read. Colour profiles are not applied: numbers are taken for sRGB. CMYK is converted by
//! the plain formula, and never inverted.

mod bits;
mod exif;
mod format;
mod gif;
mod jpeg;
mod png;
mod raster;
mod refused;
mod rendition;
mod svg;
mod webp;

pub use format::Format;
pub use refused::Refused;
pub use rendition::{CEILINGS, Rendition, TALLEST, WIDTHS};

use exif::Orientation;
use raster::Raster;

/// Pixels of the largest picture that is decoded: 50 megapixels.
pub const PIXELS: u64 = 50_000_000;
/// Bytes of the largest file that is looked at: 30 MB.
pub const BYTES: u64 = 30_000_000;
/// Pixels of the longest side. A row is held whole, and a picture of one row could else be hundreds of megabytes wide.
pub const SIDE: u32 = 65_535;

/// What a header tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Told by the content, whatever the name says.
    pub format: Format,
    /// Pixels, as people see it: after the orientation is applied.
    pub width: u32,
    /// Pixels, as people see it: after the orientation is applied.
    pub height: u32,
}

/// A picture, ready for pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels of the original, as people see it.
    pub width: u32,
    /// Pixels of the original, as people see it.
    pub height: u32,
    /// Format of the original. Renditions are always JPEG.
    pub format: Format,
    /// From the narrowest to the widest, one to three, no two of the same width.
    pub renditions: Vec<Rendition>,
}

/// A header, as the file has it: before the orientation is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header {
    pub width: u32,
    pub height: u32,
    pub orientation: Orientation,
}

/// What a picture is and how large, from its header alone: nothing is decoded, and nothing is allocated for pixels.
///
/// # Errors
///
/// Whatever is no picture, another format, or over [`BYTES`], [`PIXELS`] or [`SIDE`].
pub fn look(bytes: &[u8]) -> Result<Seen, Refused> {
    let (format, header) = header(bytes)?;
    let (width, height) = header.orientation.turned(header.width, header.height);
    Ok(Seen { format, width, height })
}

/// Makes the renditions of a picture.
///
/// Deterministic: the same bytes give the same renditions. A file that ends before its picture does is refused; what is wrong within
/// the data of a JPEG that has its end is shown as browsers show it.
///
/// # Errors
///
/// What [`look`] refuses, and files that are damaged.
pub fn render(bytes: &[u8]) -> Result<Picture, Refused> {
    let (format, header) = header(bytes)?;
    let (width, height) = header.orientation.turned(header.width, header.height);
    let raster = decode(format, bytes, header)?;
    let renditions = rendition::make(raster, header.orientation)?;
    Ok(Picture { width, height, format, renditions })
}

fn header(bytes: &[u8]) -> Result<(Format, Header), Refused> {
    let length = bytes.len() as u64;
    if length > BYTES {
        return Err(Refused::TooLarge { bytes: length });
    }
    let format = format::told(bytes)?;
    let header = match format {
        Format::Jpeg => jpeg::header(bytes),
        Format::Png => png::header(bytes),
        Format::Webp => webp::header(bytes),
        Format::Gif => gif::header(bytes),
    }?;
    within_limits(header.width, header.height)?;
    Ok((format, header))
}

fn decode(format: Format, bytes: &[u8], header: Header) -> Result<Raster, Refused> {
    match format {
        Format::Jpeg => jpeg::decode(bytes, header),
        Format::Png => png::decode(bytes, header),
        Format::Webp => webp::decode(bytes, header),
        Format::Gif => gif::decode(bytes, header),
    }
}

/// Holds a size against the limits. Frames within a file are asked as well, not only the whole.
pub(crate) fn within_limits(width: u32, height: u32) -> Result<(), Refused> {
    if width == 0 || height == 0 {
        return Err(Refused::TooSmall { width, height });
    }
    if width > SIDE || height > SIDE || u64::from(width) * u64::from(height) > PIXELS {
        return Err(Refused::TooManyPixels { width, height });
    }
    Ok(())
}
