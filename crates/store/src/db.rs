//! Opening an engine; reading; one write transaction.

use std::ops::Deref;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use base::{Clock, Fail, Ids, Result};
use sea_orm::{DatabaseConnection, SqliteTransactionMode, TransactionOptions, TransactionTrait, Value};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};
use tokio::sync::Notify;

use crate::sql::{Conn, Sql, fail};

/// Connections that read at once.
const READERS: u32 = 8;
/// How long a request waits for a connection before it is told to come back.
const ACQUIRE: Duration = Duration::from_secs(5);

/// Which engine is underneath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The embedded default.
    Sqlite,
    /// For several nodes.
    Postgres,
}

/// The hub's database, and who tells the workers that there is something to do.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    read: DatabaseConnection,
    write: DatabaseConnection,
    engine: Engine,
    clock: Arc<dyn Clock>,
    ids: Ids,
    jobs: Notify,
    changes: Notify,
    listener: OnceLock<Listener>,
}

type Listener = Box<dyn Fn(&[String]) + Send + Sync>;

impl Db {
    /// Opens `postgres://…` or, for anything else, the SQLite file of that path (created if new).
    pub async fn open(url: &str, clock: Arc<dyn Clock>) -> Result<Db> {
        let (read, write, engine) = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let pool = open_postgres(url).await?;
            (pool.clone(), pool, Engine::Postgres)
        } else {
            let (read, write) = open_sqlite(Path::new(url)).await?;
            (read, write, Engine::Sqlite)
        };
        let ids = Ids::new(clock.clone());
        let inner = Inner {
            read,
            write,
            engine,
            clock,
            ids,
            jobs: Notify::new(),
            changes: Notify::new(),
            listener: OnceLock::new(),
        };
        Ok(Db { inner: Arc::new(inner) })
    }

    /// Answers queries; cannot write.
    pub fn read(&self) -> Read {
        Read { sql: Sql { conn: Conn::Pool(self.inner.read.clone()) } }
    }

    /// Opens the one write transaction of an action. Dropped without [`Tx::commit`], it never was.
    /// IMMEDIATE on SQLite: a transaction that reads first and then finds the writer's place taken
    /// would fail at once.
    pub async fn begin(&self) -> Result<Tx> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let tx = self.inner.write.begin_with_options(options).await.map_err(fail)?;
        Ok(Tx { sql: Sql { conn: Conn::Tx(tx) }, db: self.clone(), topics: Mutex::default() })
    }

    /// Does the database answer?
    pub async fn answers(&self) -> Result<()> {
        self.read().raw("SELECT 1 AS n", vec![]).await.map(|_| ())
    }

    /// Which engine is underneath; for messages, never for branches in a feature.
    pub fn engine(&self) -> Engine {
        self.inner.engine
    }

    /// The clock that was handed in.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.inner.clock
    }

    /// A new id.
    pub fn new_id(&self) -> i64 {
        self.inner.ids.next()
    }

    /// Resolves when this process has committed a job.
    pub async fn job_added(&self) {
        self.inner.jobs.notified().await;
    }

    /// Resolves when this process has committed a change.
    pub async fn change_added(&self) {
        self.inner.changes.notified().await;
    }

    /// Calls `listener` with the topics of every transaction that this process commits, before the
    /// commit is told to anybody. Set once, at start-up.
    pub fn on_commit(&self, listener: impl Fn(&[String]) + Send + Sync + 'static) {
        let _ = self.inner.listener.set(Box::new(listener));
    }

    fn announce(&self, topics: &[String]) {
        if let Some(listener) = self.inner.listener.get().filter(|_| !topics.is_empty()) {
            listener(topics);
        }
        self.inner.jobs.notify_one();
        self.inner.changes.notify_one();
    }

    /// Ends all connections; on SQLite this folds the write-ahead log back into the file.
    pub async fn close(&self) {
        let _ = self.inner.read.clone().close().await;
        let _ = self.inner.write.clone().close().await;
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

/// A write transaction: rows, event, jobs and changes go together.
pub struct Tx {
    sql: Sql,
    db: Db,
    topics: Mutex<Vec<String>>,
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
            self.raw("SELECT 1 AS n FROM (SELECT pg_advisory_xact_lock($1)) AS l", vec![key.into()]).await?;
        }
        Ok(())
    }

    pub(crate) fn touches(&self, topics: &[String]) {
        if let Ok(mut all) = self.topics.lock() {
            all.extend_from_slice(topics);
        }
    }

    /// Makes it last. Only after this may a person be told that it is done.
    pub async fn commit(self) -> Result<()> {
        match self.sql.conn {
            Conn::Tx(tx) => tx.commit().await.map_err(fail)?,
            Conn::Pool(_) => return Err(Fail::internal("a transaction without one")),
        }
        self.db.announce(&self.topics.into_inner().unwrap_or_default());
        Ok(())
    }
}

async fn open_sqlite(path: &Path) -> Result<(DatabaseConnection, DatabaseConnection)> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // The only mode in which a committed transaction survives a power cut.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .optimize_on_close(true, None);
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(Duration::from_secs(30))
        .connect_with(options.clone())
        .await
        .map_err(opening)?;
    let read = SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(ACQUIRE)
        .connect_with(options.pragma("query_only", "ON"))
        .await
        .map_err(opening)?;
    Ok((read.into(), write.into()))
}

async fn open_postgres(url: &str) -> Result<DatabaseConnection> {
    let options: PgConnectOptions = url.parse().map_err(opening)?;
    // One connection alone first: a pool tries again and again, and tells in the end only that its time is up.
    let place = match options.get_socket() {
        Some(socket) => socket.display().to_string(),
        None => format!("{}:{}", options.get_host(), options.get_port()),
    };
    let told = |cause: String| Fail::Unavailable(format!("the database at {place} cannot be opened: {cause}"));
    match tokio::time::timeout(ACQUIRE, options.connect()).await {
        Ok(Ok(first)) => {
            let _ = first.close().await;
        }
        Ok(Err(error)) => return Err(told(error.to_string())),
        Err(_) => return Err(told(format!("no answer within {} s", ACQUIRE.as_secs()))),
    }
    let pool = PgPoolOptions::new()
        .max_connections(READERS + 4)
        .acquire_timeout(ACQUIRE)
        .test_before_acquire(false)
        .connect_with(options)
        .await
        .map_err(opening)?;
    Ok(pool.into())
}

fn opening(error: sqlx::Error) -> Fail {
    Fail::Unavailable(format!("the database cannot be opened: {error}"))
}
