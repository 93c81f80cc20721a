//! Opening an engine; reading; one write transaction.

use std::ops::Deref;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

use base::{Clock, Fail, Ids, Result};
use tokio::sync::watch;

use crate::engine::Engine;
use crate::faults::Faults;
use crate::outside::{self, Inside};
use crate::params;
use crate::postgres::{self, Postgres};
use crate::sql::{Conn, Sql};
use crate::sqlite::{self, Sqlite};
use crate::value::Value;

/// How long the last proof that writing works is believed.
const PROOF: Duration = Duration::from_secs(2);

/// The hub's database, and who tells the workers that there is something to do.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    place: Place,
    clock: Arc<dyn Clock>,
    ids: Ids,
    faults: Arc<Faults>,
    jobs: watch::Sender<u64>,
    changes: watch::Sender<u64>,
    /// Of this process only: who writes an event wakes those who follow here.
    events: watch::Sender<u64>,
    listener: OnceLock<Listener>,
    /// Queries by a file's hash that find rows of whoever names it in tables of their own.
    file_owners: OnceLock<Vec<&'static str>>,
    /// Its statements are held against the other engine too.
    heard: AtomicBool,
    /// Transactions that lasted.
    commits: AtomicU64,
    /// When writing was last proved to work. Held while somebody tries.
    proved: tokio::sync::Mutex<Option<Instant>>,
}

enum Place {
    Sqlite(Arc<Sqlite>),
    Postgres(Arc<Postgres>),
}

type Listener = Box<dyn Fn(&[String]) + Send + Sync>;

