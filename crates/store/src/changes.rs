//! The change table: what every node follows, each with a cursor of its own.
//!
//! PostgreSQL gives row numbers before commit, so a reader by number can skip a row for good. There
//! the cursor is a transaction id, and a reader stops before the oldest one that is still open.

use base::{Fail, Result};

use crate::db::{Db, Tx};
use crate::engine::Engine;
use crate::params;
use crate::sql::Sql;
use crate::statement::{Statement, Values};

/// Changes that are remembered. Following so many takes longer than to begin anew from the rows.
pub const KEPT: i64 = 100_000;
/// Of those beyond, how many are forgotten in one step.
const FORGOTTEN: i64 = 10_000;
/// Restrictions that a search leaves out by itself at most, while its index is behind.
const RESTRICTED: i64 = 10_000;

/// One change to one thing.
#[derive(Clone, Debug)]
pub struct Change {
    /// What kind of thing (`document`, `city`).
    pub kind: String,
    /// Its id.
    pub item: i64,
    /// Topics of the page cache that this makes stale, separated by spaces.
    pub topics: String,
    at: i64,
    seq: i64,
}
crate::from_row!(Change: kind, item, topics, at, seq);

/// Some changes, and where to go on.
#[derive(Debug)]
pub struct Batch {
    /// In commit order.
    pub changes: Vec<Change>,
    /// What to ask for next. Taking a batch twice must do no harm.
    pub next: i64,
    /// There is more now.
    pub more: bool,
    /// Some changes since the cursor are forgotten already: begin anew from the rows.
    pub missed: bool,
}

impl Tx {
    /// Notes that a thing changed. `restricts`: fewer people than before may see it, which must
    /// hold at once, before any index has followed.
    pub async fn changed(&self, kind: &str, item: i64, restricts: bool, topics: &[String]) -> Result<()> {
        self.exec(
            "INSERT INTO changes (kind, item, restricts, topics) VALUES ($1, $2, $3, $4)",
            params![kind, item, restricts, topics.join(" ")],
        )
        .await?;
        self.touches(topics);
        Ok(())
    }
}

impl Tx {
    /// Forgets changes that another cluster has counted, which nobody would ever come to: for a restored database,
    /// whose indexes are built anew.
    pub async fn forget_foreign_changes(&self) -> Result<()> {
        ordered(self, "DELETE FROM changes WHERE {future}", ()).exec(self).await.map(|_| ())
    }

    /// Forgets all but the newest [`KEPT`] changes. Who has not followed the others is told by
    /// [`Batch::missed`].
    pub async fn forget_old_changes(&self) -> Result<u64> {
        self.exec(
            "DELETE FROM changes WHERE seq <= (SELECT MAX(seq) FROM changes) - $1 \
             AND seq < (SELECT MIN(seq) FROM changes) + $2",
            params![KEPT, FORGOTTEN],
        )
        .await
    }
}

/// A statement about the order of commits. As in migrations, words in braces stand for what differs: `{position}` is the
/// column that is in this order, and `{future}` asks whether it is of a transaction that this server has not begun. So
/// it is after a restore into another cluster, whose transactions are counted from lower numbers.
fn ordered(sql: &Sql, text: &str, values: impl Values) -> Statement {
    let (position, future) = match sql.engine() {
        Engine::Postgres => ("position", "position >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint"),
        Engine::Sqlite => ("seq", "FALSE"),
    };
    let statement = Statement::new(text.replace("{position}", position).replace("{future}", future), values);
    let own = sql.engine() == Engine::Postgres && text.contains("{future}");
    if own { statement.in_own_words() } else { statement }
}

/// The position before which everything is committed: a follower that has read all before it has
/// missed nothing.
pub async fn change_bound(sql: &Sql) -> Result<i64> {
    match sql.engine() {
        Engine::Postgres => {
            let oldest = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS n";
            Statement::new(oldest, ()).in_own_words().number(sql).await
        }
        Engine::Sqlite => sql.number("SELECT COALESCE(MAX(seq), 0) + 1 AS n FROM changes", vec![]).await,
    }
}

/// The position behind the last committed change of a kind, 0 without any: a follower that has come there has all of
/// them. On PostgreSQL it may have to wait for that: until every transaction that is open now has ended.
pub async fn changes_end(sql: &Sql, kind: &str) -> Result<i64> {
    let end =
        "SELECT CAST(COALESCE(MAX({position}) + 1, 0) AS BIGINT) AS n FROM changes WHERE kind = ? AND NOT ({future})";
    ordered(sql, end, kind).number(sql).await
}

