//! Documents in the search index.

use async_trait::async_trait;
use base::{CityId, Result};
use blobs::Hash;
use find::Entry;
use web::Hub;
use web::parts::SearchKind;

use crate::access::audience;
use crate::actions::KIND;
use crate::rows;
use crate::rules::{Document, term};

/// Bytes of a document's text that are indexed at most.
const TEXT_BYTES: usize = 4 * 1024 * 1024;

pub(crate) struct Documents;

#[async_trait]
impl SearchKind for Documents {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn entries(&self, hub: &Hub, ids: &[i64]) -> Result<Vec<Entry>> {
        let sql = hub.db.read();
        let documents = rows::for_index(&sql, ids).await?;
        let mut themes = rows::themes(&sql, ids).await?;
        let mut wanted: Vec<CityId> = documents.iter().filter_map(Document::city).collect();
        wanted.sort();
        wanted.dedup();
        let cities = cities::by_ids(&sql, &wanted).await?;
        let mut entries = Vec::with_capacity(documents.len());
        for document in documents {
            let city = document.city().and_then(|id| cities.get(&id));
            let text = text(hub, &document).await?;
            entries.push(Entry {
                id: document.id,
                audience: audience(document.access(), document.city()),
                body: format!("{}\n{text}", document.abstract_text),
                themes: themes.remove(&document.id).unwrap_or_default().iter().map(|slug| term(slug)).collect(),
                city: document.city.map_or(0, i64::unsigned_abs),
                country: city.map_or(0, |city| term(&city.country)),
                region: city.map_or(0, |city| term(&city.region)),
                language: if document.language.is_empty() { 0 } else { term(&document.language) },
                kind: term(&document.kind),
                year: document.year.map_or(0, i64::unsigned_abs),
                date: document.created_at.timestamp_micros(),
                title_key: web::format::sort_key(&document.title),
                city_key: city.map(|city| web::format::sort_key(&city.name_en)).unwrap_or_default(),
                popularity: 0,
                lang: document.language,
                title: document.title,
            });
        }
        Ok(entries)
    }

    async fn follows(&self, hub: &Hub, kind: &str, item: i64) -> Result<Vec<i64>> {
        // A city's country, region and name stand beside its documents.
        if kind == "city" { rows::of_city(&hub.db.read(), item).await } else { Ok(Vec::new()) }
    }

    async fn ids_after(&self, hub: &Hub, after: i64, limit: usize) -> Result<Vec<i64>> {
        rows::ids_after(&hub.db.read(), after, limit as i64).await
    }
}

/// The text that was read from a document's file.
async fn text(hub: &Hub, document: &Document) -> Result<String> {
    let Some(hash) = document.text_blob.as_deref().and_then(Hash::parse) else { return Ok(String::new()) };
    let bytes = match hub.blobs.get(&hash).await {
        Ok(bytes) => bytes,
        // A lost text must not keep all others out of the index.
        Err(base::Fail::NotFound) => {
            tracing::error!(document = %document.id(), "the text of a document is missing from the file store");
            return Ok(String::new());
        }
        Err(fail) => return Err(fail),
    };
    let end = bytes.len().min(TEXT_BYTES);
    Ok(String::from_utf8_lossy(&bytes[..end]).into_owned())
}
