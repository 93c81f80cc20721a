//! The maps that pages show: land, pins that lead to their cities, names where they can be read.

use std::fmt::Write;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::coast;
use super::names::{Lettering, Placed, Sheet, place};
use super::view::{Point, View};

/// A mark on a map: a city, or several that stand too near to one another to be told apart.
#[derive(Clone, Debug, Default)]
pub struct Mark {
    /// Where.
    pub at: Point,
    /// Drawn with a ring: a steering seat is held.
    pub ring: bool,
    /// The city whose own map it is.
    pub here: bool,
    /// How many cities; 1 is a city of its own.
    pub cities: i64,
    /// Its name, or what is said of several, escaped already.
    pub name: String,
    /// Its page, escaped already; may be empty.
    pub address: String,
}

impl Mark {
    /// Several cities.
    pub fn is_many(&self) -> bool {
        self.cities > 1
    }
}

/// How much a map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Names, and the coast as finely as can be seen.
    Full,
    /// For slow lines: pins, and the rough shape of the land.
    Plain,
}

/// Pixels for which the land of a plain map is drawn, however wide it is shown.
const PLAIN_PIXELS: f64 = 180.0;

/// Colours and caps of marks in themselves, so that a map is one without a style sheet too; the sheet says more.
const PIN: &str = "fill=\"none\" stroke=\"#d13d1c\" stroke-linecap=\"round\" vector-effect=\"non-scaling-stroke\"";
const RING: &str = "fill=\"none\" stroke=\"#fbfcfb\" stroke-linecap=\"round\" vector-effect=\"non-scaling-stroke\"";
const HERE: &str = "fill=\"none\" stroke=\"#0f262c\" stroke-linecap=\"round\" vector-effect=\"non-scaling-stroke\"";
/// Land has no line of its own: no shape on it is a border.
const LAND: &str = "fill=\"#dfe8e5\" stroke=\"none\"";

/// Names on a map as wide as the window, and on one as wide as a page, from a tablet on.
const WINDOW: Lettering = Lettering { width: 960.0, size: 13.0, most: 24 };
const PAGE: Lettering = Lettering { width: 540.0, size: 13.0, most: 60 };
/// Names on phones: the narrowest, of 320 pixels, has the same.
const WINDOW_NARROW: Lettering = Lettering { width: 384.0, size: 12.0, most: 6 };
const PAGE_NARROW: Lettering = Lettering { width: 288.0, size: 12.0, most: 12 };
/// Names on a small map beside another, at every width.
const SMALL: Lettering = Lettering { width: 256.0, size: 11.0, most: 6 };

struct World {
    land: String,
    graticule: String,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let world: serde_json::Value = serde_json::from_str(include_str!("../../map/world.json")).unwrap_or_default();
    let text = |name: &str| world[name].as_str().unwrap_or_default().to_owned();
    World { land: text("land"), graticule: text("graticule") }
});

fn path(points: impl Iterator<Item = Point>) -> String {
    points.fold(String::new(), |mut path, at| {
        let _ = write!(path, "M{:.1} {:.1}h0", at.x, at.y);
        path
    })
}

/// Pins as one path of each kind. The more cities stand in one place, the larger it is.
fn pins<'a>(marks: impl Iterator<Item = &'a Mark> + Clone) -> String {
    let of = |test: fn(&Mark) -> bool| path(marks.clone().filter(|mark| test(mark)).map(|mark| mark.at));
    let mut svg = String::new();
    for (class, width, d) in [
        ("dot", 4.5, of(|mark| !mark.is_many() && !mark.ring)),
        ("many", 16.0, of(|mark| (2..10).contains(&mark.cities))),
        ("many more", 22.0, of(|mark| (10..100).contains(&mark.cities))),
        ("many most", 30.0, of(|mark| mark.cities >= 100)),
    ] {
        if !d.is_empty() {
            let _ = write!(svg, "<path class=\"{class}\" {PIN} stroke-width=\"{width}\" d=\"{d}\"/>");
        }
    }
    let ringed = of(|mark| !mark.is_many() && mark.ring);
    if !ringed.is_empty() {
        let _ = write!(
            svg,
            "<path class=\"isc\" {PIN} stroke-width=\"9\" d=\"{ringed}\"/><path class=\"isc-in\" {RING} stroke-width=\"6\" d=\"{ringed}\"/><path class=\"isc-c\" {PIN} stroke-width=\"3\" d=\"{ringed}\"/>"
        );
    }
    svg
}

/// How many, in the middle of a pin of several; where letters can be read.
fn digits(mark: &Mark) -> String {
    if !mark.is_many() {
        return String::new();
    }
    let Point { x, y } = mark.at;
    format!("<text class=\"n\" x=\"{x:.1}\" y=\"{y:.1}\" dy=\".35em\" text-anchor=\"middle\">{}</text>", mark.cities)
}

fn text(class: &str, placed: &Placed, name: &str) -> String {
    let (Point { x, y }, anchor) = (placed.at, placed.anchor);
    let anchor = if anchor == "start" { String::new() } else { format!(" text-anchor=\"{anchor}\"") };
    format!("<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\"{anchor}>{name}</text>")
}

