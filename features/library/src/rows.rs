//! All the SQL of the library.

use std::collections::HashMap;

use base::{Actor, Audience, CityId, DocumentId, Fail, PersonId, Result, Time};
use blobs::Hash;
use chrono::TimeDelta;
use extract::Format;
use serde::{Deserialize, Serialize};
use store::{Condition, Insert, Sql, Statement, Tx, Update, Value, params};
use web::Hub;

use crate::access::{Action, audience, is_under_glass, may, shown_to, visible_to};
use crate::rules::{Document, Draft};

/// With the newest reading that came to a good end; a newer one that is not done, or failed, hides nothing.
const DOCUMENTS: &str = "SELECT d.id, d.title, d.abstract AS abstract_text, d.city, d.type AS kind, d.year, d.language, d.audience, \
    d.owner, d.file, d.file_name, d.format, d.size, d.withdrawn, d.created_at, d.updated_at, d.revision, \
    r.state, r.reason, r.text_blob, r.thumbnail, r.pages, r.no_text, r.cut \
    FROM documents d LEFT JOIN readings r ON d.read AND r.file = d.file AND r.format = d.format AND r.version = \
    (SELECT v.version FROM readings v WHERE v.file = d.file AND v.format = d.format \
    ORDER BY CASE WHEN v.state = 'done' THEN 0 ELSE 1 END, v.version DESC LIMIT 1)";

/// Documents, whoever may see them: what is asked of `d` follows.
fn documents() -> Statement {
    Statement::new(DOCUMENTS, ())
}

/// How many documents.
fn how_many() -> Statement {
    Statement::new("SELECT COUNT(*) AS n FROM documents d", ())
}

/// A document with which this actor may do this. Seeing it is asked first, then the rest.
///
/// # Errors
/// [`Fail::NotFound`] where they may not see it, also where it exists; [`Fail::SignIn`] or [`Fail::Forbidden`] where they
/// see it and may not do this.
pub(crate) async fn document_for(sql: &Sql, actor: &Actor, action: Action, id: DocumentId) -> Result<Document> {
    let document: Document = documents().when("d.id = ?", id).one(sql).await?;
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
    documents().when("d.id = ?", id).first(sql).await
}

