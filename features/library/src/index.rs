//! Documents in the search index.

use async_trait::async_trait;
use base::{Audience, CityId, Lang, Result};
use blobs::Hash;
use chrono::TimeDelta;
use find::Entry;
use web::Hub;
use web::parts::SearchKind;

use crate::actions::KIND;
use crate::labels::labels;
use crate::rows;
use crate::rules::{Document, TEXT_BYTES, term};
use crate::work::IndexAgain;

/// When a text that could not be read is looked for again.
const AGAIN: TimeDelta = TimeDelta::minutes(1);

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
        let mut wanted: Vec<CityId> = documents.iter().filter_map(|document| document.city).collect();
        wanted.sort();
        wanted.dedup();
        let cities = cities::by_ids(&sql, &wanted).await?;
        let others = cities::other_names(&sql, &wanted).await?;
        // One order for all readers: that of the network's first language.
        let first = hub.network.languages.first().copied().unwrap_or(Lang::EN);
        let mut entries = Vec::with_capacity(documents.len());
        for document in documents {
            let city = document.city.and_then(|id| cities.get(&id));
            let text = text(hub, &document).await?;
            let themes = themes.remove(&document.id.0).unwrap_or_default();
            let others = document.city.and_then(|id| others.get(&id)).map(Vec::as_slice).unwrap_or_default();
            entries.push(Entry {
                // Of documents: the follower marks all entries of a kind.
                kind: 0,
                id: document.id.0,
                audiences: audiences(&document),
                abstract_text: document.abstract_text.clone(),
                body: text,
                labels: labels(hub, &document, &themes, city, others),
                themes: themes.iter().map(|slug| term(slug)).collect(),
                city: document.city.map_or(0, |city| city.0.unsigned_abs()),
                country: city.map_or(0, |city| term(&city.country)),
                region: city.map_or(0, |city| term(&city.region)),
                also_in: Vec::new(),
                language: if document.language.is_empty() { 0 } else { term(&document.language) },
                document_type: term(document.kind.code()),
                year: document.year.map_or(0, i64::unsigned_abs),
                date: document.created_at.timestamp_micros(),
                title_key: web::format::sort_key(&document.title),
                city_key: city.map(|city| web::format::sort_key(city.name(first))).unwrap_or_default(),
                popularity: 0,
                // A guide of the network to none of its themes is one to the hub.
                aside: document.is_guide() && themes.is_empty(),
                lang: document.language,
                title: document.title,
            });
        }
        Ok(entries)
    }

    fn follows(&self, kind: &str) -> bool {
        // A city's country, region and name stand beside its documents.
        kind == "city"
    }

    async fn followers_of(&self, hub: &Hub, item: i64, after: i64, limit: usize) -> Result<Vec<i64>> {
        rows::of_city(&hub.db.read(), item, after, limit as i64).await
    }

    async fn ids_after(&self, hub: &Hub, after: i64, limit: usize) -> Result<Vec<i64>> {
        rows::ids_after(&hub.db.read(), after, limit as i64).await
    }
}

/// Who finds a document. What a city shows to members its own people see too, also where it is a member no more
/// ([`crate::access::shown_to`]).
fn audiences(document: &Document) -> Vec<Audience> {
    let own = document.city.filter(|_| document.audience == Audience::MEMBERS).map(Audience::of);
    std::iter::once(document.audience).chain(own).collect()
}

/// The text that was read from a document's file. One that cannot be had keeps no other out of the index: the
/// document is found by what is said of it, and its text is looked for again. Only a store that does not answer at all
/// is waited for.
async fn text(hub: &Hub, document: &Document) -> Result<String> {
    let Some(hash) = document.text_blob.as_deref().and_then(Hash::parse) else { return Ok(String::new()) };
    let bytes = match hub.blobs.get(&hash).await {
        Ok(bytes) => bytes,
        Err(error) => {
            hub.blobs.has(&Hash::of(b"is anybody there")).await?;
            let (document, file) = (document.id, hash.as_str());
            tracing::error!(%document, file, %error, "the text of a document cannot be read: it is indexed without");
            metrics::counter!("hub_index_texts_missing_total").increment(1);
            let tx = hub.db.begin().await?;
            tx.enqueue_at(&IndexAgain { document, file: file.to_owned() }, tx.now() + AGAIN).await?;
            tx.commit().await?;
            return Ok(String::new());
        }
    };
    let end = bytes.len().min(TEXT_BYTES);
    Ok(String::from_utf8_lossy(&bytes[..end]).into_owned())
}
