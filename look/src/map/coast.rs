//! The coast of the world, as fine as a view can show.
//!
//! Shapes: Natural Earth (public domain), see `look/map/README.md`. No shape on it is a border.

use std::borrow::Cow;
use std::fmt::Write;
use std::sync::LazyLock;

use super::view::{Point, View};

/// A closed line around land.
#[derive(Clone)]
struct Ring {
    points: Vec<Point>,
    bounds: View,
}

impl Ring {
    fn new(points: Vec<Point>) -> Ring {
        let bounds = bounds(&points);
        Ring { points, bounds }
    }

    fn turned(&self, turns: f64) -> Ring {
        Ring::new(self.points.iter().map(|point| point.turned(turns)).collect())
    }
}

/// The rings of a level that stand in a view. One that looks beyond the map's edge has those of its other side as well.
fn rings_in<'a>(level: &'a [Ring], view: &View) -> Vec<Cow<'a, Ring>> {
    let high = level.iter().filter(|ring| view.is_as_high_as(&ring.bounds));
    let all = view.turns().flat_map(|turns| {
        high.clone().map(move |ring| if turns == 0.0 { Cow::Borrowed(ring) } else { Cow::Owned(ring.turned(turns)) })
    });
    all.filter(|ring| view.overlaps(&ring.bounds)).collect()
}

/// Units by which the line may differ from the shape as it is kept, from fine to coarse.
const LEVELS: [f64; 4] = [0.35, 0.9, 2.2, 5.5];

/// The world at each of [`LEVELS`].
static COAST: LazyLock<[Vec<Ring>; LEVELS.len()]> = LazyLock::new(|| {
    let finest: Vec<Ring> = include_str!("../../map/land.txt").lines().map(read).collect();
    let coarser = |tolerance: f64| {
        let rings = finest.iter().map(|ring| Ring::new(simplified(&ring.points, tolerance)));
        // What is smaller than the tolerance is no land any more.
        rings.filter(|ring| ring.points.len() > 2 && ring.bounds.w.max(ring.bounds.h) > tolerance).collect()
    };
    let [_, one, two, three] = LEVELS;
    let (one, two, three) = (coarser(one), coarser(two), coarser(three));
    [finest, one, two, three]
});

/// A line of the file: tenths of units, as differences to the point before.
fn read(line: &str) -> Ring {
    let numbers: Vec<i32> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
    let mut at = (0, 0);
    let points = numbers.chunks_exact(2).map(|step| {
        at = (at.0 + step[0], at.1 + step[1]);
        Point { x: f64::from(at.0) / 10.0, y: f64::from(at.1) / 10.0 }
    });
    Ring::new(points.collect())
}

fn bounds(points: &[Point]) -> View {
    let start = (f64::MAX, f64::MIN, f64::MAX, f64::MIN);
    let (left, right, top, bottom) = points.iter().fold(start, |(left, right, top, bottom), point| {
        (left.min(point.x), right.max(point.x), top.min(point.y), bottom.max(point.y))
    });
    View { x: left, y: top, w: right - left, h: bottom - top }
}

/// The line without the points that move it by no more than `tolerance` (Douglas and Peucker 1973).
fn simplified(points: &[Point], tolerance: f64) -> Vec<Point> {
    let Some(last) = points.len().checked_sub(1) else { return Vec::new() };
    let mut keep = vec![false; points.len()];
    keep[0] = true;
    keep[last] = true;
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let far = (from + 1..to).map(|at| (distance(points[at], points[from], points[to]), at));
        if let Some((far, at)) = far.max_by(|one, other| one.0.total_cmp(&other.0))
            && far > tolerance
        {
            keep[at] = true;
            open.extend([(from, at), (at, to)]);
        }
    }
    points.iter().zip(keep).filter_map(|(point, keep)| keep.then_some(*point)).collect()
}