impl Db {
    /// Opens `postgres://…` or, for anything else, the SQLite file of that path (created if new).
    pub async fn open(url: &str, clock: Arc<dyn Clock>) -> Result<Db> {
        outside::watch();
        let faults = Arc::new(Faults::default());
        let (jobs, changes) = (watch::Sender::new(0), watch::Sender::new(0));
        let place = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Place::Postgres(Postgres::open(url, faults.clone(), jobs.clone(), changes.clone()).await?)
        } else {
            Place::Sqlite(Sqlite::open(Path::new(url), faults.clone())?)
        };
        let ids = Ids::new(clock.clone());
        let (listener, file_owners) = (OnceLock::new(), OnceLock::new());
        let events = watch::Sender::new(0);
        let (commits, proved) = (AtomicU64::new(0), tokio::sync::Mutex::default());
        let heard = AtomicBool::new(false);
        let inner =
            Inner { place, clock, ids, faults, jobs, changes, events, listener, file_owners, heard, commits, proved };
        Ok(Db { inner: Arc::new(inner) })
    }

    /// Answers queries; cannot write.
    pub fn read(&self) -> Read {
        let conn = match &self.inner.place {
            Place::Sqlite(sqlite) => Conn::Sqlite(sqlite.clone()),
            Place::Postgres(postgres) => Conn::Postgres(postgres.clone()),
        };
        Read { sql: self.asking(conn) }
    }

    fn asking(&self, conn: Conn) -> Sql {
        Sql { conn, heard: self.inner.heard.load(Ordering::Relaxed) }
    }

    /// Remembers the text of each statement from now on, for [`crate::statements_heard`]: tests hold it against the
    /// other engine.
    pub fn hear_statements(&self) {
        self.inner.heard.store(true, Ordering::Relaxed);
    }

    /// Opens the one write transaction of an action. Dropped without [`Tx::commit`], it never was. Nothing outside of
    /// the database may be waited for in it: on SQLite everybody else who writes waits too. [`base::outside`] sees to
    /// that.
    pub async fn begin(&self) -> Result<Tx> {
        let conn = match &self.inner.place {
            Place::Sqlite(sqlite) => Conn::SqliteTx(tokio::sync::Mutex::new(Some(sqlite.begin().await?))),
            Place::Postgres(postgres) => Conn::PostgresTx(tokio::sync::Mutex::new(postgres.begin().await?)),
        };
        Ok(Tx {
            sql: self.asking(conn),
            db: self.clone(),
            topics: Mutex::default(),
            brings_jobs: AtomicBool::new(false),
            brings_changes: AtomicBool::new(false),
            brings_events: AtomicBool::new(false),
            _inside: Inside::enter(),
        })
    }

    /// Does the database answer?
    pub async fn answers(&self) -> Result<()> {
        self.read().raw("SELECT 1 AS n", vec![]).await.map(|_| ())
    }

    /// Can be written to: tried, not believed, within `time`; at most once in two seconds. While others write one
    /// after the other, that they get on is proof enough.
    ///
    /// # Errors
    /// [`Fail::Unavailable`] with what stands against it.
    pub async fn takes_writes(&self, time: Duration) -> Result<()> {
        let mut proved = sqlite::in_time(time, "a turn to try", self.inner.proved.lock()).await?;
        if proved.is_some_and(|at| at.elapsed() < PROOF) {
            return Ok(());
        }
        *proved = None;
        let before = self.inner.commits.load(Ordering::SeqCst);
        let tried = sqlite::in_time(time, "a write", self.write_something()).await.and_then(|tried| tried);
        let others_do = self.inner.commits.load(Ordering::SeqCst) > before;
        if tried.is_err() && !others_do {
            return tried;
        }
        *proved = Some(Instant::now());
        Ok(())
    }

    async fn write_something(&self) -> Result<()> {
        let tx = self.begin().await?;
        tx.exec(
            "INSERT INTO probes (id, at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at",
            params![tx.now()],
        )
        .await?;
        tx.commit().await
    }

    /// Connections at work, by pool: `read` and `write`.
    pub fn busy_connections(&self) -> [(&'static str, usize); 2] {
        match &self.inner.place {
            Place::Sqlite(sqlite) => sqlite.busy(),
            Place::Postgres(postgres) => postgres.busy(),
        }
    }

    /// Faults on purpose, for tests.
    pub fn faults(&self) -> &Faults {
        &self.inner.faults
    }

    /// Which engine is underneath; for messages, never for branches in a feature.
    pub fn engine(&self) -> Engine {
        match self.inner.place {
            Place::Sqlite(_) => Engine::Sqlite,
            Place::Postgres(_) => Engine::Postgres,
        }
    }

    /// The clock that was handed in.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.inner.clock
    }

    /// A new id.
    pub fn new_id(&self) -> i64 {
        self.inner.ids.next()
    }

    /// Changes when this or another node has committed a job.
    pub fn jobs_added(&self) -> watch::Receiver<u64> {
        self.inner.jobs.subscribe()
    }

    /// Changes when this or another node has committed a change.
    pub fn changes_added(&self) -> watch::Receiver<u64> {
        self.inner.changes.subscribe()
    }

    /// Changes when this node has committed an event.
    pub fn events_added(&self) -> watch::Receiver<u64> {
        self.inner.events.subscribe()
    }

    /// Calls `listener` with the topics of every transaction that this process commits, before the
    /// commit is told to anybody. Set once, at start-up.
    pub fn on_commit(&self, listener: impl Fn(&[String]) + Send + Sync + 'static) {
        let _ = self.inner.listener.set(Box::new(listener));
    }

    /// Has these asked, too, before a file is removed: each a query by its hash (`$1`) that finds rows where somebody
    /// names it. Set once, at start-up.
    pub fn files_are_named_in(&self, queries: Vec<&'static str>) {
        let _ = self.inner.file_owners.set(queries);
    }

    fn announce(&self, topics: &[String], jobs: bool, changes: bool, events: bool) {
        if let Some(listener) = self.inner.listener.get().filter(|_| !topics.is_empty()) {
            listener(topics);
        }
        for (brings, told) in [(jobs, &self.inner.jobs), (changes, &self.inner.changes), (events, &self.inner.events)] {
            if brings {
                told.send_modify(|count| *count += 1);
            }
        }
    }

    /// Ends all connections; on SQLite this folds the write-ahead log back into the file.
    pub async fn close(&self) {
        match &self.inner.place {
            Place::Sqlite(sqlite) => {
                let sqlite = sqlite.clone();
                let _ = tokio::task::spawn_blocking(move || sqlite.close()).await;
            }
            Place::Postgres(postgres) => postgres.close().await,
        }
    }
}

