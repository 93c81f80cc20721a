//! What stands on a map of cities.

use askama::Template;
use base::{Fail, Result};
use look::map::{self, Detail, Mark};
use web::Visit;

use crate::atlas::Atlas;
use crate::rules::ListQuery;
use crate::spots::{Spot, spots};

/// The marks of these places, in their order. Escaped for the drawing.
pub(crate) fn marks(visit: &Visit, spots: &[Spot]) -> Vec<Mark> {
    spots.iter().map(|spot| mark(visit, spot)).collect()
}

fn mark(visit: &Visit, spot: &Spot) -> Mark {
    let (name, path) = match spot.cities {
        1 => (spot.name(visit.lang).to_owned(), spot.city.path()),
        several => {
            let count = visit.tn("cities-count", several);
            match spot.country() {
                Some(code) => {
                    let name = visit.list([visit.hub.network.country_name(code, visit.lang), count.as_str()]);
                    (name, format!("/cities?country={code}"))
                }
                None => (count, format!("/regions/{}", spot.city.region)),
            }
        }
    };
    let (name, address) = (escape(&name), escape(&visit.link(path)));
    Mark { at: spot.at(), ring: spot.has_seat(), cities: spot.cities, name, address, here: false }
}

/// How much a map shows this reader.
pub(crate) fn detail(visit: &Visit) -> Detail {
    if visit.low_data { Detail::Plain } else { Detail::Full }
}

/// What the marks on a map mean, and that its shapes mean nothing.
#[derive(Template)]
#[template(path = "cities/map_key.html")]
struct Key<'a> {
    v: &'a Visit,
    members: bool,
    many: bool,
    seats: bool,
}

/// The key of a map with these places, as finished HTML. `members`: they are member cities.
pub(crate) fn key(visit: &Visit, spots: &[Spot], members: bool) -> Result<String> {
    let many = spots.iter().any(|spot| spot.cities > 1);
    // The seats of cities that are gathered are no rings on the map.
    let seats = spots.iter().any(|spot| spot.cities == 1 && spot.has_seat());
    Key { v: visit, members, many, seats }.render().map_err(Fail::internal)
}

/// How many cities stand at these places.
pub(crate) fn cities_of(spots: &[Spot]) -> i64 {
    spots.iter().map(|spot| spot.cities).sum()
}

/// The region whose pins stand too close together on the world's map, enlarged: drawing and caption.
pub(crate) fn inset(visit: &Visit, atlas: &Atlas, query: &ListQuery, world: &[Spot]) -> Option<(String, String)> {
    let slug = visit.hub.network.settings.inset_region.as_ref().filter(|_| !visit.low_data)?;
    let region = visit.hub.network.region(slug)?;
    // What was gathered for the world's map is told apart again for this one.
    let gathered = world.iter().any(|spot| spot.cities > 1);
    let asked = query.regions.is_empty() || query.regions.contains(&region.slug);
    let own = match gathered && asked {
        true => {
            let query = ListQuery { regions: vec![region.slug.clone()], ..query.clone() };
            marks(visit, &spots(atlas, &query, None))
        }
        false => world.iter().filter(|spot| spot.city.region == region.slug).map(|spot| mark(visit, spot)).collect(),
    };
    if own.is_empty() {
        return None;
    }
    let points: Vec<_> = own.iter().map(|mark| mark.at).collect();
    let view = map::View::around(&points, 1.45, 60.0);
    let count: i64 = own.iter().map(|mark| mark.cities).sum();
    let caption = visit.ta("map-inset", &[("region", region.label(visit.lang).into()), ("count", count.into())]);
    // Other regions' cities stand there too.
    let near = world.iter().filter(|spot| spot.city.region != region.slug && view.holds(spot.at()));
    let shown: Vec<Mark> = own.into_iter().chain(near.map(|spot| mark(visit, spot))).collect();
    Some((map::inset(&view, &shown, &escape(&caption)), caption))
}

/// For an attribute or a text of finished HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
