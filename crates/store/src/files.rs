//! Files belong to who names them: a file is in the store because a row here says whose it is.
//!
//! A file arrives first (a row of its own for each arrival, for an hour), then it is put into the store, then the
//! transaction that needed it turns the arrival into a name for good. Taking it away goes the other way round: the row
//! of a removal is written while nobody names the file, then the bytes go, then the row. Whoever wants to name a file
//! that is just being removed waits.

use base::{Fail, Result, Time};
use chrono::TimeDelta;

use crate::db::{Db, Tx};
use crate::params;
use crate::sql::Sql;
use crate::statement::Statement;

/// How long a file that arrives may take until it is named for good.
const ARRIVAL: TimeDelta = TimeDelta::hours(1);
/// After how long a removal that did not come to its end is somebody else's to finish: longer than the file store may
/// take to answer.
const REMOVAL: TimeDelta = TimeDelta::minutes(2);
/// The kind of a use that is an arrival.
const ARRIVING: &str = "arriving";

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

/// A file that arrives: nobody's yet. Each has a number of its own, so that two that bring the same bytes to the same
/// thing do not stand for each other.
#[derive(Clone, Debug)]
pub struct Arrival {
    hash: String,
    number: String,
}

impl Arrival {
    /// One of this file.
    pub fn of(hash: &str) -> Arrival {
        Arrival { hash: hash.to_owned(), number: base::secret::new_secret() }
    }

    /// The file.
    pub fn hash(&self) -> &str {
        &self.hash
    }
}

impl Tx {
    /// Nobody else names or removes this file until the transaction is over.
    pub async fn lock_file(&self, hash: &str) -> Result<()> {
        self.one_at_a_time(&format!("file:{hash}")).await
    }

    /// A file arrives: it may be put into the store once this has committed.
    ///
    /// # Errors
    /// [`Fail::Contended`] while the same bytes are just being removed.
    pub async fn announce_file(&self, arrival: &Arrival) -> Result<()> {
        self.lock_file(&arrival.hash).await?;
        let removed = "SELECT COUNT(*) AS n FROM file_removals WHERE hash = $1";
        if self.number(removed, params![arrival.hash.as_str()]).await? > 0 {
            return Err(Fail::Contended("the same file is just being removed".into()));
        }
        self.exec(
            "INSERT INTO file_uses (hash, kind, item, part, until) VALUES ($1, $2, $3, '', $4)",
            params![arrival.hash.as_str(), ARRIVING, arrival.number.as_str(), self.now() + ARRIVAL],
        )
        .await
        .map(|_| ())
    }

    /// Names a file that arrived, until a time or for good: the arrival is over.
    ///
    /// # Errors
    /// [`Fail::NotFound`] when it was not announced, or so long ago that it may be gone.
    pub async fn settle_file(&self, arrival: &Arrival, of: &FileUse, until: Option<Time>) -> Result<()> {
        let arrived = self
            .exec(
                "DELETE FROM file_uses WHERE hash = $1 AND kind = $2 AND item = $3 AND until > $4",
                params![arrival.hash.as_str(), ARRIVING, arrival.number.as_str(), self.now()],
            )
            .await?;
        if arrived != 1 {
            return Err(Fail::NotFound);
        }
        self.exec(
            "INSERT INTO file_uses (hash, kind, item, part, until) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (hash, kind, item, part) DO UPDATE SET until = excluded.until",
            params![arrival.hash.as_str(), of.kind, of.item.as_str(), of.part, until],
        )
        .await
        .map(|_| ())
    }

    /// An arrival that nobody took is over. One that was turned into a name is untouched: whoever does not know whether
    /// their commit lasted may say this all the same.
    pub async fn forget_arrival(&self, arrival: &Arrival) -> Result<()> {
        self.exec(
            "DELETE FROM file_uses WHERE hash = $1 AND kind = $2 AND item = $3",
            params![arrival.hash.as_str(), ARRIVING, arrival.number.as_str()],
        )
        .await
        .map(|_| ())
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

    /// Begins to remove a file whose uses have all ended; false when somebody names it, or removes it already.
    async fn begin_removal(&self, hash: &str, claim: i64) -> Result<bool> {
        self.lock_file(hash).await?;
        self.exec("DELETE FROM file_uses WHERE hash = $1 AND until <= $2", params![hash, self.now()]).await?;
        if self.number("SELECT COUNT(*) AS n FROM file_uses WHERE hash = $1", params![hash]).await? > 0 {
            return Ok(false);
        }
        for named in self.file_owners() {
            // A program of before names its files in its own tables only.
            if !self.raw(named, params![hash]).await?.is_empty() {
                return Ok(false);
            }
        }
        let begun = self
            .exec(
                "INSERT INTO file_removals (hash, at, claim) VALUES ($1, $2, $3) ON CONFLICT (hash) DO UPDATE \
                 SET at = excluded.at, claim = excluded.claim WHERE file_removals.at <= $4",
                params![hash, self.now(), claim, self.now() - REMOVAL],
            )
            .await?;
        Ok(begun == 1)
    }
}

/// A removal that is this process's to finish.
#[derive(Debug)]
pub struct Removal {
    hash: String,
    claim: i64,
}

impl Db {
    /// Begins to remove a file that nobody names any more; nothing when somebody does, or removes it already. The bytes
    /// are then the caller's to remove, and [`Db::file_removed`] to be told.
    pub async fn remove_file(&self, hash: &str) -> Result<Option<Removal>> {
        let claim = self.new_id();
        let tx = self.begin().await?;
        let begun = tx.begin_removal(hash, claim).await?;
        tx.commit().await?;
        Ok(begun.then(|| Removal { hash: hash.to_owned(), claim }))
    }

    /// The bytes are gone: the same ones may come again.
    pub async fn file_removed(&self, removal: &Removal) -> Result<()> {
        let tx = self.begin().await?;
        tx.exec(
            "DELETE FROM file_removals WHERE hash = $1 AND claim = $2",
            params![removal.hash.as_str(), removal.claim],
        )
        .await?;
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
    let rows = Statement::new("SELECT DISTINCT hash FROM file_uses", ()).when_in("hash", hashes).raw(sql).await?;
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