/// How far a point is from a line.
fn distance(point: Point, from: Point, to: Point) -> f64 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.hypot(dy);
    if length < 1e-9 {
        return (point.x - from.x).hypot(point.y - from.y);
    }
    (dx * (from.y - point.y) - (from.x - point.x) * dy).abs() / length
}

/// One of a point's two numbers.
type Axis = fn(&mut Point) -> &mut f64;

/// What of a ring lies within a view (Sutherland and Hodgman 1974); where it leaves it, it follows the edge.
fn clipped(points: &[Point], view: &View) -> Vec<Point> {
    let cross = |axis: Axis, edge: f64, mut from: Point, mut to: Point| {
        let (start, end) = (*axis(&mut from), *axis(&mut to));
        let share = (edge - start) / (end - start);
        let mut at = Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
        *axis(&mut at) = edge;
        at
    };
    let (x, y): (Axis, Axis) = (|point| &mut point.x, |point| &mut point.y);
    let edges = [(x, view.x, 1.0), (x, view.x + view.w, -1.0), (y, view.y, 1.0), (y, view.y + view.h, -1.0)];
    let mut ring = points.to_vec();
    for (axis, edge, side) in edges {
        let inside = |mut point: Point| (*axis(&mut point) - edge) * side >= 0.0;
        let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
        let pairs: Vec<(Point, Point)> = before.zip(&ring).map(|(from, to)| (*from, *to)).collect();
        ring.clear();
        for (from, to) in pairs {
            if inside(from) != inside(to) {
                ring.push(cross(axis, edge, from, to));
            }
            if inside(to) {
                ring.push(to);
            }
        }
    }
    ring
}

/// The land that a view shows, for a drawing about `px` pixels wide: as the data of a path in half pixels, with the
/// `transform` that brings these to their place.
pub(super) fn land(view: &View, px: f64) -> (String, String) {
    let pixel = view.w / px;
    let level = LEVELS.iter().rposition(|tolerance| *tolerance <= pixel).unwrap_or(0);
    // Edges that follow the view's own lie outside of it.
    let margin = pixel * 4.0;
    let room = View { x: view.x - margin, y: view.y - margin, w: view.w + margin * 2.0, h: view.h + margin * 2.0 };
    let step = pixel / 2.0;
    let grid = |point: &Point| (((point.x - view.x) / step).round() as i64, ((point.y - view.y) / step).round() as i64);
    let mut path = String::new();
    for ring in rings_in(&COAST[level], &room) {
        let shown = if room.contains(&ring.bounds) { ring.points.clone() } else { clipped(&ring.points, &room) };
        let mut points: Vec<(i64, i64)> = shown.iter().map(grid).collect();
        points.dedup();
        if points.len() < 3 {
            continue;
        }
        let mut at = points[0];
        let _ = write!(path, "M{} {}l", at.0, at.1);
        for (place, (x, y)) in points.into_iter().skip(1).enumerate() {
            pair(&mut path, place == 0, (x - at.0, y - at.1));
            at = (x, y);
        }
        path.push('z');
    }
    (path, format!("translate({:.2} {:.2}) scale({step:.4})", view.x, view.y))
}

/// Two numbers of a path; a minus separates as well as a blank.
fn pair(path: &mut String, first: bool, (x, y): (i64, i64)) {
    if !first && x >= 0 {
        path.push(' ');
    }
    let _ = write!(path, "{x}");
    if y >= 0 {
        path.push(' ');
    }
    let _ = write!(path, "{y}");
}

/// The share of a view that is sea, by a coarse coast. A lake's line runs the other way around than land's, so that its
/// area is taken away.
pub(super) fn sea_share(view: &View) -> f64 {
    let [.., coarse] = &*COAST;
    let land: f64 = rings_in(coarse, view).iter().map(|ring| area(&clipped(&ring.points, view))).sum();
    1.0 - land.abs() / (view.w * view.h)
}

/// What a line encloses; its sign is the way that it runs around.
fn area(line: &[Point]) -> f64 {
    let edges = line.iter().zip(line.iter().cycle().skip(1));
    edges.map(|(from, to)| (from.x * to.y - to.x * from.y) / 2.0).sum()
}

