//! Maps: Equal Earth centred on 11° E, land without borders, members as pins. Never mirrored.
//!
//! Projection: Šavrič, Patterson and Jenny 2018. Shapes: Natural Earth (public domain).

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::LazyLock;

const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
const SCALE: f64 = 1_847.315_676_733_981_7;
const CENTRE: (f64, f64) = (5000.0, 2414.0);
const MERIDIAN: f64 = 11.0;

/// A place on the drawing, in its units (the world is 10,000 wide).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A pin: a member city.
#[derive(Clone, Debug)]
pub struct Pin {
    /// Where.
    pub at: Point,
    /// Drawn with a ring: it holds a steering seat.
    pub ring: bool,
}

/// A rectangle of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// Where degrees (WGS 84) stand on the drawing.
pub fn project(latitude: f64, longitude: f64) -> Point {
    let mut l = longitude - MERIDIAN;
    if l > 180.0 {
        l -= 360.0;
    }
    if l < -180.0 {
        l += 360.0;
    }
    let m = 3.0_f64.sqrt() / 2.0;
    let t = (m * latitude.clamp(-90.0, 90.0).to_radians().sin()).asin();
    let t2 = t * t;
    let t6 = t2 * t2 * t2;
    let x = l.to_radians() * t.cos() / (m * (A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2)));
    let y = t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2));
    Point { x: CENTRE.0 + SCALE * x, y: CENTRE.1 - SCALE * y }
}

impl View {
    /// The whole world, as on the home page.
    pub const WORLD: View = View { x: 0.0, y: 2.0, w: 10000.0, h: 4151.0 };

    /// A view of the given shape (width / height) that holds all points with room around them, at
    /// least `least` wide.
    pub fn around(points: &[Point], shape: f64, least: f64) -> View {
        let (mut left, mut right, mut top, mut bottom) = (f64::MAX, f64::MIN, f64::MAX, f64::MIN);
        for point in points {
            left = left.min(point.x);
            right = right.max(point.x);
            top = top.min(point.y);
            bottom = bottom.max(point.y);
        }
        if points.is_empty() {
            return View::WORLD;
        }
        let w = ((right - left) * 1.25).max((bottom - top) * 1.3 * shape).max(least).min(View::WORLD.w);
        let h = w / shape;
        View { x: f64::midpoint(left, right) - w / 2.0, y: f64::midpoint(top, bottom) - h / 2.0, w, h }
    }

    fn meets(&self, other: &Bounds) -> bool {
        other.left <= self.x + self.w && other.right >= self.x && other.top <= self.y + self.h && other.bottom >= self.y
    }

    fn view_box(&self) -> String {
        format!("{:.0} {:.0} {:.0} {:.0}", self.x, self.y, self.w, self.h)
    }
}

struct Bounds {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// One ring of a shape, with what it covers, so that a view takes only what it shows.
struct Ring {
    path: String,
    bounds: Bounds,
}

/// Reads `M x y l dx dy … z`, the only commands that our shapes use.
fn rings(path: &str) -> Vec<Ring> {
    path.split('M')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let mut numbers = numbers(part).into_iter();
            let (mut x, mut y) = (numbers.next().unwrap_or(0.0), numbers.next().unwrap_or(0.0));
            let mut bounds = Bounds { left: x, right: x, top: y, bottom: y };
            while let (Some(dx), Some(dy)) = (numbers.next(), numbers.next()) {
                x += dx;
                y += dy;
                bounds.left = bounds.left.min(x);
                bounds.right = bounds.right.max(x);
                bounds.top = bounds.top.min(y);
                bounds.bottom = bounds.bottom.max(y);
            }
            Ring { path: format!("M{}", part.trim()), bounds }
        })
        .collect()
}

fn numbers(text: &str) -> Vec<f64> {
    let mut numbers = Vec::new();
    let mut current = String::new();
    for letter in text.chars() {
        match letter {
            '-' => {
                numbers.extend(current.parse::<f64>().ok());
                current = "-".into();
            }
            '.' if current.contains('.') => {
                numbers.extend(current.parse::<f64>().ok());
                current = ".".into();
            }
            '0'..='9' | '.' => current.push(letter),
            _ => {
                numbers.extend(current.parse::<f64>().ok());
                current.clear();
            }
        }
    }
    numbers.extend(current.parse::<f64>().ok());
    numbers
}

