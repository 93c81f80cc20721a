//! Files that lie, are cut off, or are nothing at all.

use std::sync::LazyLock;

use proptest::prelude::*;
use renditions::{Refused, look, render};

use crate::make::*;

/// Small files that say to be large: nothing is decoded before the header is believed.
fn bombs() -> Vec<(Vec<u8>, u32, u32)> {
    let mut jpeg = jpeg(&corners(8, 8), 8, 8);
    let at = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    jpeg[at + 5..at + 9].copy_from_slice(&[0xFF; 4]);
    let mut lossless = webp(&corners(8, 8), 8, 8, false);
    let at = lossless.windows(4).position(|name| name == b"VP8L").unwrap();
    lossless[at + 9..at + 13].copy_from_slice(&0x0FFF_FFFF_u32.to_le_bytes());
    let mut lossy = webp_of(&[lossy_pixel()]);
    lossy[26..30].copy_from_slice(&[0xFF, 0x3F, 0xFF, 0x3F]);
    let still = webp(&corners(8, 8), 8, 8, false);
    let animated = [vp8x(2, 1 << 24, 1 << 24), riff(b"ANIM", &[0; 6]), anmf(0, 0, 8, 8, &still[12..])];
    vec![
        (jpeg, 65_535, 65_535),
        (png_header(60_000, 60_000), 60_000, 60_000),
        (png_header(50_000_000, 1), 50_000_000, 1),
        (png_header(u32::MAX, u32::MAX), u32::MAX, u32::MAX),
        (lossless, 16_384, 16_384),
        (lossy, 16_383, 16_383),
        (webp_of(&animated), 1 << 24, 1 << 24),
        (gif((65_535, 65_535), &[((0, 0), (1, 1), vec![0])]), 65_535, 65_535),
    ]
}

#[test]
fn pixel_bombs_are_refused_at_the_header() {
    for (file, width, height) in bombs() {
        assert!(file.len() < 2000);
        assert_eq!(look(&file), Err(Refused::TooManyPixels { width, height }));
        assert_eq!(render(&file), Err(Refused::TooManyPixels { width, height }));
    }
}

#[test]
fn a_picture_without_pixels_is_refused() {
    assert_eq!(look(&png_header(0, 7)), Err(Refused::TooSmall { width: 0, height: 7 }));
    assert_eq!(look(b"GIF89a\0\0\0\0\0\0\0"), Err(Refused::TooSmall { width: 0, height: 0 }));
}

#[test]
fn a_frame_larger_than_the_screen_is_held_against_the_limits() {
    let mut file = gif((4, 4), &[((0, 0), (1, 1), vec![0])]);
    let at = file.iter().rposition(|byte| *byte == b',').unwrap();
    file[at + 5..at + 9].copy_from_slice(&[0xFF; 4]);
    assert_eq!(render(&file), Err(Refused::TooManyPixels { width: 65_535, height: 65_535 }));
}

#[test]
fn a_frame_outside_of_the_screen_is_left_out() {
    let partly = gif((8, 8), &[((4, 4), (8, 8), vec![0; 64])]);
    let shown = Shown::from(&partly);
    assert_eq!((shown.width, shown.height), (8, 8));
    assert_eq!(renditions::look(&partly).map(|seen| (seen.width, seen.height)), Ok((8, 8)));
    let wholly = gif((8, 8), &[((50, 50), (8, 8), vec![0; 64])]);
    near(Shown::from(&wholly).at(4, 4), [255; 3]);
}

#[test]
fn frames_of_a_webp_that_lie_are_refused() {
    let still = webp(&corners(8, 8), 8, 8, false);
    let frames = [anmf(8, 8, 8, 8, &still[12..]), anmf(0, 0, 4, 4, &still[12..]), anmf(0, 0, 8, 8, b"VP8L")];
    for frame in frames {
        let file = webp_of(&[vp8x(2, 12, 12), riff(b"ANIM", &[0; 6]), frame]);
        assert!(matches!(render(&file), Err(Refused::Damaged(_))));
    }
    let other_size = webp_of(&[vp8x(0, 9, 8), still[12..].to_vec()]);
    assert!(matches!(render(&other_size), Err(Refused::Damaged(_))));
}

