//! The list with words or an order: as the page of the library has it, from the index, part by part behind so many.

use base::{Fail, Result};
use find::MAX_WINDOW;
use web::api::List;
use web::{Fields, Visit};

use super::shapes::{ApiDocument, DocumentFacets, DocumentList};
use super::{Asked, LIST};
use crate::actions::search;

/// The part of the list that begins behind so many.
pub(super) async fn part(visit: &Visit, asked: &Asked, fields: &Fields) -> Result<DocumentList> {
    let behind = match fields.get("after") {
        "" => 0,
        text => text
            .parse::<usize>()
            .ok()
            .filter(|behind| (1..MAX_WINDOW).contains(behind))
            .ok_or_else(|| Fail::field("after", "an address that `next` gave"))?,
    };
    let limit = asked.limit.min(MAX_WINDOW - behind);
    let (hub, actor, client) = (&visit.hub, &visit.actor, &visit.client);
    let answers = search::search(hub, actor, client, visit.lang, &asked.query, behind, limit).await?;
    let end = behind + limit;
    // What was restricted meanwhile leaves a gap, and no end.
    let more = end < answers.total.min(MAX_WINDOW);
    let next = more.then(|| web::json::next(LIST, fields, &end.to_string()));
    let first = behind == 0;
    let documents = answers.cards.into_iter().map(|card| card.document).collect();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let whole = first && !asked.query.text.is_empty();
    Ok(DocumentList {
        list: List {
            items: ApiDocument::all(hub, documents, answers.themes, &answers.cities),
            total: first.then(|| number(answers.total)),
            facets: first.then(|| DocumentFacets::new(hub, &answers.facets)),
            next,
        },
        with_all_words: whole.then(|| number(answers.whole)),
    })
}