fn shapes(json: &str) -> Vec<Ring> {
    let shapes: HashMap<String, String> = serde_json::from_str(json).unwrap_or_default();
    let mut names: Vec<&String> = shapes.keys().collect();
    names.sort();
    names.into_iter().flat_map(|name| rings(&shapes[name])).collect()
}

struct World {
    land: String,
    graticule: String,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let world: serde_json::Value = serde_json::from_str(include_str!("../map/world.json")).unwrap_or_default();
    let text = |name: &str| world[name].as_str().unwrap_or_default().to_owned();
    World { land: text("land"), graticule: text("graticule") }
});
static DETAIL: LazyLock<Vec<Ring>> = LazyLock::new(|| shapes(include_str!("../map/countries.json")));
static BALKANS: LazyLock<Vec<Ring>> = LazyLock::new(|| shapes(include_str!("../map/balkans.json")));
/// The part that the finest shapes cover (`map_meta.json`, `balkans_box`).
const BALKANS_BOX: View = View { x: 5046.9, y: 763.8, w: 414.2, h: 284.5 };

/// Colours and caps of marks in themselves, so that a map is one without a style sheet too; the sheet says more.
const PIN: &str = "fill=\"none\" stroke=\"#d13d1c\" stroke-linecap=\"round\" vector-effect=\"non-scaling-stroke\"";
const RING: &str = "fill=\"none\" stroke=\"#fbfcfb\" stroke-linecap=\"round\" vector-effect=\"non-scaling-stroke\"";
const HERE: &str = "fill=\"none\" stroke=\"#0f262c\" stroke-linecap=\"round\" vector-effect=\"non-scaling-stroke\"";
/// Land has no line of its own: no shape on it is a border.
const LAND: &str = "fill=\"#dfe8e5\" stroke=\"none\"";

/// The pins of many cities as one path each for plain and ringed ones.
fn pins(pins: &[Pin]) -> String {
    let path = |ring: Option<bool>| {
        pins.iter().filter(|pin| ring.is_none_or(|ring| pin.ring == ring)).fold(String::new(), |mut path, pin| {
            let _ = write!(path, "M{:.1} {:.1}h0", pin.at.x, pin.at.y);
            path
        })
    };
    let (plain, ringed) = (path(Some(false)), path(Some(true)));
    let mut svg = String::new();
    if !plain.is_empty() {
        let _ = write!(svg, "<path class=\"dot\" {PIN} stroke-width=\"4.5\" d=\"{plain}\"/>");
    }
    if !ringed.is_empty() {
        let _ = write!(
            svg,
            "<path class=\"isc\" {PIN} stroke-width=\"9\" d=\"{ringed}\"/><path class=\"isc-in\" {RING} stroke-width=\"6\" d=\"{ringed}\"/><path class=\"isc-c\" {PIN} stroke-width=\"3\" d=\"{ringed}\"/>"
        );
    }
    svg
}

fn land(view: &View) -> String {
    let inside = view.x >= BALKANS_BOX.x - 1.0
        && view.y >= BALKANS_BOX.y - 1.0
        && view.x + view.w <= BALKANS_BOX.x + BALKANS_BOX.w + 1.0
        && view.y + view.h <= BALKANS_BOX.y + BALKANS_BOX.h + 1.0;
    let rings: &[Ring] = if inside { &BALKANS } else { &DETAIL };
    rings.iter().filter(|ring| view.meets(&ring.bounds)).map(|ring| ring.path.as_str()).collect()
}

/// The world with its members. `label` must be escaped already.
pub fn world(members: &[Pin], label: &str) -> String {
    format!(
        "<svg viewBox=\"{}\" role=\"img\" aria-label=\"{label}\"><path class=\"grat\" fill=\"none\" stroke=\"#b3cec7\" d=\"{}\"/><path class=\"land\" {LAND} d=\"{}\"/>{}</svg>",
        View::WORLD.view_box(),
        WORLD.graticule,
        WORLD.land,
        pins(members)
    )
}

