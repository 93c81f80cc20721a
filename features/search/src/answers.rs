//! Asking: the index answers ids and counts, those who have the things show them with the reader's rights.

use std::collections::HashMap;
use std::sync::Arc;

use base::Result;
use find::{Facet, Hit, Meant, Request, Without, number};
use web::finding;
use web::parts::{CardOfHit, Hits, KindOfHit, together};
use web::{Offered, Topics, Visit};

use crate::query::Query;

/// A thing that was found.
pub(crate) struct Found {
    /// What kind of thing it is, in words.
    pub kind: KindOfHit,
    /// As its reader has it.
    pub card: CardOfHit,
    /// What matched.
    pub hit: Hit,
}

/// One page of answers.
pub(crate) struct Answers {
    pub found: Vec<Found>,
    /// All that match.
    pub total: usize,
    /// Of `total` those that have all that was typed; they come first.
    pub whole: usize,
    /// Counts beside filters.
    pub facets: HashMap<Facet, Vec<(u64, usize)>>,
    /// Some have all words, but none of those that the filters leave.
    pub narrowed: bool,
    /// Words that nothing has, each with the similar one for which it was taken.
    pub similar: Vec<(String, String)>,
    /// The query without one of its words, where little has all of them.
    pub without: Vec<Without>,
    /// What may have been meant.
    pub meant: Option<Meant>,
}

/// All kinds of things that can be found, in the order in which they are offered.
pub(crate) fn kinds(visit: &Visit, offered: &Offered) -> Vec<KindOfHit> {
    offered.hits.iter().flat_map(|part| part.kinds(visit)).collect()
}

/// What makes a page of answers stale: whatever may come to be found, or be found no more.
pub(crate) fn topics(offered: &Offered) -> Topics {
    let mut topics = Topics::fixed();
    offered.hits.iter().for_each(|part| topics.also(&part.topics()));
    topics
}

/// What a query means in the index.
async fn request(visit: &Visit, kinds: &[KindOfHit], query: &Query) -> Result<Request> {
    let hub = &visit.hub;
    let numbers = |values: &[String]| values.iter().map(|value| number(value)).collect::<Vec<_>>();
    Ok(Request {
        text: query.text.clone(),
        filters: vec![
            (Facet::Kind, numbers(&query.kinds)),
            (Facet::Theme, numbers(&query.themes)),
            (Facet::Region, numbers(&query.regions)),
        ],
        languages: finding::readable(hub, visit.lang),
        sort: query.sort,
        audiences: visit.actor.audiences(),
        kinds: kinds.iter().map(|kind| number(kind.code)).collect(),
        deny: finding::denied(hub, &hub.db.read()).await?,
        own_words: query.own_words,
        ..Request::default()
    })
}

/// One page of what this reader may see.
pub(crate) async fn search(
    visit: &Visit,
    offered: &Offered,
    kinds: &[KindOfHit],
    query: &Query,
    (offset, limit): (usize, usize),
) -> Result<Answers> {
    let request = Request { offset, limit, snippets: true, ..request(visit, kinds, query).await? };
    let mut found = finding::ask(&visit.hub, &visit.client, request).await?;
    let hits = std::mem::take(&mut found.hits);
    let mut cards = cards(visit, &offered.hits, &hits).await?;
    let shown = |hit: Hit| {
        let kind = kinds.iter().find(|kind| number(kind.code) == hit.kind)?.clone();
        // What is not shown was restricted meanwhile.
        Some(Found { kind, card: cards.remove(&hit.id)?, hit })
    };
    let find::Found { total, whole, facets, narrowed, similar, without, meant, .. } = found;
    let found = hits.into_iter().filter_map(shown).collect();
    Ok(Answers { found, total, whole, facets, narrowed, similar, without, meant })
}

/// The cards of these hits, by their ids: only who has one of their kinds is asked, each once.
async fn cards(visit: &Visit, parts: &[Arc<dyn Hits>], hits: &[Hit]) -> Result<HashMap<i64, CardOfHit>> {
    let asked = parts.iter().map(|part| {
        let own: Vec<u64> = part.kinds(visit).iter().map(|kind| number(kind.code)).collect();
        let ids: Vec<i64> = hits.iter().filter(|hit| own.contains(&hit.kind)).map(|hit| hit.id).collect();
        (part, ids)
    });
    let asked = asked.filter(|(_, ids)| !ids.is_empty());
    let cards = together(asked.map(|(part, ids)| async move { part.cards(visit, &ids).await })).await?;
    Ok(cards.into_iter().flatten().collect())
}

/// Titles that begin like this, of all kinds.
pub(crate) async fn suggestions(visit: &Visit, offered: &Offered, text: String, limit: usize) -> Result<Vec<String>> {
    let query = Query { text, ..Query::default() };
    let request = Request { limit, ..request(visit, &kinds(visit, offered), &query).await? };
    finding::suggest(&visit.hub, &visit.client, request).await
}
