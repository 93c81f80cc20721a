//! All the SQL of versions.

use std::collections::HashMap;

use base::{Actor, Lang, Result};
use store::{Insert, Sql, Statement, Tx, params};

use crate::rules::{InForce, Text, Version, hash};

/// Topic of the pages that show versions and signatures.
pub(crate) const TOPIC: &str = "principles";
const VERSIONS: &str = "SELECT id, name, number, source, change, published_at, grace_until FROM principles_versions";
/// Versions that are listed at most.
const LISTED: i64 = 100;

/// All versions, the newest first.
pub(crate) async fn versions(sql: &Sql) -> Result<Vec<Version>> {
    Statement::new(VERSIONS, ()).push("ORDER BY number DESC LIMIT ?", LISTED).all(sql).await
}

/// The version that is in force; none where a network has no principles.
///
/// # Errors
/// When the database does not answer.
pub async fn in_force(sql: &Sql) -> Result<Option<InForce>> {
    let same = "number >= (SELECT MAX(m.number) FROM principles_versions m WHERE m.change = 'major')";
    let versions: Vec<Version> =
        Statement::new(VERSIONS, ()).when(same, ()).push("ORDER BY number DESC LIMIT ?", LISTED).all(sql).await?;
    let same = versions.iter().map(|version| version.id).collect();
    let since = versions.last().and_then(|version| version.published_at);
    Ok(versions.into_iter().next().map(|version| InForce { version, same, since }))
}

/// The last version that asked every city anew.
pub(crate) async fn asking(sql: &Sql) -> Result<Option<Version>> {
    Statement::new(VERSIONS, ()).when("change = 'major'", ()).push("ORDER BY number DESC LIMIT 1", ()).first(sql).await
}

/// The version with this id.
///
/// # Errors
/// [`base::Fail::NotFound`].
pub async fn version(sql: &Sql, id: i64) -> Result<Version> {
    Statement::new(VERSIONS, ()).when("id = ?", id).one(sql).await
}

/// The version of this name.
pub(crate) async fn named(sql: &Sql, name: &str) -> Result<Version> {
    Statement::new(VERSIONS, ()).when("name = ?", name).one(sql).await
}

/// What a version says, in each language that it has.
///
/// # Errors
/// When the database does not answer.
pub async fn texts_of(sql: &Sql, version: i64) -> Result<Vec<Text>> {
    let all = "SELECT lang, body, about, hash FROM principles_texts WHERE version = $1 ORDER BY lang";
    sql.all(all, params![version]).await
}

/// The texts of these versions, by version.
pub(crate) async fn texts_of_all(sql: &Sql, versions: &[i64]) -> Result<HashMap<i64, Vec<Text>>> {
    let all = Statement::new("SELECT version, lang, body, about, hash FROM principles_texts", ());
    let all = all.when_in("version", versions.iter().copied()).push("ORDER BY lang", ());
    let mut texts: HashMap<i64, Vec<Text>> = HashMap::new();
    for row in all.raw(sql).await? {
        let text =
            Text { lang: row.get("lang")?, body: row.get("body")?, about: row.get("about")?, hash: row.get("hash")? };
        texts.entry(row.get("version")?).or_default().push(text);
    }
    Ok(texts)
}

/// What a version says in a language: its principles, and what is new.
pub(crate) struct Written {
    pub lang: Lang,
    pub body: String,
    pub about: String,
}

/// Puts a version in, with its text by language.
pub(crate) async fn insert(tx: &Tx, actor: &Actor, version: &Version, texts: &[Written]) -> Result<()> {
    Insert::into("principles_versions")
        .set("id", version.id)
        .set("name", version.name.as_str())
        .set("number", version.number)
        .set("source", version.source.as_str())
        .set("change", version.change)
        .set("published_at", version.published_at)
        .set("published_by", actor.id())
        .set("grace_until", version.grace_until)
        .exec(tx)
        .await?;
    for text in texts {
        Insert::into("principles_texts")
            .set("version", version.id)
            .set("lang", text.lang)
            .set("body", text.body.as_str())
            .set("about", text.about.as_str())
            .set("hash", hash(&version.name, text.lang, &text.body))
            .exec(tx)
            .await?;
    }
    Ok(())
}
