//! Jobs: what happens after a commit. Done by one node, tried again with growing pauses, laid out
//! for a person when it keeps failing.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use base::{Fail, Result, Time};
use chrono::TimeDelta;
use futures::FutureExt;
use serde::Serialize;
use tokio::sync::watch;

use crate::db::{Db, Engine, Tx};
use crate::params;
use crate::sql::Sql;

/// Tries before a job waits for a person.
const MAX_ATTEMPTS: i32 = 8;
/// How long a node may hold a job before another may take it.
const HOLD: TimeDelta = TimeDelta::minutes(5);
/// How often an idle worker looks, for jobs of other nodes and jobs that wait for their time.
const LOOK: Duration = Duration::from_secs(2);

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
    /// What went wrong last.
    pub last_error: Option<String>,
    /// When it was asked for.
    pub created_at: Time,
}
crate::from_row!(JobRow: id, kind, payload, attempts, last_error, created_at);

/// What a handler says at the end.
pub enum Done {
    /// It is done (or there is nothing left to do).
    Yes,
    /// Trying again cannot help: straight to the dead letters, with the reason.
    Never(String),
}

/// Does one kind of job. May be called twice for the same job: the second time must do no harm.
#[async_trait::async_trait]
pub trait Handler: Send + Sync {
    /// The kind it does.
    fn kind(&self) -> &'static str;
    /// Does it. An error means: try again later.
    async fn run(&self, payload: &str) -> Result<Done>;
    /// It became a dead letter: whoever waits for it should be told.
    async fn given_up(&self, _payload: &str) -> Result<()> {
        Ok(())
    }
}

impl Tx {
    /// Asks for a job after this transaction.
    pub async fn enqueue(&self, kind: &str, payload: &(impl Serialize + Sync)) -> Result<()> {
        let payload = serde_json::to_string(payload).map_err(Fail::internal)?;
        let now = self.now();
        self.exec(
            "INSERT INTO jobs (id, kind, payload, run_at, created_at) VALUES ($1, $2, $3, $4, $4)",
            params![self.new_id(), kind, payload, now],
        )
        .await?;
        Ok(())
    }
}

/// Takes jobs and runs their handlers, a few at a time, until told to stop.
pub struct Worker {
    db: Db,
    node: String,
    handlers: HashMap<&'static str, Arc<dyn Handler>>,
}

impl Worker {
    /// A worker of the node with this name (stable over restarts, so that it can take back what it
    /// held when it was killed).
    pub fn new(db: Db, node: String, handlers: Vec<Arc<dyn Handler>>) -> Worker {
        let handlers = handlers.into_iter().map(|handler| (handler.kind(), handler)).collect();
        Worker { db, node, handlers }
    }

    /// Frees what this node held when it last stopped without saying so.
    pub async fn take_back(&self) -> Result<u64> {
        let tx = self.db.begin().await?;
        let freed = tx
            .exec("UPDATE jobs SET holder = NULL, locked_until = NULL WHERE holder = $1", params![self.node.clone()])
            .await?;
        tx.commit().await?;
        Ok(freed)
    }

