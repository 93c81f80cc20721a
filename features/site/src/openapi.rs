//! The OpenAPI 3.1 document: what each feature says of its part, put together.

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use base::Fail;
use serde_json::{Map, Value, json};
use web::{Answer, Hub, Routes};

pub(crate) fn routes() -> Routes {
    Routes::default().plain("/api/v1/openapi.json", document)
}

/// The closed lists that this network has: what a parameter may be is known before it is sent.
fn closed_lists(hub: &Hub) -> Map<String, Value> {
    let network = &hub.network;
    let list = |name: &str, what: &str, values: Vec<&str>| {
        (name.to_owned(), json!({"type": "string", "description": what, "enum": values}))
    };
    let mut countries: Vec<&str> = network.countries.keys().map(String::as_str).collect();
    countries.sort_unstable();
    Map::from_iter([
        list("Theme", "Slug of a theme", network.themes.iter().map(|theme| theme.slug.as_str()).collect()),
        list("Region", "Slug of a region", network.regions.iter().map(|region| region.slug.as_str()).collect()),
        list("Country", "ISO 3166-1 alpha-2; XK, user-assigned, for Kosovo", countries),
    ])
}

async fn document(State(hub): State<Hub>) -> Answer {
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    for part in &hub.parts.api {
        let mut part: Value = serde_json::from_str(part).map_err(Fail::internal)?;
        paths.append(part["paths"].as_object_mut().unwrap_or(&mut Map::new()));
        schemas.append(part["schemas"].as_object_mut().unwrap_or(&mut Map::new()));
    }
    schemas.extend(closed_lists(&hub));
    schemas.insert(
        "Facets".into(),
        json!({
            "type": "object",
            "description": "Counts of what the reader may see, by slug or code",
            "additionalProperties": {"type": "object", "additionalProperties": {"type": "integer"}},
        }),
    );
    schemas.insert(
        "Problem".into(),
        json!({
            "type": "object",
            "description": "RFC 9457 problem details",
            "required": ["type", "title", "status"],
            "properties": {
                "type": {"type": "string"},
                "title": {"type": "string"},
                "status": {"type": "integer"},
                "detail": {"type": "string"},
            },
        }),
    );
    let lang = hub.network.languages[0];
    Ok(Json(json!({
        "openapi": "3.1.0",
        "info": {
            "title": hub.network.settings.hub_name.get(lang),
            "version": "1",
            "description": "Read-only, with the same rights as the pages: what is public for everyone, more with the session cookie.",
        },
        "servers": [{"url": hub.settings.public_url}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "parameters": {
                "limit": {"name": "limit", "in": "query", "description": "Things in one answer", "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 50}},
                "after": {"name": "after", "in": "query", "description": "Where to go on: take the whole address from `next`", "schema": {"type": "string", "minLength": 1}},
            },
            "responses": {
                "Problem": {"description": "What is wrong", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            },
        },
    }))
    .into_response())
}
