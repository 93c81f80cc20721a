//! What is asked for again and again, by one node of all.

use base::Result;
use chrono::TimeDelta;

use super::{Asked, Payload};
use crate::db::Db;
use crate::params;

/// A job that is asked for at every turn of a time.
#[derive(Clone, Debug)]
pub struct Schedule {
    name: &'static str,
    every: TimeDelta,
    job: Asked,
}

impl Schedule {
    /// This job every so often; the first time at once. What was missed while no node ran is not made up for.
    ///
    /// # Errors
    /// When the job cannot be written as JSON: our own mistake.
    pub fn every<P: Payload>(every: TimeDelta, job: &P) -> Result<Schedule> {
        Ok(Schedule { name: P::KIND, every, job: Asked::of(job)? })
    }

    /// Asks for it when its time has come and no other node has.
    pub(super) async fn keep(&self, db: &Db) -> Result<()> {
        let now = db.clock().now();
        let waits = db
            .read()
            .number("SELECT COUNT(*) AS n FROM schedules WHERE name = $1 AND next_at > $2", params![self.name, now])
            .await?;
        if waits > 0 {
            return Ok(());
        }
        let tx = db.begin().await?;
        let own = tx
            .exec(
                "INSERT INTO schedules (name, next_at) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE \
                 SET next_at = excluded.next_at WHERE schedules.next_at <= $3",
                params![self.name, now + self.every, now],
            )
            .await?;
        if own == 1 {
            tx.ask(&self.job, now).await?;
        }
        tx.commit().await
    }
}
