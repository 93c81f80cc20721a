//! The OpenAPI 3.1 document: what the addresses for machines say of themselves, with what this network has.

use std::borrow::Cow;

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use web::api::{Country, Described, Operation, Region, Theme};
use web::{Answer, Hub, Offered, Routes};

const ABOUT: &str =
    "Read-only, with the same rights as the pages: what is public for everyone, more with the session cookie.";

#[derive(Serialize)]
struct Document {
    openapi: &'static str,
    info: Info,
    servers: [Server; 1],
    #[serde(flatten)]
    described: Described,
}

#[derive(Serialize)]
struct Info {
    title: String,
    version: &'static str,
    description: &'static str,
}

#[derive(Serialize)]
struct Server {
    url: String,
}

/// Others have said what such a document is: it is named here, not told again.
impl JsonSchema for Document {
    fn schema_name() -> Cow<'static, str> {
        "OpenApi".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.1",
            "required": ["openapi", "info", "servers", "paths", "components"],
        })
    }
}

pub(crate) fn routes() -> Routes {
    let summary = "The addresses for machines";
    let operation = Operation::new::<Document>("/api/v1/openapi.json", "getDescription", summary, "This document");
    Routes::default().api(operation, document)
}

async fn document(State(hub): State<Hub>, offered: Offered) -> Answer {
    let network = &hub.network;
    let mut described = web::api::describe(&offered.api);
    let mut countries: Vec<&str> = network.countries.keys().map(String::as_str).collect();
    countries.sort_unstable();
    described.components.close::<Country>(countries);
    described.components.close::<Region>(network.regions.iter().map(|region| region.slug.as_str()).collect());
    described.components.close::<Theme>(network.themes.iter().map(|theme| theme.slug.as_str()).collect());
    let title = network.settings.hub_name.get(network.languages[0]).to_owned();
    let info = Info { title, version: "1", description: ABOUT };
    let servers = [Server { url: hub.settings.public_url.clone() }];
    Ok(Json(Document { openapi: "3.1.0", info, servers, described }).into_response())
}
