//! Files for the tests, made in code.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

pub type Colour = [u8; 3];

pub const RED: Colour = [220, 20, 20];
pub const GREEN: Colour = [20, 200, 20];
pub const BLUE: Colour = [20, 20, 220];
pub const YELLOW: Colour = [230, 220, 20];

/// Four corners of four colours: red and green above, blue and yellow below.
pub fn corners(width: u32, height: u32) -> Vec<u8> {
    of_pixels(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => RED,
        (false, true) => GREEN,
        (true, false) => BLUE,
        (false, false) => YELLOW,
    })
}

pub fn of_pixels<const N: usize>(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; N]) -> Vec<u8> {
    (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| pixel(x, y)).collect()
}

pub fn noise(length: usize) -> Vec<u8> {
    let mut state = 7_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    };
    (0..length).map(|_| next()).collect()
}

pub fn jpeg(pixels: &[u8], width: u32, height: u32) -> Vec<u8> {
    jpeg_with(pixels, width, height, ColorType::Rgb, |_| {})
}

pub fn jpeg_with(
    pixels: &[u8],
    width: u32,
    height: u32,
    colours: ColorType,
    set: impl FnOnce(&mut Encoder<&mut Vec<u8>>),
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 95);
    encoder.set_sampling_factor(SamplingFactor::R_4_4_4);
    set(&mut encoder);
    encoder.encode(pixels, width as u16, height as u16, colours).unwrap();
    file
}

/// Puts segments right behind the start of a JPEG.
pub fn with_segments(jpeg: &[u8], segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut file = jpeg[..2].to_vec();
    for (marker, data) in segments {
        file.extend([0xFF, *marker]);
        file.extend(((data.len() + 2) as u16).to_be_bytes());
        file.extend(*data);
    }
    file.extend(&jpeg[2..]);
    file
}

/// EXIF as phones write it: the orientation, a maker's name and a place.
pub fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    tiff.extend(b"\x01\x0F\0\x02\0\0\0\x04ABC\0");
    tiff.extend(b"\x01\x12\0\x03\0\0\0\x01");
    tiff.extend(orientation.to_be_bytes());
    tiff.extend(b"\0\0");
    tiff.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x32");
    tiff.extend(b"\0\0\0\0GPSPLACE52.5200N13.4050E");
    tiff
}

pub fn exif_segment(orientation: u16) -> Vec<u8> {
    [b"Exif\0\0".as_slice(), &exif(orientation)].concat()
}

pub fn png(pixels: &[u8], width: u32, height: u32, colours: png::ColorType) -> Vec<u8> {
    png_with(pixels, width, height, colours, |_| {})
}

pub fn png_with(
    pixels: &[u8],
    width: u32,
    height: u32,
    colours: png::ColorType,
    set: impl FnOnce(&mut png::Encoder<&mut Vec<u8>>),
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(colours);
    encoder.set_depth(png::BitDepth::Eight);
    set(&mut encoder);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(pixels).unwrap();
    writer.finish().unwrap();
    file
}

/// A chunk of a PNG with its checksum.
pub fn png_chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(name);
    sum.update(content);
    [&(content.len() as u32).to_be_bytes(), name.as_slice(), content, &sum.sum().to_be_bytes()].concat()
}

/// Puts chunks right behind the header of a PNG.
pub fn with_png_chunks(png: &[u8], chunks: &[Vec<u8>]) -> Vec<u8> {
    [&png[..33], &chunks.concat(), &png[33..]].concat()
}

/// The beginning of a PNG that says to be of this size, and no pixels.
pub fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut content = [width.to_be_bytes(), height.to_be_bytes()].concat();
    content.extend([8, 6, 0, 0, 0]);
    [b"\x89PNG\r\n\x1A\n".to_vec(), png_chunk(b"IHDR", &content), png_chunk(b"IDAT", b"x"), png_chunk(b"IEND", b"")]
        .concat()
}

pub fn zipped(bytes: &[u8]) -> Vec<u8> {
    use std::io::Read;
    let mut out = Vec::new();
    flate2::read::GzEncoder::new(bytes, flate2::Compression::fast()).read_to_end(&mut out).unwrap();
    out
}

pub fn zlibbed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Read;
    let mut out = Vec::new();
    flate2::read::ZlibEncoder::new(bytes, flate2::Compression::fast()).read_to_end(&mut out).unwrap();
    out
}

