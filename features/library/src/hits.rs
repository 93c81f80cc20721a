//! Documents among the hits of the one search.

use std::collections::HashMap;

use async_trait::async_trait;
use base::{CityId, Result};
use cities::City;
use web::Visit;
use web::parts::{CardOfHit, Hits, KindOfHit};

use crate::access::is_under_glass;
use crate::actions::KIND;
use crate::rows;
use crate::rules::{Document, access_words, type_words};

pub(crate) struct FoundDocuments;

#[async_trait]
impl Hits for FoundDocuments {
    fn kinds(&self, visit: &Visit) -> Vec<KindOfHit> {
        vec![KindOfHit { code: KIND, one: visit.t("hit-document"), all: visit.t("hit-documents") }]
    }

    async fn cards(&self, visit: &Visit, ids: &[i64]) -> Result<HashMap<i64, CardOfHit>> {
        let sql = visit.hub.db.read();
        let documents = rows::cards(&sql, &visit.actor, ids).await?;
        let mut themes = rows::themes(&sql, ids).await?;
        let mut wanted: Vec<CityId> = documents.iter().filter_map(|document| document.city).collect();
        wanted.sort();
        wanted.dedup();
        let cities = cities::by_ids(&sql, &wanted).await?;
        let card = |document: Document| {
            let city = document.city.and_then(|id| cities.get(&id));
            let themes = themes.remove(&document.id.0).unwrap_or_default();
            (document.id.0, card(visit, document, city, themes))
        };
        Ok(documents.into_iter().map(card).collect())
    }

    fn topics(&self) -> Vec<&'static str> {
        vec!["documents", "cities"]
    }
}

fn card(visit: &Visit, document: Document, city: Option<&City>, themes: Vec<String>) -> CardOfHit {
    let network = &visit.hub.network;
    let place = city.map_or_else(
        || visit.t("doc-of-network"),
        |city| visit.list([city.name(visit.lang), network.country_name(&city.country, visit.lang)]),
    );
    let year = document.year.map(|year| year.to_string());
    let of = [visit.t(access_words(document.access())), place, visit.t(type_words(document.kind.code()))];
    CardOfHit {
        path: document.path(),
        facts: of.into_iter().chain(year).collect(),
        themes,
        // What is read through broken glass goes on the city's record: a list is not read in.
        quoted: is_under_glass(&visit.actor, &document).is_none(),
        said_in: document.language.clone(),
        lang: document.language,
        title: document.title,
        summary: document.abstract_text,
    }
}
