//! PNG: its header here, its pixels by the crate of the same name.

use std::io::Cursor;

use crate::bits::{array, be32};
use crate::exif::Orientation;
use crate::raster::Raster;
use crate::{Header, Refused};

pub(crate) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";
/// Bytes that the decoder may hold besides the pixels: a few rows and what it inflates in between. Profiles and texts, which may
/// inflate without end, are never opened.
const ASIDE: usize = 64 << 20;

pub(crate) fn header(bytes: &[u8]) -> Result<Header, Refused> {
    let cut = || Refused::damaged("the header is cut off");
    if array(bytes, 8) != Some(*b"\0\0\0\x0DIHDR") {
        return Err(Refused::damaged("does not begin with its header"));
    }
    let width = be32(bytes, 16).ok_or_else(cut)?;
    let height = be32(bytes, 20).ok_or_else(cut)?;
    let exif = chunks(bytes).find(|(name, _)| name == b"eXIf");
    let orientation = exif.map_or(Orientation::UPRIGHT, |(_, exif)| Orientation::read(exif));
    Ok(Header { width, height, orientation })
}

pub(crate) fn decode(bytes: &[u8], header: Header) -> Result<Raster, Refused> {
    if !chunks(bytes).any(|(name, _)| &name == b"IEND") {
        return Err(Refused::damaged("cut off"));
    }
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: ASIDE });
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(Refused::damaged)?;
    if reader.info().size() != (header.width, header.height) {
        return Err(Refused::damaged("two sizes"));
    }
    let (colours, _) = reader.output_color_type();
    let channels = colours.samples();
    let length = header.width as usize * header.height as usize * channels;
    if reader.output_buffer_size() != Some(length) {
        return Err(Refused::damaged("pixels of an unknown kind"));
    }
    let mut samples = vec![0; length];
    let frame = reader.next_frame(&mut samples).map_err(Refused::damaged)?;
    if (frame.width, frame.height) != (header.width, header.height) {
        return Err(Refused::damaged("two sizes"));
    }
    Raster::of(header.width, header.height, samples, channels)
}

/// Names and contents of the chunks, as far as they are whole.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    let mut at = SIGNATURE.len();
    std::iter::from_fn(move || {
        let length = usize::try_from(be32(bytes, at)?).ok()?;
        let name = array(bytes, at + 4)?;
        let end = (at + 8).checked_add(length)?;
        let content = bytes.get(at + 8..end)?;
        // Four bytes of checksum, which the decoder looks at.
        at = end.checked_add(4).filter(|next| *next <= bytes.len())?;
        Some((name, content))
    })
}