#[test]
fn texts_and_profiles_that_inflate_without_end_are_not_opened() {
    let huge = zlibbed(&vec![0; 20 << 20]);
    let chunks = [
        png_chunk(b"iTXt", &[b"a\0\x01\0\0\0".as_slice(), &huge].concat()),
        png_chunk(b"zTXt", &[b"a\0\0".as_slice(), &huge].concat()),
        png_chunk(b"iCCP", &[b"a\0\0".as_slice(), &huge].concat()),
    ];
    let file = with_png_chunks(&png(&corners(64, 64), 64, 64, png::ColorType::Rgb), &chunks);
    Shown::from(&file).has_corners([RED, GREEN, BLUE, YELLOW]);
}

#[test]
fn a_jpeg_of_two_frames_or_many_scans_is_refused() {
    let file = jpeg(&corners(8, 8), 8, 8);
    let at = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    let frame = &file[at..at + 19];
    let twice = [&file[..at], frame, &file[at..]].concat();
    assert!(matches!(look(&twice), Err(Refused::Damaged(_))));
    let later = [&file[..file.len() - 2], frame, &[0xFF, 0xD9]].concat();
    assert!(matches!(render(&later), Err(Refused::Damaged(_))));
    let scan = file.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
    let scans = file[scan..file.len() - 2].repeat(100);
    let many = [&file[..scan], &scans, &[0xFF, 0xD9]].concat();
    assert!(matches!(render(&many), Err(Refused::Damaged(_))));
}

#[test]
fn garbage_after_the_end_is_left_out() {
    let pixels = corners(24, 24);
    let files =
        [jpeg(&pixels, 24, 24), png(&pixels, 24, 24, png::ColorType::Rgb), webp(&pixels, 24, 24, false), one_gif()];
    for file in files {
        let longer = [file.clone(), noise(5000)].concat();
        assert_eq!(render(&longer), render(&file));
        let two = [file.clone(), file.clone()].concat();
        assert_eq!(render(&two), render(&file));
    }
}

fn one_gif() -> Vec<u8> {
    let indices = of_pixels(24, 24, |x, y| [u8::from(x >= 12) + 2 * u8::from(y >= 12)]);
    gif((24, 24), &[((0, 0), (24, 24), indices)])
}

/// One file of each kind.
fn kinds() -> Vec<Vec<u8>> {
    let pixels = noise(24 * 24 * 4);
    let colours = &pixels[..24 * 24 * 3];
    let progressive = |encoder: &mut jpeg_encoder::Encoder<&mut Vec<u8>>| encoder.set_progressive(true);
    let still = webp(colours, 24, 24, false);
    let ink = jpeg_encoder::ColorType::Cmyk;
    vec![
        with_segments(&jpeg(colours, 24, 24), &[(0xE1, &exif_segment(6))]),
        jpeg_with(colours, 24, 24, jpeg_encoder::ColorType::Rgb, progressive),
        jpeg_with(&pixels, 24, 24, ink, |_| {}),
        png(&pixels, 24, 24, png::ColorType::Rgba),
        webp(&pixels, 24, 24, true),
        webp_of(&[vp8x(2, 24, 24), riff(b"ANIM", &[0; 6]), anmf(0, 0, 24, 24, &still[12..])]),
        webp_of(&[vp8x(0x10, 1, 1), riff(b"ALPH", &[0, 0]), lossy_pixel()]),
        one_gif(),
    ]
}

static KINDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(kinds);

#[test]
fn what_is_cut_off_is_damaged() {
    for file in KINDS.iter() {
        let whole = render(file);
        assert!(whole.is_ok());
        for length in (0..file.len()).step_by(1 + file.len() / 100).chain([file.len() - 1]) {
            let _ = look(&file[..length]);
            match render(&file[..length]) {
                Err(Refused::Damaged(_) | Refused::NotAPicture) => {}
                // Of a GIF all pixels may be there, though not the last byte.
                other => assert!(other == whole && file.starts_with(b"GIF"), "{length} of {}: {other:?}", file.len()),
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn changed_bytes_never_panic(kind in 0..8_usize, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut file = KINDS[kind].clone();
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        // A size that has become large is slow to draw in a debug build, and of no interest.
        if look(&file).is_ok_and(|seen| seen.width * seen.height < 1_000_000) {
            let _ = render(&file);
        }
    }

    #[test]
    fn random_bytes_behind_a_beginning_never_panic(kind in 0..8_usize, kept in 4..64_usize, rest in prop::collection::vec(any::<u8>(), 0..400)) {
        let beginning = KINDS[kind].clone();
        let file = [&beginning[..kept.min(beginning.len())], &rest].concat();
        if look(&file).is_ok_and(|seen| seen.width * seen.height < 1_000_000) {
            let _ = render(&file);
        }
    }
}
