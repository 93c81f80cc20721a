//! The audit log: reads and changes of what is sensitive. Rows are added, never changed.

use base::{Actor, Result, Time};

use crate::db::Tx;
use crate::params;
use crate::sql::Sql;

/// One line of the audit log.
#[derive(Clone, Debug)]
pub struct AuditEntry {
    /// Grows with time.
    pub id: i64,
    /// When.
    pub at: Time,
    /// Which person; none for the hub itself.
    pub actor: Option<i64>,
    /// What was done, as `thing.verb`.
    pub action: String,
    /// To what, as a written id or a slug.
    pub subject: String,
    /// In which words, where a reason was asked for.
    pub detail: String,
}
crate::from_row!(AuditEntry: id, at, actor, action, subject, detail);

impl AuditEntry {
    /// Entries before this id, the newest first, at most `limit`. What was done with documents is left out: that a
    /// city's own one exists is for the city to know.
    pub async fn before(sql: &Sql, id: i64, limit: i64) -> Result<Vec<AuditEntry>> {
        sql.all(
            "SELECT id, at, actor, action, subject, detail FROM audit \
             WHERE id < $1 AND action NOT LIKE 'document.%' ORDER BY id DESC LIMIT $2",
            params![id, limit],
        )
        .await
    }
}

impl Tx {
    /// Puts an act on record.
    pub async fn audit(&self, actor: &Actor, action: &str, subject: &str, detail: &str) -> Result<()> {
        self.exec(
            "INSERT INTO audit (id, at, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)",
            params![self.new_id(), self.now(), actor.id().map(|id| id.0), action, subject, detail],
        )
        .await?;
        Ok(())
    }
}