/// Answers queries.
pub struct Read {
    sql: Sql,
}

impl Deref for Read {
    type Target = Sql;
    fn deref(&self) -> &Sql {
        &self.sql
    }
}

/// A write transaction: rows, event, jobs and changes go together. After a statement that failed it takes no other.
pub struct Tx {
    sql: Sql,
    db: Db,
    topics: Mutex<Vec<String>>,
    pub(crate) brings_jobs: AtomicBool,
    brings_changes: AtomicBool,
    brings_events: AtomicBool,
    _inside: Inside,
}

impl Deref for Tx {
    type Target = Sql;
    fn deref(&self) -> &Sql {
        &self.sql
    }
}

impl Tx {
    /// Changes rows; answers how many.
    pub async fn exec(&self, sql: &str, values: Vec<Value>) -> Result<u64> {
        self.sql.run(sql, values).await
    }

    pub(crate) async fn exec_in_own_words(&self, sql: &str, values: Vec<Value>) -> Result<u64> {
        self.sql.run_in_own_words(sql, values).await
    }

    /// A new id.
    pub fn new_id(&self) -> i64 {
        self.db.new_id()
    }

    /// Now, by the hub's clock.
    pub fn now(&self) -> base::Time {
        self.db.clock().now()
    }

    /// Waits until no other transaction holds this name, and holds it to the end: for a rule over
    /// several rows. SQLite has one writer anyway.
    pub async fn one_at_a_time(&self, name: &str) -> Result<()> {
        if self.db.engine() == Engine::Postgres {
            let key = i64::from_str_radix(&base::secret::hash(name)[..15], 16).unwrap_or(0);
            let lock = "SELECT 1 AS n FROM (SELECT pg_advisory_xact_lock($1)) AS l";
            self.raw_in_own_words(lock, vec![key.into()]).await?;
        }
        Ok(())
    }

    /// Takes its time where it waits for another node's migration.
    pub(crate) async fn be_patient(&self) -> Result<()> {
        match &self.sql.conn {
            Conn::PostgresTx(writer) => writer.lock().await.be_patient().await,
            _ => Ok(()),
        }
    }

    pub(crate) fn file_owners(&self) -> &[&'static str] {
        self.db.inner.file_owners.get().map(Vec::as_slice).unwrap_or_default()
    }

    pub(crate) fn brings_events(&self) {
        self.brings_events.store(true, Ordering::SeqCst);
    }

    pub(crate) fn touches(&self, topics: &[String]) {
        self.brings_changes.store(true, Ordering::SeqCst);
        if let Ok(mut all) = self.topics.lock() {
            all.extend_from_slice(topics);
        }
    }

    /// Makes it last. Only after this may a person be told that it is done. Whoever waits for it may go away: it is
    /// brought to its end, and told to those who follow, all the same.
    ///
    /// # Errors
    /// When it did not last, or nobody knows whether it did.
    pub async fn commit(self) -> Result<()> {
        if self.db.engine() == Engine::Postgres {
            for (brings, what) in [(&self.brings_jobs, "jobs"), (&self.brings_changes, "changes")] {
                if brings.load(Ordering::SeqCst) {
                    self.raw_in_own_words(&postgres::tell(what), vec![]).await?;
                }
            }
        }
        let (jobs, changes) = (self.brings_jobs.load(Ordering::SeqCst), self.brings_changes.load(Ordering::SeqCst));
        let events = self.brings_events.load(Ordering::SeqCst);
        let Tx { sql, db, topics, .. } = self;
        let work = async move {
            match sql.conn {
                Conn::SqliteTx(place) => {
                    let writer = place.into_inner();
                    sqlite::commit(writer.ok_or_else(|| Fail::internal("a transaction that was left in the middle"))?)
                        .await?;
                }
                Conn::PostgresTx(writer) => writer.into_inner().commit().await?,
                _ => return Err(Fail::internal("a transaction without one")),
            }
            db.inner.commits.fetch_add(1, Ordering::SeqCst);
            db.announce(&topics.into_inner().unwrap_or_default(), jobs, changes, events);
            Ok(())
        };
        tokio::spawn(work).await.map_err(Fail::internal)?
    }
}
