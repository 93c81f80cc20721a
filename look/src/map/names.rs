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
        self.size * view.w / self.width
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
/// The room of a pin, in heights of a name: a city's own, one with a ring, one of several cities.
const PIN: f64 = 0.75;
const RING: f64 = 1.0;
const MANY: f64 = 1.8;

fn pin(mark: &Mark, height: f64) -> View {
    let share = if mark.is_many() {
        MANY
    } else if mark.ring {
        RING
    } else {
        PIN
    };
    let room = share * height;
    View { x: mark.at.x - room / 2.0, y: mark.at.y - room / 2.0, w: room, h: room }
}

/// Where and how names are placed on a drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    /// Units of the drawing that a name is high.
    pub height: f64,
    /// The part in which names stand.
    pub inside: View,
    /// A part of it in which none does.
    pub avoid: Option<View>,
    /// Names at most.
    pub most: usize,
    /// The first name is larger by this.
    pub larger: f64,
}

impl Sheet {
    /// A whole view.
    pub(super) fn of(view: &View, lettering: Lettering) -> Sheet {
        Sheet { height: lettering.units(view), inside: *view, avoid: None, most: lettering.most, larger: 1.0 }
    }
}

/// Places names, those of the first marks first; one for which there is no room gets none, nor do marks of several cities.
pub(super) fn place(marks: &[Mark], sheet: &Sheet) -> Vec<Option<Placed>> {
    let Sheet { height, inside, avoid, most, larger } = *sheet;
    let pins: Vec<View> = marks.iter().map(|mark| pin(mark, height)).collect();
    let mut taken: Vec<View> = Vec::new();
    let mut placed = Vec::with_capacity(marks.len());
    for (own, mark) in marks.iter().enumerate() {
        let height = if own == 0 { height * larger } else { height };
        let w = mark.name.chars().count() as f64 * height * LETTER;
        let h = height * 1.2;
        let gap = pins[own].w / 2.0 + height * 0.2;
        let Point { x, y } = mark.at;
        let spots = [
            ("start", x + gap, (x + gap, y - h / 2.0)),
            ("end", x - gap, (x - gap - w, y - h / 2.0)),
            ("middle", x, (x - w / 2.0, y - gap - h)),
            ("middle", x, (x - w / 2.0, y + gap)),
        ];
        let free = |room: &View| {
            let others = pins.iter().enumerate().filter(|(other, _)| *other != own).map(|(_, pin)| pin);
            inside.contains(room) && !others.chain(&taken).chain(&avoid).any(|other| room.overlaps(other))
        };
        let wanted = !mark.is_many() && !mark.name.is_empty() && taken.len() < most;
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

    #[test]
    fn no_two_names_meet_and_none_lies_on_a_pin() {
        let city = |at: usize| Mark {
            at: project(41.0 + (at % 7) as f64 * 0.4, 18.0 + (at / 7) as f64 * 0.7),
            ring: at < 5,
            cities: 1 + (at % 9 / 8) as i64,
            name: "A city with a name".chars().take(4 + at % 13).collect(),
            address: format!("/en/cities/{at}"),
        };
        let marks: Vec<Mark> = (0..39).map(city).collect();
        let points: Vec<Point> = marks.iter().map(|mark| mark.at).collect();
        let view = View::around(&points, 1.9, 260.0);
        let lettering = Lettering { width: 900.0, size: 13.0, most: 100 };
        let names = place(&marks, &Sheet::of(&view, lettering));
        let rooms: Vec<View> = names.iter().flatten().map(|placed| placed.room).collect();
        assert!(rooms.len() > 12, "{} of 39 have a name", rooms.len());
        for (at, one) in rooms.iter().enumerate() {
            assert!(rooms.iter().skip(at + 1).all(|other| !one.overlaps(other)));
            assert!(view.contains(one));
        }
        let named: Vec<&Mark> = marks.iter().zip(&names).filter_map(|(mark, name)| name.map(|_| mark)).collect();
        assert!(named.iter().all(|mark| mark.cities == 1), "several cities have no name");
        let few = Sheet { most: 3, ..Sheet::of(&view, lettering) };
        assert_eq!(place(&marks, &few).iter().flatten().count(), 3);
        let none = Sheet { avoid: Some(view), ..Sheet::of(&view, lettering) };
        assert_eq!(place(&marks, &none).iter().flatten().count(), 0);
    }
}
