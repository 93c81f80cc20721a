//! Taking jobs and doing them.

use std::collections::HashMap;
use std::marker::PhantomData;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};

use base::{Fail, Result, Time};
use chrono::TimeDelta;
use futures::FutureExt;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::office::{JOB_COLUMNS, JobRow};
use super::schedule::Schedule;
use super::{Payload, Queue};
use crate::db::{Db, Tx};
use crate::engine::Engine;
use crate::params;
use crate::statement::{Condition, Statement, Update};

/// Tries before a job waits for a person. What is away (see [`Fail::Unavailable`]) is no try.
const MAX_ATTEMPTS: i32 = 8;
/// How long a job may wait for something that is away before it waits for a person.
const OUTAGE: TimeDelta = TimeDelta::days(7);
/// The longest pause between two tries.
const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(10);
/// How long a claim holds without a heart-beat before another worker may take the job.
pub(super) const HOLD: TimeDelta = TimeDelta::seconds(60);
/// From one heart-beat to the next.
const BEAT: Duration = Duration::from_secs(20);
/// How often an idle worker looks, for jobs of other nodes and jobs that wait for their time.
const LOOK: Duration = Duration::from_secs(2);
/// How long a job waits for a node that knows its kind.
const UNKNOWN: TimeDelta = TimeDelta::days(1);
/// How often jobs are looked for that no node knows.
const LOOK_FOR_UNKNOWN: Duration = Duration::from_secs(60 * 60);
/// Tries to write down what came of a job.
const NOTES: usize = 5;

/// What a handler says at the end.
pub enum Done {
    /// It is done (or there is nothing left to do).
    Yes,
    /// Trying again cannot help: straight to the dead letters, with the reason.
    Never(String),
}

/// Does one kind of job. May be called twice for the same job: the second time must do no harm.
#[async_trait::async_trait]
pub trait Does<P: Payload>: Send + Sync {
    /// Does it. An error means: try again later. [`Fail::Unavailable`]: something that it needs is away, so that this
    /// was no try.
    async fn work(&self, job: P, id: i64) -> Result<Done>;
    /// It became a dead letter: whoever waits for it should be told.
    async fn given_up(&self, _job: P) -> Result<()> {
        Ok(())
    }
}

/// A [`Does`] whatever its payload.
#[async_trait::async_trait]
pub trait Handler: Send + Sync {
    /// The kind it does.
    fn kind(&self) -> &'static str;
    /// Whose work it is.
    fn queue(&self) -> Queue;
    /// How long one try may take.
    fn limit(&self) -> Duration;
    /// Does it.
    async fn run(&self, payload: &str, id: i64) -> Result<Done>;
    /// It became a dead letter.
    async fn given_up(&self, payload: &str) -> Result<()>;
}

/// Makes a handler of whoever does a kind of job.
pub fn handler<P: Payload>(job: impl Does<P> + 'static) -> Arc<dyn Handler> {
    Arc::new(Typed { job, payload: PhantomData })
}

struct Typed<P, J> {
    job: J,
    payload: PhantomData<fn() -> P>,
}

#[async_trait::async_trait]
impl<P: Payload, J: Does<P>> Handler for Typed<P, J> {
    fn kind(&self) -> &'static str {
        P::KIND
    }

    fn queue(&self) -> Queue {
        P::QUEUE
    }

    fn limit(&self) -> Duration {
        P::LIMIT
    }

    async fn run(&self, payload: &str, id: i64) -> Result<Done> {
        match serde_json::from_str(payload) {
            Ok(job) => self.job.work(job, id).await,
            Err(error) => Ok(Done::Never(format!("its payload cannot be read: {error}"))),
        }
    }

    async fn given_up(&self, payload: &str) -> Result<()> {
        match serde_json::from_str(payload) {
            Ok(job) => self.job.given_up(job).await,
            Err(_) => Ok(()),
        }
    }
}

/// Takes jobs and runs their handlers until told to stop.
pub struct Worker {
    db: Db,
    node: String,
    handlers: HashMap<&'static str, Arc<dyn Handler>>,
    schedules: Vec<Schedule>,
    beat: Duration,
}

