//! How cities stand with what is expected of them: computed from what the hub knows and from what was entered, never kept.

use std::collections::HashMap;

use base::{CityId, Result, Time};
use chrono::Datelike;
use network::{Expectation, Network};
use store::Sql;
use web::Hub;

use crate::rows::{self, Kept};
use crate::rules::{Evidence, Line, Met, met_by};

/// The year in which a moment lies, by the calendar of this region's office.
pub fn year_at(network: &Network, region: &str, at: Time) -> i64 {
    i64::from(network.calendar_of(region).day_of(at).year())
}

/// How each of these cities stands in this year: three statements for all of them.
///
/// # Errors
/// When the database does not answer.
pub async fn of_cities<'a>(
    hub: &'a Hub,
    sql: &Sql,
    cities: &[CityId],
    year: i64,
) -> Result<HashMap<CityId, Vec<Line<'a>>>> {
    let known = Known {
        signed: principles::signed_newest(sql, cities).await?,
        led: people::led(sql, cities).await?,
        kept: rows::kept(sql, cities, year).await?,
    };
    let expectations = &hub.network.expectations;
    let lines = |city: &CityId| expectations.iter().map(|own| known.of(*city, own)).collect();
    Ok(cities.iter().map(|city| (*city, lines(city))).collect())
}

/// What is known of several cities.
struct Known {
    signed: HashMap<CityId, Time>,
    led: Vec<CityId>,
    kept: Vec<Kept>,
}

impl Known {
    fn of<'a>(&self, city: CityId, expectation: &'a Expectation) -> Line<'a> {
        let own = || self.kept.iter().filter(|kept| kept.city == city && kept.expectation == expectation.slug);
        let chosen = own().any(|kept| kept.kind.is_empty());
        let mut met: Vec<Met> = met_by(expectation).into_iter().filter_map(|by| self.seen(city, by)).collect();
        met.extend(own().filter_map(found));
        Line { expectation, expected: expectation.mandatory || chosen, met }
    }

    /// What the hub sees by itself, as it is now.
    fn seen(&self, city: CityId, evidence: Evidence) -> Option<Met> {
        let met = |path: String, at: Option<Time>| Met { evidence, path, note: String::new(), at, finding: None };
        match evidence {
            Evidence::Signature => self.signed.get(&city).map(|at| met("/principles/signatures".to_owned(), Some(*at))),
            Evidence::Contact => self.led.contains(&city).then(|| met(String::new(), None)),
            _ => None,
        }
    }
}

fn found(kept: &Kept) -> Option<Met> {
    let evidence = Evidence::parse(&kept.kind)?;
    let (path, note) = (kept.path.clone(), kept.note.clone());
    Some(Met { evidence, path, note, at: Some(kept.at), finding: Some(kept.id) })
}
