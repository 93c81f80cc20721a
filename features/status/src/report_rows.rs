//! All the SQL of reports.

use base::{Actor, CityId, Result, Time};
use store::{Insert, Sql, Statement, Tx, Update};

use crate::report::{BreachReport, Outcome, Reported};

/// Reports that are erased in one step.
const STEP: i64 = 200;

fn reports() -> Statement {
    Statement::new(
        "SELECT id, city, text, evidence, name, email, received_at, outcome, note, closed_by, closed_at, erased_at, lang \
         FROM breach_reports",
        (),
    )
}

/// One report.
pub(crate) async fn one(sql: &Sql, id: i64) -> Result<BreachReport> {
    reports().when("id = ?", id).one(sql).await
}

/// Those that wait or those that are closed: what waits longest, or was closed last, first.
pub(crate) async fn page(sql: &Sql, closed: bool, limit: i64, offset: i64) -> Result<Vec<BreachReport>> {
    let found = match closed {
        false => reports().when("closed_at IS NULL", ()).push("ORDER BY id", ()),
        true => reports().when("closed_at IS NOT NULL", ()).push("ORDER BY closed_at DESC, id DESC", ()),
    };
    found.push("LIMIT ?", limit).push("OFFSET ?", offset).all(sql).await
}

/// How many wait, or are closed.
pub(crate) async fn count(sql: &Sql, closed: bool) -> Result<i64> {
    let all = Statement::new("SELECT COUNT(*) AS n FROM breach_reports", ());
    let which = if closed { "closed_at IS NOT NULL" } else { "closed_at IS NULL" };
    all.when(which, ()).number(sql).await
}

/// Keeps what somebody reports.
pub(crate) async fn insert(tx: &Tx, city: CityId, reported: &Reported) -> Result<i64> {
    let id = tx.new_id();
    Insert::into("breach_reports")
        .set("id", id)
        .set("city", city)
        .set("text", reported.text.as_str())
        .set("evidence", reported.evidence.as_str())
        .set("name", reported.name.as_str())
        .set("email", reported.email.as_str())
        .set("lang", reported.lang)
        .set("received_at", tx.now())
        .set("note", "")
        .exec(tx)
        .await?;
    Ok(id)
}

/// Somebody says what was found, where nobody has yet; answers whether.
pub(crate) async fn close(tx: &Tx, actor: &Actor, id: i64, outcome: Outcome, note: &str) -> Result<bool> {
    let closed = Update::of("breach_reports")
        .set("outcome", outcome)
        .set("note", note)
        .set("closed_by", actor.id())
        .set("closed_at", tx.now())
        .when("id = ? AND closed_at IS NULL", id)
        .exec(tx)
        .await?;
    Ok(closed == 1)
}

/// Erases what people wrote in reports that were closed before, or came before and were never closed; answers how many.
pub(crate) async fn erase(tx: &Tx, before: Time) -> Result<u64> {
    let old = "id IN (SELECT id FROM breach_reports WHERE COALESCE(closed_at, received_at) < ? AND erased_at IS NULL \
               ORDER BY id LIMIT ?)";
    Update::of("breach_reports")
        .set("text", "")
        .set("evidence", "")
        .set("name", "")
        .set("email", "")
        .set("note", "")
        .set("erased_at", tx.now())
        .when(old, store::params![before, STEP])
        .exec(tx)
        .await
}