/// Holds on to a job for some more time; answers whether it is still held by this claim.
async fn renewed(db: Db, job: i64, claim: i64) -> Result<bool> {
    let until = db.clock().now() + HOLD;
    let tx = db.begin().await?;
    let own = params![job, claim, until];
    let held = tx.exec("UPDATE jobs SET locked_until = $3 WHERE id = $1 AND claim = $2", own).await?;
    tx.commit().await?;
    Ok(held == 1)
}

/// A job that this worker holds.
struct Held {
    job: JobRow,
    claim: i64,
    handler: Arc<dyn Handler>,
    /// When it was claimed.
    since: Instant,
}

/// What a job is claimed by.
#[derive(Clone, Copy)]
struct Claim {
    id: i64,
    /// Before it was written: it holds from then on, or a little longer.
    since: Instant,
}

impl Claim {
    fn new(db: &Db) -> Claim {
        Claim { id: db.new_id(), since: Instant::now() }
    }
}

/// Why a try did not do its job.
enum Undone {
    HandedBack,
    Lost,
    Failed { reason: String, dead: bool, counts: bool },
}

impl Worker {
    /// A worker of the node with this name (stable over restarts, so that it can take back what it
    /// held when it was killed).
    pub fn new(db: Db, node: String, handlers: Vec<Arc<dyn Handler>>) -> Worker {
        let handlers = handlers.into_iter().map(|handler| (handler.kind(), handler)).collect();
        Worker { db, node, handlers, schedules: Vec::new(), beat: BEAT }
    }

    /// Asks for these at their times.
    pub fn scheduled(mut self, schedules: Vec<Schedule>) -> Worker {
        self.schedules = schedules;
        self
    }

