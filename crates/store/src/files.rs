//! Files belong to who names them: a file is in the store because a row here says whose it is.
//!
//! A file is named first (for an hour: it is arriving), then put into the store, then named for good by the
//! transaction that needed it. Taking it away goes the other way round: the row of a removal is written while nobody
//! names the file, then the bytes go, then the row. Whoever wants to name a file that is just being removed waits.

use base::{Fail, Result, Time};
use chrono::TimeDelta;

use crate::db::{Db, Tx};
use crate::params;
use crate::sql::Sql;

/// How long a file that arrives may take until it is named for good.
const ARRIVAL: TimeDelta = TimeDelta::hours(1);
/// After how long a removal that did not come to its end is done again.
const REMOVAL: TimeDelta = TimeDelta::minutes(10);

/// Whose a file is: one part of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileUse {
    /// The kind of thing, as `document`.
    pub kind: &'static str,
    /// Which one.
    pub item: String,
    /// Which of its files, as `file` or `thumbnail`.
    pub part: &'static str,
}

impl FileUse {
    /// A part of a thing.
    pub fn of(kind: &'static str, item: impl ToString, part: &'static str) -> FileUse {
        FileUse { kind, item: item.to_string(), part }
    }
}

impl Tx {
    /// Nobody else names or removes this file until the transaction is over.
    pub async fn lock_file(&self, hash: &str) -> Result<()> {
        self.one_at_a_time(&format!("file:{hash}")).await
    }

    /// Names a file that arrives: it may be put into the store once this has committed.
    ///
    /// # Errors
    /// [`Fail::Contended`] while the same bytes are just being removed.
    pub async fn announce_file(&self, hash: &str, of: &FileUse) -> Result<()> {
        self.name_file_until(hash, of, Some(self.now() + ARRIVAL)).await
    }

    /// Names a file that is in the store for other uses, until a time or for good.
    ///
    /// # Errors
    /// [`Fail::Contended`] while it is just being removed.
    pub async fn name_file_until(&self, hash: &str, of: &FileUse, until: Option<Time>) -> Result<()> {
        self.lock_file(hash).await?;
        if self.number("SELECT COUNT(*) AS n FROM file_removals WHERE hash = $1", params![hash]).await? > 0 {
            return Err(Fail::Contended("the same file is just being removed".into()));
        }
        self.exec(
            "INSERT INTO file_uses (hash, kind, item, part, until) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (hash, kind, item, part) DO UPDATE SET until = excluded.until",
            params![hash, of.kind, of.item.as_str(), of.part, until],
        )
        .await
        .map(|_| ())
    }

    /// Names a file that arrived for good.
    ///
    /// # Errors
    /// [`Fail::NotFound`] when it was not announced, or so long ago that it may be gone.
    pub async fn settle_file(&self, hash: &str, of: &FileUse) -> Result<()> {
        let settled = self
            .exec(
                "UPDATE file_uses SET until = NULL WHERE hash = $1 AND kind = $2 AND item = $3 AND part = $4 \
                 AND (until IS NULL OR until > $5)",
                params![hash, of.kind, of.item.as_str(), of.part, self.now()],
            )
            .await?;
        if settled == 1 { Ok(()) } else { Err(Fail::NotFound) }
    }

    /// This use ends at a time: the file may go then, if nobody else names it.
    pub async fn end_file_use(&self, hash: &str, of: &FileUse, at: Time) -> Result<()> {
        self.exec(
            "UPDATE file_uses SET until = $5 WHERE hash = $1 AND kind = $2 AND item = $3 AND part = $4",
            params![hash, of.kind, of.item.as_str(), of.part, at],
        )
        .await
        .map(|_| ())
    }

    /// Begins to remove a file whose uses have all ended; false when somebody names it.
    async fn begin_removal(&self, hash: &str) -> Result<bool> {
        self.lock_file(hash).await?;
        self.exec("DELETE FROM file_uses WHERE hash = $1 AND until <= $2", params![hash, self.now()]).await?;
        if self.number("SELECT COUNT(*) AS n FROM file_uses WHERE hash = $1", params![hash]).await? > 0 {
            return Ok(false);
        }
        self.exec(
            "INSERT INTO file_removals (hash, at) VALUES ($1, $2) ON CONFLICT (hash) DO UPDATE SET at = excluded.at",
            params![hash, self.now()],
        )
        .await?;
        Ok(true)
    }
}

impl Db {
    /// Begins to remove a file that nobody names any more; false when somebody does. When it is true, the bytes are the
    /// caller's to remove, and [`Db::file_removed`] to be told.
    pub async fn remove_file(&self, hash: &str) -> Result<bool> {
        let tx = self.begin().await?;
        let begun = tx.begin_removal(hash).await?;
        tx.commit().await?;
        Ok(begun)
    }

    /// The bytes are gone: the same ones may come again.
    pub async fn file_removed(&self, hash: &str) -> Result<()> {
        let tx = self.begin().await?;
        tx.exec("DELETE FROM file_removals WHERE hash = $1", params![hash]).await?;
        tx.commit().await
    }
}

/// Files with a use that has ended, or whose removal did not come to its end; at most `limit`.
pub async fn files_to_remove(sql: &Sql, now: Time, limit: i64) -> Result<Vec<String>> {
    let rows = sql
        .raw(
            "SELECT hash FROM (SELECT hash FROM file_uses WHERE until <= $1 \
             UNION SELECT hash FROM file_removals WHERE at <= $2) AS ended LIMIT $3",
            params![now, now - REMOVAL, limit],
        )
        .await?;
    rows.iter().map(|row| row.get("hash")).collect()
}

/// Of these files, those that somebody names.
pub async fn named_files(sql: &Sql, hashes: &[String]) -> Result<Vec<String>> {
    if hashes.is_empty() {
        return Ok(Vec::new());
    }
    let values = hashes.iter().map(crate::Value::from).collect();
    let list = crate::sql::places(1, hashes.len());
    let rows = sql.raw(&format!("SELECT DISTINCT hash FROM file_uses WHERE hash IN {list}"), values).await?;
    rows.iter().map(|row| row.get("hash")).collect()
}

/// Files that somebody names for good, after this one, in order.
pub async fn named_files_after(sql: &Sql, after: &str, limit: i64) -> Result<Vec<String>> {
    let rows = sql
        .raw(
            "SELECT DISTINCT hash FROM file_uses WHERE hash > $1 AND until IS NULL ORDER BY hash LIMIT $2",
            params![after, limit],
        )
        .await?;
    rows.iter().map(|row| row.get("hash")).collect()
}
