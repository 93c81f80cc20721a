//! Maps: Equal Earth centred on 11° E, land without borders, members as pins. Never mirrored.
//!
//! Projection: Šavrič, Patterson and Jenny 2018. Shapes: Natural Earth (public domain).

mod coast;
mod draw;
mod names;
mod view;

pub use draw::{Detail, Mark, around_city, city, inset, part, world, world_in_page};
pub use view::{Degrees, Point, View, project};

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
    fn a_view_holds_its_points() {
        let points = [project(60.0, 10.0), project(35.0, 33.0)];
        let view = View::around(&points, 1.5, 100.0);
        for point in points {
            assert!(point.x > view.x && point.x < view.x + view.w && point.y > view.y && point.y < view.y + view.h);
        }
    }

    #[test]
    fn phones_see_some_sea_around_a_city_far_from_it() {
        for (name, latitude, longitude) in [
            ("Diffa", 13.3, 12.6),
            ("Minneapolis", 45.0, -93.3),
            ("Denver", 39.7, -105.0),
            ("Kano", 12.0, 8.5),
            ("Skopje", 42.0, 21.4),
            ("Astana", 51.2, 71.4),
            ("Oslo", 59.9, 10.7),
        ] {
            let here = project(latitude, longitude);
            let view = around_city(here, false);
            // What a phone 390 pixels wide shows of it.
            let w = view.h * 390.0 / 224.0;
            let middle = View { x: here.x - w / 2.0, w, ..view };
            let sea = coast::sea_share(&middle);
            assert!((0.04..0.97).contains(&sea), "{name}: {sea} is sea");
        }
    }

    #[test]
    fn a_view_takes_both_sides_of_the_map_together() {
        // Nome and Provideniya look at each other over 169° W.
        let points = [project(64.5, -165.4), project(64.4, -173.2)];
        let view = View::around(&points, 1.5, 260.0);
        assert!(view.w < 400.0, "{view:?}");
        assert!(points.into_iter().all(|point| view.holds(view.shows(point))));
        let marks = points.map(|at| Mark { at, cities: 1, name: "Name".into(), ..Mark::default() });
        assert_eq!(part(&view, &marks, Detail::Full).matches("class=\"w\"").count(), 2, "both are named");
        let plain = part(&view, &marks, Detail::Plain);
        assert!(!plain.contains("class=\"w\"") && plain.contains("class=\"land\"") && plain.contains("class=\"dot\""));
    }

    #[test]
    fn all_that_a_view_shows_lies_within_its_degrees() {
        for (latitude, longitude) in
            [(42.0, 21.0), (69.0, 20.0), (-37.8, 145.0), (-17.0, 178.0), (64.0, -165.0), (0.5, 9.0)]
        {
            let view = around_city(project(latitude, longitude), false);
            let held = view.degrees();
            for at in 0..2_000 {
                let (lat, lon) = (f64::from(at % 40) * 4.2 - 82.0, f64::from(at / 40) * 7.2 - 179.0);
                let between = match held.west <= held.east {
                    true => (held.west..=held.east).contains(&lon),
                    false => lon >= held.west || lon <= held.east,
                };
                let within = (held.south..=held.north).contains(&lat) && between;
                assert!(within || !view.holds(project(lat, lon)), "{lat} {lon} of {held:?}");
            }
        }
    }

    #[test]
    fn pins_lead_to_their_cities_and_several_are_counted() {
        let mark = |cities: i64, latitude: f64| Mark {
            at: project(latitude, 20.0),
            cities,
            name: "Name".into(),
            address: format!("/{cities}"),
            ring: false,
            here: false,
        };
        let marks = [mark(1, 42.0), mark(12, 43.0), mark(120, 44.0)];
        let view = View::around(&marks.iter().map(|mark| mark.at).collect::<Vec<_>>(), 1.9, 260.0);
        let drawn = part(&view, &marks, Detail::Full);
        assert_eq!(drawn.matches("<a href=").count(), 3);
        assert!(drawn.contains(">120</text>") && drawn.contains("many most") && drawn.contains("many more"));
        let own = [Mark { here: true, ..marks[0].clone() }, marks[1].clone(), marks[2].clone()];
        let alone = city(&around_city(own[0].at, false), &own, false, Detail::Full);
        assert_eq!(alone.matches("<a href=").count(), 2, "the city itself leads nowhere");
        assert!(alone.contains("class=\"own\""));
    }
}
