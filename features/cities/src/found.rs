//! Member cities in the search index, and among the hits of the one search.

use std::collections::HashMap;

use async_trait::async_trait;
use base::{Audience, CityId, Lang, Result};
use find::{Entry, number};
use web::finding::{FOUND, Labels};
use web::parts::{CardOfHit, Hits, KindOfHit, SearchKind};
use web::{Hub, Visit};

use crate::rows;
use crate::rules::{City, kind_words};

/// As in the change table.
const KIND: &str = "city";
/// The kind of change of what a city says of itself.
pub(crate) const PROFILE: &str = "city_profile";

pub(crate) struct Members;

#[async_trait]
impl SearchKind for Members {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn entries(&self, hub: &Hub, ids: &[i64]) -> Result<Vec<Entry>> {
        let sql = hub.db.read();
        let cities = rows::members_of(&sql, ids).await?;
        let ids: Vec<CityId> = cities.iter().map(|city| city.id).collect();
        let mut others = rows::other_names(&sql, &ids).await?;
        let mut said = rows::said(&sql, &ids).await?;
        let entry = |city: City| {
            let others = others.remove(&city.id).unwrap_or_default();
            let said = said.remove(&city.id).unwrap_or_default();
            entry(hub, city, others, said)
        };
        Ok(cities.into_iter().map(entry).collect())
    }

    fn follows(&self, kind: &str) -> bool {
        kind == PROFILE
    }

    async fn followers_of(&self, _: &Hub, item: i64, after: i64, _: usize) -> Result<Vec<i64>> {
        Ok(Some(item).filter(|item| *item > after).into_iter().collect())
    }

    async fn ids_after(&self, hub: &Hub, after: i64, limit: usize) -> Result<Vec<i64>> {
        rows::members_after(&hub.db.read(), after, limit as i64).await
    }
}

/// By what a city, and whatever is a city's, is found: its names and those of its country in every language of the network, those
/// that the gazetteer knows beside them (`others`), its region.
pub fn label(hub: &Hub, city: &City, others: &[String], labels: &mut Labels) {
    let network = &hub.network;
    for &lang in &network.languages {
        labels.add("", city.name(lang));
        labels.add("", network.country_name(&city.country, lang));
        labels.add(lang.code(), network.region(&city.region).map_or("", |region| region.label(lang)));
    }
    let country = network.countries.get(&city.country);
    country.into_iter().flat_map(|country| country.others()).for_each(|name| labels.add("", name));
    others.iter().for_each(|name| labels.add("", name));
}

/// A city is found by all its names, by where it is, and by what it says of itself, in every language.
fn entry(hub: &Hub, city: City, others: Vec<String>, said: Vec<(Lang, String)>) -> Entry {
    let network = &hub.network;
    let mut labels = Labels::default();
    label(hub, &city, &others, &mut labels);
    for &lang in &network.languages {
        labels.add(lang.code(), &hub.words.write(lang, &kind_words(&city.kind), &[]));
    }
    said.iter().for_each(|(lang, text)| labels.add(lang.code(), text));
    let name = city.name(network.languages[0]);
    Entry {
        id: city.id.0,
        audiences: vec![Audience::EVERYONE],
        labels: labels.all(),
        city: city.id.0.unsigned_abs(),
        country: number(&city.country),
        region: number(&city.region),
        // Its page is there in each of them.
        also_in: network.languages.iter().map(|lang| number(lang.code())).collect(),
        title_key: web::format::sort_key(name),
        city_key: web::format::sort_key(name),
        title: name.to_owned(),
        ..Entry::default()
    }
}

pub(crate) struct FoundCities;

#[async_trait]
impl Hits for FoundCities {
    fn kinds(&self, visit: &Visit) -> Vec<KindOfHit> {
        vec![KindOfHit { code: KIND, one: visit.t("hit-city"), all: visit.t("hit-cities") }]
    }

    async fn cards(&self, visit: &Visit, ids: &[i64]) -> Result<HashMap<i64, CardOfHit>> {
        let sql = visit.hub.db.read();
        let cities = rows::members_of(&sql, ids).await?;
        let own: Vec<CityId> = cities.iter().map(|city| city.id).collect();
        let said = rows::said(&sql, &own).await?;
        let card = |city: City| {
            let said = said.get(&city.id).map(Vec::as_slice).unwrap_or_default();
            (city.id.0, card(visit, &city, said))
        };
        Ok(cities.into_iter().map(card).collect())
    }

    fn topics(&self) -> Vec<&'static str> {
        vec!["cities", FOUND]
    }
}

fn card(visit: &Visit, city: &City, said: &[(Lang, String)]) -> CardOfHit {
    let network = &visit.hub.network;
    let of = |lang: &Lang| said.iter().find(|(own, _)| own == lang);
    let said = std::iter::once(&visit.lang).chain(&network.languages).find_map(of);
    let region = network.region(&city.region).map(|region| region.label(visit.lang).to_owned());
    CardOfHit {
        path: city.path(),
        title: city.name(visit.lang).to_owned(),
        lang: String::new(),
        summary: said.map(|(_, text)| text.clone()).unwrap_or_default(),
        said_in: said.map(|(lang, _)| lang.code().to_owned()).unwrap_or_default(),
        facts: std::iter::once(network.country_name(&city.country, visit.lang).to_owned()).chain(region).collect(),
        themes: Vec::new(),
        quoted: false,
    }
}
