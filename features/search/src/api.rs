//! The one search as JSON, with the same rights as its page.

use axum::Json;
use axum::response::IntoResponse;
use base::Fail;
use find::{Facet, MAX_WINDOW, number};
use schemars::JsonSchema;
use serde::Serialize;
use web::api::{Counts, List, Operation, Region, Text, Theme};
use web::{Answer, Fields, Offered, Routes, Visit};

use crate::answers::{Answers, Found, kinds, search};
use crate::page::counted;
use crate::query::{Query, SORTS};

/// Where it is.
const SEARCH: &str = "/api/v1/search";

/// Something that was found.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Hit")]
struct ApiHit {
    /// What kind of thing it is.
    kind: String,
    /// What it is called, in the network's first language where it has that, else in its own.
    title: String,
    /// BCP 47 code of the language of the title; null: of none, or unknown.
    language: Option<String>,
    /// What is said of it in short; may be empty.
    summary: String,
    /// A piece of its text in which words of `q` stand; null where there is none.
    snippet: Option<String>,
    /// Slugs of its themes.
    themes: Vec<String>,
    /// Its page.
    #[schemars(url)]
    url: String,
}

/// What was found.
#[derive(Serialize, JsonSchema)]
struct HitFacets {
    /// By what kind of thing it is.
    kind: Counts,
    /// By slug of the region.
    region: Counts,
    /// By slug of the themes.
    theme: Counts,
}

/// A kind of thing, as `facets` names them.
#[derive(JsonSchema)]
#[schemars(inline)]
#[expect(dead_code, reason = "it is only described: which there are is what the features offer")]
struct Kind(#[schemars(length(min = 1))] String);

#[derive(JsonSchema)]
#[schemars(inline, extend("enum" = SORTS.map(|(sort, _)| sort)))]
#[expect(dead_code, reason = "it is only described: `Query::read` reads it")]
struct Sorted(String);

pub(crate) fn routes() -> Routes {
    Routes::default().api(operation(), list)
}

fn operation() -> Operation {
    let summary = "All that the reader may see, whatever it is: documents, cities, what the team publishes";
    Operation::new::<List<ApiHit, HitFacets>>(SEARCH, "search", summary, "A part of what is found")
        .reads::<Text>("q", "Words that a thing must hold: what fits best comes first")
        .reads_several::<Kind>("kind", "What kind of thing it is; any of several")
        .reads_several::<Theme>("theme", "Any of several")
        .reads_several::<Region>("region", "Any of several")
        .reads::<Sorted>("sort", "The order")
        .in_parts()
}

async fn list(visit: Visit, offered: Offered) -> Answer {
    let fields = Fields::parse(&visit.query);
    let limit = web::json::limit(&fields)?;
    web::json::no_empty(&fields)?;
    let kinds = kinds(&visit, &offered);
    let query = Query::read(&fields, &visit.hub.network, &kinds);
    for (name, read) in [("kind", &query.kinds), ("theme", &query.themes), ("region", &query.regions)] {
        web::json::all_known(&fields, name, read)?;
    }
    let sort = fields.get("sort");
    if !sort.is_empty() && !SORTS.iter().any(|(own, _)| *own == sort) {
        return Err(web::json::unknown_value("sort", sort, "is no order; there are date, oldest, title").into());
    }
    let behind = behind(&fields)?;
    let limit = limit.min(MAX_WINDOW - behind);
    let answers = search(&visit, &offered, &kinds, &query, (behind, limit)).await?;
    let end = behind + limit;
    // What was restricted meanwhile leaves a gap, and no end.
    let more = end < answers.total.min(MAX_WINDOW);
    let first = behind == 0;
    let codes: Vec<&str> = kinds.iter().map(|kind| kind.code).collect();
    Ok(Json(List {
        total: first.then(|| counted(answers.total)),
        facets: first.then(|| facets(&visit, &codes, &answers)),
        next: more.then(|| web::json::next(SEARCH, &fields, &end.to_string())),
        items: answers.found.into_iter().map(|found| hit(&visit, found)).collect(),
    })
    .into_response())
}

/// Behind how many this part begins.
fn behind(fields: &Fields) -> base::Result<usize> {
    match fields.get("after") {
        "" => Ok(0),
        text => text
            .parse::<usize>()
            .ok()
            .filter(|behind| (1..MAX_WINDOW).contains(behind))
            .ok_or_else(|| Fail::field("after", "an address that `next` gave")),
    }
}

fn hit(visit: &Visit, found: Found) -> ApiHit {
    let Found { kind, card, hit } = found;
    let lang = visit.hub.network.languages[0];
    let snippet = hit.snippet.filter(|snippet| card.quoted && !snippet.marks.is_empty());
    ApiHit {
        kind: kind.code.to_owned(),
        language: Some(card.lang).filter(|code| !code.is_empty()),
        summary: card.summary,
        snippet: snippet.map(|snippet| snippet.text),
        themes: card.themes,
        url: visit.hub.address(&format!("/{lang}{}", card.path)),
        title: card.title,
    }
}

fn facets(visit: &Visit, kinds: &[&str], answers: &Answers) -> HitFacets {
    let network = &visit.hub.network;
    let named = |facet: Facet, names: &mut dyn Iterator<Item = &str>| {
        let counts = answers.facets.get(&facet).map(Vec::as_slice).unwrap_or_default();
        let count =
            |name: &str| counts.iter().find(|(value, _)| *value == number(name)).map(|(_, count)| counted(*count));
        Counts(names.filter_map(|name| Some((name.to_owned(), count(name)?))).collect())
    };
    HitFacets {
        kind: named(Facet::Kind, &mut kinds.iter().copied()),
        region: named(Facet::Region, &mut network.regions.iter().map(|region| region.slug.as_str())),
        theme: named(Facet::Theme, &mut network.themes.iter().map(|theme| theme.slug.as_str())),
    }
}
