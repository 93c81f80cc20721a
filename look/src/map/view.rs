//! Where places stand on the drawing, and the parts of it that are shown.

use std::f64::consts::TAU;

const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
const SCALE: f64 = 1_847.315_676_733_981_7;
const CENTRE: Point = Point { x: 5000.0, y: 2414.0 };
const MERIDIAN: f64 = 11.0;

/// A place on the drawing, in its units (the world is 10,000 wide).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
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

/// Degrees (WGS 84) that hold what is asked for. `west` may be greater than `east`: then 180° lies between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Degrees {
    /// Southern latitude.
    pub south: f64,
    /// Northern latitude.
    pub north: f64,
    /// Western longitude.
    pub west: f64,
    /// Eastern longitude.
    pub east: f64,
}

/// The parameter of a latitude.
fn parameter(latitude: f64) -> f64 {
    (3.0_f64.sqrt() / 2.0 * latitude.clamp(-90.0, 90.0).to_radians().sin()).asin()
}

/// Height above the equator of a parameter, on a globe of radius 1.
fn height(t: f64) -> f64 {
    let (t2, t6) = (t * t, t.powi(6));
    t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2))
}

/// How fast the height grows with the parameter.
fn slope(t: f64) -> f64 {
    let (t2, t6) = (t * t, t.powi(6));
    A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2)
}

/// Width of a radian of longitude at a parameter, on a globe of radius 1.
fn width(t: f64) -> f64 {
    t.cos() * 2.0 / (3.0_f64.sqrt() * slope(t))
}

/// The parameter at a height of the drawing (Newton), at most that of a pole.
fn parameter_at(y: f64) -> f64 {
    let (wanted, pole) = ((CENTRE.y - y) / SCALE, parameter(90.0));
    (0..8).fold(0.0, |t: f64, _| (t - (height(t) - wanted) / slope(t)).clamp(-pole, pole))
}

/// How wide the whole world is at a height of the drawing.
fn around(y: f64) -> f64 {
    SCALE * TAU * width(parameter_at(y))
}

/// Between -180 and 180.
fn turned(longitude: f64) -> f64 {
    (longitude + 180.0).rem_euclid(360.0) - 180.0
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
    let t = parameter(latitude);
    Point { x: CENTRE.x + SCALE * l.to_radians() * width(t), y: CENTRE.y - SCALE * height(t) }
}

/// The latitude at a height of the drawing.
fn latitude(y: f64) -> f64 {
    (parameter_at(y).sin() * 2.0 / 3.0_f64.sqrt()).clamp(-1.0, 1.0).asin().to_degrees()
}

impl Point {
    /// Where the same place stands after so many turns of the globe: beyond an edge of the map (169° W) goes on what is at
    /// its other side.
    pub(super) fn turned(self, turns: f64) -> Point {
        if turns == 0.0 {
            return self;
        }
        Point { x: self.x + turns * around(self.y), y: self.y }
    }
}

/// Units by which land may reach beyond the edge of the map, where an island lies on it.
const OVER_THE_EDGE: f64 = 60.0;

impl View {
    /// The whole world, as on the home page.
    pub const WORLD: View = View { x: 0.0, y: 2.0, w: 10000.0, h: 4151.0 };

    /// A view of the given shape (width / height) that holds all points with room around them, at
    /// least `least` wide. Points on both sides of the map's edge are taken together, where that is nearer.
    pub fn around(points: &[Point], shape: f64, least: f64) -> View {
        let together: Vec<Point> =
            points.iter().map(|point| point.turned(if point.x < CENTRE.x { 1.0 } else { 0.0 })).collect();
        let [apart, together] = [points, &together].map(|points| View::around_all(points, shape, least));
        if together.w < apart.w { together } else { apart }
    }

    fn around_all(points: &[Point], shape: f64, least: f64) -> View {
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

    /// A point lies in it.
    pub fn holds(&self, point: Point) -> bool {
        (self.x..=self.x + self.w).contains(&point.x) && (self.y..=self.y + self.h).contains(&point.y)
    }

    /// Whole turns of the globe after which something stands in it: none, and one where it looks beyond the map's edge. A
    /// view of the whole world shows each place once.
    pub(super) fn turns(&self) -> impl Iterator<Item = f64> + use<> {
        let half = around(self.y).min(around(self.y + self.h)) / 2.0 - OVER_THE_EDGE;
        let part = self.w < View::WORLD.w;
        let (left, right) = (part && self.x < CENTRE.x - half, part && self.x + self.w > CENTRE.x + half);
        [(true, 0.0), (left, -1.0), (right, 1.0)].into_iter().filter_map(|(shown, turns)| shown.then_some(turns))
    }

    /// Where it shows a point: beyond the map's edge, if it stands at the other side.
    pub(super) fn shows(&self, point: Point) -> Point {
        self.turns().map(|turns| point.turned(turns)).find(|point| self.holds(*point)).unwrap_or(point)
    }

    /// The degrees that hold all that it shows.
    pub fn degrees(&self) -> Degrees {
        let (south, north) = (latitude(self.y + self.h), latitude(self.y));
        // A radian of longitude is widest where it is nearest to the equator, narrowest where it is farthest from it.
        let nearest = 0.0_f64.clamp(south, north);
        let farthest = south.abs().max(north.abs());
        let widths = [nearest, farthest].map(|latitude| SCALE * width(parameter(latitude)));
        let of = |x: f64| widths.map(|width| ((x - CENTRE.x) / width).to_degrees());
        let ([west, other_west], [east, other_east]) = (of(self.x), of(self.x + self.w));
        let (west, east) = (west.min(other_west), east.max(other_east));
        if east - west >= 360.0 {
            return Degrees { south, north, west: -180.0, east: 180.0 };
        }
        Degrees { south, north, west: turned(MERIDIAN + west), east: turned(MERIDIAN + east) }
    }

    /// Two rectangles share some of their area.
    pub(super) fn overlaps(&self, other: &View) -> bool {
        self.x < other.x + other.w && other.x < self.x + self.w && self.is_as_high_as(other)
    }

    /// Two rectangles share some of their heights.
    pub(super) fn is_as_high_as(&self, other: &View) -> bool {
        self.y < other.y + other.h && other.y < self.y + self.h
    }

    /// The other rectangle lies in it.
    pub(super) fn contains(&self, other: &View) -> bool {
        other.x >= self.x
            && other.y >= self.y
            && other.x + other.w <= self.x + self.w
            && other.y + other.h <= self.y + self.h
    }

    /// For an `svg`.
    pub(super) fn view_box(&self) -> String {
        format!("{:.1} {:.1} {:.1} {:.1}", self.x, self.y, self.w, self.h)
    }
}
