//! All the SQL of the library.

use std::collections::HashMap;

use base::{Actor, CityId, DocumentId, Fail, PersonId, Result, Time};
use blobs::Hash;
use chrono::TimeDelta;
use extract::Format;
use store::{Sql, Tx, Value, params, places};
use web::Hub;

use crate::access::{Action, is_under_glass, may, newcomer_cities, visible_to};
use crate::rules::{Document, Draft};

const DOCUMENT: &str = "d.id, d.title, d.abstract AS abstract_text, d.city, d.type AS kind, d.year, d.language, d.access, d.owner, d.file, \
    d.file_name, d.format, d.size, d.withdrawn, d.created_at, d.updated_at, d.revision, \
    r.state, r.reason, r.text_blob, r.thumbnail, r.pages, r.no_text";

/// With the newest reading that came to a good end; a newer one that is not done, or failed, hides nothing.
fn from() -> &'static str {
    "FROM documents d LEFT JOIN readings r ON d.read AND r.file = d.file AND r.format = d.format AND r.version = \
     (SELECT v.version FROM readings v WHERE v.file = d.file AND v.format = d.format \
     ORDER BY CASE WHEN v.state = 'done' THEN 0 ELSE 1 END, v.version DESC LIMIT 1)"
}

/// A document with which this actor may do this. Seeing it is asked first, then the rest.
///
/// # Errors
/// [`Fail::NotFound`] where they may not see it, also where it exists; [`Fail::SignIn`] or [`Fail::Forbidden`] where they
/// see it and may not do this.
pub(crate) async fn document_for(sql: &Sql, actor: &Actor, action: Action, id: DocumentId) -> Result<Document> {
    let document: Document = sql.one(&format!("SELECT {DOCUMENT} {} WHERE d.id = $1", from()), params![id]).await?;
    if !may(actor, Action::See, &document) {
        return Err(Fail::NotFound);
    }
    match actor {
        _ if may(actor, action, &document) => Ok(document),
        Actor::Visitor => Err(Fail::SignIn),
        _ => Err(Fail::Forbidden),
    }
}

/// The same for a reader who will read in it: what is read through broken glass goes on the city's record first.
pub(crate) async fn document_to_read(hub: &Hub, actor: &Actor, id: DocumentId) -> Result<Document> {
    let document = document_for(&hub.db.read(), actor, Action::See, id).await?;
    if let Some(city) = is_under_glass(actor, &document) {
        people::note_reading(hub, actor, city, id).await?;
    }
    Ok(document)
}

/// A document whoever may see it, if there is one.
pub(crate) async fn find(sql: &Sql, id: DocumentId) -> Result<Option<Document>> {
    sql.first(&format!("SELECT {DOCUMENT} {} WHERE d.id = $1", from()), params![id.0]).await
}

