//! Addresses for machines: each is described, and each is asked here for all that it may answer. That an answer is as the
//! document says is seen by the client, of each answer that any test gets (`described` in testkit).

use std::collections::BTreeSet;

use serde_json::Value;
use testkit::{CITY, Engine, OTHER_CITY, Who, both_engines};

use crate::snapshot;
use testkit::scene::Scene;

both_engines!(each_address_for_machines_answers_all_that_is_described);

/// Not to be had by asking: they are of a hub that is at its limit, or has a mistake (`edge/overload.rs`).
const IN_TROUBLE: [&str; 2] = ["500", "503"];

async fn each_address_for_machines_answers_all_that_is_described(engine: Engine) {
    let scene = Scene::set(engine).await;
    let visitor = scene.by(Who::Visitor);
    let document = visitor.get("/api/v1/openapi.json").await.is(200).json();
    let mut names = BTreeSet::new();
    let tx = scene.hub.hub.db.begin().await.expect("a transaction");
    let merged = "UPDATE cities SET membership = 'merged', merged_into = (SELECT c.id FROM cities c WHERE c.slug = $2) WHERE slug = $1";
    tx.exec(merged, store::params![OTHER_CITY, CITY]).await.expect("a record that went into another one");
    tx.commit().await.expect("committed");
    for (path, said) in document["paths"].as_object().expect("paths") {
        let mut described: BTreeSet<String> =
            said["get"]["responses"].as_object().expect("answers").keys().cloned().collect();
        for asked in questions(&scene, path) {
            described.remove(&visitor.get(&asked).await.status.to_string());
        }
        let left: Vec<String> = described.into_iter().filter(|status| !IN_TROUBLE.contains(&status.as_str())).collect();
        assert!(left.is_empty(), "{path} never answers {left:?}");
        assert!(
            names.insert(said["get"]["operationId"].as_str().expect("a name").to_owned()),
            "{path}: its name is taken"
        );
    }
    let given: BTreeSet<String> =
        app::routes().listed().into_iter().map(|route| route.path).filter(|path| path.starts_with("/api/")).collect();
    let described: BTreeSet<String> = document["paths"].as_object().expect("paths").keys().cloned().collect();
    assert_eq!(given, described, "what is there and what is described");
    assert!(
        ends_that_lead_nowhere(&document, &document).is_empty(),
        "{:?}",
        ends_that_lead_nowhere(&document, &document)
    );
}

/// One that is answered, one that went into another, one for nothing, one for something that cannot be, one that is not understood, one that is too
/// long.
fn questions(scene: &Scene, path: &str) -> Vec<String> {
    let there = path.replace("{slug}", CITY).replace("{id}", &scene.public.to_string());
    let nowhere = path.replace("{slug}", "atlantis").replace("{id}", "0000000000000");
    let long = format!("{there}?after={}", "x".repeat(base::limits::ADDRESS_BYTES));
    let moved = path.replace("{slug}", OTHER_CITY).replace("{id}", &scene.public.to_string());
    vec![moved, format!("{there}?limit=0"), format!("{there}?themes=x"), there, nowhere, long]
}

/// Places that the document names and does not hold.
fn ends_that_lead_nowhere(document: &Value, part: &Value) -> Vec<String> {
    match part {
        Value::Object(own) => {
            let place = own.get("$ref").and_then(Value::as_str);
            let lost = place.filter(|place| document.pointer(place.trim_start_matches('#')).is_none());
            let within = own.values().flat_map(|inner| ends_that_lead_nowhere(document, inner));
            lost.map(str::to_owned).into_iter().chain(within).collect()
        }
        Value::Array(own) => own.iter().flat_map(|inner| ends_that_lead_nowhere(document, inner)).collect(),
        _ => Vec::new(),
    }
}

/// Reviewed by people: who changes an answer changes it for programs that others have written.
/// `UPDATE_SNAPSHOT=1 cargo test --workspace --test journeys machines` writes it anew.
#[test]
fn what_is_described_is_what_people_have_reviewed() {
    let described = web::api::describe(app::routes().operations());
    let described = serde_json::to_value(described).expect("a document");
    snapshot::compare("openapi.json", &format!("{}\n", laid_out(&described, "")));
}

/// Characters of a line at most, where what stands on it can be broken.
const LINE: usize = 110;

/// As JSON in few lines, to be read by people.
fn laid_out(value: &Value, margin: &str) -> String {
    let short = value.to_string();
    if short.len() <= LINE {
        return short;
    }
    let deeper = format!("{margin}  ");
    let lines: Vec<String> = match value {
        Value::Object(own) => own
            .iter()
            .map(|(name, inner)| format!("{deeper}{}: {}", Value::from(name.as_str()), laid_out(inner, &deeper)))
            .collect(),
        Value::Array(own) => own.iter().map(|inner| format!("{deeper}{}", laid_out(inner, &deeper))).collect(),
        _ => return short,
    };
    let (begin, end) = if value.is_object() { ('{', '}') } else { ('[', ']') };
    format!("{begin}\n{}\n{margin}{end}", lines.join(",\n"))
}
