//! Following events by name: notices, and whatever else stands on what was done.
//!
//! A follower has one place for all nodes, and one node at a time goes on from it. What it does and the new place are one
//! transaction: a node that dies has done neither. Events come in commit order; on PostgreSQL only those before the
//! oldest transaction that is still open, as in [`crate::changes`].

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use base::{Fail, Result, Time};
use futures::FutureExt;
use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use crate::db::{Db, Tx};
use crate::engine::Engine;
use crate::events::{EVENT, Event};
use crate::jobs::{Does, Done, Handler, Payload, Queue, handler};
use crate::params;
use crate::sql::Sql;
use crate::statement::Statement;

/// Events taken in one transaction.
const STEP: usize = 50;
/// How long one event may take: others who write may be waiting.
const LIMIT: Duration = Duration::from_secs(20);
/// Times that an event is tried while something is away or in the way, before it is set aside.
const TRIES: usize = 5;
/// A pause after a step: what is done meanwhile is one step together, so that following takes the writer's place a few
/// times in a second at most.
const GATHER: Duration = Duration::from_millis(250);
/// How often an idle node looks for events of other nodes, and for those that wait for an open transaction.
const LOOK: Duration = Duration::from_millis(500);

/// Does something about each event.
#[async_trait]
pub trait Follows: Send + Sync + 'static {
    /// Its name, for ever: its place is kept under it.
    fn name(&self) -> &'static str;

    /// A new one begins with the first event that can be followed, instead of the next one.
    fn begins_with_the_first(&self) -> bool {
        false
    }

    /// Does it, in this transaction, which also keeps that it is done. What is not its concern it leaves alone. After an
    /// error the event is tried again alone, and then by a job, out of its order.
    async fn take(&self, tx: &Tx, event: &Event) -> Result<()>;
}

/// Brings somebody who follows up to date.
pub struct EventFollower {
    db: Db,
    who: Arc<dyn Follows>,
    /// It has a place.
    begun: AtomicBool,
    /// Times that the next event was tried in vain while something was away.
    tries: AtomicUsize,
}

/// Why a step was not taken, and at which event.
struct Failed {
    event: Option<i64>,
    fail: Fail,
}

impl From<Fail> for Failed {
    fn from(fail: Fail) -> Failed {
        Failed { event: None, fail }
    }
}

impl EventFollower {
    /// Nothing is done yet.
    pub fn new(db: Db, who: Arc<dyn Follows>) -> EventFollower {
        EventFollower { db, who, begun: AtomicBool::new(false), tries: AtomicUsize::new(0) }
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        self.who.name()
    }

    /// Gives it its place, if it has none: before anybody does what it is to follow.
    pub async fn begin(&self) -> Result<()> {
        let tx = self.db.begin().await?;
        tx.adopt_foreign_events().await?;
        let bound = if self.who.begins_with_the_first() { 0 } else { bound(&tx).await? };
        tx.exec(
            "INSERT INTO event_followers (name, position, event) VALUES ($1, $2, 0) ON CONFLICT (name) DO NOTHING",
            params![self.name(), bound],
        )
        .await?;
        tx.commit().await?;
        self.begun.store(true, Ordering::SeqCst);
        Ok(())
    }

    /// Whether nothing that is committed is left, also nothing that waits for an open transaction.
    pub async fn is_level(&self) -> Result<bool> {
        Ok(!waits(&self.db.read(), self.name(), "").await?)
    }

    /// Takes every event that can be followed now; answers how many.
    ///
    /// # Errors
    /// When the database does not answer, or others are in the way: the same again may go on.
    pub async fn catch_up(&self) -> Result<usize> {
        if !self.begun.load(Ordering::SeqCst) {
            self.begin().await?;
        }
        let (mut taken, mut alone) = (0, 0);
        // An idle node must not take the writer's place only to find nothing.
        while waits(&self.db.read(), self.name(), settled(self.db.engine())).await? {
            match self.step(if alone > 0 { 1 } else { STEP }).await {
                Ok(0) => break,
                Ok(more) => {
                    self.tries.store(0, Ordering::SeqCst);
                    taken += more;
                    alone -= more.min(alone);
                }
                Err(Failed { event: None, fail }) => return Err(fail),
                // One of these: the others are not kept waiting for it.
                Err(_) if alone == 0 => alone = STEP,
                Err(Failed { event: Some(event), fail }) => {
                    self.forgive(event, fail).await?;
                    taken += 1;
                    alone -= 1;
                }
            }
        }
        Ok(taken)
    }

