//! Names beside pins, none on another and none on a pin.

use super::draw::Mark;
use super::view::{Point, View};

/// How names are set on a map of a certain width. They grow and shrink with the map: what is placed for this width fits
/// on every wider one on which the style sheet makes them no larger than here.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lettering {
    /// Pixels of the map's width.
    pub width: f64,
    /// Pixels of a name's height.
    pub size: f64,
    /// Names at most.
    pub most: usize,
}

impl Lettering {
    /// Units of the drawing that a name is high.
    pub(super) fn units(&self, view: &View) -> f64 {
        self.size * self.pixel(view)
    }

    /// Units of the drawing that a pixel is.
    fn pixel(&self, view: &View) -> f64 {
        view.w / self.width
    }
}

/// A name's place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    /// Where its anchor stands, on its base line.
    pub at: Point,
    /// `text-anchor`.
    pub anchor: &'static str,
    /// What it takes at most.
    pub room: View,
}

/// Width of a letter as a share of its height: wider than most, so that no two names meet in any font.
const LETTER: f64 = 0.66;
/// How much larger a city's own name is, on its own map.
pub(super) const OWN: f64 = 1.35;

/// Pixels of a pin, where the style sheet makes it largest: pins keep them on maps of every width.
fn pixels(mark: &Mark) -> f64 {
    match mark.cities {
        100.. => 30.0,
        10.. => 22.0,
        2.. => 16.0,
        _ if mark.here => 20.0,
        _ if mark.ring => 13.0,
        _ => 7.0,
    }
}

/// The room of a pin.
fn pin(mark: &Mark, pixel: f64) -> View {
    let room = pixels(mark) * pixel;
    View { x: mark.at.x - room / 2.0, y: mark.at.y - room / 2.0, w: room, h: room }
}

/// Where a name of a size may stand beside its pin, the best first: at its sides, above and below, then at its corners.
fn spots(at: Point, pin: f64, height: f64, w: f64, h: f64) -> [(&'static str, f64, (f64, f64)); 8] {
    let Point { x, y } = at;
    let gap = pin / 2.0 + height * 0.2;
    let corner = pin / 2.0 * std::f64::consts::FRAC_1_SQRT_2 + height * 0.1;
    let (left, right) = ((x - gap, x - gap - w), x + gap);
    let (corner_left, corner_right) = ((x - corner, x - corner - w), x + corner);
    [
        ("start", right, (right, y - h / 2.0)),
        ("end", left.0, (left.1, y - h / 2.0)),
        ("middle", x, (x - w / 2.0, y - gap - h)),
        ("middle", x, (x - w / 2.0, y + gap)),
        ("start", corner_right, (corner_right, y - corner - h)),
        ("start", corner_right, (corner_right, y + corner)),
        ("end", corner_left.0, (corner_left.1, y - corner - h)),
        ("end", corner_left.0, (corner_left.1, y + corner)),
    ]
}

/// Where and how names are placed on a drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    /// Units of the drawing that a name is high.
    pub height: f64,
    /// Units of the drawing that a pixel is.
    pub pixel: f64,
    /// The part in which names stand.
    pub inside: View,
    /// A part of it in which none does.
    pub avoid: Option<View>,
    /// Names at most.
    pub most: usize,
}

impl Sheet {
    /// A whole view.
    pub(super) fn of(view: &View, lettering: Lettering) -> Sheet {
        let (height, pixel) = (lettering.units(view), lettering.pixel(view));
        Sheet { height, pixel, inside: *view, avoid: None, most: lettering.most }
    }
}

