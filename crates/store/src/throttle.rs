//! Slowing down whoever tries too often, on all nodes together.
//!
//! Rows count tries; whoever is over the limit is remembered in the process and refused from there, without a
//! statement. A refusal never writes.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use base::{Fail, Result, Time};
use chrono::TimeDelta;

use crate::db::{Db, Tx};
use crate::params;
use crate::statement::Statement;

/// Rows that are kept; beyond them the oldest go.
const ROWS: i64 = 50_000;
/// How long a row is kept: as long as the longest limit lasts.
const KEPT: TimeDelta = TimeDelta::days(1);
/// Counted tries after which a node tidies up, beside the daily round.
const TIDY_AFTER: u64 = 5_000;
/// How far the clocks of two nodes may differ: tries of a later time are of a clock that was wrong.
const SKEW: TimeDelta = TimeDelta::minutes(1);
/// Refusals that a node remembers; beyond them the database answers.
const REMEMBERED: usize = 20_000;

/// How many tries within how long.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Tries that pass.
    pub tries: i64,
    /// Within this time from the first one.
    pub within: TimeDelta,
}

struct Row {
    name: String,
    since: Time,
    tries: i64,
}
crate::from_row!(Row: name, since, tries);

/// A name under which tries are counted (hash what is personal first), and its limit.
pub type Door<'a> = (&'a str, Limit);

/// Who is refused, as one process remembers it.
#[derive(Default)]
pub struct Guard {
    /// Until when.
    refused: Mutex<HashMap<String, Time>>,
    counted: AtomicU64,
}

impl Guard {
    /// Counts a try at each of these doors, in their order, until one refuses. Who is refused before may not come to
    /// the others' counts.
    ///
    /// # Errors
    /// [`Fail::TooMany`] with the seconds to wait; whatever else goes wrong with the database is no refusal.
    pub async fn pass(&self, db: &Db, doors: &[Door<'_>]) -> Result<()> {
        let now = db.clock().now();
        for (name, _) in doors {
            self.remembers(name, now)?;
        }
        match db.count_tries(doors).await? {
            None => {}
            Some((name, until)) => {
                self.remember(name, until, now);
                return Err(too_many(until, now));
            }
        }
        if self.counted.fetch_add(1, Ordering::Relaxed) % TIDY_AFTER == TIDY_AFTER - 1 {
            let db = db.clone();
            // Beside the request: nobody waits for it.
            tokio::spawn(async move {
                if let Err(error) = db.tidy_throttles().await {
                    tracing::warn!(%error, "old tries are not forgotten");
                }
            });
        }
        Ok(())
    }

    /// Is somebody refused at this door already, as far as this process knows? Asks nobody.
    ///
    /// # Errors
    /// [`Fail::TooMany`].
    pub fn remembers(&self, name: &str, now: Time) -> Result<()> {
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        match refused.get(name).copied() {
            Some(until) if until > now && until <= now + KEPT => Err(too_many(until, now)),
            Some(_) => {
                refused.remove(name);
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn remember(&self, name: &str, until: Time, now: Time) {
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        if refused.len() >= REMEMBERED {
            refused.retain(|_, until| *until > now);
        }
        if refused.len() < REMEMBERED {
            refused.insert(name.to_owned(), until);
        }
    }
}

fn too_many(until: Time, now: Time) -> Fail {
    Fail::TooMany(u64::try_from((until - now).num_seconds()).unwrap_or(1).max(1))
}

impl Db {
    /// Counts a try at each door; at the first that refuses answers which, and until when. A refusal is only read,
    /// unless others try at the same moment.
    async fn count_tries<'a>(&self, doors: &[Door<'a>]) -> Result<Option<(&'a str, Time)>> {
        if doors.is_empty() {
            return Ok(None);
        }
        let now = self.clock().now();
        let names = doors.iter().map(|(name, _)| *name);
        let counted = Statement::new("SELECT name, since, tries FROM throttles", ()).when_in("name", names);
        let rows: Vec<Row> = counted.all(&self.read()).await?;
        for (name, limit) in doors {
            let over = |row: &&Row| {
                row.name == *name
                    && row.tries >= limit.tries
                    && row.since >= now - limit.within
                    && row.since <= now + SKEW
            };
            if let Some(row) = rows.iter().find(over) {
                return Ok(Some((name, row.since + limit.within)));
            }
        }
        let tx = self.begin().await?;
        for (name, limit) in doors {
            let row = count_try(&tx, name, *limit, now).await?;
            if row.tries > limit.tries {
                tx.commit().await?;
                return Ok(Some((name, row.since + limit.within)));
            }
        }
        tx.commit().await?;
        Ok(None)
    }

    /// Forgets tries that are over, and the oldest beyond what is kept.
    pub async fn tidy_throttles(&self) -> Result<()> {
        let tx = self.begin().await?;
        tx.exec("DELETE FROM throttles WHERE since < $1", params![tx.now() - KEPT]).await?;
        tx.exec(
            "DELETE FROM throttles WHERE since < (SELECT since FROM throttles ORDER BY since DESC LIMIT 1 OFFSET $1)",
            params![ROWS - 1],
        )
        .await?;
        tx.commit().await
    }
}

impl Tx {
    /// Forgets the tries under this name: the last one was right.
    pub async fn forgive(&self, name: &str) -> Result<()> {
        self.exec("DELETE FROM throttles WHERE name = $1", params![name]).await.map(|_| ())
    }
}

async fn count_try(tx: &Tx, name: &str, limit: Limit, now: Time) -> Result<Row> {
    tx.one(
        "INSERT INTO throttles (name, since, tries) VALUES ($1, $2, 1) ON CONFLICT (name) DO UPDATE SET \
         tries = CASE WHEN throttles.since < $3 OR throttles.since > $4 THEN 1 ELSE throttles.tries + 1 END, \
         since = CASE WHEN throttles.since < $3 OR throttles.since > $4 THEN excluded.since ELSE throttles.since END \
         RETURNING name, since, tries",
        params![name, now, now - limit.within, now + SKEW],
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    #[test]
    fn a_guard_forgets_what_is_over_and_never_grows_without_end() {
        let guard = Guard::default();
        let now = chrono::Utc.timestamp_opt(1_000_000, 0).single().unwrap();
        guard.remember("door", now + TimeDelta::seconds(10), now);
        assert!(matches!(guard.remembers("door", now), Err(Fail::TooMany(10))));
        assert!(guard.remembers("another", now).is_ok());
        assert!(guard.remembers("door", now + TimeDelta::seconds(10)).is_ok());
        for number in 0..REMEMBERED + 100 {
            guard.remember(&number.to_string(), now + TimeDelta::seconds(10), now);
        }
        assert_eq!(guard.refused.lock().unwrap().len(), REMEMBERED);
        guard.remember("later", now + TimeDelta::seconds(30), now + TimeDelta::seconds(20));
        assert_eq!(guard.refused.lock().unwrap().len(), 1, "those that are over made room");
    }
}