/// Whether a follower that stands at `cursor` has taken every change that is committed now.
pub async fn is_followed(sql: &Sql, cursor: i64) -> Result<bool> {
    Ok(ordered(sql, "SELECT 1 AS n FROM changes WHERE {position} >= ? LIMIT 1", cursor).raw(sql).await?.is_empty())
}

/// Changes from `cursor` (0 at first) up to what is surely committed, `limit` at most per step.
pub async fn changes_since(db: &Db, cursor: i64, limit: usize) -> Result<Batch> {
    let sql = db.read();
    let bound = change_bound(&sql).await?;
    let mut changes: Vec<Change> = Vec::new();
    let mut after = (cursor, 0_i64);
    loop {
        // Whole positions only: a cursor cannot stand inside one.
        let page = page(&sql, after, bound, limit).await?;
        if changes.is_empty() && !page.is_empty() && forgot(&sql, cursor).await? {
            return Ok(Batch { changes, next: bound, more: false, missed: true });
        }
        let full = page.len() == limit;
        if let Some(last) = page.last() {
            after = (last.at, last.seq);
        }
        changes.extend(page);
        if !full {
            return Ok(Batch { changes, next: bound, more: false, missed: false });
        }
        let open = after.0;
        let whole = changes.iter().take_while(|change| change.at < open).count();
        if whole > 0 {
            changes.truncate(whole);
            return Ok(Batch { changes, next: open, more: true, missed: false });
        }
    }
}

/// Changes after one (its position and number), before a position, in order.
async fn page(sql: &Sql, (position, seq): (i64, i64), bound: i64, limit: usize) -> Result<Vec<Change>> {
    ordered(
        sql,
        "SELECT kind, item, topics, CAST({position} AS BIGINT) AS at, CAST(seq AS BIGINT) AS seq FROM changes \
         WHERE ({position} > ? OR ({position} = ? AND seq > ?)) AND {position} < ? ORDER BY {position}, seq LIMIT ?",
        params![position, position, seq, bound, i64::try_from(limit).map_err(Fail::internal)?],
    )
    .all(sql)
    .await
}

/// Topics of changes that are committed but stand behind a transaction that is still open, so that
/// nobody follows them yet. Pages that show them must go at once, again and again until they are
/// followed.
/// Of 10,000 changes at most, first those that restrict; each with its number.
pub async fn topics_ahead(db: &Db, bound: i64) -> Result<Vec<(i64, Vec<String>)>> {
    let sql = db.read();
    let ahead = "SELECT CAST(seq AS BIGINT) AS seq, topics FROM changes WHERE {position} >= ? AND topics <> '' \
                 ORDER BY restricts DESC LIMIT 10000";
    let rows = ordered(&sql, ahead, bound).raw(&sql).await?;
    let mut ahead = Vec::with_capacity(rows.len());
    for row in rows {
        let topics: String = row.get("topics")?;
        ahead.push((row.get("seq")?, topics.split(' ').map(str::to_owned).collect()));
    }
    Ok(ahead)
}

/// Were changes after this cursor forgotten? Numbers begin at 1 and grow by one; a gap that a
/// rollback left at the very beginning only makes somebody begin anew for nothing.
async fn forgot(sql: &Sql, cursor: i64) -> Result<bool> {
    let gap = "SELECT 1 AS n FROM (SELECT MIN(seq) AS seq, MIN({position}) AS at FROM changes) m \
               WHERE m.seq > 1 AND m.at > ?";
    Ok(!ordered(sql, gap, cursor).raw(sql).await?.is_empty())
}

/// Things, of whatever kind, that fewer people may see since `cursor`, committed or not yet followed: a
/// search leaves them out until its index has caught up.
///
/// # Errors
/// [`Fail::Unavailable`] when they are more than 10,000: a part of them would let the others be seen.
pub async fn restricted_since(sql: &Sql, cursor: i64) -> Result<Vec<i64>> {
    let restricted = "SELECT DISTINCT item FROM changes WHERE {position} >= ? AND restricts LIMIT ?";
    let rows = ordered(sql, restricted, params![cursor, RESTRICTED + 1]).raw(sql).await?;
    if rows.len() as i64 > RESTRICTED {
        return Err(Fail::Unavailable("the search index is far behind".into()));
    }
    rows.iter().map(|row| row.get("item")).collect()
}
