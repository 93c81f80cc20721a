//! The list without words: the newest first, from the database, part by part behind the last one's id.

use std::collections::HashMap;

use base::{CityId, DocumentId, Fail, Result};
use web::api::List;
use web::{Fields, Visit};

use super::shapes::{ApiDocument, DocumentFacets, DocumentList};
use super::{Asked, LIST};
use crate::actions::search;
use crate::rows::{self, ApiFilter};
use crate::rules::Document;

/// The part of the list that begins behind `after`.
pub(super) async fn part(visit: &Visit, asked: &Asked, fields: &Fields) -> Result<DocumentList> {
    let after = match fields.get("after") {
        "" => i64::MAX,
        text => text.parse::<DocumentId>().map_err(|_| Fail::field("after", "an address that `next` gave"))?.0,
    };
    let (sql, filter) = (visit.hub.db.read(), filter(visit, asked).await?);
    let mut found = rows::before(&sql, &visit.actor, &filter, after, asked.limit as i64 + 1).await?;
    let more = found.len() > asked.limit;
    found.truncate(asked.limit);
    let next = found.last().filter(|_| more).map(|last| web::json::next(LIST, fields, &last.id.to_string()));
    // Whoever goes on from part to part knows them: nothing is counted again for each.
    let (total, facets) = if after == i64::MAX {
        let total = rows::api_count(&sql, &visit.actor, &filter).await?;
        let (hub, query) = (&visit.hub, &asked.query);
        let request = search::request(hub, &sql, &visit.actor, visit.lang, query, &asked.cities, (0, 0)).await?;
        let found = web::finding::ask(hub, &visit.client, request).await?;
        (Some(total), Some(DocumentFacets::new(hub, &found.facets)))
    } else {
        (None, None)
    };
    let (themes, cities) = beside(visit, &found).await?;
    let items = ApiDocument::all(&visit.hub, found, themes, &cities);
    Ok(DocumentList { list: List { items, total, facets, next }, with_all_words: None })
}

/// How the database is asked.
async fn filter(visit: &Visit, asked: &Asked) -> Result<ApiFilter> {
    let query = &asked.query;
    let cities = if query.regions.is_empty() && query.countries.is_empty() {
        None
    } else {
        Some(cities::ids_of(&visit.hub.db.read(), &query.regions, &query.countries).await?)
    };
    Ok(ApiFilter {
        themes: query.themes.clone(),
        own: asked.cities.iter().map(|city| city.id).collect(),
        cities,
        languages: query.languages.clone(),
        kinds: query.types.clone(),
        years: query.years.clone(),
    })
}

/// The themes and the cities of these documents.
async fn beside(
    visit: &Visit,
    found: &[Document],
) -> Result<(HashMap<i64, Vec<String>>, HashMap<CityId, cities::City>)> {
    let sql = visit.hub.db.read();
    let ids: Vec<i64> = found.iter().map(|document| document.id.0).collect();
    let mut wanted: Vec<CityId> = found.iter().filter_map(|document| document.city).collect();
    wanted.sort();
    wanted.dedup();
    Ok((rows::themes(&sql, &ids).await?, cities::by_ids(&sql, &wanted).await?))
}
