//! A city's workspace, for its people: what waits for the reader, and what each feature shows of the city's work.

use askama::Template;
use base::{Fail, Result};
use cities::City;
use http::StatusCode;
use input::Fields;
use web::parts::{OfCity, Side, Tab, Task, together};
use web::{Answer, Meta, Offered, Visit, page};

use super::sorted;

#[derive(Template)]
#[template(path = "workspace/city.html")]
struct CityPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    /// Others that the reader works for.
    others: Vec<City>,
    tabs: Vec<(String, String)>,
    tasks: Vec<Task>,
    main: Vec<String>,
    aside: Vec<String>,
}

web::framed!(CityPage);

impl CityPage<'_> {
    fn region(&self) -> &str {
        let network = &self.v.hub.network;
        network.region(&self.city.region).map_or("", |region| region.label(self.v.lang))
    }

    fn country(&self) -> &str {
        self.v.hub.network.country_name(&self.city.country, self.v.lang)
    }
}

/// The cities that the reader works for, by name.
async fn own(visit: &Visit) -> Result<Vec<City>> {
    let ids = visit.actor.cities();
    let mut own: Vec<City> = cities::by_ids(&visit.hub.db.read(), &ids).await?.into_values().collect();
    own.sort_by_cached_key(|city| web::format::sort_key(city.name(visit.lang)));
    Ok(own)
}

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    visit.person()?;
    let mut own = own(&visit).await?;
    let asked = Fields::parse(&visit.query).line("city");
    let at = match asked.is_empty() {
        true => 0,
        // Another city's workspace is nobody's else: it is not said whether there is one.
        false => own.iter().position(|city| city.slug == asked).ok_or(Fail::NotFound)?,
    };
    if own.is_empty() {
        return Err(Fail::Forbidden.into());
    }
    let city = own.remove(at);
    let of = OfCity {
        id: city.id,
        slug: city.slug.clone(),
        region: city.region.clone(),
        membership: city.membership.code(),
    };
    let tasks = together(offered.tasks.iter().map(|own| own.of_city(&visit, &of))).await?;
    let parts = together(offered.workspace.iter().map(|own| own.part(&visit, &of))).await?;
    let (mut main, mut aside) = (Vec::new(), Vec::new());
    for (own, html) in offered.workspace.iter().zip(parts) {
        match own.side() {
            Side::Main => main.extend(html),
            Side::Aside => aside.extend(html),
        }
    }
    let tab = |tab: &Tab| (visit.t(tab.words), visit.link((tab.path)(&of.slug)));
    let tabs = offered.tabs.iter().map(tab).collect();
    let meta = Meta::titled(visit.t1("workspace-of", "city", city.name(visit.lang))).hide();
    let template = CityPage { v: &visit, meta, city: &city, others: own, tabs, tasks: sorted(tasks), main, aside };
    page(StatusCode::OK, &template, None)
}
