//! Documents as JSON, with the same rights as the pages.

mod newest;
mod searched;
mod shapes;

use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::DocumentId;
use web::api::{Country, Operation, Region, Text, Theme};
use web::{Answer, Fields, Routes, Visit};

use crate::rows;
use crate::rules::Query;
use shapes::{ApiDocument, DocumentLanguage, DocumentList, DocumentType, SORTS, Sorted, Year};

/// Where the list is.
const LIST: &str = "/api/v1/documents";

pub(crate) fn routes() -> Routes {
    Routes::default().api(list_of_documents(), list).api(one_document(), one)
}

fn list_of_documents() -> Operation {
    let summary = "Documents that the reader may see; newest first, unless words or a sort are given";
    let words = "Words that a document must hold, as on the page of the library: what fits best comes first";
    Operation::new::<DocumentList>(LIST, "listDocuments", summary, "A part of the list")
        .reads::<Text>("q", words)
        .reads_several::<Theme>("theme", "Any of several")
        .reads_several::<Text>("city", "Slugs of cities; any of several")
        .reads_several::<DocumentLanguage>("language", "The language that it is in; any of several")
        .reads_several::<DocumentType>("type", "What it is; any of several")
        .reads_several::<Year>("year", "The year that it is of; any of several")
        .reads_several::<Region>("region", "The region of its city; any of several")
        .reads_several::<Country>("country", "The country of its city; any of several")
        .reads::<Sorted>("sort", "The order")
        .in_parts()
}

fn one_document() -> Operation {
    Operation::new::<ApiDocument>("/api/v1/documents/{id}", "getDocument", "One document", "The document")
        .at::<String>("id", "Its id")
}

async fn list(visit: Visit) -> Answer {
    let fields = Fields::parse(&visit.query);
    let asked = Asked::read(&visit, &fields).await?;
    let found = if asked.query.text.is_empty() && fields.get("sort").is_empty() {
        newest::part(&visit, &asked, &fields).await?
    } else {
        searched::part(&visit, &asked, &fields).await?
    };
    Ok(Json(found).into_response())
}

/// What is asked for.
struct Asked {
    query: Query,
    /// The cities that it names.
    cities: Vec<cities::City>,
    /// Documents in one part.
    limit: usize,
}

impl Asked {
    /// A filter that names nothing must not look as if it were none; nor must one without a value.
    async fn read(visit: &Visit, fields: &Fields) -> base::Result<Asked> {
        let limit = web::json::limit(fields)?;
        web::json::no_empty(fields)?;
        let query = Query::read(fields, &visit.hub.network);
        let years: Vec<String> = query.years.iter().map(i64::to_string).collect();
        for (name, read) in [
            ("theme", &query.themes),
            ("language", &query.languages),
            ("type", &query.types),
            ("year", &years),
            ("region", &query.regions),
            ("country", &query.countries),
        ] {
            web::json::all_known(fields, name, read)?;
        }
        let sort = fields.get("sort");
        if !sort.is_empty() && !SORTS.contains(&sort) {
            return Err(web::json::unknown_value(
                "sort",
                sort,
                "is no order; there are date, oldest, title, city, language",
            ));
        }
        // As everywhere else: a city is named beside what is its own, also where it is no member any more.
        let named = cities::named_by(&visit.hub.db.read(), &query.cities).await?;
        let slugs: Vec<String> = named.keys().cloned().collect();
        web::json::all_known(fields, "city", &slugs)?;
        let mut cities: Vec<cities::City> = named.into_values().collect();
        cities.sort_by_key(|city| city.id);
        cities.dedup_by_key(|city| city.id);
        Ok(Asked { query, cities, limit })
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