    /// The kinds of jobs that it does.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.handlers.keys().copied()
    }

    /// With another heart-beat, for tests.
    pub fn beating(mut self, beat: Duration) -> Worker {
        self.beat = beat;
        self
    }

    /// Frees what this node held when it last stopped without saying so. Not for a node that shares its name with one
    /// that works.
    pub async fn take_back(&self) -> Result<u64> {
        let tx = self.db.begin().await?;
        let freed = tx
            .exec(
                "UPDATE jobs SET holder = NULL, claim = NULL, locked_until = $2 WHERE holder = $1 AND \
                 (once IS NULL OR NOT EXISTS (SELECT 1 FROM jobs o WHERE o.kind = jobs.kind AND o.once = jobs.once \
                 AND o.claim IS NULL AND NOT o.dead))",
                params![self.node.clone(), free()],
            )
            .await?;
        // What waits in their place stands for the others.
        tx.exec("DELETE FROM jobs WHERE holder = $1 AND once IS NOT NULL", params![self.node.clone()]).await?;
        tx.commit().await?;
        Ok(freed)
    }

    /// Does jobs of this queue until `stop` is true. A job under way is dropped and handed back.
    pub async fn run(&self, queue: Queue, mut stop: watch::Receiver<bool>) {
        let mut added = self.db.jobs_added();
        let (mut looked, mut kept): (Option<Instant>, Option<Instant>) = (None, None);
        let mut next = None;
        while !*stop.borrow() {
            if queue == Queue::Work && looked.is_none_or(|at| at.elapsed() > LOOK_FOR_UNKNOWN) {
                looked = Some(Instant::now());
                if let Err(error) = self.lay_out_unknown().await {
                    tracing::warn!(%error, "jobs that nobody knows are not laid out");
                }
            }
            added.borrow_and_update();
            let since = self.db.clock().now();
            // One who has much to do need not look between two jobs.
            let stepped = match self.keep_schedules_at_times(&mut kept).await {
                Ok(()) => self.step(queue, &mut stop, &mut next).await,
                Err(error) => Err(error),
            };
            match stepped {
                Ok(true) => continue,
                Ok(false) => match self.adopt().await {
                    Ok(0) => {}
                    Ok(_) => continue,
                    Err(error) => tracing::warn!(%error, "the worker cannot reach its jobs"),
                },
                Err(error) => tracing::warn!(%error, "the worker cannot reach its jobs"),
            }
            let pause = self.until_due(queue, since).await;
            tokio::select! {
                _ = added.changed() => {}
                () = tokio::time::sleep(pause) => {}
                _ = stop.changed() => {}
            }
        }
        if let Some(held) = next
            && let Err(error) = self.note(&held, Undone::HandedBack).await
        {
            tracing::warn!(job = held.job.id, %error, "a job is not handed back: it waits until its claim is over");
        }
    }

    /// How long a worker that found nothing at `since` sleeps: until the next job of this queue that waits for its time, and no longer than it
    /// looks for those of other nodes. When a job is done must not tell that nobody looked: whoever knows how long
    /// reading takes would learn that a file was read before.
    async fn until_due(&self, queue: Queue, since: Time) -> Duration {
        let next = Statement::new("SELECT run_at FROM jobs", ())
            .when("queue = ? AND dead = FALSE AND claim IS NULL AND run_at > ?", params![queue.code(), since])
            .push("ORDER BY run_at LIMIT 1", ())
            .raw(&self.db.read())
            .await;
        let next: Option<Time> = next.ok().and_then(|rows| rows.first().and_then(|row| row.get("run_at").ok()));
        // One that fell due meanwhile is not waited for.
        next.map_or(LOOK, |next| (next - self.db.clock().now()).to_std().unwrap_or_default().min(LOOK))
    }

    /// Does jobs until none is due (tests, command line).
    pub async fn drain(&self) -> Result<usize> {
        let (_keep, mut stop) = watch::channel(false);
        let (mut done, mut next) = (0, None);
        self.keep_schedules().await?;
        loop {
            let mut worked = false;
            for queue in Queue::ALL {
                while self.step(queue, &mut stop, &mut next).await? {
                    done += 1;
                    worked = true;
                }
            }
            if !worked {
                return Ok(done);
            }
        }
    }

    /// Keeps the schedules, unless that was done less than [`LOOK`] ago.
    async fn keep_schedules_at_times(&self, kept: &mut Option<Instant>) -> Result<()> {
        if kept.is_none_or(|at| at.elapsed() >= LOOK) {
            self.keep_schedules().await?;
            *kept = Some(Instant::now());
        }
        Ok(())
    }

    async fn keep_schedules(&self) -> Result<()> {
        for schedule in &self.schedules {
            schedule.keep(&self.db).await?;
        }
        Ok(())
    }

    /// Does one job: `next`, where that one is claimed already, or the first that is due. Afterwards `next` is the one that was
    /// claimed as this one was done.
    async fn step(&self, queue: Queue, stop: &mut watch::Receiver<bool>, next: &mut Option<Held>) -> Result<bool> {
        if let Some(held) = next.as_ref()
            && !self.still_holds(held).await?
        {
            *next = None;
        }
        let held = match next.take() {
            Some(held) => held,
            None => match self.claim(queue).await? {
                Some(held) => held,
                None => return Ok(false),
            },
        };
        match self.attempt(&held, stop).await {
            Ok(()) => {
                // Who is told to stop takes no other one.
                let queue = (!*stop.borrow()).then_some(queue);
                *next = self.done(&held, queue).await?;
                Ok(true)
            }
            Err(undone) => {
                let handed_back = matches!(undone, Undone::HandedBack);
                self.note(&held, undone).await?;
                Ok(!handed_back)
            }
        }
    }

    /// One try, with its heart-beat.
    async fn attempt(&self, held: &Held, stop: &mut watch::Receiver<bool>) -> std::result::Result<(), Undone> {
        if held.job.attempts > MAX_ATTEMPTS {
            // It ended the program each time: nobody was left to say so.
            return Err(Undone::Failed {
                reason: "given up: it never came to an end".into(),
                dead: true,
                counts: true,
            });
        }
        let limit = held.handler.limit();
        let work = AssertUnwindSafe(held.handler.run(&held.job.payload, held.job.id)).catch_unwind();
        let work = tokio::time::timeout(limit, work);
        let outcome = tokio::select! {
            outcome = work => outcome,
            () = self.beat_on(held) => return Err(Undone::Lost),
            () = told(stop) => return Err(Undone::HandedBack),
        };
        let attempts_are_up = held.job.attempts >= MAX_ATTEMPTS;
        let (reason, dead, counts) = match outcome {
            Ok(Ok(Ok(Done::Yes))) => return Ok(()),
            Ok(Ok(Ok(Done::Never(reason)))) => (reason, true, true),
            Ok(Ok(Err(error @ (Fail::Unavailable(_) | Fail::Contended(_))))) => {
                let dead = self.db.clock().now() - held.job.created_at > OUTAGE;
                (error.to_string(), dead, false)
            }
            Ok(Ok(Err(error))) => (error.to_string(), attempts_are_up, true),
            Ok(Err(_)) => ("the handler panicked".into(), attempts_are_up, true),
            Err(_) => (format!("it took longer than {} s", limit.as_secs()), attempts_are_up, true),
        };
        Err(Undone::Failed { reason, dead, counts })
    }

    /// Whether a job that was claimed ahead is still this worker's: nobody's heart beat for it.
    async fn still_holds(&self, held: &Held) -> Result<bool> {
        if held.since.elapsed() < self.beat { Ok(true) } else { self.renew(held).await }
    }

    /// Holds on to a job; ends when somebody else has it.
    async fn beat_on(&self, held: &Held) {
        loop {
            tokio::time::sleep(self.beat).await;
            match self.renew(held).await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => tracing::warn!(job = held.job.id, %error, "a job's heart-beat failed"),
            }
        }
    }

    /// In a task of its own, which ends with whoever waits for it: the job goes on meanwhile, and what it waits for outside is
    /// not waited for in this transaction.
    async fn renew(&self, held: &Held) -> Result<bool> {
        let mut beat = JoinSet::new();
        beat.spawn(renewed(self.db.clone(), held.job.id, held.claim));
        beat.join_next()
            .await
            .map_or_else(|| Err(Fail::internal("no heart-beat")), |ended| ended.map_err(Fail::internal)?)
    }

    /// Puts jobs that a program of before asked for, which knew no queues, into theirs.
    async fn adopt(&self) -> Result<u64> {
        let any = self.db.read().raw("SELECT id FROM jobs WHERE queue = '' LIMIT 1", vec![]).await?;
        if any.is_empty() {
            return Ok(0);
        }
        let tx = self.db.begin().await?;
        let mut adopted = 0;
        for handler in self.handlers.values() {
            adopted += tx
                .exec(
                    "UPDATE jobs SET queue = $1 WHERE queue = '' AND kind = $2",
                    params![handler.queue().code(), handler.kind()],
                )
                .await?;
        }
        tx.commit().await?;
        Ok(adopted)
    }

    /// Which jobs of a queue this node may take now. Kinds that it does not know wait for a newer one.
    fn due(&self, queue: Queue, now: Time) -> Option<Condition> {
        let kinds: Vec<&str> =
            self.handlers.values().filter(|handler| handler.queue() == queue).map(|handler| handler.kind()).collect();
        (!kinds.is_empty()).then(|| due(queue, now).and(Condition::among("kind", kinds)))
    }

    async fn claim(&self, queue: Queue) -> Result<Option<Held>> {
        let Some(due) = self.due(queue, self.db.clock().now()) else { return Ok(None) };
        // An idle worker must not take the writer's place only to find nothing.
        let any = Statement::new("SELECT id FROM jobs", ()).meets(due).push("LIMIT 1", ());
        if any.raw(&self.db.read()).await?.is_empty() {
            return Ok(None);
        }
        let claim = Claim::new(&self.db);
        let tx = self.db.begin().await?;
        let held = self.claim_with(&tx, queue, claim).await?;
        tx.commit().await?;
        Ok(held)
    }

    async fn claim_with(&self, tx: &Tx, queue: Queue, claim: Claim) -> Result<Option<Held>> {
        let now = tx.now();
        let Some(due) = self.due(queue, now) else { return Ok(None) };
        let job = self.claim_first(due, claim.id, now + HOLD).first(tx).await?;
        Ok(self.held(job, claim))
    }

    fn held(&self, job: Option<JobRow>, claim: Claim) -> Option<Held> {
        let job = job?;
        let handler = self.handlers.get(job.kind.as_str())?.clone();
        Some(Held { job, claim: claim.id, handler, since: claim.since })
    }

    /// Takes the first of these jobs, unless another worker is just taking it.
    fn claim_first(&self, due: Condition, claim: i64, until: base::Time) -> Statement {
        let skips = self.db.engine() == Engine::Postgres;
        let first =
            Statement::new("SELECT id FROM jobs", ()).meets(due).push("ORDER BY priority, run_at, id LIMIT 1", ());
        let first = if skips { first.push("FOR UPDATE SKIP LOCKED", ()) } else { first };
        let taken = Update::of("jobs")
            .change("attempts = attempts + 1", ())
            .set("holder", self.node.as_str())
            .set("locked_until", until)
            .set("claim", claim)
            .meets(Condition::is_answer("id", first))
            .push(format!("RETURNING {JOB_COLUMNS}"), ());
        if skips { taken.in_own_words() } else { taken }
    }

    /// Writes down that a job is done, a few times if need be, and claims the next one of `queue` with it: a commit waits for
    /// the disk. What stands against the claim does not stand against the job's end: it would be done again.
    async fn done(&self, held: &Held, queue: Option<Queue>) -> Result<Option<Held>> {
        let claim = Claim::new(&self.db);
        let mut next = self.done_once(held, queue, claim).await;
        for _ in 1..NOTES {
            if !may_pass(&next) {
                break;
            }
            tokio::time::sleep(self.beat / 10).await;
            next = self.done_once(held, queue, claim).await;
        }
        if next.is_err() && queue.is_some() { self.done_once(held, None, claim).await } else { next }
    }

    async fn done_once(&self, held: &Held, queue: Option<Queue>, claim: Claim) -> Result<Option<Held>> {
        let tx = self.db.begin().await?;
        let own = params![held.job.id, held.claim];
        let noted = Noted::of(tx.exec("DELETE FROM jobs WHERE id = $1 AND claim = $2", own).await?);
        let next = match (noted, queue) {
            (Noted::Here, None) => None,
            (Noted::Here, Some(queue)) => self.claim_with(&tx, queue, claim).await?,
            // Perhaps a commit lasted whose answer was lost: then the next one is claimed by it.
            _ => {
                let claimed = format!("SELECT {JOB_COLUMNS} FROM jobs WHERE claim = $1");
                self.held(tx.first(&claimed, params![claim.id]).await?, claim)
            }
        };
        tx.commit().await?;
        if next.is_none() {
            warn_if_lost(noted, held);
        }
        Ok(next)
    }

    /// Writes down what came of it, a few times if need be: what was done would be done again.
    async fn note(&self, held: &Held, undone: Undone) -> Result<()> {
        let mut noted = self.note_once(held, &undone).await;
        for _ in 1..NOTES {
            if !may_pass(&noted) {
                break;
            }
            tokio::time::sleep(self.beat / 10).await;
            noted = self.note_once(held, &undone).await;
        }
        match (noted?, undone) {
            // Of one that another worker has by now, or that another stands for, nothing is given up.
            (Noted::Here, Undone::Failed { dead: true, .. }) => self.give_up(held).await,
            _ => Ok(()),
        }
    }

    /// Lets whoever asked for a job know that it is laid out; a few times if need be: nobody else would.
    async fn give_up(&self, held: &Held) -> Result<()> {
        let mut told = held.handler.given_up(&held.job.payload).await;
        for _ in 1..NOTES {
            if !may_pass(&told) {
                break;
            }
            tokio::time::sleep(self.beat / 10).await;
            told = held.handler.given_up(&held.job.payload).await;
        }
        told
    }

    async fn note_once(&self, held: &Held, undone: &Undone) -> Result<Noted> {
        let tx = self.db.begin().await?;
        let id = held.job.id;
        let noted = match undone {
            Undone::Lost => Noted::Lost,
            Undone::HandedBack => self.put_back(&tx, held, held.job.run_at, None, false, false).await?,
            Undone::Failed { reason, dead, counts } => {
                let (kind, attempts) = (&held.job.kind, held.job.attempts);
                tracing::warn!(job = id, kind, attempts, dead, reason, "a job failed");
                let pause = pause(held.job.misses);
                let reason = reason.chars().take(1000).collect();
                self.put_back(&tx, held, self.db.clock().now() + pause, Some(reason), *dead, *counts).await?
            }
        };
        tx.commit().await?;
        warn_if_lost(noted, held);
        Ok(noted)
    }

    /// Lets go of a job that is not done. Where another one waits in its place, that one stands for both.
    async fn put_back(
        &self,
        tx: &Tx,
        held: &Held,
        at: base::Time,
        reason: Option<String>,
        dead: bool,
        counts: bool,
    ) -> Result<Noted> {
        let (id, claim) = (held.job.id, held.claim);
        let replaced = tx
            .exec(
                "DELETE FROM jobs WHERE id = $1 AND claim = $2 AND once IS NOT NULL AND EXISTS \
                 (SELECT 1 FROM jobs o WHERE o.kind = jobs.kind AND o.once = jobs.once AND o.id <> jobs.id \
                 AND o.claim IS NULL AND NOT o.dead)",
                params![id, claim],
            )
            .await?;
        if replaced > 0 {
            return Ok(Noted::Replaced);
        }
        let (missed, counted) = (i64::from(reason.is_some()), i64::from(!counts));
        let own = Update::of("jobs")
            .change("holder = NULL, claim = NULL", ())
            .set("locked_until", free())
            .set("run_at", at)
            .set("dead", dead)
            .change("last_error = COALESCE(?, last_error)", reason)
            .change("misses = misses + ?", missed)
            .change("attempts = attempts - ?", counted)
            .when("id = ? AND claim = ?", params![id, claim])
            .exec(tx)
            .await?;
        Ok(Noted::of(own))
    }

    /// Lays out jobs of kinds that no node has known for a day.
    pub async fn lay_out_unknown(&self) -> Result<u64> {
        if self.handlers.is_empty() {
            return Ok(0);
        }
        let known = Condition::among("kind", self.handlers.keys().copied());
        let waits = Condition::new("NOT dead AND claim IS NULL AND run_at < ?", self.db.clock().now() - UNKNOWN);
        let tx = self.db.begin().await?;
        let laid_out = Update::of("jobs")
            .change("dead = TRUE", ())
            .set("last_error", "no node knows this kind of job")
            .meets(waits.but_not(known))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(laid_out)
    }
}

