//! Documents as JSON, with the same rights as the pages.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{CityId, DocumentId, Fail};
use find::Facet;
use serde::Serialize;
use web::{Answer, Fields, Hub, Routes, Visit};

use crate::actions::search;
use crate::rows::{self, ApiFilter};
use crate::rules::{Document, Query, TYPES, term};

/// A document as the API gives it.
#[derive(Serialize)]
struct ApiDocument {
    id: String,
    title: String,
    #[serde(rename = "abstract")]
    abstract_text: String,
    city: Option<String>,
    #[serde(rename = "type")]
    kind: String,
    themes: Vec<String>,
    year: Option<i64>,
    language: Option<String>,
    access: String,
    pages: Option<i64>,
    format: String,
    file_name: String,
    size: i64,
    sha256: String,
    created_at: String,
    updated_at: String,
    url: String,
    file: String,
}

#[derive(Serialize)]
struct List {
    items: Vec<ApiDocument>,
    total: i64,
    facets: BTreeMap<&'static str, BTreeMap<String, usize>>,
    next: Option<String>,
}

pub(crate) fn routes() -> Routes {
    Routes::default()
        .plain("/api/v1/documents?theme&city&language&type&year&region&country&limit&after", list)
        .plain("/api/v1/documents/{id}", one)
}

fn document(hub: &Hub, document: Document, themes: Vec<String>, city: Option<String>) -> ApiDocument {
    let lang = hub.network.languages[0];
    ApiDocument {
        id: document.id().to_string(),
        url: hub.address(&format!("/{lang}{}", document.path())),
        file: hub.address(&document.file_path()),
        city,
        themes,
        title: document.title,
        abstract_text: document.abstract_text,
        kind: document.kind,
        year: document.year,
        language: Some(document.language).filter(|code| !code.is_empty()),
        access: document.access,
        pages: document.pages,
        format: document.format,
        file_name: document.file_name,
        size: document.size,
        sha256: document.file,
        created_at: document.created_at.to_rfc3339(),
        updated_at: document.updated_at.to_rfc3339(),
    }
}

async fn list(visit: Visit) -> Answer {
    let fields = Fields::parse(&visit.query);
    let limit = web::json::limit(&fields)?;
    let after = match fields.get("after") {
        "" => i64::MAX,
        text => text.parse::<DocumentId>().map_err(|_| Fail::field("after", "an address that `next` gave"))?.0,
    };
    let sql = visit.hub.db.read();
    let query = Query::read(&fields, &visit.hub.network);
    check(&fields, &query)?;
    let city = match fields.get("city") {
        "" => None,
        slug => Some(cities::by_slug(&sql, slug).await.map_err(|fail| match fail {
            Fail::NotFound => Fail::field("city", UNKNOWN),
            other => other,
        })?),
    };
    let (region, country) = (query.regions.first(), query.countries.first());
    let cities = match (region, country) {
        (None, None) => None,
        (region, country) => Some(cities::ids_of(&sql, region.map(String::as_str), country.map(String::as_str)).await?),
    };
    let filter = ApiFilter {
        theme: query.themes.first().cloned(),
        city: city.as_ref().map(cities::City::id),
        cities,
        language: query.languages.first().cloned(),
        kind: query.types.first().cloned(),
        year: query.years.first().copied(),
    };
    let mut found = rows::before(&sql, &visit.actor, &filter, after, limit as i64 + 1).await?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next =
        found.last().filter(|_| more).map(|last| web::json::next("/api/v1/documents", &fields, &last.id().to_string()));
    let ids: Vec<i64> = found.iter().map(|document| document.id).collect();
    let mut themes = rows::themes(&sql, &ids).await?;
    let mut wanted: Vec<CityId> = found.iter().filter_map(Document::city).collect();
    wanted.sort();
    wanted.dedup();
    let cities = cities::by_ids(&sql, &wanted).await?;
    let total = rows::api_count(&sql, &visit.actor, &filter).await?;
    let chosen: Vec<cities::City> = city.into_iter().collect();
    let request = search::request(&visit.hub, &sql, &visit.actor, visit.lang, &only(&query), &chosen, (0, 0)).await?;
    let facets = facets(&visit.hub, &search::ask(&visit.hub, &visit.client, request).await?);
    let items = found
        .into_iter()
        .map(|row| {
            let city = row.city().and_then(|id| cities.get(&id)).map(|city| city.slug.clone());
            let own = themes.remove(&row.id).unwrap_or_default();
            document(&visit.hub, row, own, city)
        })
        .collect();
    Ok(Json(List { items, total, facets, next }).into_response())
}

