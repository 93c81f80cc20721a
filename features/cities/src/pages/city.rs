//! A city's page: its own map, facts with sources, what it says of itself, what others show of it.

use askama::Template;
use axum::extract::Path;
use base::Lang;
use http::StatusCode;
use look::map;
use web::parts::together;
use web::{Answer, Meta, Offered, Topics, Visit, page};

use crate::access::{Action, may};
use crate::actions::topic;
use crate::atlas::Atlas;
use crate::maps::{detail, escape, marks};
use crate::rows;
use crate::rules::{City, ListQuery, NEAR, Profile, best};
use crate::spots::{Spot, spots};

#[derive(Template)]
#[template(path = "cities/city.html")]
struct CityPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    region: Option<(&'a str, &'a str)>,
    country: &'a str,
    map: String,
    /// The map in words.
    map_label: String,
    profile: Option<(Lang, Profile)>,
    terms: Vec<String>,
    panels: Vec<String>,
    near: Vec<(City, i64)>,
    as_of: &'a str,
    may_write: bool,
    may_correct: bool,
}

web::framed!(CityPage);

impl CityPage<'_> {
    /// The reader holds a role for it.
    fn of_the_city(&self) -> bool {
        self.v.actor.works_for(self.city.id)
    }

    /// What is said of the city was entered by the network's team.
    fn by_team(&self) -> bool {
        self.profile.as_ref().is_some_and(|(_, profile)| profile.by_team)
    }
}

pub(crate) async fn get(visit: Visit, offered: Offered, Path(slug): Path<String>) -> Answer {
    let network = &visit.hub.network;
    let sql = visit.hub.db.read();
    let city = rows::city_for(&sql, &visit.actor, Action::See, &slug).await?;
    let terms = rows::terms(&sql, city.id).await?.iter().map(|term| visit.term(term)).collect();
    let profile = best(rows::profiles(&sql, city.id).await?, visit.lang, &network.languages);
    let atlas = Atlas::members(&visit.hub).await?;
    let near = atlas.near(&city, NEAR);
    let rtl = visit.lang.dir() == "rtl";
    let view = map::around_city(city.point(), rtl);
    let spots = spots(&atlas, &ListQuery::default(), Some(view.degrees()));
    let panels = together(offered.city_panels.iter().map(|panel| panel.panel(&visit, city.id))).await?;
    let panels = panels.into_iter().flatten().collect();
    let country = network.country_name(&city.country, visit.lang);
    let name = city.name(visit.lang);
    let label = visit.ta("map-city-label", &[("city", name.into()), ("country", country.into())]);
    let mut meta = Meta::titled(name)
        .about(visit.ta(
            "city-description",
            &[("city", name.into()), ("country", country.into()), ("network", visit.network_name().into())],
        ))
        .data(json_ld(&visit, &city));
    meta.hidden = !city.membership.is_member();
    let mut topics = Topics(vec!["cities".into(), topic(city.id)]);
    topics.0.extend(offered.city_panels.iter().flat_map(|panel| panel.topics(city.id)));
    let template = CityPage {
        region: network.region(&city.region).map(|region| (region.slug.as_str(), region.label(visit.lang))),
        map: map::city(&view, &on_the_map(&visit, &city, &spots), rtl, detail(&visit)),
        map_label: label,
        as_of: network.settings.members_as_of.get(visit.lang),
        may_write: may(&visit.actor, Action::EditProfile, &city),
        may_correct: may(&visit.actor, Action::EditFacts, &city),
        v: &visit,
        meta,
        city: &city,
        country,
        profile,
        terms,
        panels,
        near,
    };
    page(StatusCode::OK, &template, Some(topics))
}

/// The city itself first, then the others around it.
fn on_the_map(visit: &Visit, city: &City, spots: &[Spot]) -> Vec<map::Mark> {
    let name = escape(city.name(visit.lang));
    let own = map::Mark { at: city.point(), cities: 1, name, here: true, ..map::Mark::default() };
    let mut shown = vec![own];
    shown.extend(marks(visit, spots).into_iter().filter(|mark| mark.at != city.point()));
    shown
}

fn json_ld(visit: &Visit, city: &City) -> serde_json::Value {
    serde_json::json!({
        "@context": "https://schema.org",
        "@type": "AdministrativeArea",
        "name": city.name(visit.lang),
        "url": visit.hub.address(&visit.here()),
        "geo": {"@type": "GeoCoordinates", "latitude": city.latitude, "longitude": city.longitude},
        "containedInPlace": {"@type": "Country", "name": visit.hub.network.country_name(&city.country, visit.lang), "identifier": city.country},
        "memberOf": {"@type": "Organization", "name": visit.network_name()},
    })
}
