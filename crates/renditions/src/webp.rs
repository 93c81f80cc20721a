//! WebP: its chunks are found here, the pixels of its first frame by image-webp.
//!
//! The decoder is given a file of that one frame only: what it would do about animations and metadata need not be trusted then.

use std::io::Cursor;

use image_webp::WebPDecoder;

use crate::bits::{array, le16, le24, le32};
use crate::exif::Orientation;
use crate::raster::Raster;
use crate::{Header, Refused, within_limits};

type Chunk<'a> = ([u8; 4], &'a [u8]);

/// Bytes before the chunks within a frame of an animation.
const FRAME_HEADER: usize = 16;
/// Bit of the extended header that says there is alpha.
const ALPHA: u8 = 0x10;

/// The first frame, and where it lies on the canvas.
struct Frame<'a> {
    left: u32,
    top: u32,
    width: u32,
    height: u32,
    alpha: Option<&'a [u8]>,
    pixels: Chunk<'a>,
}

pub(crate) fn header(bytes: &[u8]) -> Result<Header, Refused> {
    // The first chunk may be cut off here: a look needs no more than its beginning.
    let name = array::<4>(bytes, 12).ok_or_else(cut)?;
    let content = bytes.get(20..).ok_or_else(cut)?;
    let (width, height) = match &name {
        b"VP8X" => le24(content, 4).zip(le24(content, 7)).map(|(width, height)| (width + 1, height + 1)),
        _ => size(&(name, content)),
    }
    .ok_or_else(cut)?;
    let exif = chunks(&bytes[12..]).find(|(name, _)| name == b"EXIF");
    let orientation = exif.map_or(Orientation::UPRIGHT, |(_, exif)| Orientation::read(exif));
    Ok(Header { width, height, orientation })
}

pub(crate) fn decode(bytes: &[u8], header: Header) -> Result<Raster, Refused> {
    let told = usize::try_from(le32(bytes, 4).ok_or_else(cut)?).map_err(Refused::damaged)?;
    if told > bytes.len() - 8 {
        return Err(cut());
    }
    let frame = first_frame(&bytes[12..], header)?;
    within_limits(frame.width, frame.height)?;
    if size(&frame.pixels) != Some((frame.width, frame.height)) {
        return Err(Refused::damaged("two sizes"));
    }
    let picture = pixels(&frame)?;
    if (frame.width, frame.height) == (header.width, header.height) {
        return Ok(picture);
    }
    let mut canvas = Raster::white(header.width, header.height);
    canvas.lay(&picture, frame.left, frame.top);
    Ok(canvas)
}

fn pixels(frame: &Frame) -> Result<Raster, Refused> {
    let mut decoder = WebPDecoder::new(Cursor::new(alone(frame))).map_err(Refused::damaged)?;
    if decoder.dimensions() != (frame.width, frame.height) {
        return Err(Refused::damaged("two sizes"));
    }
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    let mut samples = vec![0; frame.width as usize * frame.height as usize * channels];
    decoder.read_image(&mut samples).map_err(Refused::damaged)?;
    drop(decoder);
    Raster::of(frame.width, frame.height, samples, channels)
}

fn first_frame(body: &[u8], header: Header) -> Result<Frame<'_>, Refused> {
    let animated = chunks(body).find(|(name, _)| matches!(name, b"VP8 " | b"VP8L" | b"ANMF"));
    let (name, content) = animated.ok_or_else(|| Refused::damaged("no frame"))?;
    if &name != b"ANMF" {
        return whole(body, (0, 0), (header.width, header.height));
    }
    let number = |at| le24(content, at).ok_or_else(cut);
    let (left, top) = (number(0)? * 2, number(3)? * 2);
    let (width, height) = (number(6)? + 1, number(9)? + 1);
    if left + width > header.width || top + height > header.height {
        return Err(Refused::damaged("a frame outside of the canvas"));
    }
    whole(content.get(FRAME_HEADER..).ok_or_else(cut)?, (left, top), (width, height))
}

fn whole(body: &[u8], (left, top): (u32, u32), (width, height): (u32, u32)) -> Result<Frame<'_>, Refused> {
    let pixels = chunks(body).find(|(name, _)| matches!(name, b"VP8 " | b"VP8L")).ok_or_else(cut)?;
    // A lossless frame has its alpha within.
    let alpha = chunks(body).find(|(name, _)| name == b"ALPH").map(|(_, alpha)| alpha);
    let alpha = alpha.filter(|_| &pixels.0 == b"VP8 ");
    Ok(Frame { left, top, width, height, alpha, pixels })
}

/// A file of one frame.
fn alone(frame: &Frame) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    if let Some(alpha) = frame.alpha {
        let mut extended = vec![ALPHA, 0, 0, 0];
        extended.extend_from_slice(&(frame.width - 1).to_le_bytes()[..3]);
        extended.extend_from_slice(&(frame.height - 1).to_le_bytes()[..3]);
        append(&mut body, b"VP8X", &extended);
        append(&mut body, b"ALPH", alpha);
    }
    append(&mut body, &frame.pixels.0, frame.pixels.1);
    let mut file = Vec::with_capacity(body.len() + 8);
    append(&mut file, b"RIFF", &body);
    file
}

fn append(file: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    file.extend_from_slice(name);
    // Never cut: the whole file is of fewer bytes than fit.
    file.extend_from_slice(&(content.len() as u32).to_le_bytes());
    file.extend_from_slice(content);
    file.resize(file.len().next_multiple_of(2), 0);
}

/// Size that the pixels themselves tell.
fn size((name, content): &Chunk) -> Option<(u32, u32)> {
    match name {
        b"VP8 " if content.get(3..6)? == [0x9D, 0x01, 0x2A] => {
            Some((u32::from(le16(content, 6)? & 0x3FFF), u32::from(le16(content, 8)? & 0x3FFF)))
        }
        b"VP8L" if content.first()? == &0x2F => {
            let sizes = le32(content, 1)?;
            Some(((sizes & 0x3FFF) + 1, ((sizes >> 14) & 0x3FFF) + 1))
        }
        _ => None,
    }
}

/// Chunks as far as they are whole, each begun at an even place.
fn chunks(body: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let name = array(body, at)?;
        let length = usize::try_from(le32(body, at + 4)?).ok()?;
        let end = (at + 8).checked_add(length)?;
        let content = body.get(at + 8..end)?;
        at = end.checked_next_multiple_of(2)?;
        Some((name, content))
    })
}

fn cut() -> Refused {
    Refused::damaged("cut off")
}