/// What is said of a value that names nothing.
const UNKNOWN: &str = "names nothing; `facets` lists what there is";

/// A filter that names nothing must not look as if it were none; nor must one without a value.
fn check(fields: &Fields, query: &Query) -> base::Result<()> {
    web::json::no_empty(fields)?;
    for (name, none) in [
        ("theme", query.themes.is_empty()),
        ("language", query.languages.is_empty()),
        ("type", query.types.is_empty()),
        ("year", query.years.is_empty()),
        ("region", query.regions.is_empty()),
        ("country", query.countries.is_empty()),
    ] {
        if none && !fields.get(name).is_empty() {
            return Err(Fail::field(name, UNKNOWN));
        }
    }
    Ok(())
}

/// The filters that the list has: one value each, as the database is asked.
fn only(query: &Query) -> Query {
    let first = |values: &[String]| values.first().cloned().into_iter().collect();
    Query {
        themes: first(&query.themes),
        cities: first(&query.cities),
        languages: first(&query.languages),
        types: first(&query.types),
        regions: first(&query.regions),
        countries: first(&query.countries),
        years: query.years.first().copied().into_iter().collect(),
        ..Query::default()
    }
}

/// Counts by slug or code.
fn facets(hub: &Hub, found: &find::Found) -> BTreeMap<&'static str, BTreeMap<String, usize>> {
    let named = |facet: Facet, names: Vec<&str>| -> BTreeMap<String, usize> {
        let counts = found.facets.get(&facet);
        counts
            .into_iter()
            .flatten()
            .filter_map(|(value, count)| Some(((*names.iter().find(|name| term(name) == *value)?).to_owned(), *count)))
            .collect()
    };
    let languages = crate::rules::LANGUAGES.iter().map(|(code, _)| *code).collect();
    BTreeMap::from([
        ("theme", named(Facet::Theme, hub.network.themes.iter().map(|theme| theme.slug.as_str()).collect())),
        ("type", named(Facet::Type, TYPES.to_vec())),
        ("language", named(Facet::Language, languages)),
        ("region", named(Facet::Region, hub.network.regions.iter().map(|region| region.slug.as_str()).collect())),
        ("country", named(Facet::Country, hub.network.countries.keys().map(String::as_str).collect())),
        (
            "year",
            found
                .facets
                .get(&Facet::Year)
                .into_iter()
                .flatten()
                .map(|(year, count)| (year.to_string(), *count))
                .collect(),
        ),
    ])
}

async fn one(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    let sql = visit.hub.db.read();
    let row = rows::document_to_read(&visit.hub, &visit.actor, id).await?;
    let themes = rows::themes(&sql, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let city = match row.city() {
        Some(id) => cities::by_ids(&sql, &[id]).await?.remove(&id).map(|city| city.slug),
        None => None,
    };
    Ok(Json(document(&visit.hub, row, themes, city)).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_for_machines_lists_what_there_is() {
        let api: serde_json::Value = serde_json::from_str(include_str!("../api.json")).unwrap();
        let listed = |name: &str| -> Vec<String> {
            serde_json::from_value(api["schemas"][name]["enum"].clone()).unwrap_or_default()
        };
        assert_eq!(listed("DocumentType"), TYPES);
        assert_eq!(listed("DocumentLanguage"), crate::rules::LANGUAGES.map(|(code, _)| code));
    }
}