    /// The next events, all of them or none.
    async fn step(&self, limit: usize) -> Result<usize, Failed> {
        let tx = self.db.begin().await?;
        let events = self.next(&tx, limit).await?;
        let Some(last) = events.last() else { return Ok(0) };
        for event in &events {
            let done = within(self.who.take(&tx, event)).await;
            done.map_err(|fail| Failed { event: Some(event.id), fail })?;
        }
        self.stand_at(&tx, last).await?;
        tx.commit().await?;
        Ok(events.len())
    }

    /// The next events, and nobody else takes them until this transaction is over.
    async fn next(&self, tx: &Tx, limit: usize) -> Result<Vec<Event>> {
        tx.one_at_a_time(&format!("follower:{}", self.name())).await?;
        let settled = settled(self.db.engine());
        let text = format!(
            "SELECT {EVENT} FROM event_followers f JOIN events e ON (e.position, e.id) > (f.position, f.event) \
             WHERE f.name = ? {settled} ORDER BY e.position, e.id LIMIT ?"
        );
        let values = params![self.name(), i64::try_from(limit).map_err(Fail::internal)?];
        Statement::new(text, values).in_own_words().all(tx).await
    }

    async fn stand_at(&self, tx: &Tx, event: &Event) -> Result<()> {
        tx.exec(
            "UPDATE event_followers SET position = $2, event = $3 WHERE name = $1",
            params![self.name(), event.position, event.id],
        )
        .await
        .map(|_| ())
    }

    /// Goes on after an event that cannot be taken: a job tries it again, and shows it to a person in the end.
    async fn forgive(&self, id: i64, fail: Fail) -> Result<()> {
        let away = matches!(fail, Fail::Unavailable(_) | Fail::Contended(_));
        if away && self.tries.fetch_add(1, Ordering::SeqCst) + 1 < TRIES {
            return Err(fail);
        }
        let tx = self.db.begin().await?;
        // Where another node has gone on meanwhile, it has seen to it.
        let Some(event) = self.next(&tx, 1).await?.pop().filter(|next| next.id == id) else { return Ok(()) };
        tx.exec(
            "INSERT INTO events_aside (follower, event, at) VALUES ($1, $2, $3)",
            params![self.name(), id, tx.now()],
        )
        .await?;
        tx.enqueue(&Again { follower: self.name().to_owned(), event: id }).await?;
        self.stand_at(&tx, &event).await?;
        tx.commit().await?;
        self.tries.store(0, Ordering::SeqCst);
        let name = self.name();
        tracing::error!(event = id, kind = event.kind, follower = name, error = %fail, "an event is set aside");
        Ok(())
    }

    /// Follows until `stop` is true.
    pub async fn run(&self, mut stop: watch::Receiver<bool>) {
        let mut added = self.db.events_added();
        while !*stop.borrow() {
            added.borrow_and_update();
            // What is under way when it is stopped never was.
            let tried = tokio::select! {
                tried = self.catch_up() => tried,
                _ = stop.wait_for(|stop| *stop) => return,
            };
            let pause = match tried {
                Ok(0) => Duration::ZERO,
                Ok(_) => GATHER,
                Err(error) => {
                    tracing::warn!(%error, follower = self.name(), "events cannot be followed");
                    LOOK * 4
                }
            };
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                _ = stop.changed() => {}
            }
            tokio::select! {
                _ = added.changed() => {}
                () = tokio::time::sleep(LOOK) => {}
                _ = stop.changed() => {}
            }
        }
    }
}

/// The outcome of work that may neither last for ever nor take the program with it.
async fn within(work: impl Future<Output = Result<()>>) -> Result<()> {
    match tokio::time::timeout(LIMIT, AssertUnwindSafe(work).catch_unwind()).await {
        Ok(Ok(done)) => done,
        Ok(Err(_)) => Err(Fail::internal("it panicked")),
        Err(_) => Err(Fail::internal(format!("it took longer than {} s", LIMIT.as_secs()))),
    }
}

/// The part of a statement that keeps out what stands behind a transaction that is still open.
fn settled(engine: Engine) -> &'static str {
    match engine {
        Engine::Postgres => "AND e.position < pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
        Engine::Sqlite => "",
    }
}