/// What is written beside each mark: for wide windows in the size of the whole drawing, for narrow ones in their own.
/// Without a style sheet only the former are shown.
struct Names {
    wide: Vec<Option<Placed>>,
    narrow: Vec<Option<Placed>>,
    /// Units of a name on narrow windows.
    narrow_units: f64,
}

impl Names {
    /// Those of a map in this detail: a plain one has none.
    fn shown(self, detail: Detail) -> Names {
        match detail {
            Detail::Full => self,
            Detail::Plain => Names { wide: Vec::new(), narrow: Vec::new(), narrow_units: 0.0 },
        }
    }

    /// What stands beside this mark, in letters of this class.
    fn of(&self, at: usize, mark: &Mark, class: &str) -> String {
        let mut svg = digits(mark);
        if let Some(placed) = self.wide.get(at).and_then(Option::as_ref) {
            svg.push_str(&text(class, placed, &mark.name));
        }
        if let Some(placed) = self.narrow.get(at).and_then(Option::as_ref) {
            let text = text("s", placed, &mark.name);
            let _ = write!(svg, "<g class=\"s\" display=\"none\" font-size=\"{:.1}\">{text}</g>", self.narrow_units);
        }
        svg
    }
}

/// Names on a map that is shown whole.
fn names(view: &View, marks: &[Mark], wide: Lettering, narrow: Lettering) -> Names {
    Names {
        wide: place(marks, &Sheet::of(view, wide)),
        narrow: place(marks, &Sheet::of(view, narrow)),
        narrow_units: narrow.units(view),
    }
}

/// Each mark as a link to its city, with its name. Readers who listen have the list that follows: the drawing is hidden
/// from them, and its links are no stops of the keyboard.
fn linked(marks: &[Mark], names: &Names) -> String {
    marks.iter().enumerate().fold(String::new(), |mut svg, (at, mark)| {
        let drawn = format!("<title>{}</title>{}{}", mark.name, pins(std::iter::once(mark)), names.of(at, mark, "w"));
        let _ = match mark.address.is_empty() {
            true => write!(svg, "<g>{drawn}</g>"),
            false => write!(svg, "<a href=\"{}\" tabindex=\"-1\">{drawn}</a>", mark.address),
        };
        svg
    })
}

/// The opening of a drawing: nothing in it is mirrored, and letters are `size` units high.
fn open(view: &View, size: f64, more: &str) -> String {
    format!("<svg viewBox=\"{}\" font-size=\"{size:.1}\" direction=\"ltr\" {more}>", view.view_box())
}

fn land(view: &View, px: f64, detail: Detail) -> String {
    let px = if detail == Detail::Plain { PLAIN_PIXELS.min(px) } else { px };
    let (d, transform) = coast::land(view, px);
    format!("<path class=\"land\" {LAND} transform=\"{transform}\" d=\"{d}\"/>")
}

/// Where the world's map stands under the enlarged part and the key on the home page.
const UNDER_INSET: View = View { x: 0.0, y: 1850.0, w: 2400.0, h: 2303.0 };
/// What is cut off of the world's map at its right.
const CUT_OFF: f64 = 0.93;

fn world_of(marks: &[Mark], names: &Names, size: f64, label: &str, detail: Detail) -> String {
    let written = marks.iter().enumerate().map(|(at, mark)| names.of(at, mark, "w")).collect::<String>();
    let ground = match detail {
        Detail::Plain => land(&View::WORLD, PLAIN_PIXELS, detail),
        Detail::Full => format!(
            "<path class=\"grat\" fill=\"none\" stroke=\"#b3cec7\" d=\"{}\"/><path class=\"land\" {LAND} d=\"{}\"/>",
            WORLD.graticule, WORLD.land
        ),
    };
    format!(
        "{}{ground}{}{written}</svg>",
        open(&View::WORLD, size, &format!("role=\"img\" aria-label=\"{label}\"")),
        pins(marks.iter())
    )
}

/// The marks where the view shows them: some may stand beyond the map's edge.
fn shown(view: &View, marks: &[Mark]) -> Vec<Mark> {
    marks.iter().map(|mark| Mark { at: view.shows(mark.at), ..mark.clone() }).collect()
}

/// The world with its members, as wide as the window. `label` must be escaped already.
pub fn world(marks: &[Mark], label: &str, detail: Detail) -> String {
    let shown = View { w: View::WORLD.w * CUT_OFF, ..View::WORLD };
    let wide = Sheet { inside: shown, avoid: Some(UNDER_INSET), ..Sheet::of(&View::WORLD, WINDOW) };
    let narrow = Sheet { inside: shown, ..Sheet::of(&View::WORLD, WINDOW_NARROW) };
    let names = Names { wide: place(marks, &wide), narrow: place(marks, &narrow), narrow_units: narrow.height };
    world_of(marks, &names.shown(detail), WINDOW.units(&View::WORLD), label, detail)
}