/// A part of the world with its members; land joins without seams. `label` must be escaped already.
pub fn part(view: &View, members: &[Pin], label: &str) -> String {
    format!(
        "<svg viewBox=\"{}\" role=\"img\" aria-label=\"{label}\"><path class=\"land land--joined\" {LAND} d=\"{}\"/>{}</svg>",
        view.view_box(),
        land(view),
        pins(members)
    )
}

/// Points of the coast that make a place recognisable.
const COAST_POINTS: usize = 14;

static COAST: LazyLock<Vec<Point>> = LazyLock::new(|| {
    rings(&WORLD.land)
        .iter()
        .flat_map(|ring| {
            let numbers = numbers(&ring.path);
            let mut at = Point { x: 0.0, y: 0.0 };
            numbers
                .chunks_exact(2)
                .map(|step| {
                    at = Point { x: at.x + step[0], y: at.y + step[1] };
                    at
                })
                .collect::<Vec<_>>()
        })
        .collect()
});

/// How much a city's map shows: near enough, but with some coast, for whoever looks for the place.
fn surroundings(here: Point) -> (f64, f64) {
    let shape = 400.0 / 1300.0;
    let coast = |w: f64| {
        let h = w * shape;
        COAST.iter().filter(|point| (point.x - here.x).abs() < w * 0.5 && (point.y - here.y).abs() < h * 0.5).count()
    };
    let w = [1300.0, 1900.0, 2600.0].into_iter().find(|w| coast(*w) >= COAST_POINTS).unwrap_or(3400.0);
    (w, w * shape)
}

/// The ground of a city's page: its surroundings, the city marked. In a right-to-left page the
/// view moves so that the name plate, then on the right, does not cover the city.
pub fn city(here: Point, others: &[Pin], rtl: bool, label: &str) -> String {
    let (w, h) = surroundings(here);
    let x = if rtl { here.x - w * 0.28 } else { here.x - w * 0.72 };
    let view = View { x, y: here.y - h * 0.5, w, h };
    let at = format!("M{:.1} {:.1}h0", here.x, here.y);
    let align = if rtl { "xMinYMid" } else { "xMaxYMid" };
    format!(
        "<svg viewBox=\"{}\" preserveAspectRatio=\"{align} slice\" role=\"img\" aria-label=\"{label}\"><path class=\"land land--joined\" {LAND} d=\"{}\"/>{}<path class=\"here\" {HERE} stroke-width=\"20\" d=\"{at}\"/><path class=\"here-in\" {RING} stroke-width=\"13\" d=\"{at}\"/><path class=\"dot\" {PIN} stroke-width=\"7\" d=\"{at}\"/></svg>",
        view.view_box(),
        land(&view),
        pins(others)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_places_stand_where_they_should() {
        for (latitude, longitude, x, y) in [
            (0.0, 11.0, 5000.0, 2414.0),
            (51.50853, -0.12574, 4748.237, 631.113),
            (43.84864, 18.35644, 5176.565, 860.639),
            (6.245, -75.57151, 2602.056, 2180.535),
            (-37.814, 144.96332, 8342.13, 3773.63),
        ] {
            let point = project(latitude, longitude);
            assert!((point.x - x).abs() < 0.01 && (point.y - y).abs() < 0.01, "{point:?}");
        }
    }

    #[test]
    fn a_view_takes_only_the_land_that_it_shows() {
        let everything: usize = DETAIL.iter().map(|ring| ring.path.len()).sum();
        let view = View::around(&[project(34.43, 35.84)], 1.5, 800.0);
        let shown = land(&view).len();
        assert!(shown > 100 && shown * 4 < everything, "{shown} of {everything}");
        assert_eq!(numbers("5202.9 923.1l.2-6.4-.8-1.9 3 .7.5"), [5202.9, 923.1, 0.2, -6.4, -0.8, -1.9, 3.0, 0.7, 0.5]);
    }

    #[test]
    fn a_view_holds_its_points() {
        let points = [project(60.0, 10.0), project(35.0, 33.0)];
        let view = View::around(&points, 1.5, 100.0);
        for point in points {
            assert!(point.x > view.x && point.x < view.x + view.w && point.y > view.y && point.y < view.y + view.h);
        }
    }
}
