//! Statements: the same text and values on both engines.

use std::cell::Cell;
use std::future::Future;
use std::sync::Arc;

use base::{Fail, Result};
use tokio::sync::Mutex;

use crate::engine::Engine;
use crate::heard;
use crate::postgres::{self, Postgres};
use crate::sqlite::{self, Sqlite};
use crate::value::{FromRow, Row, Value};

/// SQL statements that were run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    /// By the work itself.
    pub own: usize,
    /// By all its parts ([`count_part`]).
    pub parts: usize,
    /// By the part that ran the most.
    pub part: usize,
}

tokio::task_local! {
    static STATEMENTS: Cell<Statements>;
}

/// Runs `work` and counts the SQL statements that it runs in this task.
pub async fn count_statements<F: Future>(work: F) -> (F::Output, Statements) {
    STATEMENTS
        .scope(Cell::default(), async {
            let output = work.await;
            (output, STATEMENTS.with(Cell::get))
        })
        .await
}

/// Runs one part of some work: its statements count as a part's, not as those of the whole.
pub async fn count_part<F: Future>(work: F) -> F::Output {
    let (output, counted) = count_statements(work).await;
    let ran = counted.own + counted.parts;
    let _ = STATEMENTS.try_with(|whole| {
        let before = whole.get();
        whole.set(Statements { own: before.own, parts: before.parts + ran, part: before.part.max(ran) });
    });
    output
}

pub(crate) enum Conn {
    Sqlite(Arc<Sqlite>),
    Postgres(Arc<Postgres>),
    /// None while a statement runs, and for good when its caller went away.
    SqliteTx(Mutex<Option<sqlite::Writer>>),
    PostgresTx(Mutex<postgres::Writer>),
}

/// Something that answers queries: the database, or an open transaction.
pub struct Sql {
    pub(crate) conn: Conn,
    /// Its statements are held against the other engine too.
    pub(crate) heard: bool,
}

impl Sql {
    pub(crate) fn engine(&self) -> Engine {
        match &self.conn {
            Conn::Sqlite(_) | Conn::SqliteTx(_) => Engine::Sqlite,
            Conn::Postgres(_) | Conn::PostgresTx(_) => Engine::Postgres,
        }
    }

    async fn ask(&self, sql: &str, values: Vec<Value>) -> Result<(Vec<Row>, u64)> {
        if self.heard {
            heard::hear(sql);
        }
        self.ask_in_own_words(sql, values).await
    }

    async fn ask_in_own_words(&self, sql: &str, values: Vec<Value>) -> Result<(Vec<Row>, u64)> {
        let _ = STATEMENTS.try_with(|count| count.set(Statements { own: count.get().own + 1, ..count.get() }));
        match &self.conn {
            Conn::Sqlite(sqlite) => Ok((sqlite.read(sql, values).await?, 0)),
            Conn::Postgres(postgres) => Ok((postgres.read(sql, &values).await?, 0)),
            Conn::SqliteTx(place) => {
                let mut place = place.lock().await;
                let writer = place.take().ok_or_else(|| Fail::internal("a transaction that was left in the middle"))?;
                let (writer, outcome) = sqlite::run(writer, sql, values).await?;
                *place = Some(writer);
                outcome
            }
            Conn::PostgresTx(writer) => writer.lock().await.run(sql, &values).await,
        }
    }

    /// All rows, untyped. Bound the statement with `LIMIT`.
    pub async fn raw(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Row>> {
        Ok(self.ask(sql, values).await?.0)
    }

    /// The same in words that only this engine has: for this crate, and for tests that look into it.
    pub async fn raw_in_own_words(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Row>> {
        Ok(self.ask_in_own_words(sql, values).await?.0)
    }

    /// Can the engine run this? It is prepared only.
    ///
    /// # Errors
    /// With what the engine says against it.
    pub async fn understands(&self, sql: &str) -> Result<()> {
        match &self.conn {
            Conn::Sqlite(sqlite) => sqlite.prepare(sql).await,
            Conn::Postgres(postgres) => postgres.prepare(sql).await,
            Conn::SqliteTx(_) | Conn::PostgresTx(_) => Err(Fail::internal("asked in a transaction")),
        }
    }

    /// All rows. Bound the statement with `LIMIT`.
    pub async fn all<T: FromRow>(&self, sql: &str, values: Vec<Value>) -> Result<Vec<T>> {
        self.raw(sql, values).await?.iter().map(T::from_row).collect()
    }

    /// The first row, if there is one.
    pub async fn first<T: FromRow>(&self, sql: &str, values: Vec<Value>) -> Result<Option<T>> {
        self.raw(sql, values).await?.first().map(T::from_row).transpose()
    }

    /// The first row, or not found.
    pub async fn one<T: FromRow>(&self, sql: &str, values: Vec<Value>) -> Result<T> {
        self.first(sql, values).await?.ok_or(Fail::NotFound)
    }

    /// A number: the first column of the first row, called `n`; 0 without a row.
    pub async fn number(&self, sql: &str, values: Vec<Value>) -> Result<i64> {
        self.raw(sql, values).await?.first().map_or(Ok(0), |row| row.get("n"))
    }

    pub(crate) async fn run(&self, sql: &str, values: Vec<Value>) -> Result<u64> {
        Ok(self.ask(sql, values).await?.1)
    }

    pub(crate) async fn run_in_own_words(&self, sql: &str, values: Vec<Value>) -> Result<u64> {
        Ok(self.ask_in_own_words(sql, values).await?.1)
    }

    pub(crate) async fn script(&self, sql: &str) -> Result<()> {
        match &self.conn {
            Conn::SqliteTx(place) => {
                let mut place = place.lock().await;
                let writer = place.take().ok_or_else(|| Fail::internal("a transaction that was left in the middle"))?;
                let (writer, outcome) = sqlite::script(writer, sql.to_owned()).await?;
                *place = Some(writer);
                outcome
            }
            Conn::PostgresTx(writer) => writer.lock().await.run_plain(sql).await,
            _ => Err(Fail::internal("a script outside of a transaction")),
        }
    }
}
