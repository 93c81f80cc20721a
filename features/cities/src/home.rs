//! What the home page shows of cities.

use askama::Template;
use async_trait::async_trait;
use base::Result;
use look::map;
use web::Visit;
use web::parts::{Figure, Figures, HomePart};

use crate::rows;
use crate::rules::ListQuery;

/// The hero's map with its inset, as finished HTML.
pub struct HeroMap {
    /// The world.
    pub world: String,
    /// The enlarged region: its drawing and its caption.
    pub inset: Option<(String, String)>,
    /// A member holds a steering seat.
    pub seats: bool,
}

/// Draws the home map.
pub async fn hero_map(visit: &Visit) -> Result<HeroMap> {
    let spots = rows::spots(&visit.hub.db.read(), &visit.actor, &ListQuery::default()).await?;
    let pins: Vec<_> = spots.iter().map(rows::Spot::pin).collect();
    let label = visit.tn("map-world-label", spots.len());
    let inset = inset(visit, &spots);
    Ok(HeroMap { world: map::world(&pins, &escape(&label)), inset, seats: pins.iter().any(|pin| pin.ring) })
}

/// The region whose pins stand too close together on the world's map, enlarged: drawing and caption.
pub(crate) fn inset(visit: &Visit, spots: &[rows::Spot]) -> Option<(String, String)> {
    let slug = visit.hub.network.settings.inset_region.as_ref()?;
    let region = visit.hub.network.region(slug)?;
    let own: Vec<_> = spots.iter().filter(|spot| spot.region == *slug).map(rows::Spot::pin).collect();
    if own.is_empty() {
        return None;
    }
    let points: Vec<_> = own.iter().map(|pin| pin.at).collect();
    let view = map::View::around(&points, 1.45, 60.0);
    let caption = visit.ta("map-inset", &[("region", region.label(visit.lang).into()), ("count", own.len().into())]);
    let pins: Vec<_> = spots.iter().map(rows::Spot::pin).collect();
    Some((map::part(&view, &pins, &escape(&caption)), caption))
}

/// For an attribute of finished HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

pub(crate) struct CityFigures;

#[async_trait]
impl Figures for CityFigures {
    fn topics(&self) -> &'static [&'static str] {
        &["cities"]
    }

    async fn figures(&self, visit: &Visit) -> Result<Vec<Figure>> {
        let (cities, countries, seats) = rows::totals(&visit.hub.db.read()).await?;
        let as_of = visit.hub.network.settings.members_as_of.get(visit.lang).to_owned();
        let mut figures = vec![
            Figure {
                label: visit.tn("figure-cities", cities),
                number: cities,
                path: "/cities".into(),
                note: as_of.clone(),
            },
            Figure {
                label: visit.tn("figure-countries", countries),
                number: countries,
                path: "/cities?sort=country".into(),
                note: as_of,
            },
        ];
        if seats > 0 {
            let term = visit.t1("figure-seats-note", "term", &visit.hub.network.settings.steering_term);
            figures.push(Figure {
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
    fn topics(&self) -> &'static [&'static str] {
        &["cities"]
    }

    fn place(&self) -> u16 {
        10
    }

    async fn part(&self, visit: &Visit) -> Result<Option<String>> {
        let counts = rows::counts_by_region(&visit.hub.db.read(), &visit.actor, &ListQuery::default()).await?;
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
