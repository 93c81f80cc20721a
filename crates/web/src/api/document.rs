//! The parts of an OpenAPI 3.1 document, made of operations and of the types that are answered.

use std::collections::BTreeMap;

use base::limits::FILTER_VALUES;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Value, json};

use super::{Operation, Parameter, Place};
use crate::failure::Problem;

/// Addresses, and the types and parameters that they name.
#[derive(Serialize)]
pub struct Described {
    /// By path.
    pub paths: BTreeMap<&'static str, Asked>,
    /// What they name.
    pub components: Components,
}

/// A path and how it is asked.
#[derive(Serialize)]
pub struct Asked {
    get: Said,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Said {
    summary: &'static str,
    operation_id: &'static str,
    parameters: Vec<Named<Read>>,
    responses: BTreeMap<String, Named<Reply>>,
}

/// What is named.
#[derive(Serialize)]
pub struct Components {
    /// Types, by name.
    pub schemas: BTreeMap<String, Value>,
    parameters: BTreeMap<&'static str, Read>,
    responses: BTreeMap<&'static str, Reply>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Named<T> {
    Elsewhere {
        #[serde(rename = "$ref")]
        place: String,
    },
    Here(T),
}

#[derive(Serialize)]
struct Read {
    name: &'static str,
    #[serde(rename = "in")]
    place: &'static str,
    description: &'static str,
    required: bool,
    schema: Schema,
}

#[derive(Serialize)]
struct Reply {
    description: &'static str,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    content: BTreeMap<&'static str, Content>,
}

#[derive(Serialize)]
struct Content {
    schema: Schema,
}

/// What these operations are.
pub fn describe(operations: &[Operation]) -> Described {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut types = settings.with(|own| own.definitions_path = "/components/schemas".into()).into_generator();
    let shared = operations.iter().flat_map(|operation| &operation.parameters);
    let shared = shared.filter(|parameter| parameter.place == Place::Shared);
    let parameters = shared.map(|parameter| (parameter.name, read(parameter, &mut types))).collect();
    let paths =
        operations.iter().map(|operation| (operation.path, Asked { get: said(operation, &mut types) })).collect();
    let problem = types.subschema_for::<Problem>();
    let responses = BTreeMap::from([("Problem", reply("What is wrong", "application/problem+json", problem))]);
    let schemas = types.take_definitions(true).into_iter().collect();
    Described { paths, components: Components { schemas, parameters, responses } }
}

fn said(operation: &Operation, types: &mut SchemaGenerator) -> Said {
    let well = reply(operation.answer.what, "application/json", (operation.answer.shape)(types));
    let problems =
        operation.problems().into_iter().map(|status| (status.to_string(), elsewhere("responses", "Problem")));
    let moved = operation
        .moves
        .map(|description| ("301".to_owned(), Named::Here(Reply { description, content: BTreeMap::new() })));
    Said {
        summary: operation.summary,
        operation_id: operation.name,
        parameters: operation.parameters.iter().map(|parameter| named(parameter, types)).collect(),
        responses: problems.chain([("200".to_owned(), Named::Here(well))]).chain(moved).collect(),
    }
}

fn named(parameter: &Parameter, types: &mut SchemaGenerator) -> Named<Read> {
    match parameter.place {
        Place::Shared => elsewhere("parameters", parameter.name),
        _ => Named::Here(read(parameter, types)),
    }
}

fn elsewhere<T>(kind: &str, name: &str) -> Named<T> {
    Named::Elsewhere { place: format!("#/components/{kind}/{name}") }
}

/// Several values come as several fields of the same name, which is what OpenAPI takes an array for.
fn read(parameter: &Parameter, types: &mut SchemaGenerator) -> Read {
    let one = (parameter.shape)(types);
    let schema = if parameter.place == Place::Several {
        schemars::json_schema!({"type": "array", "minItems": 1, "maxItems": FILTER_VALUES, "items": one})
    } else {
        one
    };
    let in_path = parameter.place == Place::Path;
    let place = if in_path { "path" } else { "query" };
    Read { name: parameter.name, place, description: parameter.what, required: in_path, schema }
}

fn reply(description: &'static str, media_type: &'static str, schema: Schema) -> Reply {
    Reply { description, content: BTreeMap::from([(media_type, Content { schema })]) }
}

impl Components {
    /// Closes a type to the values that this network has: what a parameter may be is known before it is sent.
    pub fn close<T: JsonSchema>(&mut self, values: Vec<&str>) {
        if let Some(schema) = self.schemas.get_mut(T::schema_name().as_ref()) {
            schema["enum"] = json!(values);
        }
    }
}