/// A job of this queue that may be taken now.
fn due(queue: Queue, now: base::Time) -> Condition {
    // Neither a pause nor a claim reaches further: what does is of a clock that was wrong.
    let wrong = now + LONGEST_PAUSE + HOLD;
    let in_time = Condition::new("run_at <= ? OR (misses > 0 AND run_at > ?)", params![now, wrong]);
    let free = Condition::new("locked_until IS NULL OR locked_until < ? OR locked_until > ?", params![now, wrong]);
    let alone = Condition::new(
        "once IS NULL OR NOT EXISTS (SELECT 1 FROM jobs o WHERE o.kind = jobs.kind AND o.once = jobs.once \
         AND o.id <> jobs.id AND o.claim IS NOT NULL AND o.locked_until >= ? AND o.locked_until <= ?)",
        params![now, wrong],
    );
    Condition::new("queue = ? AND dead = FALSE", queue.code()).and(in_time).and(free).and(alone)
}

/// Whether it may work when it is tried again.
fn may_pass<T>(tried: &Result<T>) -> bool {
    matches!(tried, Err(Fail::Unavailable(_) | Fail::Contended(_) | Fail::Taken(_)))
}

/// What a worker's note came upon.
#[derive(Clone, Copy, PartialEq)]
enum Noted {
    /// The job was its own, and is as the note says.
    Here,
    /// Another job waits in its place and stands for both.
    Replaced,
    /// Another worker has it.
    Lost,
}

impl Noted {
    fn of(rows: u64) -> Noted {
        if rows == 0 { Noted::Lost } else { Noted::Here }
    }
}

fn warn_if_lost(noted: Noted, held: &Held) {
    if noted == Noted::Lost {
        tracing::warn!(job = held.job.id, kind = held.job.kind, "another worker has taken this job over");
    }
}

/// 10 s, 20 s, 40 s … ten minutes.
fn pause(misses: i64) -> TimeDelta {
    let doubled = u32::try_from(misses.clamp(0, 10)).unwrap_or(10);
    (TimeDelta::seconds(10) * 2_i32.pow(doubled)).min(LONGEST_PAUSE)
}

/// Locked until a time that never comes: free to a worker of this program, and left alone by one of before, which would
/// take a job of any kind and lay out those that it does not know.
pub(super) fn free() -> base::Time {
    base::Time::from_timestamp(253_370_764_800, 0).unwrap_or_default()
}

/// Resolves when `stop` is true.
async fn told(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}
