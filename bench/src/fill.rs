//! The corpus put into a real hub.
//!
//! Uploading a hundred thousand files would measure the reading of files, which has a section of its own. So the rows
//! are written as the library writes them, in large transactions, and the index is given its entries directly, as
//! `features/library/src/index.rs` makes them of rows. No change is noted: the follower, whose cursor is not 0, has
//! nothing to do.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use base::CityId;
use find::Entry;
use library::access::audience;
use library::rules::{Access, term};
use store::{Insert, Tx};
use web::Hub;
use web::format::sort_key;

use crate::Result;
use crate::corpus::Document;

/// Documents of one transaction.
const TRANSACTION: usize = 5_000;
/// Documents of one statement.
const STATEMENT: usize = 50;
/// Entries that the index is given at once.
const STEP: usize = 5_000;
/// Time for the index to merge what the steps left, as it would in the first quiet minute.
const MERGE: Duration = Duration::from_secs(10);

/// What was put in.
pub struct Filled {
    /// The documents' ids, in order.
    pub ids: Vec<i64>,
    /// How long the index took.
    pub indexed_in: Duration,
}

/// Puts these documents in.
pub async fn fill(hub: &Hub, documents: &[Document<'_>]) -> Result<Filled> {
    let cities = cities(hub).await?;
    let ids: Vec<i64> = documents.iter().map(|_| hub.db.new_id()).collect();
    let rows: Vec<(i64, &Document)> = ids.iter().copied().zip(documents).collect();
    for part in rows.chunks(TRANSACTION) {
        let tx = hub.db.begin().await?;
        for part in part.chunks(STATEMENT) {
            insert(&tx, part, &cities).await?;
        }
        tx.commit().await?;
    }
    let created = hub.now();
    let mut indexed_in = Duration::ZERO;
    for part in rows.chunks(STEP) {
        let entries: Vec<Entry> =
            part.iter().map(|(id, document)| entry(*id, document, &cities, created.timestamp_micros())).collect();
        let begun = Instant::now();
        hub.index.apply(entries, Vec::new(), hub.index.cursor())?;
        indexed_in += begun.elapsed();
    }
    std::thread::sleep(MERGE);
    hub.index.apply(Vec::new(), Vec::new(), hub.index.cursor())?;
    hub.cache.forget();
    Ok(Filled { ids, indexed_in })
}

async fn cities(hub: &Hub) -> Result<HashMap<String, CityId>> {
    let rows = hub.db.read().raw("SELECT slug, id FROM cities LIMIT 1000", Vec::new()).await?;
    rows.iter().map(|row| Ok((row.get("slug")?, CityId(row.get("id")?)))).collect()
}

fn city(document: &Document, cities: &HashMap<String, CityId>) -> Option<CityId> {
    document.city.and_then(|city| cities.get(&city.slug)).copied()
}

/// A file for each document: its hash is only a name here.
fn file(id: i64) -> String {
    format!("{id:064x}")
}

async fn insert(tx: &Tx, documents: &[(i64, &Document<'_>)], cities: &HashMap<String, CityId>) -> Result<()> {
    let (mut rows, mut readings) = (Insert::into("documents"), Insert::into("readings"));
    let (mut themes, mut any_theme) = (Insert::into("document_themes"), false);
    let now = tx.now();
    for (id, document) in documents {
        rows = rows
            .row()
            .set("id", *id)
            .set("title", document.title.as_str())
            .set("title_key", sort_key(&document.title))
            .set("abstract", document.abstract_text.as_str())
            .set("city", city(document, cities))
            .set("type", document.kind)
            .set("year", document.year)
            .set("language", document.language)
            .set("audience", audience(Access::parse(document.access).unwrap_or(Access::City), city(document, cities)))
            .set("file", file(*id))
            .set("file_name", format!("{}.pdf", document.kind))
            .set("format", "pdf")
            .set("size", document.body.len() as i64)
            .set("read", true)
            .set("created_at", now)
            .set("updated_at", now);
        readings = readings
            .row()
            .set("file", file(*id))
            .set("format", "pdf")
            .set("version", i64::from(extract::VERSION))
            .set("state", "done")
            .set("reason", "")
            .set("pages", 1 + document.body.len() as i64 / 2_000)
            .set("language", document.language)
            .set("at", now);
        for theme in &document.themes {
            any_theme = true;
            themes = themes.row().set("document", *id).set("theme", *theme);
        }
    }
    rows.exec(tx).await?;
    readings.exec(tx).await?;
    if any_theme {
        themes.exec(tx).await?;
    }
    Ok(())
}

/// About as many as the hub gives: a name, a year and some labels.
fn labels(document: &Document) -> Vec<(String, String)> {
    let plain = |text: &str| (String::new(), text.to_owned());
    let label = |text: &&str| ("en".to_owned(), text.replace('-', " "));
    let named = document.city.map(|city| plain(&city.name));
    document.themes.iter().map(label).chain(named).chain([plain(&document.year.to_string())]).collect()
}

fn entry(id: i64, document: &Document, cities: &HashMap<String, CityId>, date: i64) -> Entry {
    let own = city(document, cities);
    Entry {
        id,
        kind: find::number(library::KIND),
        audiences: vec![audience(Access::parse(document.access).unwrap_or(Access::City), own)],
        title: document.title.clone(),
        abstract_text: document.abstract_text.clone(),
        body: document.body.clone(),
        lang: document.language.to_owned(),
        labels: labels(document),
        themes: document.themes.iter().map(|slug| term(slug)).collect(),
        city: own.map_or(0, |city| city.0.unsigned_abs()),
        country: document.city.map_or(0, |city| term(&city.country)),
        region: document.city.map_or(0, |city| term(&city.region)),
        language: term(document.language),
        also_in: Vec::new(),
        document_type: term(document.kind),
        year: document.year.unsigned_abs(),
        date,
        title_key: sort_key(&document.title),
        city_key: document.city.map(|city| sort_key(&city.name)).unwrap_or_default(),
        popularity: 0,
        aside: false,
    }
}
