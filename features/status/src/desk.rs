//! What the desk of those who answer for cities shows: how many members each region has, and how many of them nobody leads.

use askama::Template;
use async_trait::async_trait;
use base::{CityId, Fail, Result};
use cities::City;
use web::Visit;
use web::parts::DeskPart;

/// How many members each region has, and of how many nobody leads the work.
pub(crate) struct Leads;

#[derive(Template)]
#[template(path = "status/desk.html")]
struct LeadsPart<'a> {
    v: &'a Visit,
    regions: Vec<Counted<'a>>,
}

/// One region.
struct Counted<'a> {
    label: &'a str,
    members: i64,
    led: i64,
    vacant: i64,
}

/// The regions that this reader answers for.
pub(crate) fn regions_of(visit: &Visit) -> Vec<String> {
    let all = visit.hub.network.regions.iter().map(|region| region.slug.clone());
    all.filter(|slug| visit.actor.answers_for(slug)).collect()
}

#[async_trait]
impl DeskPart for Leads {
    async fn part(&self, visit: &Visit) -> Result<Option<String>> {
        if !visit.actor.answers_for_cities() {
            return Ok(None);
        }
        let sql = visit.hub.db.read();
        let mine = regions_of(visit);
        let members = cities::members_in(&sql, &mine).await?;
        let ids: Vec<CityId> = members.iter().map(|city| city.id).collect();
        let led = people::led(&sql, &ids).await?;
        let count = |slug: &str| {
            let own: Vec<&City> = members.iter().filter(|city| city.region == slug).collect();
            let with = own.iter().filter(|city| led.contains(&city.id)).count() as i64;
            (own.len() as i64, with)
        };
        let regions = visit.hub.network.regions.iter().filter(|region| mine.contains(&region.slug));
        let counted = regions.map(|region| {
            let (members, led) = count(&region.slug);
            Counted { label: region.label(visit.lang), members, led, vacant: members - led }
        });
        LeadsPart { v: visit, regions: counted.collect() }.render().map(Some).map_err(Fail::internal)
    }
}
