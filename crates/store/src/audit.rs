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

/// Something that is put on record when it is done. Those that a feature has are listed by [`acts!`](crate::acts): what
/// the record may name is known before it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act(&'static str);

impl Act {
    /// For [`acts!`](crate::acts).
    pub const fn new(code: &'static str) -> Act {
        Act(code)
    }

    /// Its stable name, as `thing.verb`.
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// Is it one of these, by its stable name?
    pub fn is_among(code: &str, acts: &[Act]) -> bool {
        acts.iter().any(|act| act.code() == code)
    }
}

/// The acts of a feature, each as a constant, and all of them as `ALL`.
#[macro_export]
macro_rules! acts {
    ($($(#[$comment:meta])* $name:ident = $code:literal;)+) => {
        $($(#[$comment])* pub(crate) const $name: $crate::Act = $crate::Act::new($code);)+
        /// All of them.
        pub(crate) const ALL: &[$crate::Act] = &[$($name),+];
    };
}

impl Tx {
    /// Puts an act on record.
    pub async fn audit(&self, actor: &Actor, act: Act, subject: &str, detail: &str) -> Result<()> {
        self.exec(
            "INSERT INTO audit (id, at, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)",
            params![self.new_id(), self.now(), actor.id().map(|id| id.0), act.code(), subject, detail],
        )
        .await?;
        Ok(())
    }
}
