//! Jobs as the back office and the operator see them.

use base::{Fail, Result, Time};
use chrono::TimeDelta;

use super::Queue;
use super::worker::free;
use crate::db::Tx;
use crate::params;
use crate::sql::Sql;

/// How long letters that never left are kept for somebody to look at.
const LETTERS_KEPT: TimeDelta = TimeDelta::days(90);

/// A job as the back office lists it.
#[derive(Clone, Debug)]
pub struct JobRow {
    /// Its id.
    pub id: i64,
    /// What it does.
    pub kind: String,
    /// With what, as JSON.
    pub payload: String,
    /// Tries so far.
    pub attempts: i32,
    /// Failures so far, also those that were no try: something was away.
    pub misses: i64,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// When it is due.
    pub run_at: Time,
    /// When it was asked for.
    pub created_at: Time,
    /// Laid out: it is not tried again by itself.
    pub dead: bool,
}
/// Its columns.
pub(super) const JOB_COLUMNS: &str = "id, kind, payload, attempts, misses, last_error, run_at, created_at, dead";

crate::from_row!(JobRow: id, kind, payload, attempts, misses, last_error, run_at, created_at, dead);

/// `(waiting, dead)`.
pub async fn job_counts(sql: &Sql) -> Result<(i64, i64)> {
    let rows = sql.raw("SELECT dead, COUNT(*) AS n FROM jobs GROUP BY dead", vec![]).await?;
    let mut counts = (0, 0);
    for row in rows {
        if row.get("dead")? { counts.1 = row.get("n")? } else { counts.0 = row.get("n")? }
    }
    Ok(counts)
}

/// What waits in one queue.
#[derive(Clone, Debug)]
pub struct Backlog {
    /// Which.
    pub queue: Queue,
    /// Jobs that are due, or under way.
    pub due: i64,
    /// Since when the oldest of them is due.
    pub oldest: Option<Time>,
    /// Dead letters.
    pub dead: i64,
}

/// What waits, queue by queue.
pub async fn backlog(sql: &Sql, now: Time) -> Result<Vec<Backlog>> {
    let rows = sql
        .raw(
            "SELECT queue, dead, COUNT(*) AS n, MIN(run_at) AS oldest FROM jobs WHERE dead OR run_at <= $1 GROUP BY queue, dead",
            params![now],
        )
        .await?;
    let mut all: Vec<Backlog> =
        Queue::ALL.into_iter().map(|queue| Backlog { queue, due: 0, oldest: None, dead: 0 }).collect();
    for row in rows {
        let code: String = row.get("queue")?;
        let Some(own) = all.iter_mut().find(|own| own.queue.code() == code) else { continue };
        if row.get("dead")? {
            own.dead = row.get("n")?;
        } else {
            own.due = row.get("n")?;
            own.oldest = row.get("oldest")?;
        }
    }
    Ok(all)
}

/// Jobs after the first `offset`, `limit` at most: dead letters, then those that wait, each the newest first.
pub async fn listed_jobs(sql: &Sql, limit: i64, offset: i64) -> Result<Vec<JobRow>> {
    let listed = format!("SELECT {JOB_COLUMNS} FROM jobs ORDER BY dead DESC, id DESC LIMIT $1 OFFSET $2");
    sql.all(&listed, params![limit, offset]).await
}

/// Gives a dead letter a new set of tries. Where another one waits in its place, that one stands for both.
pub async fn retry_job(tx: &Tx, id: i64) -> Result<()> {
    if forget_replaced(tx, Some(id)).await? > 0 {
        return Ok(());
    }
    let found = tx
        .exec(
            "UPDATE jobs SET dead = FALSE, attempts = 0, misses = 0, run_at = $2, created_at = $2, locked_until = $3 \
             WHERE id = $1 AND dead",
            params![id, tx.now(), free()],
        )
        .await?;
    tx.brings_jobs.store(true, std::sync::atomic::Ordering::SeqCst);
    if found == 0 { Err(Fail::NotFound) } else { Ok(()) }
}

/// Gives all dead letters a new set of tries; answers how many there were.
pub async fn retry_all_jobs(tx: &Tx) -> Result<u64> {
    forget_replaced(tx, None).await?;
    tx.brings_jobs.store(true, std::sync::atomic::Ordering::SeqCst);
    tx.exec(
        "UPDATE jobs SET dead = FALSE, attempts = 0, misses = 0, run_at = $1, created_at = $1, locked_until = $2 WHERE dead",
        params![tx.now(), free()],
    )
    .await
}

/// Of dead letters with the same `once`, the newest stays, unless one waits.
async fn forget_replaced(tx: &Tx, id: Option<i64>) -> Result<u64> {
    tx.exec(
        "DELETE FROM jobs WHERE dead AND once IS NOT NULL AND (CAST($1 AS BIGINT) = 0 OR id = $1) AND EXISTS (SELECT 1 FROM jobs o \
         WHERE o.kind = jobs.kind AND o.once = jobs.once AND o.id <> jobs.id AND ((NOT o.dead AND o.claim IS NULL) \
         OR (CAST($1 AS BIGINT) = 0 AND o.dead AND o.id > jobs.id)))",
        params![id.unwrap_or(0)],
    )
    .await
}

/// Forgets letters that were laid out 90 days ago: their links are long over, and some keep an address that was typed.
pub async fn forget_old_letters(tx: &Tx) -> Result<u64> {
    tx.exec(
        "DELETE FROM jobs WHERE dead AND queue = $1 AND run_at < $2",
        params![Queue::Letters.code(), tx.now() - LETTERS_KEPT],
    )
    .await
}

/// Forgets dead letters that hold this address, or whose mail server answered with it.
pub async fn forget_dead_letters(tx: &Tx, email: &str) -> Result<u64> {
    let escaped = email.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    tx.exec(
        "DELETE FROM jobs WHERE dead AND queue = $1 AND (payload LIKE $2 ESCAPE '!' OR last_error LIKE $2 ESCAPE '!')",
        params![Queue::Letters.code(), format!("%{escaped}%")],
    )
    .await
}

/// Ranks jobs of a kind that a program of before asked for, which ranked none: those whose payload holds this part.
pub async fn rank_waiting(tx: &Tx, kind: &str, part: &str, priority: i64) -> Result<u64> {
    tx.exec(
        "UPDATE jobs SET priority = $3 WHERE kind = $1 AND priority = 0 AND claim IS NULL AND payload LIKE $2",
        params![kind, format!("%{part}%"), priority],
    )
    .await
}

/// Throws a dead letter away.
pub async fn drop_job(tx: &Tx, id: i64) -> Result<()> {
    let found = tx.exec("DELETE FROM jobs WHERE id = $1 AND dead", params![id]).await?;
    if found == 0 { Err(Fail::NotFound) } else { Ok(()) }
}