/// A city's own documents from before this id: those that a newcomer does not see.
pub(crate) async fn own_before(sql: &Sql, city: CityId, id: i64) -> Result<Vec<i64>> {
    let rows = sql
        .raw("SELECT id FROM documents WHERE city = $1 AND access = 'city' AND id < $2", params![city.0, id])
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Of these documents those that this reader may see, in the given order.
pub(crate) async fn cards(sql: &Sql, actor: &Actor, ids: &[i64]) -> Result<Vec<Document>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (visible, own) = visible_to(actor, ids.len() + 1);
    let mut values: Vec<Value> = ids.iter().map(|id| Value::from(*id)).collect();
    values.extend(own);
    let found: Vec<Document> = sql
        .all(&format!("SELECT {DOCUMENT} {} WHERE d.id IN {} AND {visible}", from(), places(1, ids.len())), values)
        .await?;
    let mut by_id: HashMap<i64, Document> = found.into_iter().map(|document| (document.id, document)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

/// The newest documents that this reader may see, of one city or of all.
pub(crate) async fn newest(sql: &Sql, actor: &Actor, city: Option<CityId>, limit: i64) -> Result<Vec<Document>> {
    let (visible, mut values) = visible_to(actor, 1);
    let mut condition = visible;
    if let Some(city) = city {
        values.push(city.0.into());
        condition = format!("{condition} AND d.city = ${}", values.len());
    }
    values.push(limit.into());
    sql.all(
        &format!("SELECT {DOCUMENT} {} WHERE {condition} ORDER BY d.id DESC LIMIT ${}", from(), values.len()),
        values,
    )
    .await
}

/// How many documents this reader may see, of one city or of all.
pub(crate) async fn count(sql: &Sql, actor: &Actor, city: Option<CityId>) -> Result<i64> {
    let (visible, mut values) = visible_to(actor, 1);
    let mut condition = visible;
    if let Some(city) = city {
        values.push(city.0.into());
        condition = format!("{condition} AND d.city = ${}", values.len());
    }
    sql.number(&format!("SELECT COUNT(*) AS n FROM documents d WHERE {condition}"), values).await
}

/// The condition for what somebody uploaded and may still see, withdrawn or not; and for what was
/// withdrawn of that which they look after, since nothing else leads to it any more.
fn own(actor: &Actor, owner: PersonId) -> (String, Vec<Value>) {
    // What is a newcomer's own is new to them anyway; of the rest of the city they see what they may.
    let cities = actor.cities();
    let mut values = params![owner.0];
    let mut condition = "(d.owner = $1 AND (d.access <> 'city'".to_owned();
    let mut any = |cities: &[CityId]| {
        let list = format!("d.city IN {}", places(values.len() + 1, cities.len()));
        values.extend(cities.iter().flat_map(|city| params![city.0]));
        list
    };
    if !cities.is_empty() {
        condition.push_str(&format!(" OR {}", any(&cities)));
    }
    condition.push_str("))");
    let led: Vec<CityId> = cities.into_iter().filter(|city| actor.leads(*city)).collect();
    if !led.is_empty() {
        condition.push_str(&format!(" OR (d.withdrawn AND {})", any(&led)));
    }
    for (city, from) in newcomer_cities(actor) {
        condition = format!(
            "({condition}) AND NOT (d.access = 'city' AND d.city = ${} AND d.id < ${})",
            values.len() + 1,
            values.len() + 2
        );
        values.extend(params![city.0, from]);
    }
    if actor.is_central() {
        condition.push_str(" OR (d.withdrawn AND d.city IS NULL)");
    }
    (format!("({condition})"), values)
}

/// What somebody uploaded, also what is withdrawn, and what is withdrawn of theirs to look after; the newest first.
pub(crate) async fn of_owner(
    sql: &Sql,
    actor: &Actor,
    owner: PersonId,
    limit: i64,
    offset: i64,
) -> Result<Vec<Document>> {
    let (condition, mut values) = own(actor, owner);
    let (first, second) = (values.len() + 1, values.len() + 2);
    values.extend(params![limit, offset]);
    let text =
        format!("SELECT {DOCUMENT} {} WHERE {condition} ORDER BY d.id DESC LIMIT ${first} OFFSET ${second}", from());
    sql.all(&text, values).await
}

/// How much somebody uploaded.
pub(crate) async fn owner_count(sql: &Sql, actor: &Actor, owner: PersonId) -> Result<i64> {
    let (condition, values) = own(actor, owner);
    sql.number(&format!("SELECT COUNT(*) AS n FROM documents d WHERE {condition}"), values).await
}

/// Filters of the JSON list, which the database answers.
#[derive(Default)]
pub(crate) struct ApiFilter {
    pub theme: Option<String>,
    pub city: Option<CityId>,
    /// Of a region or country: any of these.
    pub cities: Option<Vec<CityId>>,
    pub language: Option<String>,
    pub kind: Option<String>,
    pub year: Option<i64>,
}

fn api_condition(actor: &Actor, filter: &ApiFilter) -> (String, Vec<Value>) {
    let (mut condition, mut values) = visible_to(actor, 1);
    let mut add = |text: &str, value: Option<Value>| {
        if let Some(value) = value {
            values.push(value);
            condition = format!("{condition} AND {}", text.replace('?', &format!("${}", values.len())));
        }
    };
    add("d.city = ?", filter.city.map(|city| city.0.into()));
    add("d.language = ?", filter.language.as_deref().map(Value::from));
    add("d.type = ?", filter.kind.as_deref().map(Value::from));
    add("d.year = ?", filter.year.map(Value::from));
    add(
        "EXISTS (SELECT 1 FROM document_themes t WHERE t.document = d.id AND t.theme = ?)",
        filter.theme.as_deref().map(Value::from),
    );
    match filter.cities.as_deref() {
        Some([]) => condition.push_str(" AND 1 = 0"),
        Some(cities) => {
            condition = format!("{condition} AND d.city IN {}", places(values.len() + 1, cities.len()));
            values.extend(cities.iter().map(|city| Value::from(city.0)));
        }
        None => {}
    }
    (condition, values)
}

/// Documents before this id, newest first: keyset paging for the JSON list.
pub(crate) async fn before(sql: &Sql, actor: &Actor, filter: &ApiFilter, id: i64, limit: i64) -> Result<Vec<Document>> {
    let (condition, mut values) = api_condition(actor, filter);
    let (first, second) = (values.len() + 1, values.len() + 2);
    values.extend(params![id, limit]);
    sql.all(
        &format!(
            "SELECT {DOCUMENT} {} WHERE {condition} AND d.id < ${first} ORDER BY d.id DESC LIMIT ${second}",
            from()
        ),
        values,
    )
    .await
}

/// How many fit.
pub(crate) async fn api_count(sql: &Sql, actor: &Actor, filter: &ApiFilter) -> Result<i64> {
    let (condition, values) = api_condition(actor, filter);
    sql.number(&format!("SELECT COUNT(*) AS n FROM documents d WHERE {condition}"), values).await
}

/// Themes of these documents.
pub(crate) async fn themes(sql: &Sql, ids: &[i64]) -> Result<HashMap<i64, Vec<String>>> {
    let mut all: HashMap<i64, Vec<String>> = HashMap::new();
    for part in ids.chunks(500) {
        let rows = sql
            .raw(
                &format!(
                    "SELECT document, theme FROM document_themes WHERE document IN {} ORDER BY theme",
                    places(1, part.len())
                ),
                part.iter().map(|id| Value::from(*id)).collect(),
            )
            .await?;
        for row in rows {
            let document: i64 = row.get("document")?;
            all.entry(document).or_default().push(row.get("theme")?);
        }
    }
    Ok(all)
}

/// A file that a document is made of.
#[derive(Clone, Debug)]
pub(crate) struct FileFacts {
    pub hash: Hash,
    pub name: String,
    pub format: Format,
    pub size: i64,
}

pub(crate) async fn insert(
    tx: &Tx,
    id: DocumentId,
    owner: Option<PersonId>,
    city: Option<CityId>,
    draft: &Draft,
    file: &FileFacts,
) -> Result<()> {
    tx.exec(
        "INSERT INTO documents (id, title, title_key, abstract, city, type, year, language, access, owner, file, file_name, format, size, \
         created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)",
        params![
            id.0,
            draft.title.as_str(),
            web::format::sort_key(&draft.title),
            draft.abstract_text.as_str(),
            city.map(|city| city.0),
            draft.kind.as_str(),
            draft.year,
            draft.language.as_str(),
            draft.access.code(),
            owner.map(|owner| owner.0),
            file.hash.as_str(),
            file.name.as_str(),
            file.format.code(),
            file.size,
            tx.now(),
        ],
    )
    .await?;
    save_themes(tx, id, &draft.themes).await
}

async fn save_themes(tx: &Tx, id: DocumentId, themes: &[String]) -> Result<()> {
    tx.exec("DELETE FROM document_themes WHERE document = $1", params![id.0]).await?;
    for theme in themes {
        tx.exec("INSERT INTO document_themes (document, theme) VALUES ($1, $2)", params![id.0, theme.as_str()]).await?;
    }
    Ok(())
}

/// Saves what is said of a document, if it is still in the state that was edited.
pub(crate) async fn update(
    tx: &Tx,
    id: DocumentId,
    revision: i64,
    city: Option<CityId>,
    draft: &Draft,
) -> Result<bool> {
    let changed = tx
        .exec(
            "UPDATE documents SET title = $2, title_key = $3, abstract = $4, city = $5, type = $6, year = $7, language = $8, access = $9, \
             updated_at = $10, revision = revision + 1 WHERE id = $1 AND revision = $11",
            params![
                id.0,
                draft.title.as_str(),
                web::format::sort_key(&draft.title),
                draft.abstract_text.as_str(),
                city.map(|city| city.0),
                draft.kind.as_str(),
                draft.year,
                draft.language.as_str(),
                draft.access.code(),
                tx.now(),
                revision,
            ],
        )
        .await?;
    save_themes(tx, id, &draft.themes).await?;
    Ok(changed == 1)
}

/// Gives a document another file, if it is still in the state that the form showed.
pub(crate) async fn replace_file(tx: &Tx, id: DocumentId, revision: i64, file: &FileFacts) -> Result<bool> {
    let changed = tx
        .exec(
            "UPDATE documents SET file = $2, file_name = $3, format = $4, size = $5, read = FALSE, updated_at = $6, \
             revision = revision + 1 WHERE id = $1 AND revision = $7",
            params![id.0, file.hash.as_str(), file.name.as_str(), file.format.code(), file.size, tx.now(), revision],
        )
        .await?;
    Ok(changed == 1)
}

/// How many files somebody brought since this time, and their bytes; those kept for forms too.
pub(crate) async fn brought_since(sql: &Sql, person: PersonId, since: Time) -> Result<(i64, i64)> {
    let rows = sql
        .raw(
            "SELECT COUNT(*) AS files, CAST(COALESCE(SUM(size), 0) AS BIGINT) AS bytes FROM (\
             SELECT d.size FROM events e JOIN documents d ON d.id = e.subject WHERE e.actor = $1 AND e.at > $2 \
             AND e.kind IN ('document.uploaded', 'document.replaced') \
             UNION ALL SELECT size FROM uploads WHERE person = $1 AND at > $2) AS brought",
            params![person, since],
        )
        .await?;
    let row = rows.first().ok_or(Fail::NotFound)?;
    Ok((row.get("files")?, row.get("bytes")?))
}

/// Bytes of all files of a city's documents.
pub(crate) async fn bytes_of_city(sql: &Sql, city: CityId) -> Result<i64> {
    sql.number("SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) AS n FROM documents WHERE city = $1", params![city]).await
}

pub(crate) async fn set_withdrawn(tx: &Tx, id: DocumentId, withdrawn: bool) -> Result<()> {
    tx.exec(
        "UPDATE documents SET withdrawn = $2, updated_at = $3, revision = revision + 1 WHERE id = $1",
        params![id.0, withdrawn, tx.now()],
    )
    .await?;
    Ok(())
}

/// A document with this file that this reader may see.
pub(crate) async fn same_file(sql: &Sql, actor: &Actor, hash: &Hash) -> Result<Option<Document>> {
    let (visible, own) = visible_to(actor, 2);
    let mut values = params![hash.as_str()];
    values.extend(own);
    sql.first(&format!("SELECT {DOCUMENT} {} WHERE d.file = $1 AND {visible} ORDER BY d.id LIMIT 1", from()), values)
        .await
}

/// Is a document of this city with this file here already?
pub(crate) async fn is_here(sql: &Sql, hash: &Hash, city: Option<CityId>) -> Result<bool> {
    let n = sql
        .number(
            "SELECT COUNT(*) AS n FROM documents WHERE file = $1 AND COALESCE(city, 0) = $2",
            params![hash.as_str(), city.map_or(0, |city| city.0)],
        )
        .await?;
    Ok(n > 0)
}

/// Notes that a file waits to be read, unless it was read, or waits, already.
pub(crate) async fn await_reading(tx: &Tx, file: &Hash, format: Format) -> Result<()> {
    tx.exec(
        "INSERT INTO readings (file, format, version, state, reason, at) VALUES ($1, $2, $3, 'waiting', '', $4) \
         ON CONFLICT (file, format, version) DO NOTHING",
        params![file.as_str(), format.code(), i64::from(extract::VERSION), tx.now()],
    )
    .await
    .map(|_| ())
}

/// What came of reading a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    pub state: &'static str,
    pub reason: String,
    pub text: Option<Hash>,
    pub thumbnail: Option<Hash>,
    pub pages: Option<i64>,
    pub language: Option<String>,
    pub no_text: bool,
    /// How long it took, in milliseconds.
    pub took_ms: Option<i64>,
}

pub(crate) async fn save_reading(tx: &Tx, file: &Hash, format: Format, reading: &Reading) -> Result<()> {
    tx.exec(
        "UPDATE readings SET state = $4, reason = $5, text_blob = $6, thumbnail = $7, pages = $8, language = $9, no_text = $10, at = $11, \
         took_ms = COALESCE($12, took_ms) WHERE file = $1 AND format = $2 AND version = $3",
        params![
            file.as_str(),
            format.code(),
            i64::from(extract::VERSION),
            reading.state,
            reading.reason.as_str(),
            reading.text.as_ref().map(Hash::as_str),
            reading.thumbnail.as_ref().map(Hash::as_str),
            reading.pages,
            reading.language.as_deref(),
            reading.no_text,
            tx.now(),
            reading.took_ms,
        ],
    )
    .await
    .map(|_| ())
}

/// How long it took to read this file, where it was read; half a second where nobody noted it.
pub(crate) async fn reading_took(sql: &Sql, file: &Hash, format: Format) -> Result<Option<TimeDelta>> {
    let rows = sql
        .raw(
            "SELECT took_ms FROM readings WHERE file = $1 AND format = $2 AND version = $3 AND state IN ('done', 'failed')",
            params![file.as_str(), format.code(), i64::from(extract::VERSION)],
        )
        .await?;
    let took = rows.first().map(|row| row.get::<Option<i64>>("took_ms")).transpose()?;
    Ok(took.map(|took| TimeDelta::milliseconds(took.unwrap_or(500))))
}

/// Where reading a file stands, and the language that was detected.
pub(crate) struct ReadingState {
    pub state: String,
    pub language: Option<String>,
}
store::from_row!(ReadingState: state, language);

pub(crate) async fn reading(sql: &Sql, file: &Hash, format: Format) -> Result<Option<ReadingState>> {
    sql.first(
        "SELECT state, language FROM readings WHERE file = $1 AND format = $2 AND version = $3",
        params![file.as_str(), format.code(), i64::from(extract::VERSION)],
    )
    .await
}

/// Shows what was read of a file to its documents; a language that nobody gave is the detected one.
/// Answers `(id, city)` of each, of those only that were not shown it before, unless `all` changed.
pub(crate) async fn show_reading(tx: &Tx, file: &Hash, format: Format, all: bool) -> Result<Vec<(i64, Option<i64>)>> {
    let unread = if all { "" } else { "AND NOT read" };
    let rows = tx
        .raw(
            &format!("SELECT id, city FROM documents WHERE file = $1 AND format = $2 {unread} LIMIT 10000"),
            params![file.as_str(), format.code()],
        )
        .await?;
    tx.exec(
        "UPDATE documents SET read = TRUE WHERE file = $1 AND format = $2 AND NOT read",
        params![file.as_str(), format.code()],
    )
    .await?;
    if let Some(language) = reading(tx, file, format).await?.and_then(|reading| reading.language) {
        tx.exec(
            "UPDATE documents SET language = $3 WHERE file = $1 AND format = $2 AND language = ''",
            params![file.as_str(), format.code(), language],
        )
        .await?;
    }
    rows.iter().map(|row| Ok((row.get("id")?, row.get("city")?))).collect()
}

/// For the index: these documents whoever may see them, withdrawn ones left out.
pub(crate) async fn for_index(sql: &Sql, ids: &[i64]) -> Result<Vec<Document>> {
    let mut all = Vec::new();
    for part in ids.chunks(500) {
        let values = part.iter().map(|id| Value::from(*id)).collect();
        let sql_text = format!(
            "SELECT {DOCUMENT} {} WHERE NOT d.withdrawn AND d.id IN {} ORDER BY d.id",
            from(),
            places(1, part.len())
        );
        all.extend(sql.all::<Document>(&sql_text, values).await?);
    }
    Ok(all)
}

/// Ids after this one, in order.
pub(crate) async fn ids_after(sql: &Sql, after: i64, limit: i64) -> Result<Vec<i64>> {
    let rows = sql
        .raw("SELECT id FROM documents WHERE id > $1 AND NOT withdrawn ORDER BY id LIMIT $2", params![after, limit])
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Ids of a city's documents after this one, in order.
pub(crate) async fn of_city(sql: &Sql, city: i64, after: i64, limit: i64) -> Result<Vec<i64>> {
    let rows = sql
        .raw(
            "SELECT id FROM documents WHERE city = $1 AND NOT withdrawn AND id > $2 ORDER BY id LIMIT $3",
            params![city, after, limit],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Ids of public documents, newest first, for the sitemap.
pub(crate) async fn public_ids(sql: &Sql, limit: i64) -> Result<Vec<i64>> {
    let rows = sql
        .raw(
            "SELECT id FROM documents d WHERE d.access = 'public' AND NOT d.withdrawn ORDER BY id DESC LIMIT $1",
            params![limit],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Documents whose file waits to be read.
pub async fn waiting_readings(sql: &Sql) -> Result<i64> {
    sql.number("SELECT COUNT(*) AS n FROM documents WHERE NOT read", vec![]).await
}

/// A file of a form that came back.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    pub file: String,
    pub file_name: String,
    pub format: String,
    pub size: i64,
}
store::from_row!(Upload: file, file_name, format, size);

pub(crate) async fn keep_upload(tx: &Tx, token: &str, person: PersonId, file: &FileFacts) -> Result<()> {
    tx.exec(
        "INSERT INTO uploads (token, person, file, file_name, format, size, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![token, person.0, file.hash.as_str(), file.name.as_str(), file.format.code(), file.size, tx.now()],
    )
    .await?;
    Ok(())
}

/// A file that this person sent with a form that came back.
pub(crate) async fn kept_upload(sql: &Sql, token: &str, person: PersonId) -> Result<Option<FileFacts>> {
    let row: Option<Upload> = sql
        .first(
            "SELECT file, file_name, format, size FROM uploads WHERE token = $1 AND person = $2",
            params![token, person.0],
        )
        .await?;
    Ok(row.and_then(|row| {
        Some(FileFacts {
            hash: Hash::parse(&row.file)?,
            name: row.file_name,
            format: Format::from_code(&row.format)?,
            size: row.size,
        })
    }))
}

/// Forgets forms that came back before this time and were not sent again; their files' uses have ended.
pub(crate) async fn forget_uploads(tx: &Tx, before: Time) -> Result<u64> {
    tx.exec("DELETE FROM uploads WHERE at < $1", params![before]).await
}

/// Until when a form's file is kept; none when it is not, or no longer.
pub(crate) async fn kept_until(tx: &Tx, token: &str) -> Result<Option<Time>> {
    let rows = tx
        .raw("SELECT until FROM file_uses WHERE kind = 'form' AND item = $1 AND until > $2", params![token, tx.now()])
        .await?;
    rows.first().map(|row| row.get("until")).transpose()
}

pub(crate) async fn forget_upload(tx: &Tx, token: &str) -> Result<()> {
    tx.exec("DELETE FROM uploads WHERE token = $1", params![token]).await.map(|_| ())
}

/// Files of documents, after this one, that this version of the reader was never asked to read, or so long ago that
/// the asking must have been lost; with their formats.
pub(crate) async fn unread_files(
    sql: &Sql,
    after: &str,
    asked_before: Time,
    limit: i64,
) -> Result<Vec<(String, String)>> {
    let rows = sql
        .raw(
            "SELECT DISTINCT file, format FROM documents d WHERE d.file > $4 AND NOT EXISTS \
             (SELECT 1 FROM readings r WHERE r.file = d.file AND r.format = d.format AND r.version = $1 \
             AND (r.state NOT IN ('waiting', 'reading') OR r.at >= $3)) ORDER BY file, format LIMIT $2",
            params![i64::from(extract::VERSION), limit, asked_before, after],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("file")?, row.get("format")?))).collect()
}

/// The files of documents and readings that no use names yet: a program of before named them in its own rows only.
pub(crate) const UNNAMED_FILES: [&str; 3] = [
    "SELECT file, 'document', CAST(id AS TEXT), 'file', NULL FROM documents d WHERE NOT EXISTS \
     (SELECT 1 FROM file_uses u WHERE u.hash = d.file AND u.kind = 'document' AND u.item = CAST(d.id AS TEXT) AND u.until IS NULL)",
    "SELECT text_blob, 'reading', file || ' ' || format || ' ' || CAST(version AS TEXT), 'text', NULL FROM readings r \
     WHERE text_blob IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file_uses u WHERE u.hash = r.text_blob AND u.kind = 'reading' \
     AND u.item = r.file || ' ' || r.format || ' ' || CAST(r.version AS TEXT) AND u.part = 'text' AND u.until IS NULL)",
    "SELECT thumbnail, 'reading', file || ' ' || format || ' ' || CAST(version AS TEXT), 'thumbnail', NULL FROM readings r \
     WHERE thumbnail IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file_uses u WHERE u.hash = r.thumbnail AND u.kind = 'reading' \
     AND u.item = r.file || ' ' || r.format || ' ' || CAST(r.version AS TEXT) AND u.part = 'thumbnail' AND u.until IS NULL)",
];

/// Names the files that one of [`UNNAMED_FILES`] finds. Answers how many there were.
pub(crate) async fn name_files(tx: &Tx, unnamed: &str) -> Result<u64> {
    tx.exec(
        &format!(
            "INSERT INTO file_uses (hash, kind, item, part, until) {unnamed} \
             ON CONFLICT (hash, kind, item, part) DO UPDATE SET until = NULL"
        ),
        vec![],
    )
    .await
}

/// Forgets what was read from files that no document has had since this time; its files may go.
pub(crate) async fn forget_readings(tx: &Tx, before: Time) -> Result<u64> {
    let gone = "NOT EXISTS (SELECT 1 FROM documents d WHERE d.file = r.file) AND r.at < $1";
    tx.exec(
        &format!(
            "UPDATE file_uses SET until = $2 WHERE kind = 'reading' AND until IS NULL AND item IN \
             (SELECT r.file || ' ' || r.format || ' ' || CAST(r.version AS TEXT) FROM readings r WHERE {gone})"
        ),
        params![before, tx.now()],
    )
    .await?;
    tx.exec(
        "DELETE FROM readings WHERE at < $1 AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.file = readings.file)",
        params![before],
    )
    .await
}