#[cfg(test)]
mod tests {
    use super::super::view::project;
    use super::*;

    #[test]
    fn a_view_takes_only_the_land_that_it_shows() {
        let whole: usize = COAST[0].iter().map(|ring| ring.points.len()).sum();
        assert!(whole > 50_000, "{whole}");
        let view = View::around(&[project(34.43, 35.84)], 1.5, 800.0);
        let (near, _) = land(&view, 900.0);
        assert!(near.len() > 500 && near.len() < 20_000, "{} bytes", near.len());
        assert!(near.starts_with('M') && near.ends_with('z'));
    }

    #[test]
    fn the_farther_the_view_the_coarser_its_coast() {
        for w in [60.0, 260.0, 1_300.0, 3_400.0, 10_000.0] {
            for (latitude, longitude) in [(42.0, 21.0), (59.9, 10.7), (13.3, 12.6), (-37.8, 145.0), (1.3, 103.8)] {
                let view = View::around(&[project(latitude, longitude)], 1.9, w);
                let (path, _) = land(&view, 1_150.0);
                assert!(path.len() < 46_000, "{w} wide at {latitude}: {} bytes", path.len());
            }
        }
    }

    /// How often a line goes around a point (the rule by which a path is filled).
    fn winding(lines: &[Vec<Point>], at: Point) -> i32 {
        let edges = lines.iter().flat_map(|line| line.iter().zip(line.iter().cycle().skip(1)));
        edges.fold(0, |turns, (from, to)| {
            let side = (to.x - from.x) * (at.y - from.y) - (at.x - from.x) * (to.y - from.y);
            match (from.y <= at.y, to.y <= at.y) {
                (true, false) if side > 0.0 => turns + 1,
                (false, true) if side < 0.0 => turns - 1,
                _ => turns,
            }
        })
    }

    /// The lines of a drawing, in units.
    fn drawn(view: &View, px: f64) -> Vec<Vec<Point>> {
        let step = view.w / px / 2.0;
        let (path, _) = land(view, px);
        let ring = |text: &str| {
            let numbers = text.trim_end_matches('z').replace('l', " ").replace('-', " -");
            let numbers: Vec<f64> =
                numbers.split_whitespace().map(|number| number.parse().expect("a number")).collect();
            let mut at = Point { x: view.x, y: view.y };
            let points = numbers.chunks_exact(2).map(|pair| {
                at = Point { x: at.x + pair[0] * step, y: at.y + pair[1] * step };
                at
            });
            points.collect()
        };
        path.split('M').skip(1).map(ring).collect()
    }

    #[test]
    fn what_is_sea_is_measured() {
        let around =
            |latitude: f64, longitude: f64, w: f64| sea_share(&View::around(&[project(latitude, longitude)], 2.0, w));
        assert!(around(25.0, 20.0, 300.0) < 0.001, "Sahara");
        assert!(around(-30.0, -120.0, 300.0) > 0.999, "Pacific");
        let caspian = around(42.0, 50.5, 80.0);
        assert!(caspian > 0.99, "{caspian} of the Caspian Sea");
        assert!((0.3..0.7).contains(&around(34.43, 35.84, 120.0)), "Tripoli lies between both");
    }

    #[test]
    fn no_edge_runs_across_the_world() {
        // The longest are of the north coast of Greenland, where a degree is widest on the drawing.
        for (at, ring) in COAST[0].iter().enumerate() {
            for (from, to) in ring.points.iter().zip(ring.points.iter().cycle().skip(1)) {
                let long = (to.x - from.x).hypot(to.y - from.y);
                assert!(long < 120.0, "line {}: {long} from {from:?} to {to:?}", at + 1);
            }
        }
    }

