//! Holds every answer of an address for machines against what the OpenAPI document says of it, and more strictly than a
//! client must: a field that the document does not name is wrong here.

use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use web::Feature;

use crate::client::Reply;
use crate::run::features;

/// Where the addresses for machines are.
const MACHINES: &str = "/api/v1/";
/// Faults of one answer that are told: in a list the next ones are mostly the same.
const TOLD: usize = 5;

/// One answer that is described.
struct Answer {
    path: String,
    status: String,
    media_type: String,
    shape: Validator,
}

/// What the features of these tests describe.
static ANSWERS: LazyLock<Vec<Answer>> = LazyLock::new(|| of_features(&features()));

fn of_features(features: &[Feature]) -> Vec<Answer> {
    let described = web::api::describe(server::routes(features).operations());
    answers(&serde_json::to_value(described).expect("a document"))
}

/// The answers that a document describes.
///
/// # Panics
/// When it names something that it does not hold.
fn answers(document: &Value) -> Vec<Answer> {
    let components = strict(&document["components"]);
    let mut answers = Vec::new();
    for (path, own) in fields(&document["paths"]) {
        for (status, reply) in fields(&own["get"]["responses"]) {
            let reply = reply["$ref"].as_str().map_or(reply, |place| at(document, place));
            for (media_type, content) in reply["content"].as_object().into_iter().flatten() {
                let schema = json!({"allOf": [content["schema"]], "components": components});
                let options = jsonschema::draft202012::options().should_validate_formats(true);
                let shape = options.build(&schema).unwrap_or_else(|error| panic!("{path} {status}: {error}"));
                answers.push(Answer {
                    path: path.clone(),
                    status: status.clone(),
                    media_type: media_type.clone(),
                    shape,
                });
            }
        }
    }
    answers
}

fn fields(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap_or_else(|| panic!("no object: {value}"))
}

fn at<'a>(document: &'a Value, place: &str) -> &'a Value {
    document.pointer(place.trim_start_matches('#')).unwrap_or_else(|| panic!("the document has no {place}"))
}

/// With nothing beside the properties that are named.
fn strict(schema: &Value) -> Value {
    match schema {
        Value::Object(own) => {
            let mut own: Map<String, Value> = own.iter().map(|(name, inner)| (name.clone(), strict(inner))).collect();
            if own.contains_key("properties") {
                own.entry("additionalProperties").or_insert(json!(false));
            }
            Value::Object(own)
        }
        Value::Array(own) => own.iter().map(strict).collect(),
        other => other.clone(),
    }
}

/// Whether a path is one of a pattern with open places.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len()
        && pattern.iter().zip(path).all(|(place, part)| *place == part || (place.starts_with('{') && !part.is_empty()))
}

/// What is wrong with an answer: nothing, where it is none for machines.
fn faults(answers: &[Answer], method: &str, path: &str, reply: &Reply) -> Vec<String> {
    let own: Vec<&Answer> = answers.iter().filter(|answer| fits(&answer.path, path)).collect();
    let status = reply.status.to_string();
    let answer = if method == "GET" && !own.is_empty() {
        own.into_iter().find(|answer| answer.status == status)
    } else {
        // An address or a method that there is not: a problem like any other.
        answers.iter().find(|answer| answer.status == "404")
    };
    let Some(answer) = answer else { return vec!["no such status is described".to_owned()] };
    if reply.header("content-type") != answer.media_type {
        return vec![format!("comes as {:?} instead of {:?}", reply.header("content-type"), answer.media_type)];
    }
    let said = reply.json();
    answer.shape.iter_errors(&said).take(TOLD).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Expects that an answer is as the document says.
///
/// # Panics
/// With all that differs.
pub(crate) fn check(method: &str, path: &str, reply: &Reply) {
    // What has no body has nothing to describe.
    if !path.starts_with(MACHINES) || method == "HEAD" || [301, 304].contains(&reply.status) {
        return;
    }
    let faults = faults(&ANSWERS, method, path, reply);
    let (asked, status) = (&reply.asked, reply.status);
    assert!(faults.is_empty(), "{asked}: {status} is not what the document says:\n{}", faults.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn city() -> Value {
        json!({
            "slug": "oslo", "name": "Oslo", "names": {"en": "Oslo"}, "country": "NO", "region": "europe", "kind": "city",
            "latitude": 59.9, "longitude": 10.7, "population": null, "population_source": null, "geonames_id": 1,
            "steering_seat": false, "url": "https://hub.example.org/en/cities/oslo",
        })
    }

    fn found(status: u16, media_type: &str, said: &Value) -> Vec<String> {
        let mut headers = reqwest::header::HeaderMap::new();
        headers.insert("content-type", media_type.parse().unwrap());
        let body = said.to_string().into();
        let reply = Reply { asked: "GET it".into(), status, headers, body };
        let answers = of_features(&[cities::feature()]);
        faults(&answers, "GET", "/api/v1/cities/oslo", &reply)
    }

    #[test]
    fn an_answer_is_as_it_is_described() {
        assert_eq!(found(200, "application/json", &city()), Vec::<String>::new());
        let problem = json!({"type": "urn:x", "title": "Not found", "status": 404});
        assert_eq!(found(404, "application/problem+json", &problem), Vec::<String>::new());
    }

    #[test]
    fn what_nobody_described_is_found() {
        for (field, value) in [
            ("mayor", json!("x")),
            ("kind", json!("village")),
            ("population", json!("many")),
            ("url", json!("no address")),
        ] {
            let mut said = city();
            said[field] = value;
            assert_eq!(found(200, "application/json", &said).len(), 1, "{field}");
        }
        let mut said = city();
        said.as_object_mut().unwrap().remove("population");
        assert_eq!(found(200, "application/json", &said).len(), 1, "it may be null, but it is there");
        assert_eq!(found(200, "text/html", &city()).len(), 1);
        assert_eq!(found(418, "application/json", &city()).len(), 1);
    }
}
