//! Where everything is kept: one code base on SQLite and PostgreSQL.
//!
//! A page reads through [`Db::read`]; an action writes through one [`Tx`], which takes the rows,
//! one event, the jobs and the change entries together or not at all. SQL is written as SQL, with
//! `$1` for parameters, in the part that both engines understand; the few places where they differ
//! are in this crate and nowhere else.

mod audit;
mod changes;
mod db;
mod events;
mod jobs;
mod migrate;
mod once;
mod sql;
mod throttle;

pub use audit::AuditEntry;
pub use changes::{
    Batch, Change, KEPT, change_bound, changes_end, changes_since, is_followed, restricted_since, topics_ahead,
};
pub use db::{Db, Engine, Read, Tx};
pub use jobs::{Done, Handler, JobRow, Worker, dead_jobs, drop_job, job_counts, retry_job};
pub use migrate::{Migration, migrate};
pub use once::{outcome_of, remember};
pub use sql::{Row, Sql, count_statements, places};
pub use throttle::{Door, Guard, Limit};

pub use sea_orm::{FromQueryResult, Value};

/// The tables of this crate itself.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "20261121_000000_store", sql: include_str!("../migrations/20261121_000000_store.sql") }];

/// Parameters of a statement: `params![id, title]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}