    #[test]
    fn land_is_land_and_sea_is_sea() {
        for (name, latitude, longitude, is_land) in [
            ("Oslo", 59.95, 10.8, true),
            ("inland of Tromsø", 69.0, 20.5, true),
            ("Barents Sea", 73.0, 35.0, false),
            ("Norwegian Sea", 67.0, 3.0, false),
            ("off Peru", -17.0, -76.0, false),
            ("Puno", -15.9, -70.1, true),
            ("the Pacific at Puno's height", -17.0, -120.0, false),
            ("Caspian Sea", 42.0, 50.5, false),
            ("Chukotka, west of 180°", 67.0, 178.0, true),
            ("Chukotka, east of 180°", 66.0, -174.0, true),
            ("Wrangel Island", 71.2, -179.5, true),
            ("Vanua Levu", -16.6, 179.3, true),
            ("Taveuni", -16.85, -179.97, true),
            ("Alaska", 65.0, -155.0, true),
            ("Bering Sea", 60.0, -178.0, false),
        ] {
            let here = project(latitude, longitude);
            let whole: Vec<Vec<Point>> = COAST[0].iter().map(|ring| ring.points.clone()).collect();
            assert_eq!(winding(&whole, here) != 0, is_land, "{name}, in the shapes");
            for w in [600.0, 1_300.0, 3_400.0] {
                let view = View::around(&[here], 1.9, w);
                assert_eq!(winding(&drawn(&view, 1_150.0), here) != 0, is_land, "{name}, {w} wide");
            }
        }
    }

    #[test]
    fn land_goes_on_beyond_the_edge_of_the_map() {
        // From each of these, places at the map's other side are in sight.
        let nome = View::around(&[project(64.5, -165.4)], 1.9, 1_300.0);
        let provideniya = View::around(&[project(64.4, -173.2)], 1.9, 1_300.0);
        let apia = View::around(&[project(-13.8, -171.8)], 1.9, 5_000.0);
        for (name, view, latitude, longitude, is_land) in [
            ("Chukotka from Alaska", nome, 66.0, -174.0, true),
            ("Anadyr from Alaska", nome, 65.0, 174.0, true),
            ("Bering Sea from Alaska", nome, 60.0, -178.0, false),
            ("Alaska from Chukotka", provideniya, 65.0, -155.0, true),
            ("St Lawrence Island from Alaska", nome, 63.4, -170.3, true),
            ("St Lawrence Island from Chukotka", provideniya, 63.4, -170.3, true),
            ("Hawaii from Samoa", apia, 19.6, -155.5, true),
            ("Viti Levu from Samoa", apia, -17.8, 178.0, true),
            ("east of Samoa", apia, -14.0, -165.0, false),
        ] {
            let there = view.shows(project(latitude, longitude));
            assert!(view.holds(there), "{name} is in sight");
            assert_eq!(winding(&drawn(&view, 1_150.0), there) != 0, is_land, "{name}");
        }
    }

    #[test]
    fn what_is_cut_stays_within_the_edges() {
        let square =
            |from: f64, to: f64| [(from, from), (to, from), (to, to), (from, to)].map(|(x, y)| Point { x, y }).to_vec();
        let view = View { x: 0.0, y: 0.0, w: 10.0, h: 10.0 };
        assert_eq!(bounds(&clipped(&square(-5.0, 5.0), &view)), View { x: 0.0, y: 0.0, w: 5.0, h: 5.0 });
        assert_eq!(bounds(&clipped(&square(-5.0, 50.0), &view)), view);
        assert_eq!(clipped(&square(20.0, 30.0), &view), []);
        let inside = square(2.0, 3.0);
        assert_eq!(bounds(&clipped(&inside, &view)), bounds(&inside));
    }

    #[test]
    fn a_line_loses_only_what_nobody_sees() {
        let line: Vec<Point> = (0..100).map(|x| Point { x: f64::from(x), y: f64::from(x % 2) * 0.1 }).collect();
        assert_eq!(simplified(&line, 0.5).len(), 2);
        assert_eq!(simplified(&line, 0.01).len(), 100);
        assert_eq!(simplified(&[], 1.0), []);
    }
}
