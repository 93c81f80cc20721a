//! What a map shows in one place: a city, or several near one another.

use std::collections::HashMap;

use base::Lang;
use look::map::{Degrees, Point, project};

use crate::atlas::Atlas;
use crate::rules::{City, ListQuery};

/// A place on a map.
pub(crate) struct Spot<'a> {
    /// How many stand there.
    pub cities: i64,
    /// The first of them.
    pub city: &'a City,
    /// Degrees; of several, the middle of where they stand.
    latitude: f64,
    longitude: f64,
    seat: bool,
    one_country: bool,
}

impl<'a> Spot<'a> {
    fn one(city: &'a City) -> Spot<'a> {
        let (latitude, longitude) = (city.latitude, city.longitude);
        Spot { cities: 1, city, latitude, longitude, seat: city.seat == 1, one_country: true }
    }

    fn add(&mut self, city: &City) {
        let (before, now) = (self.cities as f64, self.cities as f64 + 1.0);
        self.latitude = (self.latitude * before + city.latitude) / now;
        self.longitude = (self.longitude * before + city.longitude) / now;
        self.seat |= city.seat == 1;
        self.one_country &= city.country == self.city.country;
        self.cities += 1;
    }

    pub(crate) fn at(&self) -> Point {
        project(self.latitude, self.longitude)
    }

    /// Of a city.
    pub(crate) fn name(&self, lang: Lang) -> &'a str {
        self.city.name(lang)
    }

    /// A steering seat is held there.
    pub(crate) fn has_seat(&self) -> bool {
        self.seat
    }

    /// The country of all that stand there.
    pub(crate) fn country(&self) -> Option<&'a str> {
        self.one_country.then_some(self.city.country.as_str())
    }
}

/// Cities of their own on a map; of more, those near one another are gathered.
const APART: usize = 400;
/// Into how many columns and rows a part of the world is divided on which they are gathered, and the whole of it.
const CELLS: f64 = 26.0;
const CELLS_OF_WORLD: f64 = 40.0;

/// The matching cities for a map, those with a seat and the largest first; within these degrees, where given. Where they
/// are too many to be told apart, near ones are gathered, the most first.
pub(crate) fn spots<'a>(atlas: &'a Atlas, query: &ListQuery, within: Option<Degrees>) -> Vec<Spot<'a>> {
    let found = atlas.found(query, within);
    if found.len() <= APART {
        return found.into_iter().map(Spot::one).collect();
    }
    let degrees = match within {
        Some(shown) => (shown.north - shown.south).max((shown.east - shown.west).rem_euclid(360.0)) / CELLS,
        None if query.regions.is_empty() && query.countries.is_empty() => 360.0 / CELLS_OF_WORLD,
        None => widest(&found) / CELLS,
    };
    // Cities may stand in one place.
    gathered(&found, degrees.max(1e-6))
}

/// Over how many degrees they stand, to the wider side.
fn widest(cities: &[&City]) -> f64 {
    let span = |of: fn(&City) -> f64| {
        let (least, most) =
            cities.iter().fold((f64::MAX, f64::MIN), |(least, most), city| (least.min(of(city)), most.max(of(city))));
        most - least
    };
    span(|city| city.latitude).max(span(|city| city.longitude))
}

/// Those of one cell together, `degrees` wide and high.
fn gathered<'a>(cities: &[&'a City], degrees: f64) -> Vec<Spot<'a>> {
    let mut cells: HashMap<(i64, i64), usize> = HashMap::new();
    let mut spots: Vec<Spot<'a>> = Vec::new();
    for &city in cities {
        let cell = |from: f64| (from / degrees) as i64;
        match cells.entry((cell(city.latitude + 90.0), cell(city.longitude + 180.0))) {
            std::collections::hash_map::Entry::Occupied(own) => {
                if let Some(spot) = spots.get_mut(*own.get()) {
                    spot.add(city);
                }
            }
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(spots.len());
                spots.push(Spot::one(city));
            }
        }
    }
    spots.sort_by(|a, b| b.cities.cmp(&a.cities).then_with(|| a.city.slug.cmp(&b.city.slug)));
    spots
}
