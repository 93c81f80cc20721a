//! What the home page shows of cities.

use askama::Template;
use async_trait::async_trait;
use base::Result;
use look::map;
use web::Visit;
use web::parts::{Figure, Figures, HomePart};

use crate::atlas::Atlas;
use crate::maps::{cities_of, detail, escape, inset, key, marks};
use crate::rules::ListQuery;
use crate::spots::spots;

/// The hero's map with its inset, as finished HTML.
pub struct HeroMap {
    /// The world.
    pub world: String,
    /// The enlarged region: its drawing and its caption.
    pub inset: Option<(String, String)>,
    /// What its marks mean.
    pub key: String,
}

/// Draws the home map.
pub async fn hero_map(visit: &Visit) -> Result<HeroMap> {
    let query = ListQuery::default();
    let atlas = Atlas::members(&visit.hub).await?;
    let spots = spots(&atlas, &query, None);
    let label = visit.tn("map-world-label", cities_of(&spots));
    let inset = inset(visit, &atlas, &query, &spots);
    let world = map::world(&marks(visit, &spots), &escape(&label), detail(visit));
    Ok(HeroMap { world, inset, key: key(visit, &spots, true)? })
}

pub(crate) struct CityFigures;

#[async_trait]
impl Figures for CityFigures {
    fn topics(&self) -> &'static [&'static str] {
        &["cities"]
    }

    async fn figures(&self, visit: &Visit) -> Result<Vec<Figure>> {
        let (cities, countries, seats) = Atlas::members(&visit.hub).await?.totals();
        let as_of = visit.hub.network.settings.members_as_of.get(visit.lang).to_owned();
        let mut figures = vec![
            Figure {
                name: "cities",
                label: visit.tn("figure-cities", cities),
                number: cities,
                path: "/cities".into(),
                note: as_of.clone(),
            },
            Figure {
                name: "countries",
                label: visit.tn("figure-countries", countries),
                number: countries,
                path: "/cities?sort=country".into(),
                note: as_of,
            },
        ];
        if seats > 0 {
            let term = visit.t1("figure-seats-note", "term", visit.term(&visit.hub.network.settings.steering_term));
            figures.push(Figure {
                name: "steering-seats",
                label: visit.tn("figure-seats", seats),
                number: seats,
                path: "/cities?seat=1".into(),
                note: term,
            });
        }
        Ok(figures)
    }
}

pub(crate) struct Regions;

#[derive(Template)]
#[template(path = "cities/home_regions.html")]
struct RegionsPart<'a> {
    v: &'a Visit,
    as_of: &'a str,
    total: i64,
    /// `(label, slug, count, share of the largest in percent)`.
    regions: Vec<(&'a str, &'a str, i64, i64)>,
}

#[async_trait]
impl HomePart for Regions {
    fn name(&self) -> &'static str {
        "regions"
    }

    fn words(&self) -> &'static str {
        "home-regions"
    }

    fn topics(&self) -> &'static [&'static str] {
        &["cities"]
    }

    fn place(&self) -> u16 {
        10
    }

    async fn part(&self, visit: &Visit) -> Result<Option<String>> {
        let counts = Atlas::members(&visit.hub).await?.by_region(&ListQuery::default());
        let most = counts.iter().map(|count| count.n).max().unwrap_or(0).max(1);
        let regions = counts
            .iter()
            .filter_map(|count| {
                let region = visit.hub.network.region(&count.value)?;
                Some((region.label(visit.lang), region.slug.as_str(), count.n, count.n * 100 / most))
            })
            .collect::<Vec<_>>();
        let total = counts.iter().map(|count| count.n).sum();
        let as_of = visit.hub.network.settings.members_as_of.get(visit.lang);
        let part = RegionsPart { v: visit, as_of, total, regions };
        Ok(Some(part.render().map_err(base::Fail::internal)?))
    }
}
