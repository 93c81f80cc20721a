//! Widths, heights and bytes of what is made.

use renditions::{CEILINGS, Picture, TALLEST, WIDTHS};

use crate::make::*;

fn sizes(picture: &Picture) -> Vec<(u32, u32)> {
    picture.renditions.iter().map(|one| (one.width, one.height)).collect()
}

fn plain(width: u32, height: u32) -> Picture {
    let pixels = vec![120; width as usize * height as usize];
    renditions::render(&png(&pixels, width, height, png::ColorType::Grayscale)).unwrap()
}

#[test]
fn widths_below_the_original_and_its_own() {
    assert_eq!(sizes(&plain(2000, 1000)), [(400, 200), (800, 400), (1600, 800)]);
    assert_eq!(sizes(&plain(1600, 400)), [(400, 100), (800, 200), (1600, 400)]);
    assert_eq!(sizes(&plain(1000, 500)), [(400, 200), (800, 400), (1000, 500)]);
    assert_eq!(sizes(&plain(401, 300)), [(400, 299), (401, 300)]);
    assert_eq!(sizes(&plain(400, 300)), [(400, 300)]);
    assert_eq!(sizes(&plain(7, 5)), [(7, 5)]);
}

#[test]
fn a_picture_of_one_pixel() {
    assert_eq!(sizes(&plain(1, 1)), [(1, 1)]);
    let file = gif((1, 1), &[((0, 0), (1, 1), vec![0])]);
    near(Shown::from(&file).at(0, 0), RED);
    near(Shown::from(&jpeg(&RED, 1, 1)).at(0, 0), RED);
}

#[test]
fn extremely_tall_and_extremely_wide() {
    assert_eq!(sizes(&plain(1, 50_000)), [(1, 1600)]);
    assert_eq!(sizes(&plain(50_000, 1)), [(400, 1), (800, 1), (1600, 1)]);
    assert_eq!(sizes(&plain(100, 10_000)), [(16, 1600), (32, 3200), (64, 6400)]);
    assert_eq!(sizes(&plain(300, 1700)), [(282, 1600), (300, 1700)]);
}

fn bounded(picture: &Picture) {
    let mut last = 0;
    for ((rendition, width), ceiling) in picture.renditions.iter().zip(WIDTHS).zip(CEILINGS) {
        assert!(rendition.jpeg.len() <= ceiling, "{} bytes of {ceiling}", rendition.jpeg.len());
        assert!(rendition.width <= width && rendition.height <= width * TALLEST);
        assert!(rendition.width > last);
        last = rendition.width;
        Shown::of(rendition);
    }
}

#[test]
fn noise_is_at_most_80_kb_at_800_pixels() {
    let picture = renditions::render(&png(&noise(1700 * 1200 * 3), 1700, 1200, png::ColorType::Rgb)).unwrap();
    assert_eq!(picture.renditions.len(), 3);
    bounded(&picture);
}

#[test]
fn tall_noise_is_within_its_bounds() {
    let picture = renditions::render(&png(&noise(450 * 1900), 450, 1900, png::ColorType::Grayscale)).unwrap();
    bounded(&picture);
}

#[test]
fn slopes_keep_their_width_and_their_quality() {
    let pixels = of_pixels(900, 600, |x, y| [(x / 4) as u8, (y / 3) as u8, ((x + y) / 6) as u8]);
    let picture = renditions::render(&jpeg(&pixels, 900, 600)).unwrap();
    assert_eq!(sizes(&picture), [(400, 267), (800, 533), (900, 600)]);
    near(Shown::of(&picture.renditions[1]).at(400, 266), [112, 100, 125]);
}

#[test]
fn the_same_bytes_give_the_same_renditions() {
    let file = jpeg(&noise(500 * 300 * 3), 500, 300);
    assert_eq!(renditions::render(&file), renditions::render(&file));
}
