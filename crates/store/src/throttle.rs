//! Slowing down whoever tries too often, on all nodes together.

use base::{Fail, Result, Time};
use chrono::TimeDelta;

use crate::db::Db;
use crate::params;

/// How many tries within how long.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Tries that pass.
    pub tries: i64,
    /// Within this time from the first one.
    pub within: TimeDelta,
}

struct Row {
    since: Time,
    tries: i64,
}
crate::from_row!(Row: since, tries);

impl Db {
    /// Counts a try under this name (hash what is personal first).
    ///
    /// # Errors
    /// [`Fail::TooMany`] with the seconds to wait, once there were more than the limit.
    pub async fn throttle(&self, name: &str, limit: Limit) -> Result<()> {
        let tx = self.begin().await?;
        let now = tx.now();
        tx.exec("DELETE FROM throttles WHERE since < $1", params![now - TimeDelta::days(1)]).await?;
        let row: Row = tx
            .one(
                "INSERT INTO throttles (name, since, tries) VALUES ($1, $2, 1) ON CONFLICT (name) DO UPDATE SET \
                 tries = CASE WHEN throttles.since < $3 THEN 1 ELSE throttles.tries + 1 END, \
                 since = CASE WHEN throttles.since < $3 THEN excluded.since ELSE throttles.since END \
                 RETURNING since, tries",
                params![name, now, now - limit.within],
            )
            .await?;
        tx.commit().await?;
        if row.tries <= limit.tries {
            return Ok(());
        }
        let wait = (row.since + limit.within - now).num_seconds().max(1);
        Err(Fail::TooMany(u64::try_from(wait).unwrap_or(1)))
    }

    /// Forgets the tries under this name: the last one was right.
    pub async fn forgive(&self, name: &str) -> Result<()> {
        let tx = self.begin().await?;
        tx.exec("DELETE FROM throttles WHERE name = $1", params![name]).await?;
        tx.commit().await
    }
}