/// The world with its members, within a page. `label` must be escaped already.
pub fn world_in_page(marks: &[Mark], label: &str, detail: Detail) -> String {
    let wide = Lettering { most: 16, ..PAGE };
    let narrow = Lettering { most: 4, ..PAGE_NARROW };
    let names = names(&View::WORLD, marks, wide, narrow);
    world_of(marks, &names.shown(detail), wide.units(&View::WORLD), label, detail)
}

/// A part of the world, enlarged beside its map. `label` must be escaped already.
pub fn inset(view: &View, marks: &[Mark], label: &str) -> String {
    let marks = shown(view, marks);
    let names = Names { wide: place(&marks, &Sheet::of(view, SMALL)), narrow: Vec::new(), narrow_units: 0.0 };
    let written = marks.iter().enumerate().map(|(at, mark)| names.of(at, mark, "i")).collect::<String>();
    format!(
        "{}{}{}{written}</svg>",
        open(view, SMALL.units(view), &format!("role=\"img\" aria-label=\"{label}\"")),
        land(view, 340.0, Detail::Full),
        pins(marks.iter())
    )
}

/// A part of the world whose pins lead to their cities, with names where there is room.
pub fn part(view: &View, marks: &[Mark], detail: Detail) -> String {
    let marks = shown(view, marks);
    let names = names(view, &marks, PAGE, PAGE_NARROW).shown(detail);
    format!(
        "{}{}{}</svg>",
        open(view, PAGE.units(view), "aria-hidden=\"true\""),
        land(view, 900.0, detail),
        linked(&marks, &names)
    )
}

/// Shares of sea that make a place recognisable: some coast is in sight.
const SEA: RangeInclusive<f64> = 0.05..=0.97;
/// Height of a city's map as a share of its width.
const CITY_SHAPE: f64 = 400.0 / 1300.0;
/// The share of its width that phones show of it, with the city in the middle; beside it lies the name plate.
const CITY_MIDDLE: f64 = 0.5;
/// A city's map on phones is 224 pixels high and shows what stands in its middle.
const CITY_NARROW: Lettering = Lettering { width: 224.0 / CITY_SHAPE, size: 12.0, most: 4 };

/// How much a city's map shows: near enough, but with some coast in its middle, for whoever looks for the place.
fn surroundings(here: Point) -> (f64, f64) {
    let middle = |w: f64| {
        let (w, h) = (w * CITY_MIDDLE, w * CITY_SHAPE);
        View { x: here.x - w / 2.0, y: here.y - h / 2.0, w, h }
    };
    let shows_coast = |w: &f64| SEA.contains(&coast::sea_share(&middle(*w)));
    let w = [1300.0, 1900.0, 2600.0, 3400.0].into_iter().find(shows_coast).unwrap_or(4400.0);
    (w, w * CITY_SHAPE)
}

/// What a city's map shows. In a right-to-left page it moves, so that the name plate, then on the right, does not cover the
/// city.
pub fn around_city(here: Point, rtl: bool) -> View {
    let (w, h) = surroundings(here);
    let x = if rtl { here.x - w * 0.28 } else { here.x - w * 0.72 };
    View { x, y: here.y - h * 0.5, w, h }
}

/// The ground of a city's page: its surroundings, the city marked and named. The first mark is the city itself, and leads
/// nowhere.
pub fn city(view: &View, marks: &[Mark], rtl: bool, detail: Detail) -> String {
    let mut marks = shown(view, marks);
    if detail == Detail::Plain {
        marks.truncate(1);
    }
    let Some((own, others)) = marks.split_first() else { return String::new() };
    // What the plate does not cover; and of a wide window what is not cut off above and below.
    let beside = if rtl { view.x } else { view.x + view.w * 0.46 };
    let inside = View { x: beside, y: view.y + view.h * 0.34, w: view.w * 0.54, h: view.h * 0.32 };
    let shown = if rtl { 0.01 } else { 0.57 };
    let middle = View { x: view.x + view.w * shown, y: view.y + view.h * 0.12, w: view.w * 0.42, h: view.h * 0.66 };
    let wide = Sheet { inside, ..Sheet::of(view, WINDOW) };
    let narrow = Sheet { inside: middle, ..Sheet::of(view, CITY_NARROW) };
    let names = Names { wide: place(&marks, &wide), narrow: place(&marks, &narrow), narrow_units: narrow.height };
    let at = path(std::iter::once(own.at));
    let here = format!(
        "<path class=\"here\" {HERE} stroke-width=\"20\" d=\"{at}\"/><path class=\"here-in\" {RING} stroke-width=\"13\" d=\"{at}\"/><path class=\"dot\" {PIN} stroke-width=\"7\" d=\"{at}\"/>"
    );
    let rest = Names {
        wide: names.wide.iter().skip(1).copied().collect(),
        narrow: names.narrow.iter().skip(1).copied().collect(),
        narrow_units: names.narrow_units,
    };
    let align = if rtl { "xMinYMid" } else { "xMaxYMid" };
    format!(
        "{}{}{}{here}{}</svg>",
        open(view, WINDOW.units(view), &format!("preserveAspectRatio=\"{align} slice\" aria-hidden=\"true\"")),
        land(view, 1_150.0, detail),
        linked(others, &rest),
        names.of(0, own, "own")
    )
}
