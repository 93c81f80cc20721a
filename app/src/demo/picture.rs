//! The picture of the demonstration: houses by the water in the evening, drawn here, so that it is nobody's photograph and shows nobody.

use base::{Actor, Fail, Lang, Result};
use image::{ImageFormat, Rgb, RgbImage};
use pictures::{Description, Licence};
use web::Hub;

/// Pixels.
const SIZE: (u32, u32) = (1_600, 1_000);
/// Where the water begins, from the top.
const WATER: u32 = 640;
/// Each house: from the left, its width and its height, all in pixels, and its colour.
const HOUSES: [(u32, u32, u32, [u8; 3]); 9] = [
    (40, 190, 250, [176, 84, 62]),
    (230, 150, 330, [214, 158, 82]),
    (380, 210, 210, [92, 116, 128]),
    (590, 140, 380, [196, 108, 76]),
    (730, 200, 270, [226, 196, 148]),
    (930, 160, 420, [120, 92, 104]),
    (1_090, 190, 230, [206, 134, 70]),
    (1_280, 130, 310, [84, 104, 120]),
    (1_410, 160, 260, [184, 96, 70]),
];
/// Of a house, the height of its roof.
const ROOF: u32 = 60;
/// From one window to the next, and how wide and high one is.
const WINDOW: (u32, u32, u32) = (46, 20, 28);
/// The middle of the sun, and its radius.
const SUN: (i64, i64, i64) = (860, 240, 90);
/// What it shows, in the three languages; the first is the source.
const SHOWS: [(Lang, &str); 3] = [
    (Lang::EN, "Drawing of nine houses by the water in the evening; some of their windows are lit."),
    (Lang::FR, "Dessin de neuf maisons au bord de l’eau, le soir ; quelques fenêtres sont éclairées."),
    (Lang::AR, "رسم لتسعة بيوت على ضفة الماء مساءً، وقد أضيئت بعض نوافذها."),
];

/// Brings it into the gallery and describes it. Answers its number, as texts name it.
pub(super) async fn bring(hub: &Hub) -> Result<String> {
    let mut file = Vec::new();
    drawn().write_to(&mut std::io::Cursor::new(&mut file), ImageFormat::Png).map_err(Fail::internal)?;
    let staged = hub.blobs.stage_bytes(file).await?;
    let id = pictures::upload(hub, &Actor::System, &staged, &base::secret::new_secret()).await?;
    for (revision, (lang, shows)) in (1..).zip(SHOWS) {
        let said = Description {
            decorative: false,
            shows: shows.to_owned(),
            credit: "Demonstration".to_owned(),
            licence: Licence::Own,
            shows_people: false,
            consent: String::new(),
            consent_until: None,
            focus_x: 50,
            focus_y: 50,
            revision,
            seen: 0,
        };
        pictures::describe(hub, &Actor::System, id, lang, &said).await?;
    }
    Ok(base::id::write_id(id))
}

fn drawn() -> RgbImage {
    let (width, height) = SIZE;
    RgbImage::from_fn(width, height, |x, y| {
        if y < WATER {
            return Rgb(seen(x, y));
        }
        // What stands above the water, upside down, darker, and moved a little by each wave.
        let deep = y - WATER;
        let wave = (f64::from(deep) / 7.0).sin() * f64::from(deep) / 40.0;
        let across = (f64::from(x) + wave).clamp(0.0, f64::from(width - 1)) as u32;
        Rgb(between(seen(across, WATER - 1 - deep), [24, 44, 66], 0.35 + f64::from(deep) / 900.0))
    })
}

/// What is seen above the water.
fn seen(x: u32, y: u32) -> [u8; 3] {
    HOUSES
        .iter()
        .enumerate()
        .find_map(|(number, house)| house_at(number as u32, *house, x, y))
        .unwrap_or_else(|| sky(x, y))
}

fn house_at(number: u32, (left, width, height, wall): (u32, u32, u32, [u8; 3]), x: u32, y: u32) -> Option<[u8; 3]> {
    let across = x.checked_sub(left).filter(|across| *across < width)?;
    let Some(down) = y.checked_sub(WATER - height) else {
        // The roof becomes narrower the higher it goes.
        let above = WATER - height - y;
        let inside = above * width / (2 * ROOF);
        let is_roof = above <= ROOF && across >= inside && across + inside < width;
        return is_roof.then(|| between(wall, [40, 30, 36], 0.55));
    };
    let (step, wide, high) = WINDOW;
    let (column, row) = (across / step, down / step);
    let is_window = across % step >= step - wide - 8
        && across % step < step - 8
        && down % step >= step - high - 6
        && down % step < step - 6
        && column * step + step <= width;
    let is_lit = (column * 7 + row * 5 + number * 3).is_multiple_of(4);
    Some(match (is_window, is_lit) {
        (true, true) => [255, 222, 140],
        (true, false) => between(wall, [30, 36, 48], 0.7),
        _ => wall,
    })
}

fn sky(x: u32, y: u32) -> [u8; 3] {
    let (middle, top, radius) = SUN;
    let (across, down) = (i64::from(x) - middle, i64::from(y) - top);
    if across * across + down * down < radius * radius {
        return [252, 226, 170];
    }
    between([72, 96, 132], [244, 186, 140], f64::from(y) / f64::from(WATER))
}

/// A colour between two: the first where `share` is 0, the second where it is 1.
fn between(one: [u8; 3], other: [u8; 3], share: f64) -> [u8; 3] {
    let mix = |one: u8, other: u8| (f64::from(one) + (f64::from(other) - f64::from(one)) * share.clamp(0.0, 1.0)) as u8;
    [mix(one[0], other[0]), mix(one[1], other[1]), mix(one[2], other[2])]
}
