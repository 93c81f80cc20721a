//! All the SQL of imports.

use base::{Result, Time};
use store::{Condition, Insert, Sql, Statement, Tx, params};

use crate::rules::{DONE, Import, ImportRow, LOOKED, Outcome};

/// Earlier imports that are listed.
const LISTED: i64 = 20;

fn imports() -> Statement {
    Statement::new(
        "SELECT id, kind, ground, by_person, file_name, unread, sheets, state, looked_at, done_at FROM imports",
        (),
    )
}

/// The one with this id, if it is one of this kind, for this.
pub(crate) async fn find(sql: &Sql, kind: &str, ground: &str, id: i64) -> Result<Import> {
    imports().when("id = ? AND kind = ? AND ground = ?", params![id, kind, ground]).one(sql).await
}

/// Some earlier ones, the newest first.
pub(crate) async fn earlier(sql: &Sql, kind: &str, ground: &str) -> Result<Vec<Import>> {
    let own = imports().when("kind = ? AND ground = ?", params![kind, ground]);
    own.push("ORDER BY id DESC LIMIT ?", LISTED).all(sql).await
}

pub(crate) async fn insert(tx: &Tx, own: &Import) -> Result<()> {
    Insert::into("imports")
        .set("id", own.id)
        .set("kind", own.kind.as_str())
        .set("ground", own.ground.as_str())
        .set("by_person", own.by_person)
        .set("file_name", own.file_name.as_str())
        .set("unread", own.unread.as_str())
        .set("sheets", own.sheets)
        .set("state", own.state)
        .set("looked_at", own.looked_at)
        .exec(tx)
        .await
        .map(|_| ())
}

pub(crate) async fn insert_row(tx: &Tx, import: i64, row: &ImportRow) -> Result<()> {
    Insert::into("import_rows")
        .set("import", import)
        .set("line", row.line)
        .set("fields", row.fields.as_str())
        .set("email", row.email.as_str())
        .set("outcome", row.outcome)
        .set("reasons", row.reasons.as_str())
        .exec(tx)
        .await
        .map(|_| ())
}

/// Its rows are about to be taken.
pub(crate) async fn set_done(tx: &Tx, id: i64) -> Result<()> {
    tx.exec("UPDATE imports SET done_at = $2 WHERE id = $1", params![id, tx.now()]).await.map(|_| ())
}

/// How many of its rows have come to what.
pub(crate) async fn counted(sql: &Sql, import: i64) -> Result<Vec<(Outcome, i64)>> {
    let rows = sql
        .raw(
            "SELECT outcome, COUNT(*) AS n FROM import_rows WHERE import = $1 GROUP BY outcome ORDER BY outcome",
            params![import],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("outcome")?, row.get("n")?))).collect()
}

/// Some of its rows: those with which something is wrong first, then by their lines.
pub(crate) async fn some(sql: &Sql, import: i64, from: usize, most: usize) -> Result<Vec<ImportRow>> {
    Statement::new("SELECT line, fields, email, outcome, reasons, thing FROM import_rows", ())
        .when("import = ?", import)
        .push("ORDER BY CASE outcome WHEN 'bad' THEN 0 WHEN 'stays' THEN 1 ELSE 2 END, line", ())
        .push("LIMIT ? OFFSET ?", params![most as i64, from as i64])
        .all(sql)
        .await
}

/// All of its rows that have come to this.
pub(crate) async fn with_outcome(sql: &Sql, import: i64, outcome: Outcome) -> Result<Vec<ImportRow>> {
    Statement::new("SELECT line, fields, email, outcome, reasons, thing FROM import_rows", ())
        .when("import = ? AND outcome = ?", params![import, outcome])
        .push("ORDER BY line", ())
        .all(sql)
        .await
}

/// Has this row come to this?
pub(crate) async fn is(sql: &Sql, import: i64, line: i64, outcome: Outcome) -> Result<bool> {
    let own = "SELECT COUNT(*) AS n FROM import_rows WHERE import = $1 AND line = $2 AND outcome = $3";
    Ok(sql.number(own, params![import, line, outcome]).await? == 1)
}

/// What a row comes to.
pub(crate) struct Came<'a> {
    pub outcome: Outcome,
    pub reasons: &'a str,
    pub thing: Option<i64>,
}

/// A row comes to something, if it has not come to something else meanwhile.
pub(crate) async fn set(tx: &Tx, import: i64, line: i64, was: Outcome, came: Came<'_>) -> Result<bool> {
    let changed = tx
        .exec(
            "UPDATE import_rows SET outcome = $4, reasons = $5, thing = $6 WHERE import = $1 AND line = $2 AND outcome = $3",
            params![import, line, was, came.outcome, came.reasons, came.thing],
        )
        .await?;
    Ok(changed == 1)
}

/// It goes, with its rows.
pub(crate) async fn delete(tx: &Tx, id: i64) -> Result<()> {
    tx.exec("DELETE FROM import_rows WHERE import = $1", params![id]).await?;
    tx.exec("DELETE FROM imports WHERE id = $1", params![id]).await.map(|_| ())
}

/// Nobody can do anything with it any more.
fn is_over(now: Time) -> Condition {
    Condition::new("((done_at IS NULL AND looked_at < ?) OR done_at < ?)", params![now - LOOKED, now - DONE])
}

/// Some of those that nobody can do anything with any more.
pub(crate) async fn old(sql: &Sql, now: Time) -> Result<Vec<i64>> {
    let own = Statement::new("SELECT id FROM imports", ()).meets(is_over(now));
    let rows = own.push("ORDER BY id LIMIT 100", ()).raw(sql).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Is this one of them?
pub(crate) async fn is_old(sql: &Sql, id: i64, now: Time) -> Result<bool> {
    let own = Statement::new("SELECT COUNT(*) AS n FROM imports", ()).when("id = ?", id).meets(is_over(now));
    Ok(own.number(sql).await? == 1)
}
