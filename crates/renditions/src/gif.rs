//! GIF: its header here, its first frame by the crate of the same name.

use std::num::NonZeroU64;

use gif::{ColorOutput, DecodeOptions, MemoryLimit};

use crate::bits::le16;
use crate::exif::Orientation;
use crate::raster::Raster;
use crate::{Header, PIXELS, Refused, within_limits};

pub(crate) fn header(bytes: &[u8]) -> Result<Header, Refused> {
    let (Some(width), Some(height)) = (le16(bytes, 6), le16(bytes, 8)) else {
        return Err(Refused::damaged("the header is cut off"));
    };
    Ok(Header { width: width.into(), height: height.into(), orientation: Orientation::UPRIGHT })
}

/// The first frame on a white screen; what of it lies outside is left out, as browsers do.
pub(crate) fn decode(bytes: &[u8], header: Header) -> Result<Raster, Refused> {
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::Indexed);
    options.set_memory_limit(NonZeroU64::new(PIXELS).map_or(MemoryLimit::Unlimited, MemoryLimit::Bytes));
    let mut decoder = options.read_info(bytes).map_err(Refused::damaged)?;
    let frame = decoder.next_frame_info().map_err(Refused::damaged)?.ok_or_else(|| Refused::damaged("no frame"))?;
    let (left, top, width, height) = (frame.left, frame.top, u32::from(frame.width), u32::from(frame.height));
    let transparent = frame.transparent;
    // A frame has a size of its own, which may be larger than the screen.
    within_limits(width, height)?;
    let mut indices = vec![0; width as usize * height as usize];
    if decoder.buffer_size() != indices.len() {
        return Err(Refused::damaged("pixels of an unknown kind"));
    }
    decoder.read_into_buffer(&mut indices).map_err(Refused::damaged)?;
    let colours = colours(decoder.palette().map_err(Refused::damaged)?, transparent);
    let rgb = indices.iter().flat_map(|index| colours[usize::from(*index)]).collect();
    let mut screen = Raster::white(header.width, header.height);
    screen.lay(&Raster { width, height, rgb }, left.into(), top.into());
    Ok(screen)
}

/// Colours by index. One that is not in the palette is black, as browsers have it.
fn colours(palette: &[u8], transparent: Option<u8>) -> [[u8; 3]; 256] {
    let mut colours = [[0; 3]; 256];
    for (colour, from) in colours.iter_mut().zip(palette.as_chunks::<3>().0) {
        *colour = *from;
    }
    if let Some(index) = transparent {
        colours[usize::from(index)] = [255; 3];
    }
    colours
}
