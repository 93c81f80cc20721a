//! The coast of the world, as fine as a view can show.
//!
//! Shapes: Natural Earth (public domain), see `look/map/README.md`. No shape on it is a border.

use std::fmt::Write;
use std::sync::LazyLock;

use super::view::{Point, View};

/// A closed line around land.
struct Ring {
    points: Vec<Point>,
    bounds: View,
}

impl Ring {
    fn new(points: Vec<Point>) -> Ring {
        let bounds = bounds(&points);
        Ring { points, bounds }
    }
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
    for ring in COAST[level].iter().filter(|ring| room.overlaps(&ring.bounds)) {
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

/// How many points of a coarse coast lie around a place.
pub(super) fn points_around(here: Point, w: f64, h: f64) -> usize {
    let near = View { x: here.x - w / 2.0, y: here.y - h / 2.0, w, h };
    let [.., coarse] = &*COAST;
    let rings = coarse.iter().filter(|ring| near.overlaps(&ring.bounds));
    rings.flat_map(|ring| &ring.points).filter(|point| near.holds(**point)).count()
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
