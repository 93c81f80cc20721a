//! What a file is, by its first bytes. Names and declared types are not asked: phones and people get them wrong.

use crate::{Refused, svg};

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Baseline or progressive; grey, colour, CMYK.
    Jpeg,
    /// Of an animated one, the picture that every reader shows.
    Png,
    /// Of an animated one, the first frame.
    Webp,
    /// Of an animated one, the first frame.
    Gif,
}

impl Format {
    /// Stable name, for stored rows.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Format::Jpeg => "jpeg",
            Format::Png => "png",
            Format::Webp => "webp",
            Format::Gif => "gif",
        }
    }
}

/// Formats that begin with bytes of their own.
const OTHERS: [(&[u8], &str); 11] = [
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
    (b"\0\0\x01\0", "ico"),
    (b"%PDF-", "pdf"),
    (b"\xFF\x0A", "jxl"),
    (b"\0\0\0\x0CJXL ", "jxl"),
    (b"\0\0\0\x0CjP  ", "jpeg2000"),
    (b"\xFF\x4F\xFF\x51", "jpeg2000"),
    (b"8BPS", "psd"),
];

pub(crate) fn told(bytes: &[u8]) -> Result<Format, Refused> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Ok(Format::Jpeg);
    }
    if bytes.starts_with(crate::png::SIGNATURE) {
        return Ok(Format::Png);
    }
    if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        return Ok(Format::Gif);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(Format::Webp);
    }
    Err(other(bytes).map_or_else(|| not_a_picture(bytes), Refused::OtherFormat))
}

fn other(bytes: &[u8]) -> Option<&'static str> {
    let by_start = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, name)| *name);
    by_start.or_else(|| boxed(bytes)).or_else(|| bmp(bytes))
}

/// What stands in boxes: pictures of phones, and films. The first brand may be a general one, so the others are asked too.
fn boxed(bytes: &[u8]) -> Option<&'static str> {
    if bytes.get(4..8)? != b"ftyp" {
        return None;
    }
    let length = usize::try_from(crate::bits::be32(bytes, 0)?).ok()?.clamp(8, 256).min(bytes.len());
    let brands = || bytes[8..length].chunks_exact(4);
    if brands().any(|brand| matches!(brand, b"avif" | b"avis")) {
        return Some("avif");
    }
    let heic =
        |brand: &[u8]| matches!(brand, b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1");
    Some(if brands().any(heic) { "heic" } else { "mp4" })
}

/// Two letters are little to go by: text may begin with them. The four bytes that must be zero tell.
fn bmp(bytes: &[u8]) -> Option<&'static str> {
    (bytes.starts_with(b"BM") && bytes.get(6..10)? == [0; 4]).then_some("bmp")
}

fn not_a_picture(bytes: &[u8]) -> Refused {
    if svg::is_svg(bytes) { Refused::Svg } else { Refused::NotAPicture }
}
