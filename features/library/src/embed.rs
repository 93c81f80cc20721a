//! Cards of documents in the team's texts.

use std::collections::HashMap;

use askama::Template;
use async_trait::async_trait;
use base::{Actor, DocumentId, Fail, Result};
use find::Request;
use web::Visit;
use web::finding::ask;
use web::parts::{Choices, Choosable, Embed, Named};

use crate::actions::search::request;
use crate::rows;
use crate::rules::{Document, Query};
use crate::topics;

pub(crate) struct Cards;

#[derive(Template)]
#[template(path = "library/embed.html")]
struct Card<'a> {
    v: &'a Visit,
    document: &'a Document,
    caption: &'a str,
}

#[async_trait]
impl Embed for Cards {
    fn name(&self) -> &'static str {
        "document"
    }

    fn words(&self) -> &'static str {
        "embed-document"
    }

    async fn draw(&self, visit: &Visit, named: &[Named]) -> Result<Vec<Option<String>>> {
        let mut ids: Vec<i64> = named.iter().filter_map(|own| base::id::read_id(&own.key)).collect();
        ids.sort_unstable();
        ids.dedup();
        let documents = rows::cards(&visit.hub.db.read(), &visit.actor, &ids).await?;
        let by_id: HashMap<i64, Document> = documents.into_iter().map(|document| (document.id.0, document)).collect();
        let one = |own: &Named| {
            let document = by_id.get(&base::id::read_id(&own.key)?)?;
            Some(Card { v: visit, document, caption: own.caption.trim() }.render().map_err(Fail::internal))
        };
        named.iter().map(|own| one(own).transpose()).collect()
    }

    fn path(&self, key: &str) -> Option<String> {
        Some(format!("/library/{key}"))
    }

    fn topics(&self, key: &str) -> Vec<String> {
        base::id::read_id(key).map(|id| topics::document(DocumentId(id))).into_iter().collect()
    }

    /// Those that everybody reads: of others most readers would see nothing.
    async fn choose(&self, visit: &Visit, words: &str, limit: usize) -> Result<Choices> {
        let sql = visit.hub.db.read();
        let (documents, more) = if words.trim().is_empty() {
            let newest = rows::newest(&sql, &Actor::Visitor, None, limit as i64 + 1).await?;
            let more = newest.len() > limit;
            (newest, more)
        } else {
            let query = Query { text: words.to_owned(), ..Query::default() };
            let own = request(&visit.hub, &sql, &Actor::Visitor, visit.lang, &query, &[], (0, limit)).await?;
            let found = ask(&visit.hub, &visit.client, Request { snippets: false, ..own }).await?;
            let ids: Vec<i64> = found.hits.iter().map(|hit| hit.id).collect();
            (rows::cards(&sql, &Actor::Visitor, &ids).await?, found.total > limit)
        };
        let one = |document: Document| {
            let year = document.year.map(|year| year.to_string());
            let note = [Some(visit.t(document.type_words())), year, Some(document.language_name().to_owned())];
            let note = visit.list(note.into_iter().flatten().filter(|part| !part.is_empty()));
            Choosable { key: document.id.to_string(), note, label: document.title }
        };
        Ok(Choices { found: documents.into_iter().take(limit).map(one).collect(), more, among: None })
    }
}
