//! Of metadata only the orientation has an effect, and none is kept.

use jpeg_encoder::ColorType;

use crate::make::*;

/// Corners that people see, by orientation, of a file whose corners are red, green, blue, yellow.
const SEEN: [[Colour; 4]; 8] = [
    [RED, GREEN, BLUE, YELLOW],
    [GREEN, RED, YELLOW, BLUE],
    [YELLOW, BLUE, GREEN, RED],
    [BLUE, YELLOW, RED, GREEN],
    [RED, BLUE, GREEN, YELLOW],
    [BLUE, RED, YELLOW, GREEN],
    [YELLOW, GREEN, BLUE, RED],
    [GREEN, YELLOW, RED, BLUE],
];

fn turned(file: &[u8], orientation: u16) {
    let size = if orientation >= 5 { (48, 64) } else { (64, 48) };
    let seen = renditions::look(file).unwrap();
    assert_eq!((seen.width, seen.height), size);
    let picture = renditions::render(file).unwrap();
    assert_eq!((picture.width, picture.height), size);
    let shown = Shown::of(&picture.renditions[0]);
    assert_eq!((shown.width, shown.height), size);
    shown.has_corners(SEEN[usize::from(orientation) - 1]);
}

#[test]
fn all_eight_orientations() {
    let pixels = corners(64, 48);
    let (jpeg, png) = (jpeg(&pixels, 64, 48), png(&pixels, 64, 48, png::ColorType::Rgb));
    let webp = webp(&pixels, 64, 48, false);
    for orientation in 1..=8 {
        turned(&with_segments(&jpeg, &[(0xE1, &exif_segment(orientation))]), orientation);
        turned(&with_png_chunks(&png, &[png_chunk(b"eXIf", &exif(orientation))]), orientation);
        let chunks = [vp8x(8, 64, 48), webp[12..].to_vec(), riff(b"EXIF", &exif(orientation))];
        turned(&webp_of(&chunks), orientation);
    }
}

#[test]
fn orientation_in_the_other_order_of_bytes() {
    let mut tiff = b"II*\0\x08\0\0\0\x01\0".to_vec();
    tiff.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0");
    let segment = [b"Exif\0\0".as_slice(), &tiff].concat();
    turned(&with_segments(&jpeg(&corners(64, 48), 64, 48), &[(0xE1, &segment)]), 6);
}

#[test]
fn a_broken_orientation_is_upright() {
    let jpeg = jpeg(&corners(64, 48), 64, 48);
    let far = b"Exif\0\0II*\0\xFF\xFF\xFF\xFF".to_vec();
    for segment in [exif_segment(0), exif_segment(9), exif_segment(6)[..20].to_vec(), far] {
        turned(&with_segments(&jpeg, &[(0xE1, &segment)]), 1);
    }
}

const SECRETS: [&[u8]; 8] =
    [b"GPSPLACE", b"Exif", b"XMPSECRET", b"COMMENT", b"ICC_PROFILE", b"IPTCSECRET", b"TEXTSECRET", b"ABC\0"];

fn all_gone(file: &[u8], has: &[&[u8]]) {
    for secret in has {
        assert!(file.windows(secret.len()).any(|window| window == *secret), "not in the test's file");
    }
    let picture = renditions::render(file).unwrap();
    assert!(!picture.renditions.is_empty());
    for rendition in picture.renditions {
        for secret in SECRETS {
            assert!(!rendition.jpeg.windows(secret.len()).any(|window| window == secret));
        }
        only_pixels(&rendition.jpeg);
    }
}

/// No segment but the density, and what pixels need.
fn only_pixels(jpeg: &[u8]) {
    let mut at = 2;
    while jpeg[at + 1] != 0xDA {
        let marker = jpeg[at + 1];
        assert!(matches!(marker, 0xE0 | 0xDB | 0xC0..=0xC2 | 0xC4 | 0xDD), "a segment {marker:X}");
        if marker == 0xE0 {
            // Of the density alone: a thumbnail would make it longer.
            assert_eq!(jpeg[at + 2..at + 4], [0, 16]);
        }
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
}

#[test]
fn gps_and_all_metadata_are_gone() {
    let pixels = corners(64, 48);
    let thumbnail = jpeg(&corners(16, 16), 16, 16);
    let exif_and_thumbnail = [exif_segment(1), thumbnail].concat();
    let segments: [(u8, &[u8]); 5] = [
        (0xE1, &exif_and_thumbnail),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>XMPSECRET</x:xmpmeta>"),
        (0xE2, b"ICC_PROFILE\0\x01\x01ICCDATA"),
        (0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0AIPTCSECRET"),
        (0xFE, b"COMMENT"),
    ];
    let jpeg = jpeg_with(&pixels, 64, 48, ColorType::Rgb, |_| {});
    all_gone(&with_segments(&jpeg, &segments), &[b"GPSPLACE", b"XMPSECRET", b"ICC_PROFILE", b"IPTCSECRET", b"COMMENT"]);

    let chunks = [
        png_chunk(b"eXIf", &exif(1)),
        png_chunk(b"tEXt", b"Comment\0TEXTSECRET"),
        png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0XMPSECRET"),
        png_chunk(b"iCCP", &[b"p\0\0".as_slice(), &zlibbed(b"profile")].concat()),
    ];
    let png = png(&pixels, 64, 48, png::ColorType::Rgb);
    all_gone(&with_png_chunks(&png, &chunks), &[b"GPSPLACE", b"TEXTSECRET", b"XMPSECRET", b"iCCP"]);

    let webp = webp(&pixels, 64, 48, false);
    let chunks = [
        vp8x(0x2C, 64, 48),
        riff(b"ICCP", b"ICC_PROFILE"),
        webp[12..].to_vec(),
        riff(b"EXIF", &exif(1)),
        riff(b"XMP ", b"XMPSECRET"),
    ];
    all_gone(&webp_of(&chunks), &[b"GPSPLACE", b"XMPSECRET", b"ICC_PROFILE"]);
}