    /// Works until `stop` is true. A job under way is dropped and handed back.
    pub async fn run(&self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            match self.step(&mut stop).await {
                Ok(true) => {}
                Ok(false) => {
                    tokio::select! {
                        () = self.db.job_added() => {}
                        () = tokio::time::sleep(LOOK) => {}
                        _ = stop.changed() => {}
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "the worker cannot reach its jobs");
                    tokio::select! {
                        () = tokio::time::sleep(LOOK) => {}
                        _ = stop.changed() => {}
                    }
                }
            }
        }
    }

    /// Does jobs until none is due (tests, command line).
    pub async fn drain(&self) -> Result<usize> {
        let (_keep, mut stop) = watch::channel(false);
        let mut done = 0;
        while self.step(&mut stop).await? {
            done += 1;
        }
        Ok(done)
    }

    async fn step(&self, stop: &mut watch::Receiver<bool>) -> Result<bool> {
        let Some(job) = self.claim().await? else { return Ok(false) };
        let Some(handler) = self.handlers.get(job.kind.as_str()) else {
            self.failed(&job, "no handler for this kind of job", true).await?;
            return Ok(true);
        };
        if job.attempts > MAX_ATTEMPTS {
            // It ended the program each time: nobody was left to say so.
            self.failed(&job, "given up: it never came to an end", true).await?;
            return Ok(true);
        }
        let work = AssertUnwindSafe(handler.run(&job.payload)).catch_unwind();
        let outcome = tokio::select! {
            outcome = work => outcome.unwrap_or_else(|_| Err(Fail::internal("the handler panicked"))),
            () = told(stop) => {
                self.hand_back(&job).await?;
                return Ok(false);
            }
        };
        match outcome {
            Ok(Done::Yes) => self.finished(&job).await?,
            Ok(Done::Never(reason)) => self.failed(&job, &reason, true).await?,
            Err(error) => self.failed(&job, &error.to_string(), job.attempts >= MAX_ATTEMPTS).await?,
        }
        Ok(true)
    }

    async fn claim(&self) -> Result<Option<JobRow>> {
        let now = self.db.clock().now();
        // An idle worker must not take the writer's place only to find nothing.
        let waiting = "dead = FALSE AND run_at <= $1 AND (locked_until IS NULL OR locked_until < $1)";
        let any = self.db.read().raw(&format!("SELECT id FROM jobs WHERE {waiting} LIMIT 1"), params![now]).await?;
        if any.is_empty() {
            return Ok(None);
        }
        let skip = if self.db.engine() == Engine::Postgres { "FOR UPDATE SKIP LOCKED" } else { "" };
        let tx = self.db.begin().await?;
        let job = tx
            .first(
                &format!(
                    "UPDATE jobs SET attempts = attempts + 1, holder = $2, locked_until = $3 WHERE id = \
                     (SELECT id FROM jobs WHERE {waiting} ORDER BY run_at, id LIMIT 1 {skip}) \
                     RETURNING id, kind, payload, attempts, last_error, created_at"
                ),
                params![now, self.node.clone(), now + HOLD],
            )
            .await?;
        tx.commit().await?;
        Ok(job)
    }

    async fn finished(&self, job: &JobRow) -> Result<()> {
        let tx = self.db.begin().await?;
        tx.exec("DELETE FROM jobs WHERE id = $1 AND holder = $2", params![job.id, self.node.clone()]).await?;
        tx.commit().await
    }

    async fn hand_back(&self, job: &JobRow) -> Result<()> {
        let tx = self.db.begin().await?;
        tx.exec(
            "UPDATE jobs SET attempts = attempts - 1, holder = NULL, locked_until = NULL WHERE id = $1",
            params![job.id],
        )
        .await?;
        tx.commit().await
    }

    async fn failed(&self, job: &JobRow, reason: &str, dead: bool) -> Result<()> {
        tracing::warn!(job = job.id, kind = job.kind, attempts = job.attempts, dead, reason, "a job failed");
        let pause = TimeDelta::seconds(5 << job.attempts.clamp(0, 12));
        let reason: String = reason.chars().take(1000).collect();
        let tx = self.db.begin().await?;
        tx.exec(
            "UPDATE jobs SET holder = NULL, locked_until = NULL, run_at = $2, last_error = $3, dead = $4 WHERE id = $1",
            params![job.id, self.db.clock().now() + pause, reason, dead],
        )
        .await?;
        tx.commit().await?;
        match self.handlers.get(job.kind.as_str()) {
            Some(handler) if dead => handler.given_up(&job.payload).await,
            _ => Ok(()),
        }
    }
}

/// Resolves when `stop` is true.
async fn told(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// `(waiting, dead)`.
pub async fn job_counts(sql: &Sql) -> Result<(i64, i64)> {
    let dead = sql.number("SELECT COUNT(*) AS n FROM jobs WHERE dead", vec![]).await?;
    let waiting = sql.number("SELECT COUNT(*) AS n FROM jobs WHERE NOT dead", vec![]).await?;
    Ok((waiting, dead))
}

/// Dead letters, or jobs that wait; the newest first, at most 100.
pub async fn dead_jobs(sql: &Sql, dead: bool) -> Result<Vec<JobRow>> {
    sql.all(
        "SELECT id, kind, payload, attempts, last_error, created_at FROM jobs WHERE dead = $1 ORDER BY id DESC LIMIT 100",
        params![dead],
    )
    .await
}

/// Gives a dead letter a new set of tries.
pub async fn retry_job(tx: &Tx, id: i64) -> Result<()> {
    let found = tx
        .exec("UPDATE jobs SET dead = FALSE, attempts = 0, run_at = $2 WHERE id = $1 AND dead", params![id, tx.now()])
        .await?;
    if found == 0 { Err(Fail::NotFound) } else { Ok(()) }
}

/// Throws a dead letter away.
pub async fn drop_job(tx: &Tx, id: i64) -> Result<()> {
    let found = tx.exec("DELETE FROM jobs WHERE id = $1 AND dead", params![id]).await?;
    if found == 0 { Err(Fail::NotFound) } else { Ok(()) }
}
