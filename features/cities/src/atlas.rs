//! All members as maps, counts and "near" need them: each page asks of all, so each process holds them once.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use base::Result;
use base::fold::words_of;
use look::map::Degrees;
use web::{Hub, Visit};

use crate::access::{former, members};
use crate::names::BETWEEN;
use crate::rows;
use crate::rules::{City, ListQuery, Mapped, distance};

/// Cities, those with a seat first, then the largest; some hundred bytes each.
pub(crate) struct Atlas {
    cities: Vec<Mapped>,
    /// By each of their folded names.
    named: HashMap<String, Vec<usize>>,
}

/// A count beside a filter.
#[derive(Clone, Debug)]
pub(crate) struct Count {
    pub value: String,
    pub n: i64,
}

/// Which part of the query is left out: a filter's counts ignore that filter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Without {
    Nothing,
    Regions,
    Countries,
}

impl Atlas {
    fn new(cities: Vec<Mapped>) -> Atlas {
        let mut named: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, own) in cities.iter().enumerate() {
            for name in own.folded.split(BETWEEN).filter(|name| !name.is_empty()) {
                let places = named.entry(words_of(name).join(" ")).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        Atlas { cities, named }
    }

    /// The cities of one of these names ([`words_of`], with one blank between them), the first `most`.
    pub(crate) fn named(&self, names: &[String], most: usize) -> Vec<&City> {
        let places = names.iter().filter_map(|name| self.named.get(name)).flatten();
        let mut places: Vec<usize> = places.copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().take(most).filter_map(|place| self.cities.get(place)).map(|own| &own.city).collect()
    }

    /// The first city that is this place of the gazetteer.
    pub(crate) fn at(&self, place: i64) -> Option<&City> {
        self.cities.iter().map(|own| &own.city).find(|city| city.place == Some(place))
    }

    /// All members: public, the same for everyone.
    pub(crate) async fn members(hub: &Hub) -> Result<Arc<Atlas>> {
        hub.shared("cities", async { Ok(Atlas::new(rows::all(&hub.db.read(), members()).await?)) }).await
    }

    /// Those among which this query looks: members, or those that are none any more and that this reader may see.
    pub(crate) async fn of(visit: &Visit, query: &ListQuery) -> Result<Arc<Atlas>> {
        if query.former {
            return Ok(Arc::new(Atlas::new(rows::all(&visit.hub.db.read(), former(&visit.actor)).await?)));
        }
        Atlas::members(&visit.hub).await
    }

    fn matching(&self, query: &ListQuery, without: Without) -> impl Iterator<Item = &City> {
        let any = |of: &[String], value: &String| of.is_empty() || of.contains(value);
        let all = self.cities.iter().filter(move |own| {
            (without == Without::Regions || any(&query.regions, &own.city.region))
                && (without == Without::Countries || any(&query.countries, &own.city.country))
                && (!query.seats || own.terms > 0)
                && query.words.iter().all(|word| own.folded.contains(word))
        });
        all.map(|own| &own.city)
    }

    /// The matching cities, within these degrees where given.
    pub(crate) fn found(&self, query: &ListQuery, within: Option<Degrees>) -> Vec<&City> {
        self.matching(query, Without::Nothing)
            .filter(|city| within.is_none_or(|degrees| holds(&degrees, city)))
            .collect()
    }

    /// How many match.
    pub(crate) fn count(&self, query: &ListQuery) -> i64 {
        self.matching(query, Without::Nothing).count() as i64
    }

    /// How many of those that match hold or held a seat.
    pub(crate) fn seats(&self, query: &ListQuery) -> i64 {
        self.matching(query, Without::Nothing).filter(|city| city.seat == 1).count() as i64
    }

    /// Counts by region, the filter by regions left aside.
    pub(crate) fn by_region(&self, query: &ListQuery) -> Vec<Count> {
        counted(self.matching(query, Without::Regions).map(|city| city.region.as_str()))
    }

    /// Counts by country, the filter by countries left aside.
    pub(crate) fn by_country(&self, query: &ListQuery) -> Vec<Count> {
        counted(self.matching(query, Without::Countries).map(|city| city.country.as_str()))
    }

    /// `(cities, countries, steering seats)`.
    pub(crate) fn totals(&self) -> (i64, i64, i64) {
        let countries: HashSet<&str> = self.cities.iter().map(|own| own.city.country.as_str()).collect();
        (self.cities.len() as i64, countries.len() as i64, self.cities.iter().map(|own| own.terms).sum())
    }

    /// So many others that are nearest to a city, with their distance in kilometres.
    pub(crate) fn near(&self, city: &City, most: usize) -> Vec<(City, i64)> {
        let here = (city.latitude, city.longitude);
        let others = self.cities.iter().map(|own| &own.city).filter(|other| other.id != city.id);
        let mut near: Vec<(i64, &City)> =
            others.map(|other| (distance(here, (other.latitude, other.longitude)).round() as i64, other)).collect();
        let by = |(km, other): &(i64, &City)| (*km, other.id);
        if near.len() > most {
            near.select_nth_unstable_by_key(most, by);
            near.truncate(most);
        }
        near.sort_by_key(by);
        near.into_iter().map(|(km, other)| (other.clone(), km)).collect()
    }
}

fn holds(degrees: &Degrees, city: &City) -> bool {
    let (latitude, longitude) = (city.latitude, city.longitude);
    let across = match degrees.west <= degrees.east {
        true => (degrees.west..=degrees.east).contains(&longitude),
        false => longitude >= degrees.west || longitude <= degrees.east,
    };
    across && (degrees.south..=degrees.north).contains(&latitude)
}

/// The most frequent first.
fn counted<'a>(values: impl Iterator<Item = &'a str>) -> Vec<Count> {
    let mut counts: HashMap<&str, i64> = HashMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut counts: Vec<Count> = counts.into_iter().map(|(value, n)| Count { value: value.to_owned(), n }).collect();
    counts.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.value.cmp(&b.value)));
    counts
}
