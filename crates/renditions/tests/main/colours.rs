//! Every kind of pixels comes out in its colours.

use jpeg_encoder::ColorType;

use crate::make::*;

const CORNERS: [Colour; 4] = [RED, GREEN, BLUE, YELLOW];
const WHITE: Colour = [255; 3];

#[test]
fn a_baseline_and_a_progressive_jpeg() {
    let pixels = corners(64, 48);
    Shown::from(&jpeg(&pixels, 64, 48)).has_corners(CORNERS);
    let progressive = jpeg_with(&pixels, 64, 48, ColorType::Rgb, |encoder| encoder.set_progressive(true));
    Shown::from(&progressive).has_corners(CORNERS);
}

#[test]
fn a_grey_jpeg() {
    let pixels = of_pixels(40, 40, |x, _| [if x < 20 { 40 } else { 200 }]);
    let shown = Shown::from(&jpeg_with(&pixels, 40, 40, ColorType::Luma, |_| {}));
    near(shown.at(5, 5), [40; 3]);
    near(shown.at(35, 5), [200; 3]);
}

/// Inks of the corners' colours.
fn inks() -> Vec<u8> {
    let inked = |[r, g, b]: [u8; 3]| {
        let black = 255 - r.max(g).max(b);
        let light = u32::from(255 - black);
        let [c, m, y] = [r, g, b].map(|colour| 255 - (u32::from(colour) * 255 / light) as u8);
        [c, m, y, black]
    };
    corners(64, 48).as_chunks::<3>().0.iter().flat_map(|colour| inked(*colour)).collect()
}

#[test]
fn a_cmyk_jpeg_keeps_its_colours() {
    // The encoder marks its files as Adobe does, and inverts the inks as Adobe does.
    for progressive in [false, true] {
        for colours in [ColorType::Cmyk, ColorType::CmykAsYcck] {
            let file = jpeg_with(&inks(), 64, 48, colours, |encoder| encoder.set_progressive(progressive));
            assert!(file.windows(5).any(|window| window == b"Adobe"));
            Shown::from(&file).has_corners(CORNERS);
        }
    }
}

#[test]
fn a_cmyk_jpeg_without_the_mark_of_adobe_is_not_inverted() {
    let inverted: Vec<u8> = inks().iter().map(|ink| 255 - ink).collect();
    let mut file = jpeg_with(&inverted, 64, 48, ColorType::Cmyk, |_| {});
    let at = file.windows(5).position(|window| window == b"Adobe").unwrap();
    file[at..at + 5].copy_from_slice(b"other");
    Shown::from(&file).has_corners(CORNERS);
}

#[test]
fn a_16_bit_png() {
    let wide: Vec<u8> = corners(32, 32).into_iter().flat_map(|byte| [byte, 0x7F]).collect();
    let set = |encoder: &mut png::Encoder<&mut Vec<u8>>| encoder.set_depth(png::BitDepth::Sixteen);
    Shown::from(&png_with(&wide, 32, 32, png::ColorType::Rgb, set)).has_corners(CORNERS);
}

#[test]
fn a_grey_png_of_one_bit() {
    let set = |encoder: &mut png::Encoder<&mut Vec<u8>>| encoder.set_depth(png::BitDepth::One);
    let shown = Shown::from(&png_with(&[0xFF, 0x00].repeat(16), 16, 16, png::ColorType::Grayscale, set));
    near(shown.at(2, 8), WHITE);
    near(shown.at(14, 8), [0; 3]);
}

#[test]
fn what_is_transparent_shows_white() {
    let pixels = of_pixels(32, 32, |x, _| if x < 16 { [0, 0, 0, 0] } else { [220, 20, 20, 255] });
    for file in [png(&pixels, 32, 32, png::ColorType::Rgba), webp(&pixels, 32, 32, true)] {
        let shown = Shown::from(&file);
        near(shown.at(4, 4), WHITE);
        near(shown.at(28, 4), RED);
    }
    let grey = of_pixels(32, 32, |x, _| if x < 16 { [0, 0] } else { [0, 128] });
    let shown = Shown::from(&png(&grey, 32, 32, png::ColorType::GrayscaleAlpha));
    near(shown.at(4, 4), WHITE);
    near(shown.at(28, 4), [127; 3]);
}