/// Places names, those of the first marks first; one for which there is no room gets none, nor do marks of several cities.
pub(super) fn place(marks: &[Mark], sheet: &Sheet) -> Vec<Option<Placed>> {
    let Sheet { height, pixel, inside, avoid, most } = *sheet;
    let pins: Vec<View> = marks.iter().map(|mark| pin(mark, pixel)).collect();
    let mut taken: Vec<View> = Vec::new();
    let mut placed = Vec::with_capacity(marks.len());
    for (own, mark) in marks.iter().enumerate() {
        let height = if mark.here { height * OWN } else { height };
        let w = mark.name.chars().count() as f64 * height * LETTER;
        let h = height * 1.2;
        let free = |room: &View| {
            let others = pins.iter().enumerate().filter(|(other, _)| *other != own).map(|(_, pin)| pin);
            inside.contains(room) && !others.chain(&taken).chain(&avoid).any(|other| room.overlaps(other))
        };
        let wanted = !mark.is_many() && !mark.name.is_empty() && taken.len() < most;
        let spots = spots(mark.at, pins[own].w, height, w, h);
        let found = spots.into_iter().filter(|_| wanted).find_map(|(anchor, x, (left, top))| {
            let room = View { x: left, y: top, w, h };
            free(&room).then_some(Placed { at: Point { x, y: top + h * 0.78 }, anchor, room })
        });
        taken.extend(found.map(|found| found.room));
        placed.push(found);
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::super::view::project;
    use super::*;

    /// How far a point is from a name.
    fn away(room: &View, at: Point) -> f64 {
        let outside = |at: f64, from: f64, long: f64| (from - at).max(at - from - long).max(0.0);
        outside(at.x, room.x, room.w).hypot(outside(at.y, room.y, room.h))
    }

    #[test]
    fn a_large_city_among_others_has_its_name_at_a_corner() {
        let mark = |x: f64, y: f64| Mark { at: Point { x, y }, cities: 1, name: "Name".into(), ..Mark::default() };
        // Pins at its sides, above and below.
        let marks = [mark(0.0, 0.0), mark(20.0, 0.0), mark(-20.0, 0.0), mark(0.0, 14.0), mark(0.0, -14.0)];
        let view = View { x: -100.0, y: -50.0, w: 200.0, h: 100.0 };
        let names = place(&marks, &Sheet::of(&view, Lettering { width: 200.0, size: 12.0, most: 5 }));
        assert_eq!(names[0].map(|name| name.anchor), Some("start"));
        assert!(names[0].is_some_and(|name| name.room.y + name.room.h < 0.0), "above it, at its right");
    }

    #[test]
    fn no_two_names_meet_and_none_lies_on_a_pin() {
        let city = |at: usize| Mark {
            at: project(41.0 + (at % 7) as f64 * 0.4, 18.0 + (at / 7) as f64 * 0.7),
            ring: at < 5,
            cities: 1 + (at % 9 / 8) as i64,
            name: "A city with a name".chars().take(4 + at % 13).collect(),
            address: format!("/en/cities/{at}"),
            here: at == 0,
        };
        let marks: Vec<Mark> = (0..39).map(city).collect();
        let points: Vec<Point> = marks.iter().map(|mark| mark.at).collect();
        let view = View::around(&points, 1.9, 260.0);
        let lettering = Lettering { width: 900.0, size: 13.0, most: 100 };
        let names = place(&marks, &Sheet::of(&view, lettering));
        let rooms: Vec<View> = names.iter().flatten().map(|placed| placed.room).collect();
        assert!(rooms.len() > 12, "{} of 39 have a name", rooms.len());
        let pixel = view.w / lettering.width;
        for (at, one) in rooms.iter().enumerate() {
            assert!(rooms.iter().skip(at + 1).all(|other| !one.overlaps(other)));
            assert!(view.contains(one));
            assert!(marks.iter().all(|mark| away(one, mark.at) > pixels(mark) * pixel / 2.0), "on a pin");
        }
        let named: Vec<&Mark> = marks.iter().zip(&names).filter_map(|(mark, name)| name.map(|_| mark)).collect();
        assert!(named.iter().all(|mark| mark.cities == 1), "several cities have no name");
        let few = Sheet { most: 3, ..Sheet::of(&view, lettering) };
        assert_eq!(place(&marks, &few).iter().flatten().count(), 3);
        let none = Sheet { avoid: Some(view), ..Sheet::of(&view, lettering) };
        assert_eq!(place(&marks, &none).iter().flatten().count(), 0);
    }
}