pub fn webp(pixels: &[u8], width: u32, height: u32, alpha: bool) -> Vec<u8> {
    let mut file = Vec::new();
    let colours = if alpha { image_webp::ColorType::Rgba8 } else { image_webp::ColorType::Rgb8 };
    image_webp::WebPEncoder::new(&mut file).encode(pixels, width, height, colours).unwrap();
    file
}

/// A RIFF chunk.
pub fn riff(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut chunk = [name.as_slice(), &(content.len() as u32).to_le_bytes(), content].concat();
    chunk.resize(chunk.len().next_multiple_of(2), 0);
    chunk
}

pub fn webp_of(chunks: &[Vec<u8>]) -> Vec<u8> {
    riff(b"RIFF", &[b"WEBP".to_vec(), chunks.concat()].concat())
}

pub fn vp8x(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let sides = [&(width - 1).to_le_bytes()[..3], &(height - 1).to_le_bytes()[..3]].concat();
    riff(b"VP8X", &[vec![flags, 0, 0, 0], sides].concat())
}

/// A frame of an animated WebP, out of the chunks of a still one.
pub fn anmf(left: u32, top: u32, width: u32, height: u32, chunks: &[u8]) -> Vec<u8> {
    let numbers = [left / 2, top / 2, width - 1, height - 1, 100];
    let header: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()[..3].to_vec()).collect();
    riff(b"ANMF", &[header, vec![0], chunks.to_vec()].concat())
}

/// One grey pixel, lossy: the chunk `VP8 ` alone.
pub fn lossy_pixel() -> Vec<u8> {
    let data = b"\x30\x01\0\x9D\x01\x2A\x01\0\x01\0\x0E\xC0\xFE\x25\xA4\0\x03\x70\0\0\0\0";
    riff(b"VP8 ", data)
}

/// Place, size and indices of a frame.
pub type GifFrame = ((u16, u16), (u16, u16), Vec<u8>);

/// A GIF of four colours; the last is transparent.
pub fn gif(screen: (u16, u16), frames: &[GifFrame]) -> Vec<u8> {
    let mut file = Vec::new();
    let palette = [RED, GREEN, BLUE, YELLOW].concat();
    let mut encoder = gif::Encoder::new(&mut file, screen.0, screen.1, &palette).unwrap();
    for ((left, top), (width, height), indices) in frames {
        let frame = gif::Frame {
            left: *left,
            top: *top,
            width: *width,
            height: *height,
            transparent: Some(3),
            buffer: indices.clone().into(),
            ..gif::Frame::default()
        };
        encoder.write_frame(&frame).unwrap();
    }
    drop(encoder);
    file
}

/// The pixels of a rendition.
pub struct Shown {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

impl Shown {
    pub fn of(rendition: &renditions::Rendition) -> Shown {
        let cursor = zune_core::bytestream::ZCursor::new(&rendition.jpeg);
        let mut decoder = zune_jpeg::JpegDecoder::new(cursor);
        let rgb = decoder.decode().unwrap();
        assert_eq!(decoder.dimensions(), Some((rendition.width as usize, rendition.height as usize)));
        Shown { width: rendition.width, height: rendition.height, rgb }
    }

    /// The last rendition, which is the largest.
    pub fn from(file: &[u8]) -> Shown {
        Shown::of(renditions::render(file).unwrap().renditions.last().unwrap())
    }

    pub fn at(&self, x: u32, y: u32) -> Colour {
        let at = (y * self.width + x) as usize * 3;
        self.rgb[at..at + 3].try_into().unwrap()
    }

    /// Middles of the four corners: above left, above right, below left, below right.
    pub fn corners(&self) -> [Colour; 4] {
        let (left, right) = (self.width / 4, self.width * 3 / 4);
        let (top, bottom) = (self.height / 4, self.height * 3 / 4);
        [self.at(left, top), self.at(right, top), self.at(left, bottom), self.at(right, bottom)]
    }

    #[track_caller]
    pub fn has_corners(&self, wanted: [Colour; 4]) {
        for (is, wanted) in self.corners().into_iter().zip(wanted) {
            near(is, wanted);
        }
    }
}

#[track_caller]
pub fn near(is: Colour, wanted: Colour) {
    let far = is.iter().zip(wanted).any(|(is, wanted)| is.abs_diff(wanted) > 16);
    assert!(!far, "{is:?} is not {wanted:?}");
}