/// Of these documents those that this reader may see, in the given order.
pub(crate) async fn cards(sql: &Sql, actor: &Actor, ids: &[i64]) -> Result<Vec<Document>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<Document> =
        documents().when_in("d.id", ids.iter().copied()).meets(visible_to(actor)).all(sql).await?;
    let mut by_id: HashMap<i64, Document> = found.into_iter().map(|document| (document.id.0, document)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

/// The newest documents that this reader may see, of one city or of all.
pub(crate) async fn newest(sql: &Sql, actor: &Actor, city: Option<CityId>, limit: i64) -> Result<Vec<Document>> {
    let mut statement = documents().meets(visible_to(actor)).when_given("d.city = ?", city);
    if city.is_none() {
        statement = statement.meets(Condition::new(NO_GUIDE, ()));
    }
    statement.push("ORDER BY d.id DESC LIMIT ?", limit).all(sql).await
}

/// A guide to the hub is one of the network's own: these have a place of their own.
const NO_GUIDE: &str = "NOT (d.city IS NULL AND d.type = 'guide')";

/// The network's own guides, the newest first, at most `limit`.
pub(crate) async fn guides(sql: &Sql, actor: &Actor, limit: i64) -> Result<Vec<Document>> {
    let own = Condition::new("d.city IS NULL AND d.type = 'guide'", ());
    documents().meets(visible_to(actor)).meets(own).push("ORDER BY d.id DESC LIMIT ?", limit).all(sql).await
}

/// How many documents this reader may see, of one city or of all.
pub(crate) async fn count(sql: &Sql, actor: &Actor, city: Option<CityId>) -> Result<i64> {
    how_many().meets(visible_to(actor)).when_given("d.city = ?", city).number(sql).await
}

/// The condition for what somebody uploaded and may still see, withdrawn or not; and for what was
/// withdrawn of that which they look after, since nothing else leads to it any more.
fn own(actor: &Actor, owner: PersonId) -> Condition {
    let led: Vec<CityId> = actor.cities().into_iter().filter(|city| actor.leads(*city) && actor.is_of(*city)).collect();
    let withdrawn = || Condition::new("d.withdrawn", ());
    let theirs = Condition::new("d.owner = ?", owner).or(withdrawn().and(Condition::among("d.city", led)));
    let own = theirs.and(shown_to(actor));
    match actor.is_central() {
        true => own.or(withdrawn().and(Condition::new("d.city IS NULL", ()))),
        false => own,
    }
}

/// What somebody uploaded, also what is withdrawn, and what is withdrawn of theirs to look after; the newest first, unless
/// `sort` says otherwise.
pub(crate) async fn of_owner(
    sql: &Sql,
    actor: &Actor,
    owner: PersonId,
    sort: &str,
    limit: i64,
    offset: i64,
) -> Result<Vec<Document>> {
    let order = match sort {
        "title" => "ORDER BY d.title_key, d.id",
        "title-z" => "ORDER BY d.title_key DESC, d.id DESC",
        "oldest" => "ORDER BY d.id",
        _ => "ORDER BY d.id DESC",
    };
    documents().meets(own(actor, owner)).push(order, ()).push("LIMIT ? OFFSET ?", params![limit, offset]).all(sql).await
}

/// What somebody uploaded and may still see, withdrawn or not, the newest first.
pub(crate) async fn uploaded_by(sql: &Sql, actor: &Actor, owner: PersonId, limit: i64) -> Result<Vec<Document>> {
    let own = Condition::new("d.owner = ?", owner).and(shown_to(actor));
    documents().meets(own).push("ORDER BY d.id DESC LIMIT ?", limit).all(sql).await
}

/// How much somebody uploaded.
pub(crate) async fn owner_count(sql: &Sql, actor: &Actor, owner: PersonId) -> Result<i64> {
    how_many().meets(own(actor, owner)).number(sql).await
}

/// Filters of the JSON list, which the database answers.
#[derive(Default)]
pub(crate) struct ApiFilter {
    pub themes: Vec<String>,
    /// Their own cities.
    pub own: Vec<CityId>,
    /// Of regions or countries: any of these.
    pub cities: Option<Vec<CityId>>,
    pub languages: Vec<String>,
    pub kinds: Vec<String>,
    pub years: Vec<i64>,
}

/// Those of a statement's documents that fit and that this reader may see.
fn fitting(statement: Statement, actor: &Actor, filter: &ApiFilter) -> Statement {
    let ApiFilter { themes, own, cities, languages, kinds, years } = filter;
    let mut fitting = statement.meets(visible_to(actor));
    for (column, values) in [("d.language", languages), ("d.type", kinds)] {
        if !values.is_empty() {
            fitting = fitting.when_in(column, values.iter().map(String::as_str));
        }
    }
    if !years.is_empty() {
        fitting = fitting.when_in("d.year", years.iter().copied());
    }
    for cities in [(!own.is_empty()).then_some(own), cities.as_ref()].into_iter().flatten() {
        fitting = fitting.when_in("d.city", cities.iter().copied());
    }
    if !themes.is_empty() {
        let marks = vec!["?"; themes.len()].join(",");
        let of_one = format!("d.id IN (SELECT t.document FROM document_themes t WHERE t.theme IN ({marks}))");
        let values: Vec<Value> = themes.iter().map(|slug| slug.as_str().into()).collect();
        fitting = fitting.meets(Condition::new(of_one, values));
    }
    fitting
}

/// Documents before this id, newest first: keyset paging for the JSON list.
pub(crate) async fn before(sql: &Sql, actor: &Actor, filter: &ApiFilter, id: i64, limit: i64) -> Result<Vec<Document>> {
    fitting(documents(), actor, filter).when("d.id < ?", id).push("ORDER BY d.id DESC LIMIT ?", limit).all(sql).await
}

/// How many fit.
pub(crate) async fn api_count(sql: &Sql, actor: &Actor, filter: &ApiFilter) -> Result<i64> {
    fitting(how_many(), actor, filter).number(sql).await
}

/// Themes of what is public, the most frequent first.
pub(crate) async fn public_themes(sql: &Sql) -> Result<Vec<String>> {
    const THEMES: &str = "SELECT t.theme FROM document_themes t JOIN documents d ON d.id = t.document";
    let themes = Statement::new(THEMES, ()).meets(visible_to(&Actor::Visitor));
    let rows = themes.push("GROUP BY t.theme ORDER BY COUNT(*) DESC, t.theme", ()).raw(sql).await?;
    rows.iter().map(|row| row.get("theme")).collect()
}

/// Themes of these documents.
pub(crate) async fn themes(sql: &Sql, ids: &[i64]) -> Result<HashMap<i64, Vec<String>>> {
    let mut all: HashMap<i64, Vec<String>> = HashMap::new();
    for part in ids.chunks(500) {
        let rows = Statement::new("SELECT document, theme FROM document_themes", ())
            .when_in("document", part.iter().copied())
            .push("ORDER BY theme", ())
            .raw(sql)
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

/// What is said of a document, each with its column.
fn said(draft: &Draft, city: Option<CityId>) -> [(&'static str, Value); 8] {
    [
        ("title", (&draft.title).into()),
        ("title_key", web::format::sort_key(&draft.title).into()),
        ("abstract", (&draft.abstract_text).into()),
        ("city", city.into()),
        ("type", (&draft.kind).into()),
        ("year", draft.year.into()),
        ("language", (&draft.language).into()),
        ("audience", audience(draft.access, city).into()),
    ]
}

pub(crate) async fn insert(
    tx: &Tx,
    id: DocumentId,
    owner: Option<PersonId>,
    city: Option<CityId>,
    draft: &Draft,
    file: &FileFacts,
) -> Result<()> {
    let now = tx.now();
    said(draft, city)
        .into_iter()
        .fold(Insert::into("documents").set("id", id), |insert, (column, value)| insert.set(column, value))
        .set("owner", owner)
        .set("file", file.hash.as_str())
        .set("file_name", file.name.as_str())
        .set("format", file.format.code())
        .set("size", file.size)
        .set("created_at", now)
        .set("updated_at", now)
        .exec(tx)
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
    let changed = said(draft, city)
        .into_iter()
        .fold(Update::of("documents"), |update, (column, value)| update.set(column, value))
        .set("updated_at", tx.now())
        .change("revision = revision + 1", ())
        .when("id = ? AND revision = ?", params![id, revision])
        .exec(tx)
        .await?;
    save_themes(tx, id, &draft.themes).await?;
    Ok(changed == 1)
}

/// Gives a document another file, if it is still in the state that the form showed.
pub(crate) async fn replace_file(tx: &Tx, id: DocumentId, revision: i64, file: &FileFacts) -> Result<bool> {
    let changed = Update::of("documents")
        .set("file", file.hash.as_str())
        .set("file_name", file.name.as_str())
        .set("format", file.format.code())
        .set("size", file.size)
        .set("updated_at", tx.now())
        .change("read = FALSE, revision = revision + 1", ())
        .when("id = ? AND revision = ?", params![id, revision])
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

/// How many other documents that somebody brought in the last hour wait to be read, counted up to [`UNREAD`].
pub(crate) async fn unread_before(tx: &Tx, owner: Option<PersonId>, but: DocumentId) -> Result<i64> {
    let Some(owner) = owner else { return Ok(0) };
    let waiting = Statement::new("SELECT id FROM documents", ())
        .when("owner = ? AND created_at > ? AND id <> ? AND NOT read", params![owner, tx.now() - UNREAD_SINCE, but])
        .push("LIMIT ?", UNREAD);
    Ok(waiting.raw(tx).await?.len() as i64)
}

/// Unread documents of one person that are counted, and of how long ago.
const UNREAD: i64 = 100;
const UNREAD_SINCE: TimeDelta = TimeDelta::hours(1);

/// A language that was told from a file goes with it: the next file tells its own. What somebody chose stays, unless the file said
/// the same.
pub(crate) async fn forget_told_language(tx: &Tx, document: &Document) -> Result<()> {
    tx.exec(
        "UPDATE documents SET language = '' WHERE id = $1 AND language = (SELECT language FROM readings \
         WHERE file = $2 AND format = $3 AND version = $4)",
        params![document.id, document.file.as_str(), document.format.as_str(), i64::from(extract::VERSION)],
    )
    .await?;
    Ok(())
}

/// What the event of a file that was brought says: its bytes, for whoever counts what somebody brought. The document may
/// have another file by then.
#[derive(Serialize, Deserialize)]
pub(crate) struct Brought {
    #[serde(default)]
    pub size: i64,
}

/// How many files somebody brought since this time, and their bytes; those kept for forms too. Not counted beyond
/// `enough` files.
pub(crate) async fn brought_since(sql: &Sql, person: PersonId, since: Time, enough: i64) -> Result<(i64, i64)> {
    let events = sql
        .raw(
            "SELECT data FROM events WHERE actor = $1 AND at > $2 AND kind IN ('document.uploaded', 'document.replaced') \
             ORDER BY at DESC LIMIT $3",
            params![person, since, enough],
        )
        .await?;
    let kept = sql
        .raw(
            "SELECT COUNT(*) AS files, CAST(COALESCE(SUM(size), 0) AS BIGINT) AS bytes FROM uploads \
             WHERE person = $1 AND at > $2",
            params![person, since],
        )
        .await?;
    let kept = kept.first().ok_or(Fail::NotFound)?;
    let (mut files, mut bytes): (i64, i64) = (kept.get("files")?, kept.get("bytes")?);
    for event in &events {
        let data: String = event.get("data")?;
        let brought: Brought = serde_json::from_str(&data).map_err(Fail::internal)?;
        files += 1;
        bytes = bytes.saturating_add(brought.size);
    }
    Ok((files, bytes))
}

/// Bytes of all files of a city's documents, with those that were replaced and are kept still.
pub(crate) async fn bytes_of_city(sql: &Sql, city: CityId, now: Time) -> Result<i64> {
    sql.number(
        "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) AS n FROM (SELECT size FROM documents WHERE city = $1 \
         UNION ALL SELECT size FROM replaced_files WHERE city = $1 AND kept_until > $2) AS files",
        params![city, now],
    )
    .await
}

/// Notes that a document's file was replaced and is kept until then.
pub(crate) async fn keep_replaced(tx: &Tx, document: &Document, kept_until: Time) -> Result<()> {
    Insert::into("replaced_files")
        .set("document", document.id)
        .set("city", document.city)
        .set("size", document.size)
        .set("kept_until", kept_until)
        .exec(tx)
        .await
        .map(|_| ())
}

/// Forgets replaced files that are kept no longer.
pub(crate) async fn forget_replaced(tx: &Tx) -> Result<u64> {
    tx.exec("DELETE FROM replaced_files WHERE kept_until < $1", params![tx.now()]).await
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
    documents()
        .when("d.file = ?", hash.as_str())
        .meets(visible_to(actor))
        .push("ORDER BY d.id LIMIT 1", ())
        .first(sql)
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
    /// There is more text than is searched.
    pub cut: bool,
    /// How long it took, in milliseconds.
    pub took_ms: Option<i64>,
}

pub(crate) async fn save_reading(tx: &Tx, file: &Hash, format: Format, reading: &Reading) -> Result<()> {
    Update::of("readings")
        .set("state", reading.state)
        .set("reason", reading.reason.as_str())
        .set("text_blob", reading.text.as_ref().map(Hash::as_str))
        .set("thumbnail", reading.thumbnail.as_ref().map(Hash::as_str))
        .set("pages", reading.pages)
        .set("language", reading.language.as_deref())
        .set("no_text", reading.no_text)
        .set("cut", reading.cut)
        .set("at", tx.now())
        .change("took_ms = COALESCE(?, took_ms)", reading.took_ms)
        .when(
            "file = ? AND format = ? AND version = ?",
            params![file.as_str(), format.code(), i64::from(extract::VERSION)],
        )
        .exec(tx)
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
    let of_file = Statement::new("SELECT id, city FROM documents", ())
        .when("file = ? AND format = ?", params![file.as_str(), format.code()]);
    let shown = if all { of_file } else { of_file.when("NOT read", ()) };
    let rows = shown.push("LIMIT 10000", ()).raw(tx).await?;
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
        let there = documents().when("NOT d.withdrawn", ()).when_in("d.id", part.iter().copied());
        all.extend(there.push("ORDER BY d.id", ()).all::<Document>(sql).await?);
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

/// Ids of public documents, the newest last, for the sitemap.
pub(crate) async fn public_ids(sql: &Sql, from: i64, most: i64) -> Result<Vec<i64>> {
    let rows = sql
        .raw(
            "SELECT id FROM documents d WHERE d.audience = $2 AND NOT d.withdrawn ORDER BY id LIMIT $1 OFFSET $3",
            params![most, Audience::EVERYONE, from],
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
    Insert::into("uploads")
        .set("token", token)
        .set("person", person)
        .set("file", file.hash.as_str())
        .set("file_name", file.name.as_str())
        .set("format", file.format.code())
        .set("size", file.size)
        .set("at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// A file that this person sent with a form that came back.
pub(crate) async fn kept_upload(sql: &Sql, token: &str, person: PersonId) -> Result<Option<FileFacts>> {
    let row: Option<Upload> = sql
        .first(
            "SELECT file, file_name, format, size FROM uploads WHERE token = $1 AND person = $2",
            params![token, person.0],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let named = Hash::parse(&row.file).zip(Format::from_code(&row.format));
    let (hash, format) = named.ok_or_else(|| {
        Fail::internal(format!("`uploads`: a file that is called `{}`, of format `{}`", row.file, row.format))
    })?;
    Ok(Some(FileFacts { hash, name: row.file_name, format, size: row.size }))
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
    Statement::new("INSERT INTO file_uses (hash, kind, item, part, until)", ())
        .push(unnamed, ())
        .push("ON CONFLICT (hash, kind, item, part) DO UPDATE SET until = NULL", ())
        .exec(tx)
        .await
}

/// Forgets what was read from files that no document has had since this time; its files may go.
pub(crate) async fn forget_readings(tx: &Tx, before: Time) -> Result<u64> {
    tx.exec(
        "UPDATE file_uses SET until = $2 WHERE kind = 'reading' AND until IS NULL AND item IN \
         (SELECT r.file || ' ' || r.format || ' ' || CAST(r.version AS TEXT) FROM readings r \
         WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.file = r.file) AND r.at < $1)",
        params![before, tx.now()],
    )
    .await?;
    tx.exec(
        "DELETE FROM readings WHERE at < $1 AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.file = readings.file)",
        params![before],
    )
    .await
}
