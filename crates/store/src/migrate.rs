//! Migrations: plain SQL that only grows, in the order of timestamped names.

use base::{Fail, Result};

use crate::db::Db;
use crate::engine::Engine;
use crate::params;

/// One step of the schema. In `sql`, `{plain}` (text sorted by bytes), `{time}`, `{bytes}`, `{double}`, `{serial}` and `{position}`
/// stand for the engine's own column types; statements end in a semicolon at the end of a line.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// `YYYYMMDD_HHMMSS_what`: its place in the order, and its name for ever.
    pub name: &'static str,
    /// The statements.
    pub sql: &'static str,
}

/// Steps that came to be after others that sort behind them, so that hubs have these and not those: they may come late.
/// Each is a table or a column of its own, and no step behind it has to do with it. There must be no more of them: a new
/// step sorts behind all that were released.
const LATE: [&str; 3] = [
    "20261127_002100_library_replaced_files",
    "20261127_010000_cities_profile_author",
    "20261127_020000_site_messages_about",
];

/// Brings the schema up to date; answers how many steps were new. Several nodes may call it at
/// once: one works, the others wait.
///
/// # Errors
/// Refuses a step that sorts before one that is already applied (it would run in another order on
/// other hubs; but for three that have to do with no other), and a database with steps that this program does not know (it is older than the
/// data).
pub async fn migrate(db: &Db, mut steps: Vec<Migration>) -> Result<usize> {
    steps.sort_by_key(|step| step.name);
    let tx = db.begin().await?;
    if db.engine() == Engine::Postgres {
        tx.be_patient().await?;
        // Held to the end of the transaction; the number is only a name.
        tx.raw_in_own_words("SELECT 1 AS n FROM (SELECT pg_advisory_xact_lock(7305)) AS l", vec![]).await?;
    }
    tx.exec("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)", vec![]).await?;
    let applied: Vec<String> = tx
        .raw("SELECT name FROM migrations ORDER BY name", vec![])
        .await?
        .iter()
        .map(|row| row.get("name"))
        .collect::<Result<_>>()?;
    if let Some(unknown) = applied.iter().find(|name| !steps.iter().any(|step| step.name == name.as_str())) {
        return Err(Fail::Unavailable(format!(
            "the data were written by a newer program (step {unknown}); install that version or a later one"
        )));
    }
    let last = applied.last().cloned().unwrap_or_default();
    let mut new = 0;
    for step in steps {
        if applied.iter().any(|name| name == step.name) {
            continue;
        }
        if step.name < last.as_str() && !LATE.contains(&step.name) {
            return Err(Fail::internal(format!("migration {} sorts before {last}, which is applied", step.name)));
        }
        for statement in statements(step.sql, db.engine()) {
            tx.script(&statement).await?;
        }
        tx.exec("INSERT INTO migrations (name, applied_at) VALUES ($1, $2)", params![step.name, tx.now().to_rfc3339()])
            .await?;
        new += 1;
    }
    tx.commit().await?;
    Ok(new)
}

fn statements(sql: &str, engine: Engine) -> Vec<String> {
    let types: [(&str, &str, &str); 6] = [
        // Text that sorts by its bytes on both engines.
        ("{plain}", "TEXT", "TEXT COLLATE \"C\""),
        ("{time}", "timestamp_with_timezone_text", "TIMESTAMPTZ"),
        ("{bytes}", "BLOB", "BYTEA"),
        ("{double}", "REAL", "DOUBLE PRECISION"),
        ("{serial}", "INTEGER PRIMARY KEY AUTOINCREMENT", "BIGSERIAL PRIMARY KEY"),
        // Where a change stands in commit order. SQLite has one writer, so its row number does (a
        // trigger would cost more than reading `seq` instead); PostgreSQL needs the transaction.
        ("{position}", "BIGINT NOT NULL DEFAULT 0", "BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint)"),
    ];
    let mut text: String =
        sql.lines().filter(|line| !line.trim_start().starts_with("--")).collect::<Vec<_>>().join("\n");
    for (name, sqlite, postgres) in types {
        text = text.replace(name, if engine == Engine::Sqlite { sqlite } else { postgres });
    }
    text.split(";\n")
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| part.trim_end_matches(';').to_owned())
        .collect()
}
