//! Where everything is kept: one code base on SQLite and PostgreSQL.
//!
//! A page reads through [`Db::read`]; an action writes through one [`Tx`], which takes the rows,
//! one event, the jobs and the change entries together or not at all. SQL is written as SQL, in the
//! part that both engines understand; the few places where they differ are in this crate and nowhere
//! else. A short statement is a constant with `$1` for parameters; one that is put together, or has
//! many, is a [`Statement`], an [`Insert`] or an [`Update`], which number themselves.

mod audit;
mod changes;
mod day;
mod db;
mod engine;
mod events;
mod faults;
mod files;
mod followers;
mod heard;
mod jobs;
mod lock;
mod master_key;
mod migrate;
mod notices;
mod once;
mod outside;
mod postgres;
mod seen;
mod sql;
mod sqlite;
mod statement;
mod states;
mod throttle;
mod tls;
mod value;

pub use audit::{
    AUDIT_ERASED, AUDIT_LOOKED_AT, Act, AuditBatch, AuditEntry, AuditFault, AuditFound, Verified, verify_audit,
};
pub use changes::{
    Batch, Change, KEPT, change_bound, changes_end, changes_since, is_followed, restricted_since, topics_ahead,
};
pub use day::Day;
pub use db::{Db, Read, Tx};
pub use engine::Engine;
pub use events::{EVENTS_KEPT, Event};
pub use faults::{Fault, Faults};
pub use files::{Arrival, FileUse, Removal, files_to_remove, named_files, named_files_after};
pub use followers::{EventFollower, Following, Follows, following, tries_again};
pub use heard::statements_heard;
pub use jobs::{
    Asked, Backlog, Does, Done, Handler, JobRow, Payload, Queue, Schedule, Worker, backlog, drop_job,
    forget_dead_letters, forget_old_letters, handler, job_counts, listed_jobs, rank_waiting, retry_all_jobs, retry_job,
};
pub use master_key::master_key_name;
pub use migrate::{Migration, migrate};
pub use notices::{DAILY_NOTICES, NoticeRow, Unsaid, Way, choices, notice, ways};
pub use once::{FORM_SENT, outcome_of, remember};
pub use seen::seen_by;
pub use sql::{Sql, Statements, count_part, count_statements};
pub use statement::{Condition, Insert, Statement, Update, Values};
pub use states::{MOVES_LISTED, Move, State, moves_of};
pub use throttle::{Door, Guard, Limit};
pub use value::{FromRow, FromValue, Row, Value};

pub use base::Result;

/// The tables of this crate itself.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "20261121_000000_store", sql: include_str!("../migrations/20261121_000000_store.sql") },
    Migration { name: "20261126_000000_store", sql: include_str!("../migrations/20261126_000000_store.sql") },
    Migration {
        name: "20261127_000000_store_events_followed",
        sql: include_str!("../migrations/20261127_000000_store_events_followed.sql"),
    },
    Migration {
        name: "20261127_000100_store_notices",
        sql: include_str!("../migrations/20261127_000100_store_notices.sql"),
    },
    Migration {
        name: "20261128_000000_store_notices_unsaid",
        sql: include_str!("../migrations/20261128_000000_store_notices_unsaid.sql"),
    },
    Migration {
        name: "20261128_000100_store_jobs_listed",
        sql: include_str!("../migrations/20261128_000100_store_jobs_listed.sql"),
    },
    Migration {
        name: "20261130_000000_store_audit_subject",
        sql: include_str!("../migrations/20261130_000000_store_audit_subject.sql"),
    },
    Migration {
        name: "20261203_000100_store_moves",
        sql: include_str!("../migrations/20261203_000100_store_moves.sql"),
    },
    Migration {
        name: "20261204_000000_store_master_key",
        sql: include_str!("../migrations/20261204_000000_store_master_key.sql"),
    },
    Migration {
        name: "20261219_000000_store_audit_sealed",
        sql: include_str!("../migrations/20261219_000000_store_audit_sealed.sql"),
    },
];
