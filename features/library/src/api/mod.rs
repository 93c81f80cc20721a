//! Documents as JSON, with the same rights as the pages.

mod shapes;

use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{CityId, DocumentId, Fail};
use web::api::{Country, List, Operation, Region, Text, Theme};
use web::{Answer, Fields, Routes, Visit};

use crate::actions::search;
use crate::rows::{self, ApiFilter};
use crate::rules::Query;
use shapes::{ApiDocument, DocumentFacets, DocumentLanguage, DocumentType, Year};

/// Where the list is.
const LIST: &str = "/api/v1/documents";

pub(crate) fn routes() -> Routes {
    Routes::default().api(list_of_documents(), list).api(one_document(), one)
}

fn list_of_documents() -> Operation {
    let summary = "Documents that the reader may see, newest first";
    Operation::new::<List<ApiDocument, DocumentFacets>>(LIST, "listDocuments", summary, "A part of the list")
        .reads::<Theme>("theme", "One of its themes")
        .reads::<Text>("city", "Slug of its city")
        .reads::<DocumentLanguage>("language", "The language that it is in")
        .reads::<DocumentType>("type", "What it is")
        .reads::<Year>("year", "The year that it is of")
        .reads::<Region>("region", "The region of its city")
        .reads::<Country>("country", "The country of its city")
        .in_parts()
}

fn one_document() -> Operation {
    Operation::new::<ApiDocument>("/api/v1/documents/{id}", "getDocument", "One document", "The document")
        .at::<String>("id", "Its id")
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
        // As everywhere else: a city is named beside what is its own, also where it is no member any more.
        slug => match cities::by_slugs(&sql, &[slug.to_owned()]).await?.pop() {
            Some(city) => Some(city),
            None => return Err(Fail::field("city", UNKNOWN).into()),
        },
    };
    let (region, country) = (query.regions.first(), query.countries.first());
    let cities = match (region, country) {
        (None, None) => None,
        (region, country) => Some(cities::ids_of(&sql, region.map(String::as_str), country.map(String::as_str)).await?),
    };
    let filter = ApiFilter {
        theme: query.themes.first().cloned(),
        city: city.as_ref().map(|city| city.id),
        cities,
        language: query.languages.first().cloned(),
        kind: query.types.first().cloned(),
        year: query.years.first().copied(),
    };
    let mut found = rows::before(&sql, &visit.actor, &filter, after, limit as i64 + 1).await?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|last| web::json::next(LIST, &fields, &last.id.to_string()));
    let ids: Vec<i64> = found.iter().map(|document| document.id.0).collect();
    let mut themes = rows::themes(&sql, &ids).await?;
    let mut wanted: Vec<CityId> = found.iter().filter_map(|document| document.city).collect();
    wanted.sort();
    wanted.dedup();
    let cities = cities::by_ids(&sql, &wanted).await?;
    // Whoever goes on from part to part knows them: nothing is counted again for each.
    let (total, facets) = if after == i64::MAX {
        let total = rows::api_count(&sql, &visit.actor, &filter).await?;
        let chosen: Vec<cities::City> = city.into_iter().collect();
        let request =
            search::request(&visit.hub, &sql, &visit.actor, visit.lang, &only(&query), &chosen, (0, 0)).await?;
        let found = search::ask(&visit.hub, &visit.client, request).await?;
        (Some(total), Some(DocumentFacets::new(&visit.hub, &found)))
    } else {
        (None, None)
    };
    let items = found
        .into_iter()
        .map(|row| {
            let city = row.city.and_then(|id| cities.get(&id)).map(|city| city.slug.clone());
            let own = themes.remove(&row.id.0).unwrap_or_default();
            ApiDocument::new(&visit.hub, row, own, city)
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

async fn one(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    let sql = visit.hub.db.read();
    let row = rows::document_to_read(&visit.hub, &visit.actor, id).await?;
    let themes = rows::themes(&sql, &[row.id.0]).await?.remove(&row.id.0).unwrap_or_default();
    let city = match row.city {
        Some(id) => cities::by_ids(&sql, &[id]).await?.remove(&id).map(|city| city.slug),
        None => None,
    };
    Ok(Json(ApiDocument::new(&visit.hub, row, themes, city)).into_response())
}