#[test]
fn a_palette_png_with_transparency() {
    let indices = of_pixels(32, 32, |x, _| [u8::from(x >= 16)]);
    let file = png_with(&indices, 32, 32, png::ColorType::Indexed, |encoder| {
        encoder.set_palette([BLUE, GREEN].concat());
        encoder.set_trns(vec![0, 255]);
    });
    let shown = Shown::from(&file);
    near(shown.at(4, 4), WHITE);
    near(shown.at(28, 4), GREEN);
}

/// Rows of the seven passes, as the encoder does not write them.
fn interlaced(pixels: &[u8], side: usize) -> Vec<u8> {
    let passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
    let mut rows = Vec::new();
    for (left, top, across, down) in passes {
        for y in (top..side).step_by(down) {
            rows.push(0);
            for x in (left..side).step_by(across) {
                rows.extend(&pixels[(y * side + x) * 3..][..3]);
            }
        }
    }
    let header = [&(side as u32).to_be_bytes()[..], &(side as u32).to_be_bytes(), &[8, 2, 0, 0, 1]].concat();
    let chunks = [png_chunk(b"IHDR", &header), png_chunk(b"IDAT", &zlibbed(&rows)), png_chunk(b"IEND", b"")];
    [b"\x89PNG\r\n\x1A\n".to_vec(), chunks.concat()].concat()
}

#[test]
fn an_interlaced_png() {
    Shown::from(&interlaced(&corners(32, 32), 32)).has_corners(CORNERS);
}

#[test]
fn a_lossless_and_a_lossy_webp() {
    Shown::from(&webp(&corners(32, 32), 32, 32, false)).has_corners(CORNERS);
    let picture = renditions::render(&webp_of(&[lossy_pixel()])).unwrap();
    assert_eq!((picture.width, picture.height), (1, 1));
}

#[test]
fn a_lossy_webp_with_alpha_shows_white() {
    let clear = webp_of(&[vp8x(0x10, 1, 1), riff(b"ALPH", &[0, 0]), lossy_pixel()]);
    near(Shown::from(&clear).at(0, 0), WHITE);
}

#[test]
fn the_first_frame_of_an_animated_gif() {
    let first = of_pixels(32, 32, |x, y| [u8::from(x >= 16) + 2 * u8::from(y >= 16)]);
    let file = gif((32, 32), &[((0, 0), (32, 32), first), ((0, 0), (32, 32), vec![1; 1024])]);
    Shown::from(&file).has_corners([RED, GREEN, BLUE, WHITE]);
}

#[test]
fn the_first_frame_of_an_animated_webp() {
    let still = webp(&corners(16, 16), 16, 16, false);
    let other = webp(&[9; 32 * 32 * 3], 32, 32, false);
    let frames = [anmf(16, 0, 16, 16, &still[12..]), anmf(0, 0, 32, 32, &other[12..])];
    let file = webp_of(&[vp8x(2, 32, 32), riff(b"ANIM", &[0; 6]), frames.concat()]);
    let shown = Shown::from(&file);
    near(shown.at(4, 4), WHITE);
    near(shown.at(18, 3), RED);
    near(shown.at(29, 13), YELLOW);
}

#[test]
fn fine_patterns_become_grey() {
    let pixels = of_pixels(1600, 40, |x, _| [if x % 2 == 0 { 0 } else { 255 }; 3]);
    let picture = renditions::render(&png(&pixels, 1600, 40, png::ColorType::Rgb)).unwrap();
    let shown = Shown::of(&picture.renditions[0]);
    assert_eq!(shown.width, 400);
    for x in 4..396 {
        near(shown.at(x, 5), [127; 3]);
    }
}