/// Is there an event that this follower has not taken?
async fn waits(sql: &Sql, name: &str, settled: &str) -> Result<bool> {
    let any = format!(
        "SELECT 1 AS n FROM event_followers f JOIN events e ON (e.position, e.id) > (f.position, f.event) \
         WHERE f.name = $1 {settled} LIMIT 1"
    );
    Ok(!sql.raw_in_own_words(&any, params![name]).await?.is_empty())
}

/// The position before which everything is committed.
async fn bound(sql: &Sql) -> Result<i64> {
    match sql.engine() {
        Engine::Postgres => crate::changes::change_bound(sql).await,
        Engine::Sqlite => sql.number("SELECT COALESCE(MAX(position), 0) + 1 AS n FROM events", vec![]).await,
    }
}

impl Tx {
    /// Gives places of this cluster to events of another one, whose transactions were counted from higher numbers: a
    /// restored database. What everybody had taken there is followed no more; what somebody had not, and what was done
    /// here since, comes next.
    async fn adopt_foreign_events(&self) -> Result<()> {
        if self.engine() != Engine::Postgres {
            return Ok(());
        }
        let here = "pg_current_xact_id()::text::bigint";
        let foreign = "position >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
        for statement in [
            format!(
                "UPDATE events SET position = NULL WHERE {foreign} AND NOT EXISTS (SELECT 1 FROM event_followers f \
                 WHERE (events.position, events.id) > (f.position, f.event))"
            ),
            format!("UPDATE events SET position = {here} WHERE {foreign}"),
            format!(
                "UPDATE events SET position = {here} WHERE position IS NOT NULL \
                 AND id > (SELECT MIN(event) FROM event_followers WHERE event > 0 AND {foreign})"
            ),
            format!("UPDATE event_followers SET position = {here}, event = 0 WHERE {foreign}"),
        ] {
            self.exec_in_own_words(&statement, vec![]).await?;
        }
        Ok(())
    }
}

/// An event that was set aside is tried again.
#[derive(Serialize, Deserialize)]
struct Again {
    follower: String,
    event: i64,
}

impl Payload for Again {
    const KIND: &'static str = "event.again";
    const QUEUE: Queue = Queue::Work;
}

/// Who tries events again that these set aside.
pub fn tries_again(db: &Db, followers: Vec<Arc<dyn Follows>>) -> Arc<dyn Handler> {
    handler::<Again>(TriesAgain { db: db.clone(), followers })
}

struct TriesAgain {
    db: Db,
    followers: Vec<Arc<dyn Follows>>,
}

#[async_trait]
impl Does<Again> for TriesAgain {
    async fn work(&self, job: Again, _id: i64) -> Result<Done> {
        let Some(who) = self.followers.iter().find(|own| own.name() == job.follower) else {
            return Ok(Done::Never(format!("nobody is called `{}` who follows events", job.follower)));
        };
        let tx = self.db.begin().await?;
        let aside = tx
            .exec("DELETE FROM events_aside WHERE follower = $1 AND event = $2", params![job.follower, job.event])
            .await?;
        // Done before, by a worker that died before it could say so.
        if aside == 0 {
            return Ok(Done::Yes);
        }
        let Some(event) = Event::find(&tx, job.event).await? else {
            return Ok(Done::Never("the event is forgotten".into()));
        };
        who.take(&tx, &event).await?;
        tx.commit().await?;
        Ok(Done::Yes)
    }
}

/// How far somebody is who follows.
#[derive(Clone, Debug)]
pub struct Following {
    /// Their name.
    pub name: String,
    /// Since when the first event waits that they have not taken; none: they are level.
    pub since: Option<Time>,
    /// Events that they set aside and that are not done yet.
    pub aside: i64,
}
crate::from_row!(Following: name, since, aside);

/// Everybody who follows events, also who is no longer known.
pub async fn following(sql: &Sql) -> Result<Vec<Following>> {
    sql.all(
        "SELECT f.name, (SELECT e.at FROM events e WHERE (e.position, e.id) > (f.position, f.event) \
         ORDER BY e.position, e.id LIMIT 1) AS since, \
         (SELECT COUNT(*) FROM events_aside a WHERE a.follower = f.name) AS aside \
         FROM event_followers f ORDER BY f.name LIMIT 100",
        vec![],
    )
    .await
}
