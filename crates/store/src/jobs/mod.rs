//! Jobs: what happens after a commit. Done by one node, tried again with growing pauses, laid out
//! for a person when it keeps failing.
//!
//! Each kind has its queue, and each queue its workers, so that slow work keeps no letter waiting. Who takes a job holds
//! it with a claim of their own and a heart-beat: a job of hours is done once, and one whose node died is taken over
//! within [`worker::HOLD`].

mod office;
mod schedule;
mod worker;

use std::time::Duration;

use base::{Fail, Result, Time};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::db::Tx;
use crate::statement::Insert;

pub use office::{
    Backlog, JobRow, backlog, drop_job, forget_dead_letters, forget_old_letters, job_counts, listed_jobs, rank_waiting,
    retry_all_jobs, retry_job,
};
pub use schedule::Schedule;
pub use worker::{Does, Done, Handler, Worker, handler};

/// Workers that do nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Queue {
    /// Letters: somebody waits for them.
    Letters,
    /// What takes moments, and tidying up.
    Work,
    /// What may take minutes: reading files, printing, loading.
    Slow,
}

impl Queue {
    /// All of them.
    pub const ALL: [Queue; 3] = [Queue::Letters, Queue::Work, Queue::Slow];

    /// Its name in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Queue::Letters => "letters",
            Queue::Work => "work",
            Queue::Slow => "slow",
        }
    }
}

/// What a job is about: ids, or what somebody typed to be looked up later; never a text or a secret. The type is its payload.
pub trait Payload: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its kind, as `library.read-file`: its name for ever.
    const KIND: &'static str;
    /// Who does it.
    const QUEUE: Queue;
    /// How long one try may take before it counts as failed.
    const LIMIT: Duration = Duration::from_secs(10 * 60);

    /// Of jobs with the same name here one waits at most, and one is done at a time.
    fn once(&self) -> Option<String> {
        None
    }

    /// Before others of its queue: lower is earlier.
    fn priority(&self) -> i64 {
        0
    }
}

/// A job to be done, whatever its type.
#[derive(Clone, Debug)]
pub struct Asked {
    kind: &'static str,
    queue: Queue,
    payload: String,
    once: Option<String>,
    priority: i64,
}

impl Asked {
    /// This one.
    ///
    /// # Errors
    /// When it cannot be written as JSON: our own mistake.
    pub fn of<P: Payload>(job: &P) -> Result<Asked> {
        let payload = serde_json::to_string(job).map_err(Fail::internal)?;
        Ok(Asked { kind: P::KIND, queue: P::QUEUE, payload, once: job.once(), priority: job.priority() })
    }
}

impl Tx {
    /// Asks for a job after this transaction.
    pub async fn enqueue<P: Payload>(&self, job: &P) -> Result<()> {
        self.ask(&Asked::of(job)?, self.now()).await
    }

    /// Asks for a job at a time, or after this transaction if that is past.
    pub async fn enqueue_at<P: Payload>(&self, job: &P, at: Time) -> Result<()> {
        self.ask(&Asked::of(job)?, at).await
    }

    /// The same for a job of any type. One that waits already ([`Payload::once`]) stands for both, as soon as the sooner
    /// of them. It is touched in any case, so that nobody takes it before this transaction is over and finds that what it
    /// is about has not happened; and a pause after a failure stays.
    pub async fn ask(&self, job: &Asked, at: Time) -> Result<()> {
        self.brings_jobs.store(true, std::sync::atomic::Ordering::SeqCst);
        Insert::into("jobs")
            .set("id", self.new_id())
            .set("kind", job.kind)
            .set("payload", job.payload.as_str())
            .set("run_at", at)
            // Of what is planned its time counts: a job that meets trouble then is tried as long as any other.
            .set("created_at", at.max(self.now()))
            .set("queue", job.queue.code())
            .set("priority", job.priority)
            .set("once", job.once.as_deref())
            .set("locked_until", worker::free())
            .push(
                "ON CONFLICT (kind, once) WHERE once IS NOT NULL AND NOT dead AND claim IS NULL DO UPDATE SET \
                 run_at = CASE WHEN jobs.misses = 0 AND excluded.run_at < jobs.run_at THEN excluded.run_at \
                 ELSE jobs.run_at END, \
                 priority = CASE WHEN excluded.priority < jobs.priority THEN excluded.priority ELSE jobs.priority END",
                (),
            )
            .exec(self)
            .await
            .map(|_| ())
    }
}
