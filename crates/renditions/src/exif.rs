//! The orientation, and nothing else, out of EXIF.

use crate::bits::{be16, be32, le16, le32};

const ORIENTATION: u16 = 0x0112;
/// Fields of the first directory that are looked at. Cameras write about a dozen.
const FIELDS: u16 = 256;

/// How the pixels of a file stand to what people see: 1 to 8, as EXIF counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Orientation(u8);

impl Orientation {
    pub(crate) const UPRIGHT: Orientation = Orientation(1);

    /// Out of an EXIF block, with or without the mark that JPEG has before it. What cannot be read is upright: the picture matters
    /// more than its metadata.
    pub(crate) fn read(exif: &[u8]) -> Orientation {
        let tiff = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
        field(tiff)
            .filter(|value| (1..=8).contains(value))
            .map_or(Orientation::UPRIGHT, |value| Orientation(value as u8))
    }

    /// The size that people see, of the size that the file has; and the other way round.
    pub(crate) fn turned(self, width: u32, height: u32) -> (u32, u32) {
        if self.0 >= 5 { (height, width) } else { (width, height) }
    }

    /// Where the pixel comes from that people see at x, y, in a file of this size.
    pub(crate) fn source(self, x: usize, y: usize, width: usize, height: usize) -> (usize, usize) {
        match self.0 {
            2 => (width - 1 - x, y),
            3 => (width - 1 - x, height - 1 - y),
            4 => (x, height - 1 - y),
            5 => (y, x),
            6 => (y, height - 1 - x),
            7 => (width - 1 - y, height - 1 - x),
            8 => (width - 1 - y, x),
            _ => (x, y),
        }
    }
}

fn field(tiff: &[u8]) -> Option<u16> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at| if little { le16(tiff, at) } else { be16(tiff, at) };
    let directory = usize::try_from(if little { le32(tiff, 4) } else { be32(tiff, 4) }?).ok()?;
    let fields = short(directory)?.min(FIELDS);
    let at = |number: u16| directory.checked_add(2 + usize::from(number) * 12);
    let place = (0..fields).filter_map(at).find(|place| short(*place) == Some(ORIENTATION))?;
    short(place.checked_add(8)?)
}
