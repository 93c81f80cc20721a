//! Statements: the same text and values on both engines.

use std::cell::Cell;
use std::future::Future;

use base::{Fail, Result};
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, FromQueryResult, Statement, Value};

pub use sea_orm::QueryResult as Row;

tokio::task_local! {
    static STATEMENTS: Cell<usize>;
}

/// Runs `work` and counts the SQL statements that it runs in this task.
pub async fn count_statements<F: Future>(work: F) -> (F::Output, usize) {
    STATEMENTS
        .scope(Cell::new(0), async {
            let output = work.await;
            (output, STATEMENTS.with(Cell::get))
        })
        .await
}

/// `($3,$4,$5)` for three values from the third parameter on. `count` is never 0: a caller with an
/// empty list has an empty answer.
pub fn places(first: usize, count: usize) -> String {
    let numbers: Vec<String> = (first..first + count).map(|number| format!("${number}")).collect();
    format!("({})", numbers.join(","))
}

pub(crate) enum Conn {
    Pool(DatabaseConnection),
    Tx(DatabaseTransaction),
}

/// Something that answers queries: a pool or an open transaction.
pub struct Sql {
    pub(crate) conn: Conn,
}

impl Sql {
    fn statement(&self, sql: &str, values: Vec<Value>) -> Statement {
        let _ = STATEMENTS.try_with(|count| count.set(count.get() + 1));
        Statement::from_sql_and_values(self.backend(), sql, values)
    }

    pub(crate) fn backend(&self) -> DbBackend {
        match &self.conn {
            Conn::Pool(conn) => conn.get_database_backend(),
            Conn::Tx(conn) => conn.get_database_backend(),
        }
    }

    /// All rows, untyped. Bound the statement with `LIMIT`.
    pub async fn raw(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Row>> {
        let statement = self.statement(sql, values);
        match &self.conn {
            Conn::Pool(conn) => conn.query_all_raw(statement).await,
            Conn::Tx(conn) => conn.query_all_raw(statement).await,
        }
        .map_err(fail)
    }

    /// All rows. Bound the statement with `LIMIT`.
    pub async fn all<T: FromQueryResult>(&self, sql: &str, values: Vec<Value>) -> Result<Vec<T>> {
        let rows = self.raw(sql, values).await?;
        rows.iter().map(|row| T::from_query_result(row, "").map_err(fail)).collect()
    }

    /// The first row, if there is one.
    pub async fn first<T: FromQueryResult>(&self, sql: &str, values: Vec<Value>) -> Result<Option<T>> {
        Ok(self.all(sql, values).await?.into_iter().next())
    }

    /// The first row, or not found.
    pub async fn one<T: FromQueryResult>(&self, sql: &str, values: Vec<Value>) -> Result<T> {
        self.first(sql, values).await?.ok_or(Fail::NotFound)
    }

    /// A number: the first column of the first row, called `n`; 0 without a row.
    pub async fn number(&self, sql: &str, values: Vec<Value>) -> Result<i64> {
        let rows = self.raw(sql, values).await?;
        rows.first().map_or(Ok(0), |row| row.try_get::<i64>("", "n").map_err(fail))
    }

    pub(crate) async fn run(&self, sql: &str, values: Vec<Value>) -> Result<u64> {
        let statement = self.statement(sql, values);
        let done = match &self.conn {
            Conn::Pool(conn) => conn.execute_raw(statement).await,
            Conn::Tx(conn) => conn.execute_raw(statement).await,
        };
        done.map(|result| result.rows_affected()).map_err(fail)
    }

    pub(crate) async fn script(&self, sql: &str) -> Result<()> {
        match &self.conn {
            Conn::Pool(conn) => conn.execute_unprepared(sql).await,
            Conn::Tx(conn) => conn.execute_unprepared(sql).await,
        }
        .map(|_| ())
        .map_err(fail)
    }
}

/// What an engine's refusal means for the person: never a 500 for a rule that said no.
pub(crate) fn fail(error: sea_orm::DbErr) -> Fail {
    use sea_orm::{RuntimeErr, SqlErr};
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(rule)) => return Fail::Conflict(rule),
        Some(SqlErr::ForeignKeyConstraintViolation(rule)) => return Fail::Conflict(rule),
        _ => {}
    }
    match &error {
        sea_orm::DbErr::ConnectionAcquire(_) | sea_orm::DbErr::Conn(_) => Fail::Unavailable(error.to_string()),
        sea_orm::DbErr::Exec(RuntimeErr::SqlxError(inner)) | sea_orm::DbErr::Query(RuntimeErr::SqlxError(inner)) => {
            match inner.as_ref() {
                sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => {
                    Fail::Unavailable(error.to_string())
                }
                _ => Fail::internal(error),
            }
        }
        _ => Fail::internal(error),
    }
}
