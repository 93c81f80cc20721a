//! Searching: the index answers ids and counts, the database decides.

use std::collections::HashMap;

use base::{Actor, CityId, Lang, Result};
use find::{Facet, Found, Meant, Request, Snippet, Without};
use store::Sql;
use web::Hub;
use web::finding::{self, ask, readable};

use super::KIND;
use crate::access::is_under_glass;
use crate::rows;
use crate::rules::{Document, Query, term};

/// A document with what matched in it.
pub struct Card {
    /// The document.
    pub document: Document,
    /// Its title with what matched.
    pub title: Option<Snippet>,
    /// The best place of its text.
    pub snippet: Option<Snippet>,
    /// The page of that place, where the text has pages.
    pub page: Option<u32>,
    /// What was typed and is not in it.
    pub missing: Vec<String>,
    /// The term of its own language by which it was found.
    pub across: Option<String>,
}

/// One page of answers.
pub struct Answers {
    /// The documents.
    pub cards: Vec<Card>,
    /// All that match.
    pub total: usize,
    /// Counts beside filters.
    pub facets: HashMap<Facet, Vec<(u64, usize)>>,
    /// Cities of the documents and of the counts.
    pub cities: HashMap<CityId, cities::City>,
    /// Themes of the documents.
    pub themes: HashMap<i64, Vec<String>>,
    /// Of `total` those that have all that was typed; fewer where most of the words were enough. They come first.
    pub whole: usize,
    /// Documents have all words, but none of those that the filters leave.
    pub narrowed: bool,
    /// Words that nothing has, each with the similar one for which it was taken.
    pub similar: Vec<(String, String)>,
    /// The query without one of its words, where little has all of them.
    pub without: Vec<Without>,
    /// What may have been meant.
    pub meant: Option<Meant>,
    /// How many things that are no documents have all words, whatever the filters.
    pub elsewhere: usize,
}

/// What the library asks for.
const KINDS: [u64; 1] = [find::number(KIND)];
/// Cities listed beside the filter at most.
const CITY_COUNTS: usize = 30;

/// Titles that begin like this.
pub(crate) async fn suggestions(
    hub: &Hub,
    actor: &Actor,
    (client, lang): (&str, Lang),
    text: String,
    limit: usize,
) -> Result<Vec<String>> {
    let request = Request {
        text,
        languages: readable(hub, lang),
        limit,
        audiences: actor.audiences(),
        kinds: KINDS.to_vec(),
        deny: finding::denied(hub, &hub.db.read()).await?,
        ..Request::default()
    };
    finding::suggest(hub, client, request).await
}

/// The cities that a filter names, in one statement; unknown slugs are passed over.
///
/// # Errors
/// When the database does not answer: an empty list would say that there is nothing.
pub(crate) async fn chosen_cities(sql: &Sql, query: &Query) -> Result<Vec<cities::City>> {
    cities::by_slugs(sql, &query.cities).await
}

/// What a query means in the index, with the cities that it names.
pub(crate) async fn request(
    hub: &Hub,
    sql: &Sql,
    actor: &Actor,
    lang: Lang,
    query: &Query,
    chosen: &[cities::City],
    (offset, limit): (usize, usize),
) -> Result<Request> {
    let terms = |values: &[String]| values.iter().map(|value| term(value)).collect::<Vec<_>>();
    // An unknown city filters everything out rather than nothing.
    let mut chosen: Vec<u64> = chosen.iter().map(|city| city.id.0.unsigned_abs()).collect();
    if chosen.is_empty() && !query.cities.is_empty() {
        chosen.push(u64::MAX);
    }
    Ok(Request {
        text: query.text.clone(),
        filters: vec![
            (Facet::Theme, terms(&query.themes)),
            (Facet::City, chosen),
            (Facet::Country, terms(&query.countries)),
            (Facet::Region, terms(&query.regions)),
            (Facet::Language, terms(&query.languages)),
            (Facet::Type, terms(&query.types)),
            (Facet::Year, query.years.iter().map(|year| year.unsigned_abs()).collect()),
        ],
        languages: readable(hub, lang),
        sort: query.sort,
        offset,
        limit,
        audiences: actor.audiences(),
        kinds: KINDS.to_vec(),
        deny: finding::denied(hub, sql).await?,
        snippets: true,
        own_words: query.own_words,
    })
}

/// One page of what this reader may see. `client` is where the request came from.
pub async fn search(
    hub: &Hub,
    actor: &Actor,
    client: &str,
    lang: Lang,
    query: &Query,
    offset: usize,
    limit: usize,
) -> Result<Answers> {
    let sql = hub.db.read();
    let chosen = chosen_cities(&sql, query).await?;
    let request = request(hub, &sql, actor, lang, query, &chosen, (offset, limit)).await?;
    let mut found = ask(hub, client, request).await?;
    let ids: Vec<i64> = found.hits.iter().map(|hit| hit.id).collect();
    let documents = rows::cards(&sql, actor, &ids).await?;
    let themes = rows::themes(&sql, &ids).await?;
    let counted = found
        .facets
        .get(&Facet::City)
        .into_iter()
        .flatten()
        .take(CITY_COUNTS)
        .filter_map(|(id, _)| i64::try_from(*id).ok().map(CityId));
    let mut wanted: Vec<CityId> = documents.iter().filter_map(|document| document.city).chain(counted).collect();
    wanted.sort();
    wanted.dedup();
    let mut cities = cities::by_ids(&sql, &wanted).await?;
    for city in chosen {
        cities.insert(city.id, city);
    }
    let mut matched: HashMap<i64, find::Hit> =
        std::mem::take(&mut found.hits).into_iter().map(|hit| (hit.id, hit)).collect();
    let cards = documents
        .into_iter()
        .map(|document| {
            // What is read through broken glass goes on the city's record: a list is not read in.
            let closed = is_under_glass(actor, &document).is_some();
            let hit = matched.remove(&document.id.0);
            let mut card = Card { document, title: None, snippet: None, page: None, missing: Vec::new(), across: None };
            if let Some(hit) = hit {
                (card.title, card.missing, card.across) = (hit.title, hit.missing, hit.across);
                if !closed {
                    (card.snippet, card.page) = (hit.snippet, hit.page);
                }
            }
            card
        })
        .collect();
    let Found { total, whole, facets, narrowed, similar, without, meant, elsewhere, .. } = found;
    Ok(Answers { cards, total, whole, facets, cities, themes, narrowed, similar, without, meant, elsewhere })
}

/// Documents on the same themes, without this one: what is read in this language first, the newest first.
pub async fn related(
    hub: &Hub,
    actor: &Actor,
    client: &str,
    lang: Lang,
    (document, themes): (&Document, &[String]),
    limit: usize,
) -> Result<Vec<Document>> {
    if themes.is_empty() {
        return Ok(Vec::new());
    }
    let sql = hub.db.read();
    let request = Request {
        filters: vec![(Facet::Theme, themes.iter().map(|slug| term(slug)).collect())],
        languages: readable(hub, lang),
        limit: limit + 1,
        audiences: actor.audiences(),
        kinds: KINDS.to_vec(),
        deny: finding::denied(hub, &sql).await?,
        ..Request::default()
    };
    let found = ask(hub, client, request).await?;
    let ids: Vec<i64> = found.hits.iter().map(|hit| hit.id).filter(|id| *id != document.id.0).take(limit).collect();
    rows::cards(&sql, actor, &ids).await
}
