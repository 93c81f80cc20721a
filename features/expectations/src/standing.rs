//! How cities stand with what is expected of them: computed from what the hub knows and from what was entered, never kept.

use std::collections::HashMap;

use base::{CityId, Result, Time};
use chrono::Datelike;
use network::{Expectation, Network};
use principles::SignedAt;
use store::Sql;
use web::Hub;

use crate::rows::{self, Kept};
use crate::rules::{Evidence, Hold, Line, Met, met_by};

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
        signed: principles::signed(sql, cities).await?,
        led: people::led_since(sql, cities).await?,
        kept: rows::kept(sql, cities, year).await?,
    };
    let expectations = &hub.network.expectations;
    let lines = |city: &CityId| expectations.iter().map(|own| known.of(*city, own)).collect();
    Ok(cities.iter().map(|city| (*city, lines(city))).collect())
}

/// What holds up the membership of each of these cities; cities that nothing holds up are left out. Two statements where that is so of all,
/// else four at most.
///
/// # Errors
/// When the database does not answer.
pub async fn holds<'a>(hub: &'a Hub, sql: &Sql, cities: &[CityId]) -> Result<HashMap<CityId, Vec<Hold<'a>>>> {
    let missed = rows::missed(sql, cities).await?;
    let mut holds = unsigned(hub, sql, cities).await?;
    if missed.is_empty() {
        return Ok(holds);
    }
    let expected = |slug: &str| hub.network.expectations.iter().find(|own| own.mandatory && own.slug == slug);
    // Only what can make one of them good is looked up.
    let of = |evidence: Evidence| -> Vec<CityId> {
        let own =
            missed.iter().filter(|one| expected(&one.expectation).is_some_and(|own| met_by(own).contains(&evidence)));
        own.map(|one| one.city).collect()
    };
    let known = Known {
        signed: principles::signed(sql, &of(Evidence::Signature)).await?,
        led: people::led_since(sql, &of(Evidence::Contact)).await?,
        kept: Vec::new(),
    };
    for one in missed {
        let Some(expectation) = expected(&one.expectation) else { continue };
        let mut seen = met_by(expectation).into_iter().filter_map(|by| known.seen(one.city, by));
        if seen.any(|met| makes_good(&met, one.id, one.at)) || known.signed_since(one.city, expectation, one.at) {
            continue;
        }
        let year = Some(one.year).filter(|year| *year > 0);
        let hold = Hold { expectation, year, since: one.at, note: one.note, by_time: false };
        let own = holds.entry(one.city).or_default();
        // What the office found as well says why.
        own.retain(|other| other.expectation.slug != hold.expectation.slug || other.year.is_some());
        own.push(hold);
    }
    Ok(holds)
}

/// Cities whose time to sign the principles in force is over, where the network expects of all that they are signed.
async fn unsigned<'a>(hub: &'a Hub, sql: &Sql, cities: &[CityId]) -> Result<HashMap<CityId, Vec<Hold<'a>>>> {
    let signs = |own: &&Expectation| own.mandatory && met_by(own).contains(&Evidence::Signature);
    let Some(expectation) = hub.network.expectations.iter().find(signs) else { return Ok(HashMap::new()) };
    let asked = principles::asked_of(sql, cities).await?;
    let over = asked.into_values().filter(|own| own.is_over(&hub.network, hub.now()));
    let hold = |own: principles::Asked| {
        let since = own.over_at(&hub.network);
        (own.city, vec![Hold { expectation, year: None, since, note: String::new(), by_time: true }])
    };
    Ok(over.map(hold).collect())
}

/// Does this make good what the office found at that time? What was found or what the hub saw before does not: who signed the principles
/// may yet have broken them.
fn makes_good(met: &Met, missed: i64, at: Time) -> bool {
    match met.finding {
        Some(finding) => finding > missed,
        None => met.at.is_some_and(|seen| seen > at),
    }
}

/// What is known of several cities.
struct Known {
    signed: HashMap<CityId, SignedAt>,
    led: HashMap<CityId, Time>,
    kept: Vec<Kept>,
}

impl Known {
    fn of<'a>(&self, city: CityId, expectation: &'a Expectation) -> Line<'a> {
        let own = || self.kept.iter().filter(|kept| kept.city == city && kept.expectation == expectation.slug);
        let chosen = own().any(|kept| kept.kind.is_empty());
        let mut met: Vec<Met> = met_by(expectation).into_iter().filter_map(|by| self.seen(city, by)).collect();
        met.extend(own().filter(|kept| kept.met == 1).filter_map(found));
        let missed = own().find(|kept| kept.met == 0).filter(|kept| {
            !met.iter().any(|met| makes_good(met, kept.id, kept.at)) && !self.signed_since(city, expectation, kept.at)
        });
        if missed.is_some() {
            met.clear();
        }
        Line { expectation, expected: expectation.mandatory || chosen, met, missed: missed.and_then(found) }
    }

    /// A signature made good what was found before it, also where another version is in force by now.
    fn signed_since(&self, city: CityId, expectation: &Expectation, at: Time) -> bool {
        let signed = self.signed.get(&city).filter(|_| met_by(expectation).contains(&Evidence::Signature));
        signed.is_some_and(|own| own.last > at)
    }

    /// What the hub sees by itself, as it is now.
    fn seen(&self, city: CityId, evidence: Evidence) -> Option<Met> {
        let met = |path: String, at: Option<Time>| Met { evidence, path, note: String::new(), at, finding: None };
        match evidence {
            Evidence::Signature => {
                let at = self.signed.get(&city)?.in_force?;
                Some(met("/principles/signatures".to_owned(), Some(at)))
            }
            Evidence::Contact => self.led.get(&city).map(|at| met(String::new(), Some(*at))),
            _ => None,
        }
    }
}

fn found(kept: &Kept) -> Option<Met> {
    let evidence = Evidence::parse(&kept.kind)?;
    let (path, note) = (kept.path.clone(), kept.note.clone());
    Some(Met { evidence, path, note, at: Some(kept.at), finding: Some(kept.id) })
}
