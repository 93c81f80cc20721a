//! JPEG: its header and its end are found here, its pixels by zune-jpeg.

use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use crate::bits::be16;
use crate::exif::Orientation;
use crate::raster::{Raster, flattened};
use crate::{Header, Refused};

/// Scans of a progressive file. Encoders write about ten; each takes time over the whole picture.
const SCANS: usize = 64;

/// What stands before the first scan.
#[derive(Default)]
struct Head {
    size: Option<(u32, u32)>,
    components: u8,
    /// Adobe's programs mark their files, and write CMYK inverted.
    adobe: bool,
    orientation: Option<Orientation>,
    /// Where the first scan begins.
    scan: usize,
}

pub(crate) fn header(bytes: &[u8]) -> Result<Header, Refused> {
    let head = head(bytes)?;
    let (width, height) = head.size.ok_or_else(|| Refused::damaged("no frame before the scan"))?;
    Ok(Header { width, height, orientation: head.orientation.unwrap_or(Orientation::UPRIGHT) })
}

pub(crate) fn decode(bytes: &[u8], header: Header) -> Result<Raster, Refused> {
    let head = head(bytes)?;
    // What follows the end is none of the picture: other pictures of the same camera, films, garbage.
    let bytes = &bytes[..end(bytes, head.scan)?];
    // Of four inks the decoder takes every file for inverted; only Adobe's are.
    let plain_inks = head.components == 4 && !head.adobe;
    let colours = if plain_inks { ColorSpace::CMYK } else { ColorSpace::RGB };
    let options = DecoderOptions::default()
        .set_max_width(header.width as usize)
        .set_max_height(header.height as usize)
        .jpeg_set_max_scans(SCANS)
        .jpeg_set_out_colorspace(colours);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(Refused::damaged)?;
    if decoder.dimensions() != Some((header.width as usize, header.height as usize)) {
        return Err(Refused::damaged("two sizes"));
    }
    let samples = decoder.decode().map_err(Refused::damaged)?;
    let samples = if plain_inks { flattened(samples, printed) } else { samples };
    Raster::of(header.width, header.height, samples, 3)
}

/// Four inks on white paper.
fn printed([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 3] {
    let left = u32::from(255 - black);
    // At most 255: a part of a byte.
    [cyan, magenta, yellow].map(|ink| ((u32::from(255 - ink) * left + 127) / 255) as u8)
}

fn head(bytes: &[u8]) -> Result<Head, Refused> {
    let mut head = Head::default();
    let mut at = 2;
    loop {
        let (marker, data, next) = segment(bytes, at)?;
        match marker {
            0xC0..=0xC2 => frame(&mut head, data)?,
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return Err(Refused::OtherFormat("jpeg-other")),
            0xE1 if data.starts_with(b"Exif\0\0") => {
                head.orientation.get_or_insert_with(|| Orientation::read(data));
            }
            0xEE if data.starts_with(b"Adobe") => head.adobe = true,
            0xD9 => return Err(Refused::damaged("ends before the picture")),
            0xDA => {
                head.scan = at;
                return Ok(head);
            }
            _ => {}
        }
        at = next;
    }
}

fn frame(head: &mut Head, data: &[u8]) -> Result<(), Refused> {
    let (Some(&bits), Some(height), Some(width), Some(&components)) =
        (data.first(), be16(data, 1), be16(data, 3), data.get(5))
    else {
        return Err(Refused::damaged("the frame is cut off"));
    };
    if bits != 8 {
        return Err(Refused::OtherFormat("jpeg-other"));
    }
    if !matches!(components, 1 | 3 | 4) {
        return Err(Refused::damaged("neither grey nor colour"));
    }
    if head.size.replace((u32::from(width), u32::from(height))).is_some() {
        return Err(Refused::damaged("two frames"));
    }
    head.components = components;
    Ok(())
}

/// One marker from a place on, what belongs to it, and where the next is looked for. Whatever stands between is left out.
fn segment(bytes: &[u8], from: usize) -> Result<(u8, &[u8], usize), Refused> {
    let cut = || Refused::damaged("cut off");
    let rest = bytes.get(from..).ok_or_else(cut)?;
    let is_marker = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xFF | 0x01 | 0xD0..=0xD8);
    let place = from + rest.windows(2).position(is_marker).ok_or_else(cut)?;
    let marker = bytes[place + 1];
    if marker == 0xD9 {
        return Ok((marker, &[], place + 2));
    }
    let length = be16(bytes, place + 2).map(usize::from).filter(|length| *length >= 2).ok_or_else(cut)?;
    let next = place + 2 + length;
    let data = bytes.get(place + 4..next).ok_or_else(cut)?;
    Ok((marker, data, next))
}

/// Where the picture ends. A file that has no end was cut off on its way.
fn end(bytes: &[u8], first_scan: usize) -> Result<usize, Refused> {
    let mut at = first_scan;
    let mut scans = 0;
    loop {
        let (marker, _, next) = segment(bytes, at)?;
        match marker {
            0xD9 => return Ok(next),
            0xDA => scans += 1,
            // A second size after the first was held against the limits.
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return Err(Refused::damaged("two frames")),
            _ => {}
        }
        if scans > SCANS {
            return Err(Refused::damaged("too many scans"));
        }
        at = next;
    }
}
